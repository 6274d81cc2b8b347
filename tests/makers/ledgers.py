"""Random ledgers: written into the database, and known to the test as plain values.

    @given(LEDGERS)
    async … :  ledger = await write(drawn)

A drawn ledger is a list of steps that always make sense, however they are shrunk: an allocation
names its ends by counting round what there is, and settles a share of what is left of both.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from shared.money import Money
from shared.rules.ledger import LedgerAllocation, LedgerDocument, LedgerPayment
from tests.makers.ledger import (
    TODAY,
    MadeClient,
    MadeDocument,
    MadePayment,
    make_allocation,
    make_client,
    make_document,
    make_payment,
)

CURRENCIES = {"EUR": 2, "USD": 2, "JPY": 0, "TND": 3}


@dataclass(frozen=True)
class DrawnItem:
    """A document, or a payment; `units` are the smallest of its currency, negative for credits."""

    client: int
    currency: str
    units: int
    day: int
    term: int

    @property
    def amount(self) -> Decimal:
        return Decimal(self.units).scaleb(-CURRENCIES[self.currency])

    @property
    def on(self) -> date:
        return TODAY + timedelta(days=self.day)


@dataclass(frozen=True)
class DrawnAllocation:
    debit: int
    credit: int
    share: int
    day: int
    knows_credit: bool


@dataclass(frozen=True)
class DrawnLedger:
    clients: int
    documents: list[DrawnItem]
    payments: list[DrawnItem]
    allocations: list[DrawnAllocation]


ITEMS = st.builds(
    DrawnItem,
    client=st.integers(0, 3),
    currency=st.sampled_from(sorted(CURRENCIES)),
    units=st.integers(-50_000, 90_000).filter(bool),
    day=st.integers(-400, 20),
    term=st.integers(0, 90),
)
ALLOCATIONS = st.builds(
    DrawnAllocation,
    debit=st.integers(0, 99),
    credit=st.integers(0, 99),
    share=st.integers(1, 4),
    day=st.integers(-300, 20),
    knows_credit=st.booleans(),
)
LEDGERS = st.builds(
    DrawnLedger,
    clients=st.integers(1, 4),
    documents=st.lists(ITEMS, max_size=14),
    payments=st.lists(ITEMS, max_size=6),
    allocations=st.lists(ALLOCATIONS, max_size=16),
)


@dataclass
class Ledger:
    """What was written, as `shared.rules.ledger` takes it; `clients` maps an item to its client."""

    made: list[MadeClient]
    documents: list[LedgerDocument] = field(default_factory=list)
    payments: list[LedgerPayment] = field(default_factory=list)
    allocations: list[LedgerAllocation] = field(default_factory=list)
    clients: dict[Hashable, int] = field(default_factory=dict)
    rows: dict[Hashable, MadeDocument | MadePayment] = field(default_factory=dict)
    left: dict[Hashable, Decimal] = field(default_factory=dict)

    def of(self, *clients: int) -> Ledger:
        """The part of it that is those clients'."""
        kept = {id_ for id_, client in self.clients.items() if client in clients}
        return Ledger(
            self.made,
            [document for document in self.documents if document.id in kept],
            [payment for payment in self.payments if payment.id in kept],
            [allocation for allocation in self.allocations if allocation.debit in kept],
        )


async def write(drawn: DrawnLedger) -> Ledger:
    ledger = Ledger([await make_client() for _ in range(drawn.clients)])
    for item in drawn.documents:
        await write_document(ledger, item)
    for item in drawn.payments:
        await write_payment(ledger, item)
    for allocation in drawn.allocations:
        await write_allocation(ledger, allocation)
    return ledger


async def write_document(ledger: Ledger, item: DrawnItem) -> None:
    client = item.client % len(ledger.made)
    due_on = item.on + timedelta(days=item.term)
    row = await make_document(
        ledger.made[client],
        item.amount,
        issued_on=item.on,
        due_on=due_on,
        currency=item.currency,
    )
    ledger.documents.append(
        LedgerDocument(row.id, Money(item.amount, item.currency), item.on, due_on)
    )
    keep(ledger, row, client, item.amount)


async def write_payment(ledger: Ledger, item: DrawnItem) -> None:
    client = item.client % len(ledger.made)
    row = await make_payment(
        ledger.made[client], item.amount, value_on=item.on, currency=item.currency
    )
    ledger.payments.append(LedgerPayment(row.id, Money(item.amount, item.currency), item.on))
    keep(ledger, row, client, -item.amount)


def keep(ledger: Ledger, row: MadeDocument | MadePayment, client: int, owed: Decimal) -> None:
    ledger.rows[row.id], ledger.clients[row.id], ledger.left[row.id] = row, client, owed


async def write_allocation(ledger: Ledger, drawn: DrawnAllocation) -> None:
    """Settles a quarter to the whole of what can still be settled between two ends, if anything."""
    debits = [id_ for id_, left in ledger.left.items() if left > 0]
    if not debits:
        return
    debit = debits[drawn.debit % len(debits)]
    credits_ = [
        id_
        for id_, left in ledger.left.items()
        if left < 0
        and ledger.clients[id_] == ledger.clients[debit]
        and ledger.rows[id_].currency == ledger.rows[debit].currency
    ]
    known = bool(credits_) and drawn.knows_credit
    if not known and isinstance(ledger.rows[debit], MadePayment):
        return  # nothing but a payment or a credit note can take back a refund
    credit = credits_[drawn.credit % len(credits_)] if known else None
    await settle(ledger, debit, credit, drawn)


async def settle(
    ledger: Ledger, debit: Hashable, credit: Hashable | None, drawn: DrawnAllocation
) -> None:
    currency = ledger.rows[debit].currency
    most = ledger.left[debit] if credit is None else min(ledger.left[debit], -ledger.left[credit])
    amount = Money.rounded(most * drawn.share / 4, currency)
    if not amount:
        return
    value_on = TODAY + timedelta(days=drawn.day)
    await make_allocation(
        amount.amount,
        debit=ledger.rows[debit],
        credit=None if credit is None else ledger.rows[credit],
        value_on=value_on,
    )
    ledger.left[debit] -= amount.amount
    if credit is not None:
        ledger.left[credit] += amount.amount
    ledger.allocations.append(LedgerAllocation(amount, value_on, debit, credit))
