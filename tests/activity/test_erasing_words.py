"""Erased is erased everywhere: where the words stand, not in the history alone."""

from __future__ import annotations

from typing import Any

import pytest

from backend.activity.erasing import erase_text
from backend.activity.sealing import seal
from backend.activity.service import NOBODY
from backend.activity.verifying import verify
from backend.database.transaction import execute, fetch_all, fetch_value
from shared.ids import new_id
from tests.disputes.scene import Scene, make_scene

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("lawful_ledger")]

NAME = "Zorglub"
TEXT_COLUMNS = """
SELECT table_name, column_name FROM information_schema.columns
WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'character varying', 'ARRAY')"""


@pytest.fixture
async def scene(http, clock) -> Scene:
    return await make_scene(http, clock)


async def say_everything(scene: Scene) -> None:
    """In every place where the field may write of a person."""
    client, words = f"/clients/{scene.client.id}", f"{NAME} dit qu'il paie lundi."
    comment = await scene.say("sales", f"{client}/comments", id=str(new_id()), text=words)
    answer = await scene.http.patch(
        f"/api/comments/{comment['id']}",
        json={"id": str(new_id()), "text": f"{words} Rappeler."},
        headers=scene.headers(scene.people["sales"]),
    )
    assert answer.is_success, answer.text
    dispute = await scene.dispute(note=words)
    path = f"/disputes/{dispute['id']}"
    await scene.say("after_sales", f"{path}/entries", text=f"Vu avec {NAME}.")
    scene.clock.move(minutes=1)
    decided = {"resolution": "confirmed_due", "granted": "0.00", "why": f"{NAME} est d'accord."}
    await scene.say("after_sales", f"{path}/resolve", id=str(new_id()), **decided)
    promised = {"document_ids": [str(scene.invoice.id)], "promised_on": "2026-11-27"}
    said = {"said_by": NAME, "note": words}
    promise = await scene.say("sales", f"{client}/promises", **promised, **said)
    await scene.say("sales", f"{client}/promises/{promise['id']}/withdraw", why=words)
    plan = {
        "document_ids": [str(scene.invoice.id)],
        "instalments": [
            {"due_on": "2026-12-01", "amount": "2600.00"},
            {"due_on": "2027-01-04", "amount": "2600.00"},
        ],
    }
    proposed = await scene.say("collector", f"{client}/plans", **plan, **said)
    at = f"{client}/plans/{proposed['id']}"
    await scene.say("collector", f"{at}/accept", proof=f"Courriel de {NAME}.")
    await scene.say("collector", f"{at}/cancel", why=words)
    visit = {"mood": "annoyed", "evidence": words, "met": NAME, "unpaid_reason": "cash_short"}
    after = {"next_step": f"Rappeler {NAME}.", "next_step_on": "2026-11-30", "note": words}
    await scene.say("sales", f"{client}/visit-reports", **visit, **after)


async def told_of() -> dict[str, int]:
    """How many rows of each column name the person."""
    found = {}
    for row in await fetch_all(TEXT_COLUMNS):
        table, column = row["table_name"], row["column_name"]
        count: int = await fetch_value(
            f'SELECT count(*) FROM "{table}" WHERE "{column}"::text ILIKE $1',
            f"%{NAME}%",
        )
        if count:
            found[f"{table}.{column}"] = count
    return found


async def test_what_was_written_of_a_person_is_gone_from_every_table_and_the_chain_holds(
    scene: Scene,
):
    await say_everything(scene)
    before = await told_of()
    assert {name.partition(".")[0] for name in before} >= {
        "comment_version",
        "dispute_entry",
        "promise",
        "payment_plan",
        "visit_report",
    }
    facts: list[Any] = [
        row["id"]
        for row in await fetch_all("SELECT id FROM activity WHERE client = $1", scene.client.id)
    ]
    await seal()
    await erase_text(facts, by=NOBODY, at=scene.clock.now(), why="droit à l'effacement")
    assert await told_of() == {}
    await seal()
    assert (await verify()).findings == []
    thread = await scene.get("collector", f"/clients/{scene.client.id}/thread")
    assert [item["comment"]["text"] for item in thread["items"] if item["comment"]] == ["—"]


async def test_only_what_a_fact_says_is_erased_loses_its_words(scene: Scene):
    await say_everything(scene)
    fact = await fetch_value("SELECT id FROM activity WHERE kind = 'dispute-resolved'")
    await erase_text([fact], by=NOBODY, at=scene.clock.now())
    texts = await fetch_all("SELECT move, text FROM dispute_entry ORDER BY place")
    assert {row["move"]: row["text"] == "—" for row in texts if row["text"]} == {
        "open": False,
        None: False,
        "resolve": True,
    }
    assert await fetch_value("SELECT count(*) FROM comment_version WHERE text = '—'") == 0


async def test_where_no_words_stood_none_are_written_though_others_were_erased(scene: Scene):
    await say_everything(scene)
    await scene.say("sales", f"/clients/{scene.client.id}/visit-reports", mood="satisfied", met="X")
    report = await fetch_value("SELECT id FROM visit_report WHERE note IS NULL")
    fact = await fetch_value("SELECT id FROM activity WHERE subject = $1", report)
    await erase_text([fact], by=NOBODY, at=scene.clock.now())
    assert await fetch_value("SELECT met FROM visit_report WHERE id = $1", report) == "—"
    with pytest.raises(Exception, match="is never changed"):
        await execute("UPDATE visit_report SET note = 'X' WHERE id = $1", report)


async def test_only_the_words_said_with_that_fact_are_erased_of_a_promise(scene: Scene):
    await say_everything(scene)
    fact = await fetch_value("SELECT id FROM activity WHERE kind = 'promise-withdrawn' LIMIT 1")
    await erase_text([fact], by=NOBODY, at=scene.clock.now())
    [row] = await fetch_all("SELECT * FROM promise WHERE plan IS NULL")
    assert (row["ended_why"], row["said_by"]) == ("—", NAME)


@pytest.mark.parametrize("table", ["comment_version", "dispute_entry", "visit_report"])
@pytest.mark.parametrize("change", ["UPDATE {} SET {} = '—'", "DELETE FROM {} WHERE {} <> ''"])
async def test_no_word_is_erased_without_a_fact_that_says_so(scene: Scene, table, change):
    await say_everything(scene)
    column = "note" if table == "visit_report" else "text"
    with pytest.raises(Exception, match="is never changed"):
        await execute(change.format(table, column))
