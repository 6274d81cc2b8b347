"""What follows from a fact stands or falls with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from backend import reactions
from backend.activity.reacting import DEPTH_MOST, Reaction, Recorded, no_longer, react_to
from backend.activity.service import By, Fact, record
from backend.database.transaction import fetch_all, transaction
from backend.wiring import wire
from shared.ids import new_id

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
BY = By(new_id(), new_id())


@contextmanager
def reacting(kind: str, reaction: Reaction) -> Iterator[None]:
    react_to(kind, reaction)
    try:
        yield
    finally:
        no_longer(kind, reaction)


async def kinds() -> list[str]:
    return [row["kind"] for row in await fetch_all("SELECT kind FROM activity ORDER BY id")]


async def test_a_reaction_is_told_the_fact_as_it_was_written():
    told: list[Recorded] = []

    async def listen(recorded: Recorded) -> None:
        told.append(recorded)

    fact = Fact(kind="payment-reversed", subject=new_id())
    with reacting("payment-reversed", listen):
        async with transaction():
            await record(Fact(kind="payment-taken"), fact, by=BY, at=NOW)
    [one] = told
    assert (one.fact, one.by, one.at) == (fact, BY, NOW)
    assert await fetch_all("SELECT FROM activity WHERE id = $1 AND kind = $2", one.id, fact.kind)


async def test_what_a_reaction_records_stands_beside_the_fact_and_has_reactions_of_its_own():
    async def then(recorded: Recorded) -> None:
        following = {"payment-reversed": "promise-judged", "promise-judged": "client-alerted"}
        kind = following[recorded.fact.kind]
        await record(Fact(kind=kind), by=recorded.by, at=recorded.at)

    with reacting("payment-reversed", then), reacting("promise-judged", then):
        async with transaction():
            await record(Fact(kind="payment-reversed"), by=BY, at=NOW)
    assert await kinds() == ["payment-reversed", "promise-judged", "client-alerted"]


async def test_a_reaction_that_fails_undoes_the_command():
    async def fail(_recorded: Recorded) -> None:
        raise ZeroDivisionError

    async def command() -> None:
        async with transaction():
            await record(Fact(kind="payment-reversed"), by=BY, at=NOW)

    with reacting("payment-reversed", fail), pytest.raises(ZeroDivisionError):
        await command()
    assert await kinds() == []


async def test_reactions_that_go_round_in_a_circle_are_stopped():
    async def again(recorded: Recorded) -> None:
        await record(Fact(kind="x"), by=recorded.by, at=recorded.at)

    async def command() -> None:
        async with transaction():
            await record(Fact(kind="x"), by=BY, at=NOW)

    with reacting("x", again), pytest.raises(RecursionError, match="circle"):
        await command()
    assert await kinds() == []
    assert DEPTH_MOST < 100


async def test_a_process_that_is_wired_twice_reacts_once(monkeypatch):
    told: list[Recorded] = []

    async def listen(recorded: Recorded) -> None:
        told.append(recorded)

    monkeypatch.setattr("backend.wiring.REACTIONS", (*reactions.REACTIONS, ("y", listen)))
    wire()
    wire()
    try:
        async with transaction():
            await record(Fact(kind="y"), by=BY, at=NOW)
    finally:
        no_longer("y", listen)
    assert len(told) == 1
