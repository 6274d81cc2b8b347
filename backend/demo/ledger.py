"""The demo company's clients and two years of their ledger, drawn from one seed.

Pure: the same day gives the same company, and nothing here knows a database. Clients have habits,
and their payments follow from them: most pay on time, some late, some in one run at the end of the
month, a few hardly at all. What would happen after today has not happened.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from backend.demo.clients import HABITS, DemoClient, invented_clients
from backend.demo.plans import DemoPlan, agreed
from shared.calendar import is_business_day, month_end, next_business_day
from shared.rules.terms import due_on

SEED = 20_240_611
DOCUMENTS = 9_000
HISTORY = timedelta(days=730)
CENT = Decimal("0.01")


@dataclass(slots=True)
class DemoDocument:
    client: DemoClient
    kind: str
    issued_on: date
    due_on: date
    amount: Decimal
    label: str
    currency: str
    number: str = ""


@dataclass(slots=True)
class DemoPayment:
    client: DemoClient
    value_on: date
    amount: Decimal
    currency: str
    method: str
    number: str = ""


@dataclass(slots=True)
class DemoAllocation:
    debit: DemoDocument
    credit: DemoDocument | DemoPayment
    amount: Decimal
    value_on: date


@dataclass(slots=True)
class DemoLedger:
    clients: list[DemoClient] = field(default_factory=list)
    documents: list[DemoDocument] = field(default_factory=list)
    payments: list[DemoPayment] = field(default_factory=list)
    allocations: list[DemoAllocation] = field(default_factory=list)
    plans: list[DemoPlan] = field(default_factory=list)


def generate(today: date) -> DemoLedger:
    """The whole company as of `today`."""
    draw = random.Random(SEED)  # noqa: S311 - repeatable on purpose, nothing secret
    ledger = DemoLedger(clients=invented_clients(draw))
    total = sum(client.weight for client in ledger.clients)
    plans = agreed(ledger.clients, today)
    for client in ledger.clients:
        wanted = max(3, round(client.weight / total * DOCUMENTS * 0.955))
        _Account(ledger, client, draw, today, plans.get(client.code)).live(wanted)
    ledger.plans = [plan for plan in plans.values() if plan.covered]
    _number(ledger)
    return ledger


class _Account:
    """One client's two years, written into the ledger as they happen."""

    def __init__(
        self,
        ledger: DemoLedger,
        client: DemoClient,
        draw: random.Random,
        today: date,
        plan: DemoPlan | None,
    ) -> None:
        self.ledger, self.client, self.draw, self.today = ledger, client, draw, today
        self.plan = plan
        self.runs: dict[tuple[date, str], list[tuple[DemoDocument, Decimal]]] = {}

    def live(self, invoices: int) -> None:
        start = self.today - HISTORY
        days = sorted(self.draw.randrange(HISTORY.days + 1) for _ in range(invoices))
        for offset in days:
            day = next_business_day(start + timedelta(days=offset))
            if day <= self.today:
                self._invoice(day)
        for value_on, currency in sorted(self.runs):
            self._pay(value_on, currency, self.runs[value_on, currency])
        if self.plan is not None:
            self._pay_by_plan(self.plan)
        if self.draw.random() < 0.05:
            self._money_on_account()

    def _invoice(self, day: date) -> None:
        amount = _cents(self.client.usual_amount * self.draw.lognormvariate(0, 0.55))
        due = due_on(day, self.client.terms)
        invoice = self._book("invoice", day, due, amount, "Livraison", self._currency())
        left = amount
        if self.draw.random() < 0.02:
            left -= self._deposit(invoice)
        if self.draw.random() < 0.035:
            left -= self._credit_note(invoice, left)
        if left > 0:
            self._plan_payment(invoice, left)

    def _deposit(self, invoice: DemoDocument) -> Decimal:
        day = next_business_day(invoice.issued_on - timedelta(days=self.draw.randrange(8, 30)))
        if day >= invoice.issued_on:
            return Decimal(0)
        share = _cents(float(invoice.amount) * 0.3)
        deposit = self._book("deposit", day, day, -share, "Acompte à la commande", invoice.currency)
        self._allocate(invoice, deposit, share, invoice.issued_on)
        return share

    def _credit_note(self, invoice: DemoDocument, left: Decimal) -> Decimal:
        day = next_business_day(invoice.issued_on + timedelta(days=self.draw.randrange(4, 40)))
        share = min(left, _cents(float(invoice.amount) * self.draw.choice((0.05, 0.1, 0.2, 0.4))))
        if day > self.today or share <= 0:
            return Decimal(0)
        why = self.draw.choice(("Retour de marchandise", "Remise oubliée", "Erreur de prix"))
        credit_note = self._book("credit_note", day, day, -share, why, invoice.currency)
        if self.draw.random() < 0.12:  # nobody has matched it yet
            return Decimal(0)
        self._allocate(invoice, credit_note, share, day)
        return share

    def _plan_payment(self, invoice: DemoDocument, left: Decimal) -> None:
        _, usual, spread, in_parts = HABITS[self.client.habit]
        when = invoice.due_on + timedelta(days=round(self.draw.gauss(usual, spread)))
        when = next_business_day(max(when, invoice.issued_on))
        if self.client.habit == "month_end":
            when = _last_business_day(when)
        if self.draw.random() < in_parts:
            first = _cents(float(left) * self.draw.choice((0.4, 0.5, 0.6)))
            self._plan(when, invoice, first)
            when = next_business_day(when + timedelta(days=self.draw.randrange(25, 70)))
            left -= first
        self._plan(when, invoice, left)

    def _plan(self, when: date, invoice: DemoDocument, share: Decimal) -> None:
        if self.plan is not None and self.plan.takes(invoice, when):
            self.plan.cover(invoice, share)
        elif when <= self.today and share > 0:
            self.runs.setdefault((when, invoice.currency), []).append((invoice, share))

    def _pay_by_plan(self, plan: DemoPlan) -> None:
        """Each payment settles what the plan covers, the first due first."""
        left = dict(plan.covered)
        for value_on, amount in plan.paid() if plan.covered else ():
            if value_on > self.today:
                break
            shares: list[tuple[DemoDocument, Decimal]] = []
            free = amount
            for key, (invoice, open_) in left.items():
                share = min(open_, free)
                left[key] = (invoice, open_ - share)
                free -= share
                if share > 0:
                    shares.append((invoice, share))
            self._pay(value_on, self.client.currency, shares)

    def _currency(self) -> str:
        also = self.client.also_currency
        return also if also is not None and self.draw.random() < 0.4 else self.client.currency

    def _pay(
        self, value_on: date, currency: str, shares: list[tuple[DemoDocument, Decimal]]
    ) -> None:
        method = self.draw.choice(("virement", "virement", "virement", "chèque", "traite"))
        total = sum((share for _, share in shares), Decimal(0))
        payment = DemoPayment(self.client, value_on, total, currency, method)
        self.ledger.payments.append(payment)
        for invoice, share in shares:
            self._allocate(invoice, payment, share, value_on)

    def _money_on_account(self) -> None:
        """A transfer without a reference, which nobody has matched yet."""
        value_on = next_business_day(self.today - timedelta(days=self.draw.randrange(3, 40)))
        if value_on <= self.today:
            amount = _cents(self.client.usual_amount * 0.8)
            self.ledger.payments.append(
                DemoPayment(self.client, value_on, amount, self.client.currency, "virement")
            )

    def _book(
        self, kind: str, day: date, due: date, amount: Decimal, label: str, currency: str
    ) -> DemoDocument:
        document = DemoDocument(self.client, kind, day, due, amount, label, currency)
        self.ledger.documents.append(document)
        return document

    def _allocate(
        self,
        debit: DemoDocument,
        credit: DemoDocument | DemoPayment,
        amount: Decimal,
        value_on: date,
    ) -> None:
        self.ledger.allocations.append(DemoAllocation(debit, credit, amount, value_on))


def _cents(value: float) -> Decimal:
    return max(CENT, Decimal(value).quantize(CENT, rounding=ROUND_HALF_UP))


def _last_business_day(day: date) -> date:
    last = month_end(day)
    while not is_business_day(last):
        last -= timedelta(days=1)
    return last if last >= day else _last_business_day(month_end(day) + timedelta(days=1))


def _number(ledger: DemoLedger) -> None:
    """Numbers follow the day of issue, one series a kind, a company and a year."""
    prefix = {"invoice": "F", "credit_note": "A", "deposit": "AC"}
    last: dict[tuple[str, str, int], int] = {}
    ledger.documents.sort(key=lambda document: (document.issued_on, document.client.code))
    for document in ledger.documents:
        series = (document.client.branch.company, document.kind, document.issued_on.year)
        last[series] = last.get(series, 0) + 1
        year = document.issued_on.year % 100
        document.number = f"{prefix[document.kind]}-{year:02d} {last[series]:05d}"
    for place, payment in enumerate(
        sorted(ledger.payments, key=lambda p: (p.value_on, p.client.code))
    ):
        payment.number = f"R{payment.value_on:%y%m}-{place + 1:05d}"
