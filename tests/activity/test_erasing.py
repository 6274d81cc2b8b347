"""Words can be taken out of the history; the facts, and the proof of them, stay."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import asyncpg
import pytest

from backend.activity import queries
from backend.activity.erasing import erase_text
from backend.activity.history import Told
from backend.activity.rules import text_digest
from backend.activity.sealing import head, seal
from backend.activity.service import By, Fact, record
from backend.activity.verifying import verify
from backend.database.transaction import execute, fetch_all, fetch_one, transaction
from shared.ids import new_id
from shared.refusal import Refused
from tests.activity.written import NOW, is_whole

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]

BY = By(new_id(), new_id())


async def fact_with_text() -> UUID:
    client = new_id()
    async with transaction():
        await record(
            Fact(
                kind="contact-changed",
                client=client,
                before={"note": "rude"},
                after={"note": "very rude"},
                why="said so",
            ),
            by=BY,
            at=NOW,
        )
    row = await fetch_one("SELECT id FROM activity WHERE client = $1", client)
    assert row is not None
    return row["id"]  # type: ignore[no-any-return]


async def stands(fact: UUID) -> dict[str, object]:
    row = await fetch_one("SELECT * FROM activity WHERE id = $1", fact)
    assert row is not None
    return dict(row)


async def test_the_words_are_gone_and_the_chain_still_verifies():
    fact = await fact_with_text()
    kept = await head()
    before = await stands(fact)
    assert await erase_text([fact], by=BY, at=NOW, why="asked for on 20 November") == 1
    assert await stands(fact) == before | {"before": None, "after": None, "why": None}
    assert (await verify(kept)).findings == []
    await is_whole()


async def test_a_fact_tells_of_the_erasure():
    fact = await fact_with_text()
    await erase_text([fact], by=BY, at=NOW, why="asked for")
    [told] = await fetch_all("SELECT * FROM activity WHERE kind = 'text-erased'")
    assert (told["subject"], told["why"]) == (fact, "asked for")
    assert (told["actor"], told["device"]) == BY
    assert told["client"] == (await stands(fact))["client"]


async def test_nothing_left_lets_anybody_try_guesses_of_the_text():
    fact = await fact_with_text()
    await seal()
    await erase_text([fact], by=BY, at=NOW)
    sealed = await fetch_one("SELECT * FROM sealed_fact WHERE fact = $1", fact)
    assert sealed is not None
    assert sealed["salt"] is None
    [told, *_] = [row async for row in chained()]
    assert told.why is None
    for salt in (b"", bytes(16)):
        assert text_digest(told._replace(why="said so"), salt) != sealed["text_digest"]


async def chained() -> AsyncIterator[Told]:
    async with transaction():
        async for row in queries.chain():
            yield Told(**{name: row[name] for name in Told._fields})


async def test_a_fact_not_yet_sealed_is_erased_as_well():
    fact = await fact_with_text()
    assert await erase_text([fact], by=BY, at=NOW) == 1
    await is_whole()


async def test_erasing_waits_for_a_sealer_that_has_read_the_text():
    fact = await fact_with_text()
    reading, go_on = asyncio.Event(), asyncio.Event()

    async def slow_sealer() -> None:
        async with transaction():
            await queries.hold_sealing()
            reading.set()
            await go_on.wait()
        await seal()

    sealer = asyncio.create_task(slow_sealer())
    await reading.wait()
    eraser = asyncio.create_task(erase_text([fact], by=BY, at=NOW))
    await asyncio.sleep(0)
    assert (await stands(fact))["why"] == "said so"
    go_on.set()
    await asyncio.gather(sealer, eraser)
    await is_whole()
    assert (await stands(fact))["why"] is None


async def test_erased_twice_is_told_once():
    fact = await fact_with_text()
    assert await erase_text([fact, fact], by=BY, at=NOW) == 1
    assert await erase_text([fact], by=BY, at=NOW) == 0
    assert len(await fetch_all("SELECT FROM activity WHERE kind = 'text-erased'")) == 1


async def test_the_operator_erases_by_the_id_of_a_fact(database_url, tmp_path):
    fact = await fact_with_text()

    async def encours(*arguments: str) -> tuple[int, str]:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "backend.cli", "erase-text", *arguments),
            cwd=Path(__file__).parents[2],
            env=os.environ
            | {
                "DATABASE_URL": database_url,
                "ENCOURS_DATA": str(tmp_path),
                "ENCOURS_LANGUAGE": "en",
            },
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        output, _ = await process.communicate()
        return process.returncode or 0, output.decode()

    assert await encours(str(fact), "--why", "asked for") == (
        0,
        "Erased the text of 1 of 1 facts.\n",
    )
    assert (await stands(fact))["why"] is None
    await is_whole()
    code, told = await encours(str(new_id()), "--why", "asked for")
    assert (code, told) == (1, "There is no such fact in the history.\n")
    code, told = await encours("12", "--why", "asked for")
    assert code == 2
    assert "“12” is not the id of a fact" in told


async def test_what_tells_of_an_erasure_is_not_erased():
    fact = await fact_with_text()
    await erase_text([fact], by=BY, at=NOW, why="asked for")
    [told] = await fetch_all("SELECT id FROM activity WHERE kind = 'text-erased'")
    assert await erase_text([told["id"]], by=BY, at=NOW) == 0
    assert (await stands(told["id"]))["why"] == "asked for"


async def test_with_one_that_does_not_exist_none_is_erased():
    fact = await fact_with_text()
    with pytest.raises(Refused) as refused:
        await erase_text([fact, new_id()], by=BY, at=NOW)
    assert refused.value.refusal.code == "fact-not-found"
    assert (await stands(fact))["why"] == "said so"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE activity SET why = NULL, before = NULL, after = NULL",
        "UPDATE sealed_fact SET salt = NULL",
    ],
)
async def test_the_database_erases_nothing_of_which_no_fact_tells(statement):
    await fact_with_text()
    await seal()
    with pytest.raises(asyncpg.IntegrityConstraintViolationError):
        await execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE activity SET why = 'else' WHERE id = $1",
        "UPDATE activity SET kind = 'else', before = NULL, after = NULL, why = NULL WHERE id = $1",
        "UPDATE sealed_fact SET salt = text_digest WHERE fact = $1",
        "UPDATE sealed_fact SET salt = NULL, hash = text_digest WHERE fact = $1",
    ],
)
async def test_an_erasure_is_no_leave_to_write(statement):
    fact = await fact_with_text()
    await seal()
    await erase_text([fact], by=BY, at=NOW)
    with pytest.raises(asyncpg.IntegrityConstraintViolationError):
        await execute(statement, fact)
