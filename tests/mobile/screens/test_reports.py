"""The aged balance, and lists as files."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from mobile.screens.balance_day import day_of, month_ends
from mobile.store.place import AgedBalance, History, Nowhere, place_of, trail
from shared.ids import new_id
from tests.edge_fixtures import AddPerson
from tests.makers.ledger import ago, make_client, make_document, make_payment
from tests.mobile.app_fixtures import Browser
from tests.mobile.headless import TABLET

pytestmark = pytest.mark.anyio


@pytest.fixture
async def collector(add_person: AddPerson):
    return await add_person("collector", everything=True)


@pytest.fixture
async def ledger():
    client = await make_client("C1", name="Menuiserie Vauclair")
    await make_document(client, "3200.10", due_on=ago(47))
    await make_document(client, "200.00", due_on=ago(-5))
    await make_document(client, "70.00", currency="USD", due_on=ago(200))
    await make_payment(client, "100.00", value_on=ago(2))
    return client


@pytest.mark.parametrize("size", [(390, 844), TABLET])
async def test_every_bucket_is_told_to_the_cent_a_card_each_currency(
    browser: Browser, collector, ledger, size
):
    async with browser.window(size=size) as window:
        await window.sign_in(collector)
        await window.sees("clients-menu")
        await window.choose("open-balance")
        await window.sees("bucket-EUR-31-60")
        assert "3 300,10 €" in window.words("outstanding-EUR")
        assert "1 client · 2 pièces" in window.words("count-EUR")
        assert "3 200,10 €" in window.words("bucket-EUR-31-60")
        assert "échu de 31 à 60 jours : 3200,10 euros" in window.spoken("bucket-EUR-31-60")
        assert "200,00 €" in window.words("bucket-EUR-not_due")
        assert "−100,00 €" in window.words("unapplied-EUR")
        assert "70,00 $US" in window.words("bucket-USD-over-120")
        await window.tap("back")
        await window.misses("bucket-EUR-31-60")
        await window.sees(f"client-{ledger.id}")


async def test_a_day_in_the_address_is_the_day_of_the_balance(browser: Browser, collector, ledger):
    async with browser.window(f"/balance-agee/{ago(60)}") as window:
        await window.sign_in(collector)
        await window.sees("bucket-EUR-not_due")
        assert "3 200,10 €" in window.words("bucket-EUR-not_due")
        await window.reads("Recalculée telle qu’elle était ce jour-là.")
        assert window.typed("day") == ago(60).strftime("%d/%m/%Y")


async def test_another_day_is_a_tap_or_some_digits_away(browser: Browser, collector, ledger):
    async with browser.window("/balance-agee") as window:
        await window.sign_in(collector)
        await window.sees("bucket-EUR-31-60")
        chip = next(one for one in window.those("day-") if one not in ("day-today", "day-other"))
        await window.tap(chip)
        await window.until(
            lambda: (
                not window.those("bucket-EUR-31-60")
                or "3 200" not in window.words("bucket-EUR-31-60")
            ),
            "another age",
        )
        await window.tap("day-other")
        await window.type("day", "31/02/2026")
        await window.tap("day-show")
        await window.sees("day-error")
        assert window.typed("day") == "31/02/2026"
        await window.type("day", ago(60).strftime("%d.%m.%Y"))
        await window.tap("day-show")
        await window.until(
            lambda: "3 200,10 €" in window.words("bucket-EUR-not_due"), "that day's balance"
        )
        await window.tap("day-today")
        await window.until(lambda: "3 200,10 €" in window.words("bucket-EUR-31-60"), "today's")
        await window.misses("day")


async def test_nothing_owed_is_said(browser: Browser, collector):
    async with browser.window("/balance-agee") as window:
        await window.sign_in(collector)
        await window.sees("empty")


async def test_a_balance_that_cannot_be_confirmed_stays(browser: Browser, collector, ledger):
    async with browser.window("/balance-agee") as window:
        await window.sign_in(collector)
        await window.sees("bucket-EUR-31-60")
        browser.cut()
        await window.tap("refresh")
        await window.sees("error")
        assert "3 200,10 €" in window.words("bucket-EUR-31-60")
        browser.mend()
        await window.tap("error-retry")
        await window.misses("error")


def rows_of(content: bytes) -> list[list[object]]:
    [sheet] = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    return [list(row) for row in sheet.values]


async def test_the_list_is_taken_away_as_it_is_filtered_and_searched(
    browser: Browser, collector, ledger
):
    await make_client("C2", name="Scierie Mirovel")
    late = await make_client("C3", name="Menuiserie du Val")
    await make_document(late, "10.00", due_on=ago(3))
    async with browser.window() as window:
        await window.sign_in(collector)
        await window.tap("filter-overdue")
        await window.type("search", "vauclair")
        await window.misses(f"client-{late.id}")
        await window.choose("export-clients")
        await window.until(lambda: bool(browser.downloads), "a file")
    (name, content), *_ = browser.downloads
    assert name.startswith("clients-")
    assert name.endswith(".xlsx")
    said = str(rows_of(content))
    assert "Menuiserie Vauclair" in said
    assert "Mirovel" not in said
    assert "Menuiserie du Val" not in said


async def test_the_aged_balance_is_taken_away_as_of_the_day_shown(
    browser: Browser, collector, ledger
):
    day = ago(60)
    async with browser.window(f"/balance-agee/{day}") as window:
        await window.sign_in(collector)
        await window.sees("bucket-EUR-not_due")
        await window.tap("export-balance")
        await window.until(lambda: bool(browser.downloads), "a file")
    (name, content), *_ = browser.downloads
    assert name == f"balance-agee-{day}.xlsx"
    assert "3200.1" in str(rows_of(content))


async def test_without_a_line_no_file_is_made_up(browser: Browser, collector, ledger):
    async with browser.window() as window:
        await window.sign_in(collector)
        await window.sees("clients-menu")
        browser.cut()
        await window.choose("export-clients")
        await window.reads("Le serveur ne répond pas")
    assert browser.downloads == []


async def test_a_rep_reads_the_balance_of_their_own_and_takes_nothing_away(
    browser: Browser, add_person: AddPerson, ledger
):
    rep = await add_person("sales")
    own = await make_client("C9", rep=rep.id)
    await make_document(own, "12.00", due_on=ago(-3))
    async with browser.window() as window:
        await window.sign_in(rep)
        await window.sees("clients-menu")
        assert not {"export-clients", "export-balance"} & window.phone.identifiers()
        await window.choose("open-balance")
        await window.sees("outstanding-EUR")
        assert "12,00 €" in window.words("outstanding-EUR")
        assert "export-balance" not in window.phone.identifiers()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/10/2026", date(2026, 10, 31)),
        (" 1.2.2026 ", date(2026, 2, 1)),
        ("01-02-2026", date(2026, 2, 1)),
        ("2026-10-31", date(2026, 10, 31)),
        ("31/02/2026", None),
        ("31/10/26", None),
        ("hier", None),
        ("", None),
        ("٣١/١٠/٢٠٢٦", None),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date | None):
    assert day_of(text) == day


def test_the_last_months_and_the_last_year_are_a_tap_away():
    assert month_ends(date(2026, 11, 20)) == [
        date(2026, 10, 31),
        date(2026, 9, 30),
        date(2026, 8, 31),
        date(2025, 12, 31),
    ]
    assert month_ends(date(2026, 1, 31)) == [
        date(2025, 12, 31),
        date(2025, 11, 30),
        date(2025, 10, 31),
    ]


def test_each_place_has_its_address():
    client = new_id()
    for place in (History(client), AgedBalance(), AgedBalance(date(2026, 10, 31))):
        assert place_of(place.path) == place
        assert len(trail(place)) == (3 if isinstance(place, History) else 2)
    assert isinstance(place_of("/balance-agee/demain"), Nowhere)
    assert isinstance(place_of("/clients/un/historique"), Nowhere)
