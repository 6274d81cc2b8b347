"""People changed, disabled and counted by an administrator; some administrator always remains."""

import asyncio
from typing import Any

import httpx
import pytest

from backend.database.transaction import fetch_all
from tests.edge_fixtures import AddPerson, SignIn

pytestmark = pytest.mark.anyio


async def test_a_change_takes_effect_at_the_next_request(sign_in: SignIn, add_person: AddPerson):
    person = await add_person("sales")
    client, admin = await sign_in(person), await sign_in("admin")
    assert (await client.get("/api/users")).status_code == 403
    changed = await admin.patch(
        f"/api/users/{person.id}", json={"role": "admin", "everything": True, "name": "Claire"}
    )
    assert changed.status_code == 200
    assert (await client.get("/api/users")).status_code == 200
    assert (await client.get("/api/me")).json() == changed.json() | {
        "last_seen_at": changed.json()["last_seen_at"]
    }
    [fact] = await fetch_all("SELECT * FROM activity WHERE kind = 'user-changed'")
    assert fact["before"] == {"name": "Camille sales", "role": "sales", "sees_everything": False}
    assert fact["after"] == {"name": "Claire", "role": "admin", "sees_everything": True}


async def test_a_change_of_nothing_is_not_recorded(sign_in: SignIn, add_person: AddPerson):
    person = await add_person("sales")
    admin = await sign_in("admin")
    for body in ({}, {"role": "sales"}, {"disabled": False}):
        assert (await admin.patch(f"/api/users/{person.id}", json=body)).status_code == 200
    assert await fetch_all("SELECT FROM activity WHERE kind = 'user-changed'") == []


async def test_a_person_disabled_mid_session_is_out_at_the_next_request(
    sign_in: SignIn, add_person: AddPerson
):
    person = await add_person("sales")
    client, admin = await sign_in(person), await sign_in("admin")
    assert (await client.get("/api/me")).status_code == 200
    await admin.patch(f"/api/users/{person.id}", json={"disabled": True})
    answer = await client.get("/api/me")
    assert (answer.status_code, answer.json()["code"]) == (401, "signed-out")
    enabled = await admin.patch(f"/api/users/{person.id}", json={"disabled": False})
    assert enabled.json()["disabled"] is False
    # They may come in again; the session of before is over.
    assert (await client.get("/api/me")).status_code == 401
    await sign_in(person)


async def test_nobody_disables_themselves(sign_in: SignIn, add_person: AddPerson):
    boss = await add_person("admin")
    await add_person("admin")
    admin = await sign_in(boss)
    answer = await admin.patch(f"/api/users/{boss.id}", json={"disabled": True})
    assert (answer.status_code, answer.json()["code"]) == (409, "not-oneself")


@pytest.mark.parametrize("change", [{"role": "sales"}, {"role": "finance_director"}])
async def test_the_last_administrator_remains(
    sign_in: SignIn, add_person: AddPerson, change: dict[str, Any]
):
    boss = await add_person("admin")
    gone = await add_person("admin")
    admin = await sign_in(boss)
    assert (await admin.patch(f"/api/users/{gone.id}", json={"disabled": True})).status_code == 200
    await add_person("admin", invited=True)  # who may never come
    answer = await admin.patch(f"/api/users/{boss.id}", json=change)
    assert (answer.status_code, answer.json()["code"]) == (409, "last-admin")
    assert (await admin.patch(f"/api/users/{boss.id}", json={"name": "Chef"})).status_code == 200


async def test_two_administrators_cannot_remove_each_other_at_once(
    sign_in: SignIn, add_person: AddPerson
):
    one, two = await add_person("admin"), await add_person("admin")
    first, second = await sign_in(one), await sign_in(two)
    answers: tuple[httpx.Response, httpx.Response] = await asyncio.gather(
        first.patch(f"/api/users/{two.id}", json={"role": "sales"}),
        second.patch(f"/api/users/{one.id}", json={"role": "sales"}),
    )
    assert 200 in [answer.status_code for answer in answers]
    left = await fetch_all("SELECT FROM account WHERE role = 'admin' AND disabled_at IS NULL")
    assert len(left) == 1


async def test_an_address_in_use_is_refused(sign_in: SignIn, add_person: AddPerson):
    one, two = await add_person("sales"), await add_person("sales")
    admin = await sign_in("admin")
    answer = await admin.patch(f"/api/users/{one.id}", json={"email": two.email, "name": "X"})
    assert (answer.status_code, answer.json()["code"]) == (409, "email-taken")
    assert (await admin.get(f"/api/users/{one.id}")).json()["name"] == "Camille sales"
