"""The disputes of two years: ended by a credit note of the ledger, by a decision, by payment.

Nothing is closed here that a payment closes: the ledger tells the dispute so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from backend.demo.field import texts
from backend.demo.field.case import Case
from backend.demo.field.deeds import Deed, Disputed
from backend.demo.field.office import business_before, in_field
from backend.demo.ledger import DemoDocument
from shared.calendar import add_business_days, next_business_day
from shared.rules.dispute import REASONS

if TYPE_CHECKING:
    import random
    from collections.abc import Collection
    from datetime import date

    from backend.demo.clients import DemoClient
    from backend.demo.field.book import Book
    from backend.demo.field.office import Office
    from backend.demo.ledger import DemoLedger
    from shared.rules.dispute import Reason, Resolution

REASONS_OF: dict[str, tuple[Reason, ...]] = {
    "Retour de marchandise": ("quality", "item", "quantity", "delivery", "warranty"),
    "Remise oubliée": ("discount", "commercial_gesture", "contract", "credit_note_awaited"),
    "Erreur de prix": ("price", "total", "vat", "internal_error"),
}
"""Why a client contests, by what the credit note says that it was given in the end."""
OF_THE_POOR: tuple[Reason, ...] = ("cash_trouble", "insolvency")
OF_THE_OTHERS = tuple(reason for reason in REASONS if reason not in OF_THE_POOR)
CREDITED, CONTESTED = 0.22, 56
"""The share of credit notes that a dispute came before; how many invoices were contested else."""


class Noted(NamedTuple):
    """A credit note of the ledger, and what it took off which invoice."""

    invoice: DemoDocument
    label: str
    amount: Decimal
    on: date


@dataclass(slots=True)
class Disputes:
    """Writes disputes into the script; an invoice is contested once."""

    book: Book
    office: Office
    off_limits: Collection[int]
    """Invoices that plans are about."""
    cases: list[Case] = field(default_factory=list)
    contested: set[int] = field(default_factory=set)

    @property
    def draw(self) -> random.Random:
        return self.office.draw

    @property
    def deeds(self) -> list[Deed]:
        return [deed for case in self.cases for deed in case.told]

    def is_free(self, invoice: DemoDocument) -> bool:
        return id(invoice) not in self.contested and id(invoice) not in self.off_limits

    def of_credit_notes(self, ledger: DemoLedger) -> None:
        for noted in credit_notes(ledger):
            days = (noted.on - noted.invoice.issued_on).days
            if not noted.invoice.client.is_assigned or days <= 12:
                continue
            if self.draw.random() < CREDITED and self.is_free(noted.invoice):
                day = noted.invoice.issued_on + timedelta(days=self.draw.randrange(2, days - 7))
                self._until_credited(noted, next_business_day(day))

    def _until_credited(self, noted: Noted, day: date) -> None:
        left = self.book.left(noted.invoice, day)
        before = business_before(noted.on, 1)
        if left < noted.amount or day >= before:
            return
        reason = self.draw.choice(REASONS_OF[noted.label])
        case = self.open(
            noted.invoice, reason, day, min(left, noted.amount * self.draw.choice((1, 1, 2)))
        )
        case.answer(min(add_business_days(day, 2), before))
        resolution: Resolution = "gesture" if reason == "commercial_gesture" else "credit_note"
        case.resolve(before, resolution, noted.amount)
        case.close(add_business_days(noted.on, 2), texts.CLOSED)

    def of_late_payers(self) -> None:
        """Invoices paid late for a reason that was found wanting, or just paid in the end."""
        late = [
            invoice
            for client in self.book.clients
            for invoice in self.book.invoices(client)
            if self._was_late(invoice)
        ]
        for place, invoice in enumerate(self.draw.sample(late, min(CONTESTED, len(late)))):
            day = next_business_day(invoice.due_on + timedelta(days=self.draw.randrange(1, 8)))
            case = self.open(invoice, self.reason_for(invoice.client, place), day, None)
            if place % 3:
                case.answer(add_business_days(day, self.draw.randrange(1, 5)))
            if place % 4:
                case.resolve(add_business_days(day, 6), "confirmed_due", Decimal(0))
            if place % 8 == 1:
                case.reopen(add_business_days(day, 8))
            elif place % 4 == 3:
                case.close(add_business_days(day, 8), texts.CLOSED_DUE)

    def _was_late(self, invoice: DemoDocument) -> bool:
        paid_on = self.book.paid_on(invoice)
        is_late = paid_on is not None and (paid_on - invoice.due_on).days > 20
        return is_late and self.is_free(invoice)

    def reason_for(self, client: DemoClient, place: int) -> Reason:
        """All reasons in turn; those of empty pockets to clients who pay so."""
        if client.habit in {"stuck", "very_slow"} and place % 3 == 0:
            return OF_THE_POOR[place // 3 % 2]
        return OF_THE_OTHERS[place % len(OF_THE_OTHERS)]

    def open(
        self,
        invoice: DemoDocument,
        reason: Reason,
        day: date,
        amount: Decimal | None,
        *,
        photo: str | None = None,
    ) -> Case:
        """Without an amount, all that is left of it."""
        dispute = Disputed(
            at=self.office.hour(day),
            by=in_field(self.draw, invoice.client),
            client=invoice.client,
            invoice=invoice,
            reason=reason,
            amount=amount,
            note=texts.OPENING[reason],
            photo=photo,
        )
        self.contested.add(id(invoice))
        self.cases.append(Case(dispute, self.book, self.office))
        return self.cases[-1]


def credit_notes(ledger: DemoLedger) -> list[Noted]:
    return [
        Noted(one.debit, one.credit.label, one.amount, one.value_on)
        for one in ledger.allocations
        if isinstance(one.credit, DemoDocument) and one.credit.kind == "credit_note"
    ]
