"""What the demo company's people said in two years, as the database holds it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from backend.activity.verifying import verify
from backend.database.transaction import fetch_all, fetch_value
from backend.files.storage import storage_of
from backend.invariants import breaches
from backend.promises.service.closing import close_day
from shared.rules.dispute import DEPARTMENTS, REASONS, STATES
from tests.demo.conftest import TODAY

pytestmark = pytest.mark.anyio

SCOPE = """NOT (a.sees_everything OR a.id IN (c.rep, c.collector)
  OR EXISTS (SELECT FROM account_branch b WHERE b.account = a.id AND b.branch = c.branch))"""


async def counted(sql: str) -> dict[Any, int]:
    return {row[0]: row[1] for row in await fetch_all(sql)}


async def test_promises_ended_in_every_way_there_is(company):
    found = await counted("SELECT state, count(*) FROM promise GROUP BY 1")
    assert found.keys() == {
        "open", "kept", "partly_kept", "broken", "kept_late", "superseded", "withdrawn"
    }  # fmt: skip
    assert found["kept"] > 100
    assert found["kept_late"] > 40
    assert found["broken"] > 10


async def test_open_promises_fall_due_today_tomorrow_and_next_week(company):
    due = await counted(
        "SELECT promised_on, count(*) FROM promise WHERE state = 'open' AND plan IS NULL GROUP BY 1"
    )
    for day in (TODAY, TODAY + timedelta(days=3), TODAY + timedelta(days=5)):
        assert due.get(day, 0) >= 1, day


async def test_some_promises_are_unknown_where_a_bank_has_sent_nothing(company):
    late = await fetch_all(
        "SELECT k.code, s.through FROM promise p JOIN client c ON c.id = p.client"
        " JOIN company k ON k.id = c.company JOIN (SELECT company, min(covers_through) AS through"
        "   FROM cash_source GROUP BY 1) s ON s.company = k.id"
        " WHERE p.state = 'open' AND p.deadline_on < $1 AND p.deadline_on > s.through",
        TODAY,
    )
    assert len(late) >= 3
    assert {row["code"] for row in late} == {"RL"}
    overdue = "SELECT count(*) FROM promise WHERE state = 'open' AND deadline_on < $1"
    assert await fetch_value(overdue, TODAY) == len(late)


async def test_payment_plans_are_proposed_running_kept_missed_and_given_up(company):
    found = await counted("SELECT state, count(*) FROM payment_plan GROUP BY 1")
    assert found.keys() >= {"proposed", "active", "completed", "broken", "cancelled"}
    parts = await counted("SELECT state, count(*) FROM promise WHERE plan IS NOT NULL GROUP BY 1")
    assert parts.keys() >= {"open", "kept", "broken", "kept_late"}


async def test_disputes_stand_in_every_state_for_every_reason_and_department(company):
    states = await counted("SELECT state, count(*) FROM dispute GROUP BY 1")
    assert states.keys() == set(STATES)
    assert min(states.values()) >= 2
    assert set(await counted("SELECT reason, count(*) FROM dispute GROUP BY 1")) == set(REASONS)
    departments = await counted("SELECT department, count(*) FROM dispute GROUP BY 1")
    assert set(departments) == set(DEPARTMENTS)
    closed = await counted("SELECT closed_because, count(*) FROM dispute GROUP BY 1")
    assert closed.keys() >= {"settled", "resolved"}
    assert await fetch_value("SELECT count(*) FROM dispute_entry WHERE move = 'reopen'") >= 3


async def test_a_dispute_that_a_credit_note_ended_granted_what_it_took_off(company):
    granted = await fetch_value(
        "SELECT count(*) FROM dispute d WHERE d.state = 'closed' AND d.granted > 0 AND EXISTS"
        " (SELECT FROM allocation a WHERE a.debit_document = d.document AND a.amount = d.granted"
        "   AND a.credit_document IS NOT NULL)"
    )
    assert granted >= 20


async def test_some_disputes_show_a_photo_that_can_be_opened(company):
    rows = await fetch_all(
        "SELECT f.body, f.thumbnail, f.media_type FROM dispute_file x"
        " JOIN stored_file f ON f.id = x.file"
    )
    assert len(rows) >= 3
    storage = storage_of(company)
    for row in rows:
        assert row["media_type"] == "image/jpeg"
        with storage.read(row["body"]) as body, storage.read(row["thumbnail"]) as thumbnail:
            assert body.read(2) == thumbnail.read(2) == b"\xff\xd8"


async def test_threads_name_people_and_roles_pin_decisions_and_have_unread_words(company):
    assert await fetch_value("SELECT count(*) FROM comment") > 200
    named = "SELECT count(account), count(role) FROM comment_mention"
    ((people, roles),) = await fetch_all(named)
    assert people > 100
    assert roles >= 3
    assert await fetch_value("SELECT count(*) FROM comment WHERE pinned_at IS NOT NULL") >= 10
    reading = await counted(
        "SELECT m.account, count(c.id) FILTER (WHERE c.recorded_at > m.read_through"
        "  AND c.author <> m.account) FROM thread_read m"
        " JOIN comment c ON c.client = m.client GROUP BY 1"
    )
    assert len(reading) == 14
    assert sum(unread > 0 for unread in reading.values()) >= 10


async def test_reps_reported_their_visits_and_have_a_round_to_make_today(company):
    moods = await counted("SELECT mood, count(*) FROM visit_report GROUP BY 1")
    assert moods.keys() == {"satisfied", "annoyed", "avoiding"}
    assert sum(moods.values()) > 100
    rounds = (
        "SELECT account, count(*) FROM visit v WHERE planned_on = '2026-11-20' AND NOT EXISTS"
        " (SELECT FROM visit_report r WHERE r.visit = v.id) GROUP BY 1"
    )
    assert list((await counted(rounds)).values()) == [5] * 5
    done = "SELECT count(*) FROM visit_report WHERE visit IS NOT NULL"
    assert await fetch_value(done) >= 10


@pytest.mark.parametrize(
    "said",
    [
        "promise x JOIN account a ON a.id IN (x.taken_by, x.ended_by)",
        "payment_plan x JOIN account a ON a.id IN (x.proposed_by, x.accepted_by, x.ended_by)",
        "dispute x JOIN account a ON a.id IN (x.opened_by, x.owner)",
        "comment x JOIN account a ON a.id IN (x.author, x.pinned_by)",
        "visit x JOIN account a ON a.id = x.account",
        "visit_report x JOIN account a ON a.id = x.author",
    ],
)
async def test_everybody_speaks_of_clients_they_see(company, said):
    await nothing_from(f"SELECT x.id FROM {said} JOIN client c ON c.id = x.client WHERE {SCOPE}")


async def test_it_is_the_clients_own_contact_who_gives_their_word(company):
    for table in ("promise", "payment_plan"):
        await nothing_from(
            f"SELECT x.id FROM {table} x LEFT JOIN contact k ON k.id = x.said_by_contact"
            " WHERE k.client IS DISTINCT FROM x.client OR k.name IS DISTINCT FROM x.said_by"
        )
    takers = "SELECT x.id FROM promise x JOIN client c ON c.id = x.client"
    await nothing_from(f"{takers} WHERE x.taken_by NOT IN (c.rep, c.collector)")


async def test_all_of_it_was_said_before_today_on_working_days_in_office_hours(company):
    local = "(recorded_at AT TIME ZONE 'Europe/Paris')"
    said = f"SELECT kind, {local} FROM activity WHERE actor IS NOT NULL"
    await nothing_from(
        f"{said} AND ({local}::time NOT BETWEEN '08:00' AND '19:00'"
        f" OR extract(isodow FROM {local}) > 5 OR {local}::date >= $1)",
        TODAY,
    )
    assert await fetch_value("SELECT count(DISTINCT recorded_at) FROM activity") > 1_000


async def test_the_history_tells_all_of_it_in_order_and_is_sealed(company):
    assert await breaches() == []
    verified = await verify()
    assert verified.findings == []
    assert verified.head.position == await fetch_value("SELECT count(*) FROM activity")
    await nothing_from(
        "SELECT * FROM (SELECT recorded_at < lag(recorded_at) OVER (ORDER BY position) AS back"
        " FROM sealed_fact s JOIN activity a ON a.id = s.fact) told WHERE back"
    )


async def test_closing_any_of_the_last_days_again_finds_nothing_new(company):
    for days in (1, 2, 7, 30):
        closed = await close_day(
            TODAY - timedelta(days=days),
            today=TODAY,
            now=datetime.now(UTC),
            policy=company.promises,
        )
        assert not closed.judged
        assert not closed.plans


async def nothing_from(sql: str, *values: object) -> None:
    assert [tuple(row) for row in await fetch_all(f"{sql} LIMIT 5", *values)] == []
