"""Whatever an import changes of what devices hold, they hear of; and so they do of its undoing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backend.imports.loading import Progress
from backend.imports.service import import_file
from shared.ids import new_id
from tests.access.world import make_viewer
from tests.changes.phone import Phone, anew
from tests.imports.accounting_year import Year
from tests.imports.conftest import HEADERS, StillClock, job_of, named, undo
from tests.makers.disputes import make_dispute
from tests.makers.ledger import make_client, make_company

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("lawful_ledger")]

JUNE, JULY, AUGUST = date(2026, 6, 30), date(2026, 7, 31), date(2026, 8, 31)
TODAY = date(2026, 11, 20)
F1 = "C1;Alpha;F1;2026-05-01;2026-06-01;100.00"
F2 = "C2;Beta;F2;2026-05-02;2026-06-02;200.00"
PAID = "C1;P1;2026-07-02;100.00;F1"
PAID_LATER = "C1;P1;2026-07-09;100.00;F1"


class Loading:
    """A device that catches up after each file, and is then as one that begins anew."""

    def __init__(self, phone: Phone, folder: Path) -> None:
        self.phone = phone
        self._folder = folder

    async def __call__(self, kind: str, rows: Path | tuple[str, ...], **options: Any) -> None:
        if not isinstance(rows, Path):
            path = self._folder / f"{new_id()}.csv"
            path.write_text("\n".join((HEADERS[kind], *rows)) + "\n", encoding="utf-8")
            rows = path
        told = await import_file(job_of(kind, rows, **options), StillClock(), Progress())
        assert told.end == "applied", told

    async def follows(self, *, changed: bool = True) -> None:
        before = dict(self.phone.clients)
        await self.phone.catch_up()
        new = await anew(self.phone.http, self.phone.person)
        await new.catch_up()
        assert self.phone.clients == new.clients
        assert (self.phone.clients != before) is changed


@pytest.fixture
async def load(phone_of, tmp_path: Path) -> AsyncIterator[Loading]:
    """Every test ends by taking its last file back."""
    phone = phone_of(await make_viewer("finance_director", everything=True))
    await phone.catch_up()
    loading = Loading(phone, tmp_path)
    yield loading
    await undo()
    await loading.follows()
    assert phone.restarts == 1


async def test_items_that_come_change_go_and_are_back(load: Loading):
    await load("open-items", (F1, F2), as_of=JUNE)
    await load.follows()
    await load("open-items", (F1.replace("100.00", "60.00"), F2), as_of=JULY)
    await load.follows()
    await load("open-items", (F2,), as_of=AUGUST, confirm_closing=True)
    await load.follows()
    await load("open-items", (F1, F2), as_of=date(2026, 9, 30))
    await load.follows()


async def test_payments_that_come_and_are_told_otherwise(load: Loading):
    await load("open-items", (F1, F2), as_of=JUNE)
    await load("payments", (PAID,))
    await load.follows()
    await load("payments", (PAID.replace("100.00", "40.00"), "C2;P2;2026-07-03;9.00;"))
    await load.follows()


async def test_a_history_that_opens_a_document_again(load: Loading):
    await load("history", (f"{F1};2026-06-11", f"{F2};"))
    await load.follows()
    await load("history", (f"{F1};", f"{F2};"))
    await load.follows()


async def test_a_dispute_that_ends_with_its_invoice(load: Loading):
    await load("open-items", (F1, F2), as_of=JUNE)
    client, invoice = await named("F1")
    await make_dispute(client, invoice)
    await load.phone.catch_up()
    await load("open-items", (F2,), as_of=JULY, confirm_closing=True)
    await load.follows()
    [one] = load.phone.clients[str(client.id)]["disputes"]
    assert (one["state"], one["closed_because"]) == ("closed", "settled")


async def test_money_on_account_that_is_used_up(load: Loading):
    await load("open-items", (F1, "C1;Alpha;A1;2026-05-01;2026-05-01;-25.00"), as_of=JUNE)
    await load.follows()
    await load("payments", ("C1;P9;2026-07-02;25.00;",))
    await load.follows()
    await load("open-items", (F1,), as_of=JULY, confirm_closing=True)
    await load.follows()


async def test_the_particulars_of_clients(load: Loading):
    await load("open-items", (F1, F2), as_of=JUNE)
    await load.follows()
    await load("clients", ("C1;Alpha Frères;;;732829320;30 jours;a@alpha.test;Lyon",))
    await load.follows()


async def test_a_name_for_a_client_that_had_its_code_for_one(load: Loading):
    company = await make_company()
    await make_client("C1", name="C1", company=company.id)
    await load("open-items", (F2.replace("C2;Beta", "C3;Gamma"),), as_of=JUNE)
    await load.phone.catch_up()
    await load("payments", ("C1;P1;2026-07-02;5.00;",), as_of=None)
    await load("open-items", (F1, F2.replace("C2;Beta", "C3;Gamma")), as_of=JULY)
    await load.follows()
    assert "Alpha" in load.phone.names


@pytest.fixture
def year(tmp_path: Path) -> Year:
    """F1 is paid by R1 and lettered with it; F2 is owed."""
    year = Year(tmp_path, 2026).sale("20260501", "C1", "F1", "100,00", "A")
    return year.paid("20261105", "C1", "R1", "100,00", "A").sale("20260601", "C1", "F2", "50,00")


def without(year: Year, reference: str) -> Year:
    year.rows = [row for row in year.rows if f"|{reference}|" not in row]
    return year


async def test_lettering_that_is_taken_off(load: Loading, year: Year):
    await load("fec", year.written(), as_of=TODAY)
    await load.follows()
    await load("fec", year.letter("F1", "", "").letter("R1", "", "").written(), as_of=TODAY)
    await load.follows()


async def test_a_payment_that_is_gone_from_the_books(load: Loading, year: Year):
    """Nothing is added, changed or closed: one settlement is dropped."""
    await load("fec", year.written(), as_of=TODAY)
    await load.follows()
    await load("fec", without(year, "R1").letter("F1", "", "").written(), as_of=TODAY)
    await load.follows()


async def test_an_invoice_that_is_gone_from_the_books(load: Loading, year: Year):
    await load("fec", year.written(), as_of=TODAY)
    await load.follows()
    await load("fec", without(year, "F1").letter("R1", "", "").written(), as_of=TODAY)
    await load.follows()


async def test_a_payment_of_another_day_and_amount(load: Loading, year: Year):
    year.letter("F1", "", "").letter("R1", "", "")
    await load("fec", year.written(), as_of=TODAY)
    await load.follows()
    year.rows = [
        row.replace("20261105", "20261106").replace("100,00", "90,00") if "|R1|" in row else row
        for row in year.rows
    ]
    await load("fec", year.written(), as_of=TODAY)
    await load.follows()


async def test_matches_that_somebody_confirms(load: Loading, tmp_path: Path):
    year = Year(tmp_path, 2026).sale("20260310", "C1", "F1", "100,00")
    year.paid("20260420", "C1", "F1", "100,00")
    await load("fec", year.written(), as_of=TODAY)
    await load.follows()
    await load("fec", year.written(), as_of=TODAY, accept_matches=True)
    await load.follows()
