"""What the demo company's ledger said of an invoice on the morning of any day. Pure."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from backend.demo.ledger import DemoDocument, DemoPayment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backend.demo.clients import DemoClient
    from backend.demo.ledger import DemoLedger

NOTHING = Decimal(0)


class Book:
    """The ledger as people read it: in the morning, what came in until the evening before."""

    def __init__(self, ledger: DemoLedger, today: date) -> None:
        self.today = today
        self.clients = [client for client in ledger.clients if client.is_assigned]
        self._invoices: dict[str, list[DemoDocument]] = defaultdict(list)
        self._credits: dict[str, list[DemoDocument | DemoPayment]] = defaultdict(list)
        self._shares: dict[int, list[tuple[date, Decimal]]] = defaultdict(list)
        for document in ledger.documents:
            if document.kind == "invoice":
                if document.currency == document.client.currency:
                    self._invoices[document.client.code].append(document)
            else:
                self._credits[document.client.code].append(document)
        for invoices in self._invoices.values():
            invoices.sort(key=lambda one: (one.due_on, one.number))
        for payment in ledger.payments:
            self._credits[payment.client.code].append(payment)
        for one in sorted(ledger.allocations, key=lambda one: one.value_on):
            for end in (one.debit, one.credit):
                self._shares[id(end)].append((one.value_on, one.amount))
        self._paid_on = {
            id(invoice): self._shares[id(invoice)][-1][0]
            for invoices in self._invoices.values()
            for invoice in invoices
            if not self.left_now(invoice)
        }

    def invoices(self, client: DemoClient) -> list[DemoDocument]:
        """Those in the client's own currency, the first due first."""
        return self._invoices[client.code]

    def left(self, item: DemoDocument | DemoPayment, morning: date) -> Decimal:
        """What is open of an invoice, or still free of a credit, on that morning."""
        taken = (share for on, share in self._shares[id(item)] if on < morning)
        return abs(item.amount) - sum(taken, NOTHING)

    def left_now(self, invoice: DemoDocument) -> Decimal:
        """At the end of it all: today's payments are in."""
        return self.left(invoice, date.max)

    def paid_on(self, invoice: DemoDocument) -> date | None:
        """The day it was settled wholly."""
        return self._paid_on.get(id(invoice))

    def is_open(self, invoice: DemoDocument, morning: date) -> bool:
        return invoice.issued_on < morning <= self._paid_on.get(id(invoice), date.max)

    def overdue(self, client: DemoClient, morning: date, days: int = 0) -> list[DemoDocument]:
        """What is open and was due more than so many days before that morning."""
        return [
            one
            for one in self.invoices(client)
            if (morning - one.due_on).days > days and self.is_open(one, morning)
        ]

    def free(self, client: DemoClient, morning: date) -> Decimal:
        """Credit notes, deposits and payments that settle nothing yet."""
        known: Iterable[DemoDocument | DemoPayment] = (
            one
            for one in self._credits[client.code]
            if one.currency == client.currency and booked_on(one) < morning
        )
        return sum((self.left(one, morning) for one in known), NOTHING)


def booked_on(item: DemoDocument | DemoPayment) -> date:
    return item.issued_on if isinstance(item, DemoDocument) else item.value_on
