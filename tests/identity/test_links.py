"""Invitations and resets: one link, once, for a while."""

import asyncio

import httpx
import pytest

from backend.database.transaction import fetch_all
from tests.edge_fixtures import (
    PASSWORD,
    AddPerson,
    MovingClock,
    SignIn,
)
from tests.identity.following import come_in, follow, invite, secret_in

pytestmark = pytest.mark.anyio


async def test_an_invited_person_chooses_a_password_and_comes_in(
    sign_in: SignIn, http: httpx.AsyncClient
):
    invited = await invite(await sign_in("admin"))
    assert invited["user"]["invited"] is True
    assert invited["link"]["purpose"] == "invitation"
    assert invited["link"]["sent_to"] is None
    assert invited["link"]["url"].startswith("http://localhost:8000/lien/")
    assert await come_in(http, "nadia@example.test") == 401
    assert (await follow(http, invited["link"]["url"])).status_code == 204
    assert await come_in(http, "nadia@example.test") == 200


async def test_a_link_works_once(sign_in: SignIn, http: httpx.AsyncClient):
    link = (await invite(await sign_in("admin")))["link"]
    assert (await follow(http, link["url"])).status_code == 204
    again = await follow(http, link["url"], "another long phrase")
    assert (again.status_code, again.json()["code"]) == (409, "link-void")
    assert await come_in(http, "nadia@example.test") == 200


async def test_of_two_who_follow_a_link_at_once_one_chooses(
    sign_in: SignIn, http: httpx.AsyncClient
):
    link = (await invite(await sign_in("admin")))["link"]
    answers = await asyncio.gather(
        follow(http, link["url"], "the first long phrase"),
        follow(http, link["url"], "the second long phrase"),
    )
    assert sorted(answer.status_code for answer in answers) == [204, 409]


async def test_a_refused_password_leaves_the_link_working(sign_in: SignIn, http: httpx.AsyncClient):
    link = (await invite(await sign_in("admin")))["link"]
    refused = await follow(http, link["url"], "too short")
    assert (refused.status_code, refused.json()["code"]) == (422, "password-too-short")
    assert (await follow(http, link["url"])).status_code == 204


async def test_an_invitation_holds_a_week_and_a_reset_an_hour(
    sign_in: SignIn, add_person: AddPerson, http: httpx.AsyncClient, clock: MovingClock
):
    person = await add_person("sales")
    admin = await sign_in("admin")
    invitation = (await invite(admin))["link"]
    reset = (await admin.post(f"/api/users/{person.id}/link")).json()
    assert reset["purpose"] == "reset"
    clock.move(minutes=60)
    assert (await follow(http, reset["url"])).json()["code"] == "link-void"
    clock.move(days=7, minutes=-60)
    assert (await follow(http, invitation["url"])).json()["code"] == "link-void"


async def test_a_new_link_makes_the_old_one_void(sign_in: SignIn, http: httpx.AsyncClient):
    admin = await sign_in("admin")
    first = await invite(admin)
    second = (await admin.post(f"/api/users/{first['user']['id']}/link")).json()
    assert second["purpose"] == "invitation"
    assert (await follow(http, first["link"]["url"])).status_code == 409
    assert (await follow(http, second["url"])).status_code == 204


async def test_an_unknown_link_is_void(http: httpx.AsyncClient):
    answer = await follow(http, "https://x.test/lien/" + "x" * 43)
    assert (answer.status_code, answer.json()["code"]) == (409, "link-void")


async def test_a_reset_signs_every_device_out(
    sign_in: SignIn, add_person: AddPerson, http: httpx.AsyncClient
):
    person = await add_person("sales")
    phone, admin = await sign_in(person), await sign_in("admin")
    link = (await admin.post(f"/api/users/{person.id}/link")).json()
    assert (await phone.get("/api/me")).status_code == 200
    assert (await follow(http, link["url"])).status_code == 204
    assert (await phone.get("/api/me")).status_code == 401
    assert await come_in(http, person.email, PASSWORD) == 401
    assert await come_in(http, person.email) == 200


async def test_a_disabled_person_gets_no_link_and_theirs_is_void(
    sign_in: SignIn, http: httpx.AsyncClient
):
    admin = await sign_in("admin")
    invited = await invite(admin)
    address = f"/api/users/{invited['user']['id']}"
    assert (await admin.patch(address, json={"disabled": True})).status_code == 200
    refused = await admin.post(f"{address}/link")
    assert (refused.status_code, refused.json()["code"]) == (409, "user-disabled")
    await admin.patch(address, json={"disabled": False})
    assert (await follow(http, invited["link"]["url"])).status_code == 409


async def test_another_address_makes_the_link_void(sign_in: SignIn, http: httpx.AsyncClient):
    admin = await sign_in("admin")
    invited = await invite(admin, "wrong@example.test")
    answer = await admin.patch(
        f"/api/users/{invited['user']['id']}", json={"email": "right@example.test"}
    )
    assert answer.json()["email"] == "right@example.test"
    assert (await follow(http, invited["link"]["url"])).status_code == 409


async def test_links_are_kept_as_hashes(sign_in: SignIn):
    link = (await invite(await sign_in("admin")))["link"]
    dump = str(await fetch_all("SELECT one_time_link::text FROM one_time_link")) + str(
        await fetch_all("SELECT activity::text FROM activity")
    )
    assert secret_in(link["url"]) not in dump
    assert "link-issued" in dump
