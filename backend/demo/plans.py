"""The demo company's payment plans, and how those who agreed to one then pay. Pure.

What a plan covers is paid by the plan and no more by the client's habit: the ledger writes it so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING, NamedTuple

from shared.calendar import add_business_days, add_months, next_business_day
from shared.rules.payment_plan import Instalment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backend.demo.clients import DemoClient
    from backend.demo.ledger import DemoDocument

COVERED_MOST = 8
MATURE = timedelta(days=45)
"""After so long no credit note comes any more: what a plan covers then is only paid."""
CENT = Decimal("0.01")
TWICE = 2
"""A client may owe nothing a plan could cover on its day: the other one does."""


class Scheme(NamedTuple):
    """One plan's story: proposed so long ago, in so many parts, each of which is paid or not.

    `pays` has a letter for each part: on its day, `l`ate by two weeks, `m`issed. `ends` is what
    people do: leave it proposed, accept it, or cancel it before or after.
    """

    days_ago: int
    pays: str
    ends: str = "accepted"


SCHEMES = (
    Scheme(430, "pppp"),
    Scheme(310, "pplppp"),
    Scheme(140, "pppppp"),
    Scheme(112, "plppp"),
    Scheme(78, "pmpp"),
    Scheme(205, "pmmm"),
    Scheme(11, "ppp"),
    Scheme(5, "ppp", "proposed"),
    Scheme(3, "pppppp", "proposed"),
    Scheme(95, "mmm", "refused"),
    Scheme(160, "pmmm", "cancelled"),
)


@dataclass(slots=True)
class DemoPlan:
    client: DemoClient
    scheme: Scheme
    proposed_on: date
    covered: dict[int, tuple[DemoDocument, Decimal]] = field(default_factory=dict)

    @property
    def accepted_on(self) -> date:
        return add_business_days(self.proposed_on, 3)

    def takes(self, invoice: DemoDocument, when: date) -> bool:
        """Whether a payment of that invoice, planned for that day, is made by the plan instead."""
        is_due = invoice.due_on < self.proposed_on <= when
        is_mature = invoice.issued_on + MATURE <= self.proposed_on
        has_room = id(invoice) in self.covered or len(self.covered) < COVERED_MOST
        return is_due and is_mature and has_room and invoice.currency == self.client.currency

    def cover(self, invoice: DemoDocument, share: Decimal) -> None:
        _, before = self.covered.get(id(invoice), (invoice, Decimal(0)))
        self.covered[id(invoice)] = (invoice, before + share)

    @property
    def invoices(self) -> list[DemoDocument]:
        return [invoice for invoice, _ in self.covered.values()]

    @property
    def amount(self) -> Decimal:
        return sum((share for _, share in self.covered.values()), Decimal(0))

    @property
    def instalments(self) -> list[Instalment]:
        """Equal parts, a month apart; the last takes the cents that are left."""
        parts = len(self.scheme.pays)
        first = next_business_day(self.proposed_on + timedelta(days=15))
        share = (self.amount / parts).quantize(CENT, rounding=ROUND_DOWN)
        shares = [share] * (parts - 1) + [self.amount - share * (parts - 1)]
        return [
            Instalment(next_business_day(add_months(first, place)), amount)
            for place, amount in enumerate(shares)
        ]

    def paid(self) -> Iterator[tuple[date, Decimal]]:
        """What the client pays of it, and when."""
        if self.scheme.ends in {"proposed", "refused"}:
            return
        for how, one in zip(self.scheme.pays, self.instalments, strict=True):
            if how != "m":
                late = timedelta(days=14 if how == "l" else 0)
                yield next_business_day(one.due_on + late), one.amount


def agreed(clients: Sequence[DemoClient], today: date) -> dict[str, DemoPlan]:
    """Two plans for each scheme, with those who pay slowly and owe much, by the client's code."""
    slow = [
        client
        for client in clients
        if client.habit in {"stuck", "very_slow"}
        and client.is_assigned
        and client.rep
        and client.currency == "EUR"
        and client.also_currency is None
    ]
    slow.sort(key=lambda client: (-client.weight, client.code))
    return {
        client.code: DemoPlan(client, scheme, next_business_day(today - timedelta(scheme.days_ago)))
        for client, scheme in zip(slow, SCHEMES * TWICE, strict=False)
    }
