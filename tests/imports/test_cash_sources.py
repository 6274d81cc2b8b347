"""How far each import takes the cash that is known, by source; undone with it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from backend.activity.service import NOBODY
from backend.database.transaction import fetch_all, fetch_value
from backend.promises.service.closing import close_day
from backend.receivables import cash_sources
from shared.refusal import Refused
from shared.rules.promise import PromisePolicy
from tests.imports.conftest import Load, StillClock, undo
from tests.makers.ledger import MadeClient, MadeDocument
from tests.makers.promises import make_promise

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("lawful_ledger")]

ITEM = "C1;Alpha;F1;2026-05-01;2026-06-01;100.00"
TODAY = StillClock().today()


async def reach() -> dict[str, str]:
    return {
        row["name"]: f"{row['covers_through']:%m-%d}" for row in await cash_sources.cash_sources()
    }


async def known_through() -> str:
    through = await cash_sources.cash_through()
    return f"{min(through.values()):%m-%d}" if through else "never"


async def test_an_open_item_file_covers_the_day_it_is_of(load: Load):
    await load("open-items", [ITEM], as_of=date(2026, 11, 10))
    assert await reach() == {"ledger": "11-10"}


async def test_a_day_still_running_is_covered_by_nobodys_word_alone(load: Load):
    await load("open-items", [ITEM])
    assert await reach() == {"ledger": "11-19"}
    await load("open-items", [ITEM], as_of=TODAY)
    assert await reach() == {"ledger": "11-20"}


async def test_a_payments_file_covers_its_last_value_date_and_claims_nothing_beyond(load: Load):
    await load("open-items", [ITEM], as_of=date(2026, 11, 1))
    await load("payments", ["C1;P1;2026-11-05;10.00;F1", "C1;P2;2026-11-03;10.00;F1"])
    assert await reach() == {"ledger": "11-01", "payments": "11-05"}
    assert await known_through() == "11-01"
    await load("payments", ["C1;P3;2026-11-05;10.00;F1"], as_of=date(2026, 11, 12))
    assert await reach() == {"ledger": "11-01", "payments": "11-12"}


async def test_an_older_file_takes_nothing_back(load: Load):
    await load("open-items", [ITEM], as_of=date(2026, 11, 1))
    await load("payments", ["C1;P1;2026-11-05;10.00;F1"])
    await load("payments", ["C1;P2;2026-11-04;10.00;F1"])
    assert (await reach())["payments"] == "11-05"


async def test_two_banks_are_two_sources_and_the_least_fresh_counts(load: Load):
    await load("open-items", [ITEM], as_of=date(2026, 11, 18), source="compta")
    await load("payments", ["C1;P1;2026-11-05;10.00;F1"], source="crédit rural")
    await load("payments", ["C1;P2;2026-11-09;10.00;F1"], source="banque du nord")
    assert await reach() == {"banque du nord": "11-09", "compta": "11-18", "crédit rural": "11-05"}
    assert await known_through() == "11-05"


async def test_a_source_that_is_not_active_is_waited_for_no_more(load: Load):
    await load("open-items", [ITEM], as_of=date(2026, 11, 1))
    await load("payments", ["C1;P1;2026-11-05;10.00;F1"])
    [ledger] = [row for row in await cash_sources.cash_sources() if row["name"] == "ledger"]
    await cash_sources.set_cash_source(
        ledger["id"], is_active=False, by=NOBODY, now=StillClock().now()
    )
    assert await known_through() == "11-05"


async def test_a_history_loaded_once_at_the_beginning_is_not_waited_for(load: Load):
    await load("history", ["C1;Alpha;F0;2026-05-01;2026-06-01;50.00;2026-06-03"])
    assert await reach() == {"ledger": "06-03"}
    await load("open-items", [ITEM], as_of=date(2026, 11, 10))
    assert await reach() == {"ledger": "11-10"}


async def test_an_undone_import_covers_nothing(load: Load):
    await load("open-items", [ITEM], as_of=date(2026, 11, 1))
    await load("open-items", [ITEM], as_of=date(2026, 11, 10))
    await undo()
    assert await reach() == {"ledger": "11-01"}
    await undo()
    assert await reach() == {}


async def test_a_preview_covers_nothing(load: Load):
    await load("open-items", [ITEM], apply=False)
    assert await reach() == {}
    assert await known_through() == "never"


async def test_overlapping_statements_double_no_cash(load: Load):
    """The same payment in two files of one bank serves a promise once."""
    await load("open-items", [ITEM], as_of=date(2026, 11, 1), source="banque")
    [row] = await fetch_all("SELECT d.id, d.client FROM document d")
    company = await fetch_value("SELECT id FROM company")
    client = MadeClient(row["client"], company, "C1", "Alpha", "EUR")
    invoice = MadeDocument(
        row["id"], client.id, "F1", Decimal(100), "EUR", date(2026, 5, 1), date(2026, 6, 1)
    )
    promise = await make_promise(client, invoice, promised_on=date(2026, 11, 9))
    part = "C1;P1;2026-11-09;50.00;F1"
    await load("payments", [part], source="banque", as_of=date(2026, 11, 10))
    await load(
        "payments", [part, "C1;P2;2026-11-13;5.00;F1"], source="banque", as_of=date(2026, 11, 13)
    )
    await close_day(TODAY, today=TODAY, now=StillClock().now(), policy=PromisePolicy())
    counted = await fetch_all("SELECT verdict, counted FROM promise_judgement")
    assert [tuple(one) for one in counted] == [("partly_kept", Decimal("50.00"))]
    assert promise


async def test_an_import_that_promises_rest_on_is_not_undone(load: Load):
    await load("open-items", [ITEM], as_of=date(2026, 11, 1))
    [row] = await fetch_all(
        "SELECT d.id, d.client, c.company FROM document d JOIN client c ON c.id = d.client"
    )
    client = MadeClient(row["client"], row["company"], "C1", "Alpha", "EUR")
    invoice = MadeDocument(
        row["id"], client.id, "F1", Decimal(100), "EUR", date(2026, 5, 1), date(2026, 6, 1)
    )
    await make_promise(client, invoice, promised_on=date(2026, 11, 9))
    with pytest.raises(Refused, match="import-built-on"):
        await undo()
