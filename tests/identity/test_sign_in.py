"""Signing in."""

import httpx
import pytest

from tests.edge_fixtures import AddPerson, SignIn

pytestmark = pytest.mark.anyio


async def test_who_signs_in_is_told_who_they_are(http: httpx.AsyncClient, add_person: AddPerson):
    person = await add_person("sales")
    answer = await http.post(
        "/api/sign-in", json={"email": person.email.upper(), "password": person.password}
    )
    assert answer.status_code == 200, answer.text
    assert answer.json()["user"]["id"] == str(person.id)
    token = answer.json()["access_token"]
    me = await http.get("/api/me", headers={"Authorization": f"Bearer {token}"})
    assert me.status_code == 200, me.text
    assert me.json() == answer.json()["user"]


async def test_nobody_is_asked_to_sign_in(http: httpx.AsyncClient):
    answer = await http.get("/api/me")
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "not-signed-in"


async def test_a_signed_in_client(sign_in: SignIn):
    client = await sign_in("admin")
    assert (await client.get("/api/me")).json()["role"] == "admin"
