"""A rep's list of a day and what came of it, over the API."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest

from backend.activity.sealing import seal
from backend.database.transaction import execute, fetch_all
from shared.ids import new_id
from tests.disputes.scene import Scene, make_scene
from tests.makers.ledger import TODAY, insert, make_client

pytestmark = pytest.mark.anyio
TOMORROW = str(TODAY + timedelta(days=1))


@pytest.fixture
async def scene(http, clock) -> Scene:
    return await make_scene(http, clock)


async def plan(scene: Scene, client: Any, role: str = "sales", **body: Any) -> Any:
    said = {"id": str(new_id()), "planned_on": str(TODAY)} | body
    return await scene.say(role, f"/clients/{client.id}/visits", **said)


async def more(scene: Scene, name: str) -> Any:
    return await make_client(company=scene.branch.company, branch=scene.branch.id, name=name)


async def listed(scene: Scene, role: str = "sales", on: date = TODAY) -> list[str]:
    answer = await scene.get(role, "/visits", on=str(on))
    return [one["client"]["name"] for one in answer["items"]]


async def test_a_day_stands_in_the_order_its_rep_gives_it(scene):
    for name in ("Alpha", "Bravo", "Charlie"):
        visit = await plan(scene, await more(scene, name))
    assert await listed(scene) == ["Alpha", "Bravo", "Charlie"]
    moved = await scene.say("sales", f"/visits/{visit['id']}/move", place=1)
    assert moved["place"] == 1
    assert await listed(scene) == ["Charlie", "Alpha", "Bravo"]
    await plan(scene, await more(scene, "Delta"), place=2)
    assert await listed(scene) == ["Charlie", "Delta", "Alpha", "Bravo"]


async def test_a_list_is_its_owners_alone(scene):
    visit = await plan(scene, scene.client)
    assert await listed(scene, "colleague") == []
    for what in ("move", "remove"):
        assert await scene.refused("colleague", f"/visits/{visit['id']}/{what}") == (
            404,
            "not-found",
        )


async def test_a_visit_moves_to_another_day_and_comes_off(scene):
    visit = await plan(scene, scene.client)
    await scene.say("sales", f"/visits/{visit['id']}/move", planned_on=TOMORROW)
    assert await listed(scene) == []
    assert await listed(scene, on=TODAY + timedelta(days=1)) == ["Menuiserie Vauclair"]
    command = str(new_id())
    for _ in range(2):  # sent again
        answer = await scene.ask("sales", f"/visits/{visit['id']}/remove", id=command)
        assert answer.status_code == 204
    assert await listed(scene, on=TODAY + timedelta(days=1)) == []


async def test_a_client_stands_once_on_a_day_and_what_is_sent_again_is_added_once(scene):
    id_ = str(new_id())
    first, again = [await plan(scene, scene.client, id=id_) for _ in range(2)]
    assert first == again
    path = f"/clients/{scene.client.id}/visits"
    refused = await scene.refused("sales", path, planned_on=str(TODAY))
    assert refused == (409, "visit-planned-already")
    yesterday = str(TODAY - timedelta(days=1))
    assert (await scene.refused("sales", path, planned_on=yesterday))[1] == "visit-in-the-past"


async def test_two_devices_of_a_rep_give_every_visit_a_place_of_its_own(scene):
    clients = [await more(scene, f"Client {n}") for n in range(8)]
    await asyncio.gather(*(plan(scene, client, place=1) for client in clients))
    answer = await scene.get("sales", "/visits")
    assert [one["place"] for one in answer["items"]] == list(range(1, 9))


async def report(scene: Scene, role: str = "sales", **body: Any) -> Any:
    said = {"id": str(new_id()), "mood": "satisfied", "met": "Mme Roche"} | body
    return await scene.say(role, f"/clients/{scene.client.id}/visit-reports", **said)


async def test_a_report_ends_the_visit_of_the_day_and_stands_in_the_thread(scene):
    visit = await plan(scene, scene.client)
    told = await report(
        scene,
        mood="annoyed",
        evidence="Il a montré la palette cassée.",
        unpaid_reason="disputed",
        next_step="Rappeler le SAV",
        next_step_on=TOMORROW,
    )
    assert told["visit_id"] == visit["id"]
    assert (await scene.get("sales", "/visits"))["items"][0]["report_id"] == told["id"]
    assert (await scene.get("collector", f"/visit-reports/{told['id']}")) == told
    thread = await scene.get("collector", f"/clients/{scene.client.id}/thread")
    event = thread["items"][0]["event"]
    assert (event["subject"], event["text"]) == (told["id"], "Visite faite : client mécontent")


async def test_the_history_holds_no_name_and_no_words_of_a_report(scene):
    await report(scene, mood="avoiding", evidence="Fermé à notre arrivée.", met=None)
    rows = await fetch_all("SELECT before, after, why FROM activity WHERE kind = 'visit-reported'")
    assert [row["after"] for row in rows] == [{"mood": "avoiding"}]


async def test_a_report_needs_no_planned_visit_and_is_made_once(scene):
    id_ = str(new_id())
    first, again = [await report(scene, id=id_) for _ in range(2)]
    assert first == again
    assert first["visit_id"] is None
    listed_ = await scene.get("sales", f"/clients/{scene.client.id}/visit-reports")
    assert listed_["items"] == [first]


async def test_a_report_typed_offline_is_of_the_day_it_was_said_and_not_beyond_belief(scene):
    before = (scene.clock.now() - timedelta(days=3)).isoformat()
    told = await report(scene, said_at=before)
    assert told["visited_on"] == str(TODAY - timedelta(days=3))
    long_ago = (scene.clock.now() - timedelta(days=61)).isoformat()
    path = f"/clients/{scene.client.id}/visit-reports"
    body = {"mood": "satisfied", "met": "Mme Roche", "said_at": long_ago}
    assert await scene.refused("sales", path, **body) == (422, "said-too-long-ago")


async def test_a_visit_is_reported_once_and_stays_where_it_was_made(scene):
    visit = await plan(scene, scene.client)
    await report(scene, visit_id=visit["id"])
    path = f"/clients/{scene.client.id}/visit-reports"
    body = {"mood": "satisfied", "met": "Mme Roche", "visit_id": visit["id"]}
    assert await scene.refused("sales", path, **body) == (409, "visit-reported-already")
    other = await more(scene, "Ailleurs")
    planned = await plan(scene, other)
    refused = await scene.refused("sales", path, **(body | {"visit_id": planned["id"]}))
    assert refused == (422, "visit-of-another")
    moved = await scene.refused("sales", f"/visits/{visit['id']}/move", planned_on=TOMORROW)
    assert moved[1] == "visit-reported-already"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"mood": "annoyed", "met": "M. Lo"}, "visit-evidence-missing"),
        ({"mood": "satisfied"}, "visit-met-missing"),
        ({"mood": "satisfied", "met": "M. Lo", "next_step": "Passer"}, "visit-next-step-half"),
        ({"mood": "satisfied", "met_contact_id": str(new_id())}, "no-such-contact"),
    ],
)
async def test_half_a_report_is_refused_with_what_is_missing(scene, body, code):
    path = f"/clients/{scene.client.id}/visit-reports"
    assert await scene.refused("sales", path, **body) == (422, code)


async def test_wording_of_a_report_is_guarded_and_the_override_is_told_without_it(scene):
    path = f"/clients/{scene.client.id}/visit-reports"
    body = {"mood": "annoyed", "met": "M. Lo", "evidence": "Il est dépressif depuis mars."}
    answer = await scene.ask("sales", path, **body)
    assert answer.json()["code"] == "wording-not-factual"
    assert answer.json()["facts"]["field"] == "evidence"
    told = await report(scene, **body, override_reason="dit par lui, avec un courrier")
    assert told["evidence"] == body["evidence"]
    rows = await fetch_all("SELECT after, why FROM activity WHERE kind = 'wording-overridden'")
    assert [row["after"] for row in rows] == [{"topics": ["health"]}]


async def test_a_contact_met_is_kept_by_name(scene):
    contact = new_id()
    await insert("contact", id=contact, client=scene.client.id, name="Sacha Lo", role="owner")
    told = await report(scene, met=None, met_contact_id=str(contact))
    await execute("DELETE FROM contact WHERE id = $1", contact)
    kept = await scene.get("sales", f"/visit-reports/{told['id']}")
    assert kept["met"] == "Sacha Lo"


async def test_reports_follow_a_merged_client(scene):
    told = await report(scene)
    into = await more(scene, "Groupe Vauclair")
    await (
        seal()
    )  # else the other client's history is told of it, and nothing tells it is so no more
    await execute("UPDATE client SET merged_into = $1 WHERE id = $2", into.id, scene.client.id)
    listed_ = await scene.get("sales", f"/clients/{into.id}/visit-reports")
    assert [one["id"] for one in listed_["items"]] == [told["id"]]
    await execute("UPDATE client SET merged_into = NULL WHERE id = $1", scene.client.id)
