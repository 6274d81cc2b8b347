"""Facts stand or fall with what they tell of, and are never altered."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import asyncpg
import pytest

from backend.activity.service import (
    NOBODY,
    By,
    Fact,
    changed,
    record,
)
from backend.database.errors import TransactionMisuse
from backend.database.transaction import execute, fetch_all, transaction
from shared.ids import new_id

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


async def test_a_fact_keeps_who_when_where_and_what():
    client, subject, by = new_id(), new_id(), By(new_id(), new_id())
    said = NOW - timedelta(hours=3)
    async with transaction():
        await record(
            Fact(
                kind="terms-set",
                client=client,
                subject=subject,
                before={"due_on": date(2026, 1, 31), "amount": Decimal("10.50")},
                after={"due_on": None, "amount": Decimal(0), "by": subject},
                why="as agreed",
                said_at=said,
            ),
            by=by,
            at=NOW,
        )
    [fact] = await fetch_all("SELECT * FROM activity")
    assert (fact["kind"], fact["client"], fact["subject"], fact["why"]) == (
        "terms-set",
        client,
        subject,
        "as agreed",
    )
    assert (fact["actor"], fact["device"]) == by
    assert (fact["recorded_at"], fact["said_at"]) == (NOW, said)
    assert fact["before"] == {"due_on": "2026-01-31", "amount": "10.50"}
    assert fact["after"] == {"due_on": None, "amount": "0", "by": str(subject)}


async def test_a_fact_falls_with_its_transaction():

    async def undone() -> None:
        async with transaction():
            await record(Fact(kind="x"), by=NOBODY, at=NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await undone()
    assert await fetch_all("SELECT FROM activity") == []


async def test_no_fact_is_recorded_outside_a_transaction():
    with pytest.raises(TransactionMisuse):
        await record(Fact(kind="x"), by=NOBODY, at=NOW)


async def test_facts_of_one_moment_keep_their_order():
    async with transaction():
        await record(*(Fact(kind=f"k{n}") for n in range(5)), by=NOBODY, at=NOW)
    rows = await fetch_all("SELECT kind FROM activity ORDER BY id")
    assert [row["kind"] for row in rows] == ["k0", "k1", "k2", "k3", "k4"]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE activity SET why = 'else'", "DELETE FROM activity", "TRUNCATE activity CASCADE"],
)
async def test_no_fact_is_altered(statement: str):
    async with transaction():
        await record(Fact(kind="x"), by=NOBODY, at=NOW)
    with pytest.raises(asyncpg.IntegrityConstraintViolationError):
        await execute(statement)


async def test_a_change_tells_only_what_differs():
    before = {"name": "a", "role": "sales", "theme": "dark"}
    assert changed(before, {"name": "b", "role": "sales"}) == ({"name": "a"}, {"name": "b"})
    assert changed(before, before) == ({}, {})
