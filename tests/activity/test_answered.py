"""Whatever is sent again is applied once, and nobody's ids tell anybody else anything."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.activity.answered import Answered, Command, once
from backend.activity.service import NOBODY, By
from backend.database.engine import ENGINE
from backend.database.errors import TransactionMisuse
from backend.database.transaction import execute, fetch_all, fetch_value, transaction
from shared.ids import new_id
from shared.refusal import Refusal, Refused
from tests.database_fixtures import empty

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
CLAIRE, YANIS = By(new_id(), new_id()), By(new_id(), new_id())
BODY = {"name": "Lyon", "siren": None}
FEW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


async def add_company(id_: UUID, name: str = "Lyon") -> bool:
    tag = await execute(
        "INSERT INTO company (id, code, name, currency) VALUES ($1, $2, $3, 'EUR')"
        " ON CONFLICT (id) DO NOTHING",
        id_,
        str(new_id()),
        name,
    )
    return tag == "INSERT 0 1"


async def send(
    id_: UUID | None, *, by: By = CLAIRE, kind: str = "add-company", body: Any = BODY
) -> Answered:
    """One request, in its own transaction."""

    async def add(company_id: UUID) -> bool:
        return await add_company(company_id, body["name"])

    async with transaction():
        return await once(Command(kind, id_, body), add, by=by, at=NOW)


async def companies() -> list[UUID]:
    return [row["id"] for row in await fetch_all("SELECT id FROM company ORDER BY id")]


async def test_what_is_sent_again_is_applied_once():
    id_ = new_id()
    assert await send(id_) == (id_, False)
    assert await send(id_) == (id_, True)
    assert await companies() == [id_]


async def test_an_id_is_made_where_the_sender_made_none():
    first, second = await send(None), await send(None)
    assert await companies() == [first.id, second.id]


async def test_the_same_things_in_another_order_are_the_same_body():
    id_ = new_id()
    await send(id_, body={"name": "Lyon", "siren": None, "more": {"a": 1, "b": None}})
    again = await send(id_, body={"more": {"a": 1}, "name": "Lyon"})
    assert again == (id_, True)


@pytest.mark.parametrize(
    "change", [{"body": {"name": "Paris"}}, {"kind": "add-branch"}, {"body": BODY | {"x": [1]}}]
)
async def test_another_body_or_command_under_the_same_id_is_refused(change: dict[str, Any]):
    id_ = new_id()
    await send(id_)
    with pytest.raises(Refused, match="id-taken"):
        await send(id_, **change)
    assert await companies() == [id_]


async def test_somebody_elses_id_is_as_good_as_an_unused_one():
    id_ = new_id()
    await send(id_, by=YANIS, body={"name": "Theirs"})
    mine = await send(id_, by=CLAIRE)
    assert (mine.id != id_, mine.is_repeat) == (True, False)
    assert await send(id_, by=CLAIRE) == (mine.id, True)
    assert await send(id_, by=YANIS, body={"name": "Theirs"}) == (id_, True)
    assert await fetch_value("SELECT name FROM company WHERE id = $1", id_) == "Theirs"


async def test_whether_what_somebody_else_made_still_exists_is_not_told():
    id_ = new_id()
    await send(id_, by=YANIS)
    await execute("DELETE FROM company")
    assert (await send(id_, by=CLAIRE)).id != id_


async def test_an_id_in_use_that_no_command_made_is_left_alone():
    id_ = new_id()
    await add_company(id_, "From elsewhere")
    mine = await send(id_)
    assert mine.id != id_
    assert await send(id_) == (mine.id, True)
    assert await fetch_value("SELECT name FROM company WHERE id = $1", id_) == "From elsewhere"


async def test_a_refused_command_leaves_nothing_and_may_be_sent_again():
    id_ = new_id()

    async def refuse(_: UUID) -> bool:
        raise Refused(Refusal("code-taken", 409, "Taken."))

    with pytest.raises(Refused, match="code-taken"):
        async with transaction():
            await once(Command("add-company", id_, BODY), refuse, by=CLAIRE, at=NOW)
    assert await send(id_, body={"name": "Something else"}) == (id_, False)


async def test_ids_are_of_version_seven():
    with pytest.raises(Refused, match="id-not-uuid7"):
        await send(uuid4())


async def test_outside_a_transaction_nothing_is_applied():
    with pytest.raises(TransactionMisuse):
        await once(Command("add-company", new_id(), BODY), add_company, by=CLAIRE, at=NOW)


async def test_the_command_line_counts_as_one_sender():
    id_ = new_id()
    assert await send(id_, by=NOBODY) == (id_, False)
    assert await send(id_, by=NOBODY) == (id_, True)
    assert (await send(id_, by=CLAIRE)).id != id_


async def test_of_many_sent_at_once_one_is_applied_and_all_hear_the_same():
    id_ = new_id()
    answers = await asyncio.gather(*(send(id_) for _ in range(6)))
    assert {answer.id for answer in answers} == {id_}
    assert sorted(answer.is_repeat for answer in answers) == [False] + [True] * 5
    assert await companies() == [id_]


async def test_one_that_waited_for_a_failure_is_applied():
    id_ = new_id()
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def fail(company_id: UUID) -> bool:
        await add_company(company_id)
        begun.set()
        await go_on.wait()
        raise ConnectionResetError

    async def first() -> None:
        async with transaction():
            await once(Command("add-company", id_, BODY), fail, by=CLAIRE, at=NOW)

    failing = asyncio.create_task(first())
    await begun.wait()
    waiting = asyncio.create_task(send(id_))
    await is_waiting_for_the_other()
    go_on.set()
    with pytest.raises(ConnectionResetError):
        await failing
    assert await waiting == (id_, False)


async def is_waiting_for_the_other() -> None:
    async with asyncio.timeout(10):
        while not await fetch_value("SELECT count(*) FROM pg_locks WHERE NOT granted"):  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0)  # for the other task


@dataclass
class Sent:
    """What a test sends, by whom, and what came of it."""

    by: By
    id_: UUID
    name: str
    answer: Answered | None = field(default=None)

    async def go(self) -> None:
        try:
            self.answer = await send(self.id_, by=self.by, body={"name": self.name})
        except Refused as no:
            assert no.refusal.code == "id-taken"  # noqa: PT017 - many at once


requests = st.lists(
    st.tuples(st.sampled_from([CLAIRE, YANIS]), st.integers(0, 1), st.sampled_from("ab")),
    min_size=2,
    max_size=6,
)


@given(wanted=requests)
@FEW
async def test_whoever_sends_what_at_once_each_thing_is_made_once(
    wanted: list[tuple[By, int, str]],
):
    await empty(ENGINE)
    ids = [new_id(), new_id()]
    sent = [Sent(by, ids[nth], name) for by, nth, name in wanted]
    await asyncio.gather(*(one.go() for one in sent))
    made: dict[tuple[By, UUID], Sent] = {}
    for one in sent:
        if one.answer is not None:
            first = made.setdefault((one.by, one.id_), one)
            # Whoever was answered sent what the first of them sent, and hears of the same thing.
            assert first.answer is not None
            assert (one.answer.id, one.name) == (first.answer.id, first.name)
    assert set(made) == {(one.by, one.id_) for one in sent}
    rows = {row["id"]: row["name"] for row in await fetch_all("SELECT id, name FROM company")}
    assert rows == {one.answer.id: one.name for one in made.values() if one.answer}
