"""Signing in."""

from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import jwt
import pytest
from argon2 import PasswordHasher
from litestar import Litestar

from backend.database.transaction import execute, fetch_all, fetch_value
from backend.edge.keys import Keys
from backend.identity import passwords
from backend.settings import Settings
from tests.edge_fixtures import TEST_SECRET, AddPerson, MovingClock, SignIn, client_of

pytestmark = pytest.mark.anyio


async def try_in(http: httpx.AsyncClient, email: str, password: str) -> httpx.Response:
    return await http.post("/api/sign-in", json={"email": email, "password": password})


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


async def test_who_signs_in_is_told_who_they_are(http: httpx.AsyncClient, add_person: AddPerson):
    person = await add_person("sales")
    answer = await try_in(http, f" {person.email.upper()} ", person.password)
    assert answer.status_code == 200, answer.text
    signed_in = answer.json()
    assert signed_in["user"]["id"] == str(person.id)
    assert signed_in["token_type"] == "Bearer"
    assert signed_in["expires_in"] == 900
    me = await http.get("/api/me", headers=bearer(signed_in["access_token"]))
    assert me.status_code == 200, me.text
    assert me.json() == signed_in["user"]


async def test_nobody_is_asked_to_sign_in(http: httpx.AsyncClient):
    answer = await http.get("/api/me")
    assert answer.status_code == 401
    assert answer.json()["code"] == "not-signed-in"
    assert answer.headers["www-authenticate"].startswith("Bearer")


async def test_whoever_may_not_come_in_gets_one_answer(
    http: httpx.AsyncClient, add_person: AddPerson
):
    wrong = await add_person("sales")
    invited = await add_person("sales", invited=True)
    disabled = await add_person("sales")
    await execute("UPDATE account SET disabled_at = now() WHERE id = $1", disabled.id)
    answers = [
        await try_in(http, email, password)
        for email, password in (
            ("nobody@example.test", wrong.password),
            (wrong.email, "not the password"),
            (invited.email, wrong.password),
            (disabled.email, disabled.password),
        )
    ]
    told = [answer.json() | {"request_id": None} for answer in answers]
    assert [answer.status_code for answer in answers] == [401] * 4
    assert all(one == told[0] for one in told)
    assert told[0]["code"] == "sign-in-refused"


@pytest.mark.parametrize("given", [None, "", "not a hash"])
async def test_without_a_hash_the_same_work_is_done(given: str | None):
    assert not passwords.is_outdated(passwords.NOBODYS_HASH)
    assert not await passwords.verified(given, "any password")


async def test_nobodys_password_lets_nobody_in():
    assert not await passwords.verified(None, "")
    assert not await passwords.verified(passwords.NOBODYS_HASH, "")


async def test_a_hash_of_older_parameters_is_renewed(
    http: httpx.AsyncClient, add_person: AddPerson
):
    person = await add_person("sales")
    weak = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(person.password)
    await execute("UPDATE account SET password_hash = $2 WHERE id = $1", person.id, weak)
    assert (await try_in(http, person.email, person.password)).status_code == 200
    renewed = await fetch_value("SELECT password_hash FROM account WHERE id = $1", person.id)
    assert "m=19456,t=2,p=1" in renewed
    assert (await try_in(http, person.email, person.password)).status_code == 200


async def test_no_secret_is_kept_readable(http: httpx.AsyncClient, add_person: AddPerson):
    person = await add_person("sales")
    signed_in = (await try_in(http, person.email, person.password)).json()
    await try_in(http, "victim@example.test", "guessed password")
    tables = ("account", "device", "refresh_token", "sign_in_failure", "activity")
    rows = [await fetch_all(f"SELECT {table}::text FROM {table}") for table in tables]
    assert all(rows)
    dump = str(rows)
    for secret in (
        person.password,
        signed_in["refresh_token"],
        signed_in["access_token"],
        "guessed password",
        "victim@example.test",
        "192.0.2.1",
    ):
        assert secret not in dump


