"""A month of promises, replayed day by day as payments reach us late: no false broken.

Twelve clients promise. Three of four pay in time, by bank A or bank B; the others five days after
the deadline. What we know of it comes days later: bank A's file every other day, bank B's every ten
days; or nothing but three open-item files.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from backend.database.transaction import fetch_all, fetch_value
from backend.promises.service.closing import close_day
from shared.rules.promise import PromisePolicy, deadline_of
from tests.imports.conftest import Load
from tests.makers.ledger import MadeClient, MadeDocument
from tests.makers.promises import make_promise

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("lawful_ledger")]

BEGIN, END = date(2026, 10, 1), date(2026, 11, 19)
DAY = timedelta(days=1)


@dataclass
class Payer:
    number: int
    promise: UUID | None = None

    @property
    def promised_on(self) -> date:
        return BEGIN + 2 * self.number * DAY

    @property
    def deadline_on(self) -> date:
        return deadline_of(self.promised_on)

    @property
    def is_late(self) -> bool:
        return self.number % 4 == 3

    @property
    def paid_on(self) -> date:
        days = {0: self.promised_on - 2 * DAY, 1: self.promised_on, 2: self.deadline_on}
        return days.get(self.number % 4, self.deadline_on + 5 * DAY)

    def item(self) -> str:
        return f"C{self.number};Client;F{self.number};2026-08-01;2026-09-01;100.00"

    def payment(self) -> str:
        return f"C{self.number};P{self.number};{self.paid_on};100.00;F{self.number}"


async def promised() -> list[Payer]:
    payers = [Payer(number) for number in range(12)]
    for payer in payers:
        row = (
            await fetch_all(
                "SELECT d.*, c.company FROM document d JOIN client c ON c.id = d.client"
                " WHERE d.number = $1",
                f"F{payer.number}",
            )
        )[0]
        client = MadeClient(row["client"], row["company"], "", "", "EUR")
        invoice = MadeDocument(
            row["id"], client.id, "", row["amount"], "EUR", row["issued_on"], row["due_on"]
        )
        payer.promise = await make_promise(
            client,
            invoice,
            promised_on=payer.promised_on,
            taken_on=date(2026, 9, 20),
            recorded_at=datetime.combine(date(2026, 9, 20), time(9), UTC),
        )
    return payers


async def verdicts(payer: Payer) -> list[str]:
    rows = await fetch_all(
        "SELECT verdict FROM promise_judgement WHERE promise = $1 ORDER BY place", payer.promise
    )
    return [row["verdict"] for row in rows]


async def replay(payers: list[Payer], arrive: Callable[[date], Awaitable[None]]) -> None:
    day = BEGIN
    while day <= END:
        await arrive(day)
        now = datetime.combine(day, time(22), UTC)
        await close_day(day, today=day, now=now, policy=PromisePolicy())
        for payer in payers:
            if not payer.is_late:
                assert await verdicts(payer) in ([], ["kept"]), (payer, day)
        day += DAY


async def test_payments_of_two_banks_that_come_late_break_no_promise(load: Load):
    await load("open-items", [Payer(n).item() for n in range(12)], as_of=date(2026, 9, 19))
    source = await fetch_value("SELECT id FROM cash_source WHERE name = 'ledger'")
    from backend.activity.service import NOBODY  # noqa: PLC0415
    from backend.receivables.cash_sources import set_cash_source  # noqa: PLC0415

    await set_cash_source(source, is_active=False, by=NOBODY, now=datetime(2026, 9, 20, tzinfo=UTC))
    payers = await promised()
    nobody = "C0;P99;2026-09-20;0.01;"
    for bank in ("bank A", "bank B"):
        row = nobody.replace("P99", f"P{bank[-1]}")
        await load("payments", [row], source=bank, as_of=date(2026, 9, 20))
    known = {"bank A": date(2026, 9, 20), "bank B": date(2026, 9, 20)}

    async def arrive(day: date) -> None:
        for bank, every, delay in (("bank A", 2, 1), ("bank B", 10, 3)):
            if (day - BEGIN).days % every:
                continue
            through = day - delay * DAY
            rows = [
                payer.payment()
                for payer in payers
                if payer.number % 2 == (bank == "bank B") and known[bank] < payer.paid_on <= through
            ]
            rows = rows or [f"C0;{bank} {day};{through};0.01;"]
            await load("payments", rows, source=bank, as_of=through)
            known[bank] = through

    await replay(payers, arrive)
    for payer in payers:
        expected = ["broken", "kept_late"] if payer.is_late else ["kept"]
        assert await verdicts(payer) == expected, payer


async def test_open_item_files_alone_break_no_promise_that_was_kept(load: Load):
    await load("open-items", [Payer(n).item() for n in range(12)], as_of=date(2026, 9, 19))
    payers = await promised()
    rest = "C0;Client;F99;2026-08-01;2026-12-01;5.00"

    async def arrive(day: date) -> None:
        if day in {date(2026, 10, 11), date(2026, 10, 22), date(2026, 11, 10)}:
            as_of = day - DAY
            rows = [payer.item() for payer in payers if payer.paid_on > as_of]
            await load("open-items", [*rows, rest], as_of=as_of, confirm_closing=True)

    await replay(payers, arrive)
    found = {payer.number: await verdicts(payer) for payer in payers}
    assert all(found[payer.number] == ["kept"] for payer in payers if not payer.is_late)
    # Seen open in a file of a day after its deadline, one that paid late is known to have.
    assert ["broken", "kept_late"] in found.values()
