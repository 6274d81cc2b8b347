"""How the server says no: RFC 9457 problem details."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from shared.contract.base import Answer

PROBLEM_MEDIA_TYPE = "application/problem+json"


class FieldProblem(Answer):
    """One field that does not fit."""

    field: str = Field(description="Where, as a path: `lines.0.amount`; empty for the whole body.")
    code: str = Field(description="Stable kebab-case word a client program may act on.")
    detail: str = Field(description="One sentence for the person, in the language they asked for.")


class Problem(Answer):
    """A refusal or a failure, RFC 9457. `code` is for programs, `detail` for people."""

    type: str = Field(default="about:blank", description="A URI reference naming the kind.")
    title: str = Field(description="The kind, in a few words; the same for all of its kind.")
    status: int = Field(ge=400, le=599)
    code: str = Field(description="Stable kebab-case word.")
    detail: str = Field(description="What happened here, one sentence for the person.")
    facts: dict[str, Any] = Field(default_factory=dict, description="Figures behind the sentence.")
    fields: list[FieldProblem] = Field(default_factory=list)
    request_id: str | None = Field(
        default=None, description="Names the request in the server's log."
    )
