"""One's own devices."""

import httpx
import pytest

from backend.database.transaction import fetch_all
from shared.ids import new_id
from tests.edge_fixtures import AddPerson, MovingClock, SignIn

pytestmark = pytest.mark.anyio


async def test_devices_are_listed_the_last_seen_first(
    sign_in: SignIn, add_person: AddPerson, clock: MovingClock
):
    person = await add_person("sales")
    await sign_in(person)
    clock.move(minutes=5)
    client = await sign_in(person)
    await sign_in("admin")
    items = (await client.get("/api/devices")).json()["items"]
    assert [item["current"] for item in items] == [True, False]
    assert items[0]["last_seen_at"] > items[1]["last_seen_at"]


async def test_a_device_signed_out_elsewhere_is_out_at_its_next_request(
    sign_in: SignIn, add_person: AddPerson
):
    person = await add_person("sales")
    lost, kept = await sign_in(person), await sign_in(person)
    [device] = [
        item["id"]
        for item in (await kept.get("/api/devices")).json()["items"]
        if not item["current"]
    ]
    assert (await kept.delete(f"/api/devices/{device}")).status_code == 204
    answer = await lost.get("/api/me")
    assert (answer.status_code, answer.json()["code"]) == (401, "signed-out")
    assert (await kept.get("/api/me")).status_code == 200
    assert len((await kept.get("/api/devices")).json()["items"]) == 1
    assert (await kept.delete(f"/api/devices/{device}")).status_code == 404


async def test_somebody_elses_device_looks_like_none(sign_in: SignIn):
    mine, theirs = await sign_in("admin"), await sign_in("sales")
    [device] = (await theirs.get("/api/devices")).json()["items"]
    answers: list[httpx.Response] = [
        await mine.delete(f"/api/devices/{id_}") for id_ in (device["id"], new_id())
    ]
    told = [answer.json() | {"request_id": None} for answer in answers]
    assert answers[0].status_code == 404
    assert told[0] == told[1]
    assert (await theirs.get("/api/me")).status_code == 200


async def test_a_device_is_renamed(sign_in: SignIn, add_person: AddPerson):
    person = await add_person("sales")
    await sign_in(person)
    client = await sign_in(person)
    this, other = (await client.get("/api/devices")).json()["items"]
    for device in (this, other):
        answer = await client.patch(
            f"/api/devices/{device['id']}", json={"name": " Tablette du comptoir "}
        )
        assert (answer.status_code, answer.json()) == (
            200,
            device | {"name": "Tablette du comptoir"},
        )
    names = [item["name"] for item in (await client.get("/api/devices")).json()["items"]]
    assert names == ["Tablette du comptoir"] * 2
    await client.patch(f"/api/devices/{this['id']}", json={"name": "Tablette du comptoir"})
    facts = await fetch_all("SELECT * FROM activity WHERE kind = 'device-renamed' ORDER BY id")
    assert [str(fact["subject"]) for fact in facts] == [this["id"], other["id"]]
    assert (facts[0]["before"], facts[0]["after"]) == (
        {"name": this["name"]},
        {"name": "Tablette du comptoir"},
    )


@pytest.mark.parametrize("name", ["", "   ", "x" * 201, "a\u0000b", None])
async def test_a_device_has_a_name_one_can_read(sign_in: SignIn, name: str | None):
    client = await sign_in("sales")
    [device] = (await client.get("/api/devices")).json()["items"]
    answer = await client.patch(f"/api/devices/{device['id']}", json={"name": name})
    assert (answer.status_code, answer.json()["code"]) == (422, "payload-invalid")


async def test_only_a_device_of_ones_own_that_is_signed_in_is_renamed(
    sign_in: SignIn, add_person: AddPerson
):
    person = await add_person("sales")
    mine, lost, theirs = await sign_in(person), await sign_in(person), await sign_in("admin")
    devices = (await mine.get("/api/devices")).json()["items"]
    [gone] = [device["id"] for device in devices if not device["current"]]
    await lost.post("/api/sign-out", json={})
    [foreign] = (await theirs.get("/api/devices")).json()["items"]
    answers = [
        await mine.patch(f"/api/devices/{id_}", json={"name": "Mine"})
        for id_ in (gone, foreign["id"], new_id())
    ]
    assert [answer.status_code for answer in answers] == [404] * 3
    assert (await theirs.get("/api/devices")).json()["items"][0]["name"] == foreign["name"]
