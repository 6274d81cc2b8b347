"""What may settle what, and by how much. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.refusal import Refusal

if TYPE_CHECKING:
    from decimal import Decimal
    from uuid import UUID

    from shared.money import Money


@dataclass(frozen=True, slots=True)
class Side:
    """A document or a payment, as one end of an allocation. `left` is what it can still take."""

    client: UUID
    left: Money


def may_settle(debit: Side, credit: Side, amount: Money) -> Refusal | None:
    """Why `credit` cannot settle that much of `debit`; None where it can.

    `left` is positive on both sides: a debit's residual, a credit's amount not yet applied.
    """
    if debit.client != credit.client:
        return Refusal(
            "allocation-across-clients", 409, "What settles an item is of the same client."
        )
    if not debit.left.currency == credit.left.currency == amount.currency:
        return Refusal(
            "allocation-across-currencies", 409, "What settles an item is in the same currency."
        )
    if amount.amount <= 0:
        return Refusal("amount-not-positive", 422, "The amount to settle is above zero.")
    if amount > debit.left:
        return too_much("settled-too-much", "Only {left:money} is left to settle.", debit)
    if amount > credit.left:
        return too_much("applied-too-much", "Only {left:money} is left to apply.", credit)
    return None


def too_much(code: str, message: str, side: Side) -> Refusal:
    most: Decimal = max(side.left.amount, side.left.amount * 0)
    return Refusal(code, 409, message, {"left": most, "currency": side.left.currency})


def may_part(crossing: int) -> Refusal | None:
    """Whether a merged client can stand alone again: nothing of one may settle the other's."""
    if crossing == 0:
        return None
    return Refusal(
        "merge-allocations-cross",
        409,
        "{count} settlements tie the two clients together: release them first.",
        {"count": crossing},
    )
