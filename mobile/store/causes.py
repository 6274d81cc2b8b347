"""Why clients do not pay, over a period: by reason and, added up, by department."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal
from uuid import UUID  # noqa: TC003 - a dataclass's fields are looked at

from mobile.api import disputes as api
from mobile.store.reading import Known, Reading
from mobile.store.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mobile.store.reach import Reach
    from shared.contract.disputes import DisputeCause, DisputeCauses

Months = Literal["1", "3", "12"]
MONTHS: Final[tuple[Months, ...]] = ("1", "3", "12")
KEPT: Final = 12
ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Period:
    """Whole months up to a day, of one branch or of all."""

    months: Months
    until: date
    branch_id: UUID | None = None

    @property
    def from_on(self) -> date:
        months = self.until.year * 12 + self.until.month - 1 - (int(self.months) - 1)
        return date(months // 12, months % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class Cause:
    """A reason, or all those of a department, in one currency."""

    name: str
    disputes: int
    claimed: Decimal
    blocking: int
    amount_days: Decimal


def causes_shelf(reach: Reach) -> Shelf[Period, Reading[DisputeCauses]]:
    def reading(period: Period) -> Reading[DisputeCauses]:
        async def read(_: Known[DisputeCauses] | None) -> Known[DisputeCauses]:
            asked = (period.from_on, period.until, period.branch_id)
            return Known.now(await api.causes(reach.wire, *asked))

        return Reading(read)

    return Shelf(reading, KEPT)


def added_up(
    causes: Iterable[DisputeCause], by: Literal["reason", "department"]
) -> dict[str, list[Cause]]:
    """By currency, what blocked most first. A reason may be two departments' at different times."""
    found: dict[str, dict[str, Cause]] = {}
    for one in causes:
        held = found.setdefault(one.currency, {})
        name = one.reason if by == "reason" else one.department
        so_far = held.get(name, Cause(name, 0, ZERO, 0, ZERO))
        held[name] = Cause(
            name,
            so_far.disputes + one.disputes,
            so_far.claimed + one.claimed,
            so_far.blocking + one.blocking,
            so_far.amount_days + one.amount_days,
        )
    return {
        currency: sorted(held.values(), key=lambda cause: (-cause.amount_days, -cause.claimed))
        for currency, held in found.items()
    }
