"""The invariants hold on a sound ledger, and each of them notices its own breach."""

import asyncio
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from backend.activity.sealing import seal
from backend.database.transaction import connection, execute
from backend.invariants import INVARIANTS, breaches
from shared.ids import new_id
from tests.makers.comments import make_comment
from tests.makers.disputes import make_dispute
from tests.makers.ledger import (
    make_allocation,
    make_branch,
    make_client,
    make_company,
    make_document,
    make_payment,
    make_person,
)
from tests.makers.promises import make_cash_source, make_judgement, make_plan, make_promise
from tests.makers.visits import make_report, make_visit

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def sound_ledger() -> None:
    client = await make_client(branch=(await make_branch()).id)
    invoice, payment = await make_document(client), await make_payment(client)
    await make_allocation("40.00", debit=invoice, credit=payment)
    await make_allocation("10.00", debit=invoice)
    merged = await make_client(merged_into=client.id)
    note = await make_document(merged, "-9.00", kind="credit_note")
    await execute("UPDATE document SET client = $1 WHERE id = $2", client.id, note.id)
    promise = await make_promise(client, invoice, amount="50.00", state="kept")
    await make_judgement(promise, "kept")
    for _ in range(2):  # two proposals: one of them may be accepted
        await make_plan(client, invoice, amount="50.00")
    await make_cash_source(client.company, covers_through=date(2026, 11, 19))
    await make_comment(client.id)
    await make_dispute(client, invoice, "50.00")
    rep = (await make_person()).id
    await make_report(rep, client.id)
    for one in (client, merged):
        await make_visit(rep, one.id)
    await seal()
    await execute(
        "INSERT INTO held_client (id, device, client, version)"
        " SELECT gen_random_uuid(), device.id, $1, 1 FROM device LIMIT 1",
        client.id,
    )


async def test_a_sound_ledger_breaks_none():
    await sound_ledger()
    assert await breaches() == []


BREACHES = {
    "settled-by-allocations": "UPDATE document SET settled = settled - 1 WHERE amount > 0",
    "applied-by-allocations": "UPDATE payment SET applied = applied + 1",
    "one-account": "UPDATE payment SET currency = 'USD'",
    "sides": "UPDATE allocation SET credit_payment = NULL, debit_payment = credit_payment,"
    " debit_document = NULL WHERE credit_payment IS NOT NULL",
    "after-before-on": "UPDATE allocation SET value_after = value_on",
    "owed-by-who-it-became": "UPDATE document SET client = original_client",
    "merged-once": "UPDATE client SET merged_into = (SELECT max(id::text)::uuid FROM client)"
    " WHERE merged_into IS NULL",
    "branch-of-its-company": "UPDATE branch SET company = (SELECT max(id::text)::uuid"
    " FROM company)",
    "debtor-by-siren": "UPDATE client SET debtor = (SELECT id FROM debtor)",
    "smallest-unit": "UPDATE document SET currency = 'JPY', amount = amount + 0.5",
    "loaded-by-a-run": "UPDATE document SET import_run = gen_random_uuid()",
    "promise-as-judged": "UPDATE promise SET state = 'broken'",
    "promise-judged-in-order": "UPDATE promise_judgement SET verdict = 'kept_late'",
    "promise-about-something": "DELETE FROM promise_document",
    "plan-whole": "UPDATE payment_plan SET amount = amount + 1",
    "plan-accepted-with-proof": "UPDATE payment_plan SET state = 'accepted', accepted_at = now()",
    "plan-covers-alone": "UPDATE payment_plan SET state = 'active'",
    "cash-covered-by-imports": "UPDATE cash_source SET covers_through = covers_through + 1",
    "dispute-of-its-invoice": "UPDATE dispute SET client = (SELECT id FROM client"
    " WHERE merged_into IS NOT NULL)",
    "dispute-spans": "UPDATE dispute_span SET amount = amount - 1",
    "dispute-as-last-said": "UPDATE dispute_entry SET state = 'closed'",
    "comment-versions": "UPDATE comment SET version = 2, edited_at = recorded_at",
    "comment-told": "UPDATE activity SET kind = 'comment-forgotten'",
    "visit-told": "UPDATE activity SET kind = 'visit-forgotten'",
    "visit-one-place": "UPDATE visit SET place = 1",
    "words-known": "DELETE FROM search_word",
    "version-of-its-facts": "DELETE FROM client_version",
    "signed-out-holds-nothing": "UPDATE device SET revoked_at = created_at",
}


@pytest.mark.parametrize("invariant", INVARIANTS, ids=lambda invariant: invariant.name)
async def test_each_notices_its_own_breach(invariant):
    await sound_ledger()
    await make_company()
    await execute("INSERT INTO debtor VALUES ($1, '732829320', 'Debtor')", new_id())
    async with connection() as c, c.transaction():
        await c.execute("SET LOCAL session_replication_role = replica")  # the triggers sleep
        await c.execute(BREACHES[invariant.name])
    found = {breach.invariant.name: breach.rows for breach in await breaches()}
    assert found.get(invariant.name)


async def encours_check(database_url: str, data: Path) -> tuple[int, str, str]:
    """The command, in a process of its own: exit code, output and complaints."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "backend.cli",
        "check",
        cwd=Path(__file__).parents[1],
        env={"DATABASE_URL": database_url, "ENCOURS_DATA": str(data), "PATH": os.environ["PATH"]},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, complaints = await process.communicate()
    return process.returncode or 0, output.decode(), complaints.decode()


async def test_the_operator_is_told_what_holds_and_what_does_not(database_url, tmp_path):
    await sound_ledger()
    code, output, complaints = await encours_check(database_url, tmp_path)
    assert (code, complaints) == (0, "")
    assert f"All {len(INVARIANTS)}" in output
    async with connection() as c, c.transaction():
        await c.execute("SET LOCAL session_replication_role = replica")
        await c.execute(BREACHES["applied-by-allocations"])
    code, output, complaints = await encours_check(database_url, tmp_path)
    assert code == 1
    assert "applied-by-allocations" in complaints