async def test_signing_in_is_recorded(http: httpx.AsyncClient, add_person: AddPerson):
    person = await add_person("sales")
    answer = await http.post(
        "/api/sign-in",
        json={"email": person.email, "password": person.password, "device_name": "Téléphone"},
    )
    [fact] = await fetch_all("SELECT * FROM activity")
    assert fact["kind"] == "device-signed-in"
    assert fact["actor"] == person.id
    assert str(fact["device"]) == answer.json()["device_id"]
    assert fact["after"] == {"name": "Téléphone"}


def claims_of(person_id: UUID, device_id: UUID, clock: MovingClock) -> dict[str, Any]:
    now = int(clock.now().timestamp())
    return {
        "sub": str(person_id),
        "device": str(device_id),
        "iat": now,
        "exp": now + 900,
        "iss": "encours",
        "aud": "encours",
    }


async def test_only_our_own_tokens_are_believed(
    http: httpx.AsyncClient, add_person: AddPerson, clock: MovingClock
):
    person = await add_person("admin")
    signed_in = (await try_in(http, person.email, person.password)).json()
    claims = claims_of(person.id, UUID(signed_in["device_id"]), clock)
    key = Keys(TEST_SECRET).key("access token")
    good = jwt.encode(claims, key, algorithm="HS256")
    assert (await http.get("/api/me", headers=bearer(good))).status_code == 200
    forged = [
        jwt.encode(claims, None, algorithm="none"),
        jwt.encode(claims, "another key, but long enough to sign", algorithm="HS256"),
        jwt.encode(claims, key * 2, algorithm="HS512"),
        jwt.encode(claims | {"aud": "else"}, key, algorithm="HS256"),
        jwt.encode(claims | {"iss": "else"}, key, algorithm="HS256"),
        jwt.encode(claims | {"sub": "no id"}, key, algorithm="HS256"),
        jwt.encode({**claims, "exp": None}, key, algorithm="HS256"),
        jwt.encode({n: v for n, v in claims.items() if n != "device"}, key, algorithm="HS256"),
        good[:-4] + "AAAA",
        signed_in["refresh_token"],
        "",
        "a.b.c",
    ]
    for token in forged:
        answer = await http.get("/api/me", headers=bearer(token))
        assert (answer.status_code, answer.json()["code"]) == (401, "not-signed-in"), token


async def test_an_access_token_serves_fifteen_minutes(sign_in: SignIn, clock: MovingClock):
    client = await sign_in("sales")
    clock.move(minutes=14, seconds=59)
    assert (await client.get("/api/me")).status_code == 200
    clock.move(seconds=1)
    answer = await client.get("/api/me")
    assert (answer.status_code, answer.json()["code"]) == (401, "session-expired")


async def test_another_secret_key_ends_every_session(
    sign_in: SignIn, app: Litestar, settings: Settings, tmp_path: Path
):
    client = await sign_in("sales")
    app.state.signing_keys = Keys.of(Settings(data=tmp_path / "elsewhere"))
    assert (await client.get("/api/me")).status_code == 401


async def test_a_scope_is_told_with_the_person(sign_in: SignIn, add_company: Any, add_branch: Any):
    company = await add_company()
    branch = await add_branch(company, "LYO")
    client = await sign_in("branch_manager", branches=[branch], own_portfolio=False)
    assert (await client.get("/api/me")).json()["scope"] == {
        "everything": False,
        "own_portfolio": False,
        "branches": [
            {
                "id": str(branch),
                "company_id": str(company),
                "code": "LYO",
                "name": "Agence LYO",
            }
        ],
    }


async def test_a_browser_is_named_by_what_it_says(app: Litestar, add_person: AddPerson):
    person = await add_person("sales")
    async with client_of(app, headers={"user-agent": "Browser\x07 1.0"}) as browser:
        answer = await try_in(browser, person.email, person.password)
        devices = await browser.get("/api/devices", headers=bearer(answer.json()["access_token"]))
    assert devices.json()["items"][0]["name"] == "Browser 1.0"
