"""The portfolio on the device: pages put in whole, thrown away for others, right on any day."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mobile.sync import portfolio_tables
from mobile.sync.keeping import Folders, Memory
from mobile.sync.owner import Owner
from mobile.sync.portfolio import Portfolio, erase_portfolio, erase_portfolios_of_others
from shared.ids import new_id
from tests.mobile.sync.copies import (
    LOADED_AT,
    TODAY,
    client,
    copy_of,
    identity,
    invoice,
    page,
    person,
)
from tests.mobile.sync.pieces import comment, outbox

pytestmark = pytest.mark.anyio

CLAIRE = Owner("https://credit.test", new_id())
PAUL = Owner("https://credit.test", new_id())
YESTERDAY = TODAY - timedelta(days=1)


@contextmanager
def portfolio(root: Path, owner: Owner = CLAIRE) -> Iterator[Portfolio]:
    opened = Portfolio(Folders(root).of(owner), owner)
    try:
        yield opened
    finally:
        opened.close()


def names(held: Portfolio, *asked: Any, **more: Any) -> list[str]:
    return [row.name for row in held.listed(TODAY, *asked, **more).rows]


async def test_a_page_is_there_when_the_app_starts_again(tmp_path: Path):
    alpha = client("C1", "Alpha", invoice("120.00", YESTERDAY))
    at = datetime(2026, 11, 20, 8, 12, tzinfo=UTC)
    with portfolio(tmp_path) as held:
        assert (held.cursor, held.read_at, held.count()) == (None, None, 0)
        await held.apply(page([alpha], cursor="c7"), at)
    with portfolio(tmp_path) as again:
        assert (again.cursor, again.read_at, again.count()) == ("c7", at, 1)
        assert again.copy(alpha.identity.id) == alpha
        assert again.copy(new_id()) is None


async def test_the_same_page_twice_is_once(tmp_path: Path):
    alpha, beta = client("C1", "Alpha"), client("C2", "Beta", merged_codes=["C9"])
    with portfolio(tmp_path) as held:
        await held.apply(page([alpha, beta]))
        before = dump(held)
        await held.apply(page([alpha, beta]), held.read_at)
        assert dump(held) == before


def dump(held: Portfolio) -> list[str]:
    return sorted(held._rows.connection.iterdump())


async def test_what_a_client_becomes_takes_its_place_and_what_is_gone_leaves_nothing(
    tmp_path: Path,
):
    whose = identity("C1", "Alpha", merged_codes=["OLD1"])
    with portfolio(tmp_path) as held:
        await held.apply(page([copy_of(whose, invoice("10.00", TODAY, "FA-1"))]))
        renamed = whose.model_copy(update={"name": "Omega"})
        await held.apply(page([copy_of(renamed, invoice("20.00", TODAY, "FA-2"))], cursor="c2"))
        assert names(held) == ["Omega"]
        assert names(held, "alpha") == names(held, "FA-1") == []
        assert names(held, "FA-2") == names(held, "old1") == ["Omega"]
        await held.apply(page(gone=[whose.id], cursor="c3"))
        assert (names(held), names(held, "omega"), held.cursor) == ([], [], "c3")
        for table in ("client", "word", "number", "merged"):
            [(left,)] = held._rows.connection.execute(f"SELECT count(*) FROM {table}")
            assert left == 0


async def test_a_restart_begins_anew(tmp_path: Path):
    with portfolio(tmp_path) as held:
        await held.apply(page([client("C1", "Alpha"), client("C2", "Beta")]))
        await held.apply(page([client("C3", "Gamma")], restart=True, cursor="other"))
        assert (names(held), held.cursor) == (["Gamma"], "other")


async def test_a_page_that_breaks_off_changes_nothing_and_moves_nothing(tmp_path: Path):
    alpha = client("C1", "Alpha")
    with portfolio(tmp_path) as held:
        await held.apply(page([alpha], cursor="c1"))
        before = dump(held)
        connection = held._rows.connection
        connection.execute(
            "CREATE TEMP TRIGGER breaks BEFORE INSERT ON client WHEN NEW.code = 'C3'"
            " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
        )
        broken = page([client("C2", "Beta"), client("C3", "Gamma")], [alpha.identity.id], "c2")
        with pytest.raises(sqlite3.IntegrityError):
            await held.apply(broken)
        assert dump(held) == before


async def test_it_is_nobody_elses_and_of_no_other_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with portfolio(tmp_path) as held:
        await held.apply(page([client("C1", "Alpha")]))
    with portfolio(tmp_path, PAUL) as his:
        assert his.count() == 0
    moved = Portfolio(Folders(tmp_path).of(CLAIRE), replace(CLAIRE, user_id=PAUL.user_id))
    assert (moved.count(), moved.cursor) == (0, None)
    await moved.apply(page([client("C1", "Alpha")]))
    moved.close()
    monkeypatch.setattr("mobile.sync.portfolio.VERSION", portfolio_tables.VERSION + 1)
    with portfolio(tmp_path, CLAIRE) as newer:
        assert (newer.count(), newer.cursor) == (0, None)


async def test_a_broken_file_is_replaced(tmp_path: Path):
    with portfolio(tmp_path) as held:
        await held.apply(page([client("C1", "Alpha")]))
    (tmp_path / CLAIRE.name / "portfolio.sqlite").write_bytes(b"half a file" * 1_000)
    with portfolio(tmp_path) as again:
        assert again.count() == 0
        await again.apply(page([client("C1", "Alpha")]))
        assert again.count() == 1


async def test_signing_out_erases_the_portfolio_and_no_entry(tmp_path: Path):
    with outbox(tmp_path, CLAIRE) as entries:
        entry = await entries.record("post-comment", new_id(), comment())
    with portfolio(tmp_path) as held:
        await held.apply(page([client("C1", "Alpha")]))
    erase_portfolio(Folders(tmp_path).of(CLAIRE))
    assert not list((tmp_path / CLAIRE.name).glob("portfolio*"))
    with portfolio(tmp_path) as again, outbox(tmp_path, CLAIRE) as entries:
        assert again.count() == 0
        assert [one.id for one in entries.entries()] == [entry.id]


async def test_who_signs_in_leaves_of_others_only_what_they_entered(tmp_path: Path):
    for owner in (CLAIRE, PAUL):
        with portfolio(tmp_path, owner) as held, outbox(tmp_path, owner) as entries:
            await held.apply(page([client("C1", "Alpha")]))
            await entries.record("post-comment", new_id(), comment())
    await erase_portfolios_of_others(Folders(tmp_path), PAUL)
    with portfolio(tmp_path, PAUL) as his, portfolio(tmp_path, CLAIRE) as hers:
        assert (his.count(), hers.count()) == (1, 0)
    for owner in (CLAIRE, PAUL):
        with outbox(tmp_path, owner) as entries:
            assert len(entries.entries()) == 1


async def test_ages_are_those_of_the_day_it_is_opened(tmp_path: Path):
    due = date(2026, 11, 20)
    alpha = client("C1", "Alpha", invoice("100.00", due), invoice("-30.00", due))
    with portfolio(tmp_path) as held:
        await held.apply(page([alpha]))
        before, after = (
            held.client_file(alpha.identity.id, due + timedelta(days=days)) for days in (0, 31)
        )
        assert before is not None
        assert after is not None
        assert (before.overdue, before.buckets.not_due.amount) == (Decimal(0), Decimal(100))
        assert (before.next_due_on, before.next_due_amount) == (due, Decimal(100))
        assert (after.overdue, after.oldest_days_overdue) == (Decimal(100), 31)
        assert (after.buckets.d31_60.documents, after.next_due_on) == (1, None)
        assert before.outstanding == after.outstanding == Decimal(70)
        assert before.data_as_of == LOADED_AT
        assert held.client_file(new_id(), due) is None
        [row] = held.listed(due, chosen="all").rows
        [later] = held.listed(due + timedelta(days=31)).rows
        assert (row.overdue, later.overdue) == (Decimal(0), Decimal(100))
        assert later.oldest_days_overdue == 31


async def test_the_list_is_filtered_ordered_and_added_up(tmp_path: Path):
    mine = person(CLAIRE.user_id)
    alpha = client("C1", "Alpha", invoice("10.00", YESTERDAY), rep=mine)
    beta = client("C2", "Beta", invoice("500.00", TODAY), branch_id=new_id(), branch="Lyon")
    gamma = client("C3", "Émile", invoice("90.00", TODAY - timedelta(days=9)), collector=mine)
    empty = client("C4", "Zut")
    with portfolio(tmp_path) as held:
        await held.apply(page([gamma, empty, beta, alpha]))
        assert names(held) == ["Alpha", "Beta", "Émile", "Zut"]
        assert names(held, sort="outstanding") == ["Beta", "Émile", "Alpha", "Zut"]
        assert names(held, sort="overdue") == ["Émile", "Alpha", "Beta", "Zut"]
        assert names(held, sort="oldest") == ["Émile", "Alpha", "Beta", "Zut"]
        assert names(held, chosen="mine") == ["Alpha", "Émile"]
        assert names(held, chosen="overdue") == ["Alpha", "Émile"]
        assert names(held, chosen="unassigned") == ["Émile", "Zut"]
        assert names(held, first=1, limit=2) == ["Beta", "Émile"]
        assert held.listed(TODAY, limit=2).total == 4
        totals = held.totals(TODAY)
        assert (totals.clients, totals.mine, totals.overdue, totals.unassigned) == (4, 2, 2, 2)
        [euros] = totals.currencies
        assert (euros.outstanding, euros.overdue) == (Decimal(600), Decimal(100))
        assert totals.data_as_of == LOADED_AT


async def test_a_session_keeps_its_portfolio_in_memory():
    held = Portfolio(Memory(), CLAIRE)
    await held.apply(page([client("C1", "Alpha")]))
    assert names(held, "alpah") == ["Alpha"]
    held.close()
