"""What a promise was worth, where all we know of it came in through a history or a FEC."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from backend.database.transaction import fetch_all
from backend.promises.service.closing import close_day
from shared.rules.promise import PromisePolicy
from tests.imports.accounting_year import Year
from tests.imports.conftest import Load, StillClock, named, undo
from tests.makers.promises import make_promise

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("lawful_ledger")]

TAKEN, PROMISED = date(2026, 10, 26), date(2026, 11, 4)
DEADLINE = date(2026, 11, 6)
BEFORE, AFTER, TODAY = date(2026, 11, 5), date(2026, 11, 12), StillClock().today()


async def promised(number: str = "F1") -> None:
    """The client's word, given on 26 October, to pay all of the invoice on 4 November."""
    client, invoice = await named(number)
    await make_promise(
        client,
        invoice,
        amount=f"{invoice.amount}",
        promised_on=PROMISED,
        taken_on=TAKEN,
        recorded_at=datetime.combine(TAKEN, time(9), UTC),
    )


async def judged(day: date = TODAY) -> list[str]:
    """After a closing of that day; of the promise that was taken first."""
    now = datetime.combine(day, time(22), UTC)
    await close_day(day, today=TODAY, now=now, policy=PromisePolicy())
    rows = await fetch_all(
        "SELECT j.verdict, j.counted FROM promise_judgement j JOIN promise p ON p.id = j.promise"
        " ORDER BY p.id, j.place"
    )
    return [f"{row['verdict']} {row['counted']}" for row in rows]


Told = Callable[[date | None, date], Awaitable[None]]
"""Tells us when the invoice was paid, if it was, by a file that is whole for a day. Taken back, a
FEC's payment still stands in it, lettered no more."""


@pytest.fixture(params=["history", "fec"])
def told(request: pytest.FixtureRequest, load: Load, tmp_path: Path) -> Told:
    async def by_history(paid_on: date | None, as_of: date) -> None:
        row = f"C1;Alpha;F1;2026-05-01;2026-06-01;100.00;{paid_on or ''}"
        other = "C2;Beta;F9;2026-05-01;2026-06-01;5.00;"
        result = await load("history", [row, other], as_of=as_of)
        assert result.end == "applied"

    booked: list[date] = []

    async def by_fec(paid_on: date | None, as_of: date) -> None:
        year = Year(tmp_path, 2026)
        year.sale("20260501", "C1", "F1", "100,00").sale("20260501", "C2", "F9", "5,00")
        booked.extend([paid_on] if paid_on else [])
        for on in booked[-1:]:
            year.paid(f"{on:%Y%m%d}", "C1", "R1", "100,00")
        if paid_on:
            year.letter("F1", "A", f"{paid_on:%Y%m%d}").letter("R1", "A", f"{paid_on:%Y%m%d}")
        result = await load("fec", year.written(), as_of=as_of)
        assert result.end == "applied"

    return by_fec if request.param == "fec" else by_history


async def test_paid_in_time_it_is_kept(told: Told):
    await told(None, TAKEN)
    await promised()
    await told(BEFORE, TODAY)
    assert await judged() == ["kept 100.00"]


async def test_not_paid_it_is_broken_once_the_file_covers_its_day(told: Told):
    await told(None, TAKEN)
    await promised()
    await told(None, BEFORE)
    assert await judged() == []
    await told(None, DEADLINE)
    assert await judged() == ["broken 0.00"]


async def test_paid_after_its_day_it_is_kept_late(told: Told):
    await told(None, TAKEN)
    await promised()
    await told(None, DEADLINE)
    assert await judged(BEFORE) == []
    assert await judged(DEADLINE) == ["broken 0.00"]
    await told(AFTER, TODAY)
    assert await judged() == ["broken 0.00", "kept_late 100.00"]


async def test_told_at_once_that_it_was_late_it_is_both(told: Told):
    await told(None, TAKEN)
    await promised()
    await told(AFTER, TODAY)
    assert await judged() == ["broken 0.00", "kept_late 100.00"]


async def test_a_payment_that_the_next_file_takes_back_reopens_what_was_kept(told: Told):
    await told(None, TAKEN)
    await promised()
    await told(BEFORE, DEADLINE)
    assert await judged() == ["kept 100.00"]
    await told(None, TODAY)
    assert await judged() == ["kept 100.00", "reopened 0.00", "broken 0.00"]


async def test_an_import_that_is_undone_reopens_what_its_payment_had_kept(told: Told):
    await told(None, TAKEN)
    await promised()
    await told(BEFORE, DEADLINE)
    assert await judged() == ["kept 100.00"]
    await undo()
    # Nor is it known any more what came in until then.
    for _ in range(2):
        assert await judged() == ["kept 100.00", "reopened 0.00"]
    await told(None, TODAY)
    assert (await judged())[2:] == ["broken 0.00"]


async def test_a_day_that_the_next_file_corrects_is_judged_again(told: Told):
    await told(None, TAKEN)
    await promised()
    await told(AFTER, AFTER)
    assert await judged() == ["broken 0.00", "kept_late 100.00"]
    await told(BEFORE, TODAY)
    assert (await judged())[2:] == ["reopened 100.00", "kept 100.00"]


async def test_the_same_file_again_counts_no_euro_twice(told: Told):
    await told(None, TAKEN)
    await promised()
    for _ in range(2):
        await told(BEFORE, TODAY)
        assert await judged() == ["kept 100.00"]


async def test_lettered_with_two_payments_each_counts_from_its_own_day(load: Load, tmp_path: Path):
    year = Year(tmp_path, 2026).sale("20260501", "C1", "F1", "100,00")
    await load("fec", year.written(), as_of=TAKEN)
    await promised()
    year.paid("20261105", "C1", "R1", "40,00")
    await load("fec", year.written(), as_of=DEADLINE)
    assert await judged(DEADLINE) == ["broken 0.00"]
    year.paid("20261112", "C1", "R2", "60,00")
    for reference in ("F1", "R1", "R2"):
        year.letter(reference, "A", "20261112")
    await load("fec", year.written(), as_of=TODAY)
    assert await judged() == [
        "broken 0.00",
        "reopened 40.00",
        "partly_kept 40.00",
        "kept_late 100.00",
    ]


async def test_cash_that_is_not_lettered_yet_keeps_no_promise_on_the_invoice(
    load: Load, tmp_path: Path
):
    year = Year(tmp_path, 2026).sale("20260501", "C1", "F1", "100,00")
    await load("fec", year.written(), as_of=TAKEN)
    await promised()
    year.paid("20261105", "C1", "R1", "100,00")
    await load("fec", year.written(), as_of=DEADLINE)
    assert await judged(DEADLINE) == ["broken 0.00"]
    year.letter("F1", "A", "20261112").letter("R1", "A", "20261112")
    await load("fec", year.written(), as_of=TODAY)
    # Lettered on the twelfth, it had come on the fifth.
    assert await judged() == ["broken 0.00", "reopened 100.00", "kept 100.00"]
