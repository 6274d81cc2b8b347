"""The ledger as it stood on a past day.

Recomputed from issue dates and the value dates of allocations, never from today's residual. This
is the plain statement of the rule that the database's own computation is tested against.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from shared.money import Money
from shared.rules.aging import Aging, OpenItem, age_open_items


@dataclass(frozen=True, slots=True)
class LedgerDocument:
    """`amount` carries its sign: a credit note or a deposit is negative."""

    id: Hashable
    amount: Money
    issued_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class LedgerPayment:
    """Money received (`amount` positive) or paid back (negative)."""

    id: Hashable
    amount: Money
    value_on: date


@dataclass(frozen=True, slots=True)
class LedgerAllocation:
    """`amount` (positive) of `debit`, settled by `credit` on its value date.

    Each end is a document or a payment. `credit` is None where a source says only that the debit
    was settled.
    """

    amount: Money
    value_on: date
    debit: Hashable
    credit: Hashable | None = None


def age_as_of(
    documents: Iterable[LedgerDocument],
    payments: Iterable[LedgerPayment],
    allocations: Iterable[LedgerAllocation],
    as_of: date,
) -> tuple[Aging, ...]:
    """The aging of that day, as it would have been read then.

    An allocation counts once its value date is reached and both its ends exist; so a payment that
    came before its invoice was issued is unapplied in between, and the sum stays whole.
    """
    issued = {document.id: document for document in documents if document.issued_on <= as_of}
    received = {payment.id: payment for payment in payments if payment.value_on <= as_of}
    left = {id_: document.amount for id_, document in issued.items()}
    # A payment stands in the ledger as a credit: the opposite of what was received.
    left |= {id_: -payment.amount for id_, payment in received.items()}
    for allocation in allocations:
        if allocation.value_on <= as_of and _both_ends_stand(allocation, left):
            left[allocation.debit] -= allocation.amount
            if allocation.credit is not None:
                left[allocation.credit] += allocation.amount
    items = [OpenItem(left[id_], document.due_on) for id_, document in issued.items()]
    return age_open_items(items, as_of, free_payments=[-left[id_] for id_ in received])


def _both_ends_stand(allocation: LedgerAllocation, left: dict[Hashable, Money]) -> bool:
    return allocation.debit in left and (allocation.credit is None or allocation.credit in left)
