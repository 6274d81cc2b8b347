"""Whoever tampers with the history, even as the database's owner, is found out."""

from __future__ import annotations

import asyncio
import os
import sys
import tracemalloc
from pathlib import Path

import pytest

from backend.activity.history import Head
from backend.activity.sealing import head
from backend.activity.verifying import FINDINGS_SHOWN, verify
from backend.commands.check import check
from backend.database.transaction import connection
from shared.ids import new_id
from tests.activity.written import is_whole, write

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def tamper(*statements: str) -> None:
    """As the owner of the database, whose triggers can be put to sleep."""
    async with connection() as c, c.transaction():
        await c.execute("SET LOCAL session_replication_role = replica")
        for statement in statements:
            await c.execute(statement)


async def five_facts() -> Head:
    for kind in "abcde":
        await write(kind, why=f"because {kind}")
    return (await is_whole()).head


AT_3 = "(SELECT fact FROM sealed_fact WHERE position = 3)"
TAMPERED = {
    "altered: its kind": [f"UPDATE activity SET kind = 'z' WHERE id = {AT_3}"],
    "altered: its text": [f"UPDATE activity SET why = 'z' WHERE id = {AT_3}"],
    "altered: its text taken away": [f"UPDATE activity SET why = NULL WHERE id = {AT_3}"],
    "altered: its author": [f"UPDATE activity SET actor = id WHERE id = {AT_3}"],
    "altered: its client": [f"UPDATE activity SET client = id WHERE id = {AT_3}"],
    "altered: its instant": [
        f"UPDATE activity SET said_at = said_at - interval '1 second' WHERE id = {AT_3}"
    ],
    "altered: its text and salt": [
        f"UPDATE activity SET why = NULL WHERE id = {AT_3}",
        "UPDATE sealed_fact SET salt = NULL WHERE position = 3",
    ],
    "altered: its salt alone": ["UPDATE sealed_fact SET salt = NULL WHERE position = 3"],
    "altered: its digest": ["UPDATE sealed_fact SET text_digest = hash WHERE position = 3"],
    "removed: the fact": [f"DELETE FROM activity WHERE id = {AT_3}"],
    "removed: its place": ["DELETE FROM sealed_fact WHERE position = 3"],
    "removed: fact and place": [
        f"DELETE FROM activity WHERE id = {AT_3}",
        "DELETE FROM sealed_fact WHERE position = 3",
    ],
    "removed, those after it moved up": [
        f"DELETE FROM activity WHERE id = {AT_3}",
        "DELETE FROM sealed_fact WHERE position = 3",
        "UPDATE sealed_fact SET position = position - 1 WHERE position = 4",
        "UPDATE sealed_fact SET position = position - 1 WHERE position = 5",
    ],
    "inserted: a fact": [
        (
            "INSERT INTO activity (id, recorded_at, said_at, kind)"
            f" VALUES ('{new_id()}', now(), now(), 'z')"
        ),
    ],
    "inserted: a fact in its place": [
        "UPDATE sealed_fact SET position = 6 WHERE position = 5",
        "UPDATE sealed_fact SET position = 5 WHERE position = 4",
        (
            "INSERT INTO activity (id, recorded_at, said_at, kind)"
            " VALUES ('01930000-0000-7000-8000-000000000001', now(), now(), 'z')"
        ),
        (
            "INSERT INTO sealed_fact SELECT 4, '01930000-0000-7000-8000-000000000001', salt,"
            " text_digest, hash FROM sealed_fact WHERE position = 3"
        ),
    ],
    "reordered": [
        "UPDATE sealed_fact SET position = 30 WHERE position = 3",
        "UPDATE sealed_fact SET position = 3 WHERE position = 4",
        "UPDATE sealed_fact SET position = 4 WHERE position = 30",
    ],
    "truncated: places only": ["DELETE FROM sealed_fact WHERE position > 3"],
    "waiting for nothing": [f"INSERT INTO unsealed_fact VALUES ('{new_id()}')"],
}


@pytest.mark.parametrize("statements", TAMPERED.values(), ids=TAMPERED)
async def test_a_row_that_was(statements, capsys):
    await five_facts()
    assert await check(None) == 0
    await tamper(*statements)
    assert await check(None) == 1
    assert "history" in capsys.readouterr().err


TRUNCATED = (
    "DELETE FROM activity WHERE id IN (SELECT fact FROM sealed_fact WHERE position > 3)",
    "DELETE FROM sealed_fact WHERE position > 3",
)


async def test_facts_cut_off_at_the_end_are_missed_by_whoever_kept_the_head(capsys):
    kept = await five_facts()
    await tamper(*TRUNCATED)
    assert await check(None) == 0  # nothing in the database itself can tell
    assert await check(kept) == 1
    assert "ends at 3" in capsys.readouterr().err
    await write("f", "g", "h")
    assert await check(kept) == 1
    assert "is another" in capsys.readouterr().err


async def test_a_history_written_anew_is_another():
    kept = await five_facts()
    await tamper(
        "UPDATE activity SET why = 'else' WHERE kind = 'b'",
        "DELETE FROM sealed_fact",
        "INSERT INTO unsealed_fact SELECT id FROM activity",
    )
    await is_whole()
    assert [finding.position for finding in (await verify(kept)).findings] == [5]


async def test_a_head_of_before_is_still_passed_by_a_history_that_went_on():
    kept = await five_facts()
    await write("f")
    assert await check(kept) == 0
    assert (await verify(kept)).findings == []


async def test_of_many_findings_the_first_are_told():
    await write(*("a" for _ in range(60)))
    await is_whole()
    await tamper("UPDATE activity SET kind = 'z'")
    findings = (await verify()).findings
    assert [finding.position for finding in findings] == list(range(1, FINDINGS_SHOWN + 1))


async def test_one_altered_fact_does_not_cast_doubt_on_the_others():
    await five_facts()
    await tamper(*TAMPERED["altered: its kind"])
    assert [finding.position for finding in (await verify()).findings] == [3]


async def test_it_streams():
    """A history ten times as long is verified in the same memory."""

    async def peak() -> int:
        await verify()
        tracemalloc.start()
        await verify()
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    await write(*("a" for _ in range(1_000)), why="x" * 200)
    short = await peak()
    await write(*("a" for _ in range(9_000)), why="x" * 200)
    assert await peak() < 1.5 * short


async def encours_check(database_url: str, data: Path, *options: str) -> tuple[int, str, str]:
    """The command, in a process of its own: exit code, output and complaints."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "backend.cli", "check", *options),
        cwd=Path(__file__).parents[2],
        env=os.environ | {"DATABASE_URL": database_url, "ENCOURS_DATA": str(data)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, complaints = await process.communicate()
    return process.returncode or 0, output.decode(), complaints.decode()


async def test_the_operator_keeps_the_head_and_gives_it_back(database_url, tmp_path):
    await write("a", "b")
    code, output, complaints = await encours_check(database_url, tmp_path)
    assert (code, complaints) == (0, "")
    printed = output.split("Head of the history: ")[1].strip()
    assert printed == str(await head())
    code, _, _ = await encours_check(database_url, tmp_path, "--head", printed)
    assert code == 0
    code, _, complaints = await encours_check(database_url, tmp_path, "--head", "2:beef")
    assert code == 2
    assert "“2:beef” is not a head" in complaints
