"""What a line of the brief says on the wire: the server's, and the same that a device finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.contract.today import BriefLine
from shared.money import round_amount

if TYPE_CHECKING:
    from decimal import Decimal

    from shared.rules.brief import Line


def told(line: Line) -> BriefLine:
    first = line.first
    is_habit = line.kind == "slower"
    amount = None if is_habit or first.amount is None or first.currency is None else first.amount
    return BriefLine(
        kind=line.kind,
        subject_id=first.subject,
        count=line.count,
        number=first.number,
        amount=None if amount is None else round_amount(amount, first.currency or ""),
        currency=first.currency,
        on=first.on,
        days_late=days(first.amount) if is_habit else None,
        days_late_before=days(first.against) if is_habit else None,
    )


def days(average: Decimal | None) -> int | None:
    return None if average is None else round(average)
