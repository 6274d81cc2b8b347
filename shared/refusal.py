"""How the product says no.

There is one shape of no, the `Refusal`: a value with a stable kebab-case code (what a translation
hangs on), the HTTP status it will travel under, an English sentence, and the facts behind it.

- **Rules** are pure and total: they *return* a value or a `Refusal`, and never raise one.
- **Services** and value constructors *raise* `Refused(refusal)`, which rolls their transaction
  back; `unless_refused` turns the first form into the second.
- **Controllers** do nothing: the API layer maps `Refused` to an RFC 9457 problem
  (code → type, message → detail, facts → members).

A bug in our own code (adding euros to dollars, passing a float) is no refusal: it raises an
ordinary `TypeError` or `ValueError` and ends as a 500.

Statuses: 400 malformed · 401 not signed in · 403 your role may not · 404 not visible to you
(absent and forbidden look alike) · 409 the state says no · 422 the payload makes no sense ·
429 too often · 503 not now.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, TypeVar, get_args
from uuid import UUID

Status = Literal[400, 401, 403, 404, 409, 422, 429, 503]
Fact = str | int | Decimal | date | UUID | None | tuple[str, ...]
WireFact = str | int | None | list[str]

_CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A typed no. `message` is a sentence for a person, without secrets or other people's data."""

    code: str
    status: Status
    message: str
    facts: Mapping[str, Fact] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise ValueError(f"A refusal's code is kebab-case, not {self.code!r}.")
        if self.status not in get_args(Status):
            raise ValueError(f"No refusal travels under status {self.status}.")
        if not self.message.strip():
            raise ValueError("A refusal says why, in a sentence.")
        if any(isinstance(fact, float) for fact in self.facts.values()):
            raise TypeError("A fact is never a float: give a Decimal or a string.")
        object.__setattr__(self, "facts", dict(self.facts))

    def facts_for_wire(self) -> dict[str, WireFact]:
        """The facts as JSON can carry them: amounts, dates and ids as strings."""
        return {name: _for_wire(fact) for name, fact in self.facts.items()}


class Refused(Exception):  # noqa: N818 - it is the product's answer, not an error
    """A service's no, carrying its `refusal`."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal

    def __str__(self) -> str:
        return f"{self.refusal.code}: {self.refusal.message}"


def unless_refused(answer: _Value | Refusal) -> _Value:
    """The rule's value; raises `Refused` where the rule said no."""
    if isinstance(answer, Refusal):
        raise Refused(answer)
    return answer


def _for_wire(fact: Fact) -> WireFact:
    match fact:
        case Decimal():
            return f"{fact:f}"
        case date():  # a datetime is one too: both write themselves in ISO 8601
            return fact.isoformat()
        case UUID():
            return str(fact)
        case tuple():
            return list(fact)
        case _:
            return fact
