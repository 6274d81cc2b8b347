"""What an import settles closes its disputes, and what is undone or taken back opens them again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backend.database.transaction import fetch_all, fetch_one
from tests.imports.accounting_year import Year
from tests.imports.conftest import Load, StillClock, named, undo
from tests.makers.disputes import make_dispute

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("lawful_ledger")]

BEFORE, PAID, AFTER = date(2026, 10, 31), date(2026, 11, 5), date(2026, 11, 19)
OPEN = "C1;Alpha;F1;2026-05-01;2026-06-01;100.00"
OTHER = "C2;Beta;F9;2026-05-01;2026-06-01;5.00"
Tell = Callable[[bool], Awaitable[None]]
"""Tells by one kind of file that the invoice is owed (False), or that it was paid."""


@pytest.fixture(params=["open-items", "history", "payments", "fec"])
def tell(request: pytest.FixtureRequest, load: Load, tmp_path: Path) -> Tell:
    kind = request.param

    async def told(is_paid: bool) -> None:
        as_of = AFTER if is_paid else BEFORE
        if kind == "fec":
            year = Year(tmp_path, 2026).sale("20260501", "C1", "F1", "100,00")
            year.sale("20260501", "C2", "F9", "5,00")
            if is_paid:
                year.paid("20261105", "C1", "R1", "100,00", "A").letter("F1", "A", "20261105")
            result = await load("fec", year.written(), as_of=as_of)
        elif is_paid and kind == "payments":
            result = await load("payments", [f"C1;P1;{PAID};100.00;F1"])
        elif is_paid and kind == "history":
            result = await load("history", [f"{OPEN};{PAID}", f"{OTHER};"], as_of=as_of)
        else:
            rows = [OTHER] if is_paid else [OPEN, OTHER]
            result = await load("open-items", rows, as_of=as_of, confirm_closing=True)
        assert result.end == "applied", result

    return told


async def state() -> tuple[str, str | None, date | None]:
    row = await fetch_one("SELECT state, closed_because, closed_on FROM dispute")
    assert row is not None
    return row["state"], row["closed_because"], row["closed_on"]


async def test_every_kind_of_file_closes_what_it_settles_and_undone_opens_it_again(tell: Tell):
    await tell(False)
    client, invoice = await named("F1")
    decided: dict[str, Any] = {"state": "partly_accepted", "granted": 30}
    await make_dispute(client, invoice, "60.00", blocked=30, resolution="credit_note", **decided)
    for _ in range(2):
        await tell(True)
        assert await state() == ("closed", "settled", StillClock().today())
        await undo()
        assert await state() == ("partly_accepted", None, None)
    moves = await fetch_all("SELECT move FROM dispute_entry ORDER BY place")
    assert [row["move"] for row in moves] == [None, *["close", "reopen"] * 2]
    told = await fetch_all("SELECT kind FROM activity WHERE kind LIKE 'dispute-%' ORDER BY id")
    assert [row["kind"] for row in told] == ["dispute-closed", "dispute-reopened"] * 2
    # The 30.00 were held on every day since it was opened.
    spans = await fetch_all("SELECT amount, until_on FROM dispute_span ORDER BY from_on, until_on")
    assert {row["amount"] for row in spans} == {30}
    assert [row["until_on"] for row in spans if row["until_on"] != StillClock().today()] == [None]


async def test_an_item_that_a_later_file_has_again_is_disputed_as_it_was(load: Load):
    """It was never settled (decision 11): neither was its dispute."""
    await load("open-items", [OPEN, OTHER], as_of=BEFORE)
    client, invoice = await named("F1")
    await make_dispute(client, invoice, "60.00")
    await load("open-items", [OTHER], as_of=PAID, confirm_closing=True)
    assert (await state())[0] == "closed"
    await load("open-items", [OPEN, OTHER], as_of=AFTER)
    assert await state() == ("opened", None, None)
