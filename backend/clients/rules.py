"""Which clients may become one. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.refusal import Refusal

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Mergeable:
    """What decides whether a client can be merged. `holds_others`: some were merged into it."""

    id: UUID
    code: str
    company: UUID
    currency: str
    siren: str | None
    merged_into: UUID | None
    holds_others: bool


def may_merge(source: Mergeable, target: Mergeable) -> Refusal | None:
    """Why `source` cannot become part of `target`; None where it can.

    One level deep only, so that taking a merge back gives exactly what there was before.
    """
    both_have_siren = source.siren is not None and target.siren is not None
    reasons = (
        (source.id == target.id, "merge-into-itself", "A client is not merged into itself."),
        (source.merged_into is not None, "already-merged", "Client {code} is merged already."),
        (target.merged_into is not None, "merge-target-merged", "Client {into} is merged itself."),
        (
            source.holds_others,
            "merge-holds-others",
            "Other clients are merged into {code}: take that back first.",
        ),
        (
            source.company != target.company,
            "merge-across-companies",
            "The two clients are of different companies.",
        ),
        (
            source.currency != target.currency,
            "merge-across-currencies",
            "The two clients have different currencies.",
        ),
        (
            both_have_siren and source.siren != target.siren,
            "merge-across-debtors",
            "The two clients have different SIREN numbers.",
        ),
    )
    facts = {"code": source.code, "into": target.code}
    return next(
        (Refusal(code, 409, message, facts) for applies, code, message in reasons if applies), None
    )
