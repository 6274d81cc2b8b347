"""Staying signed in: refresh tokens serve once, and a stolen one ends the session."""

import asyncio
from typing import Any
from uuid import uuid4

import httpx
import pytest

from backend.database.transaction import execute, fetch_all, fetch_value
from tests.edge_fixtures import AddPerson, MovingClock, Somebody

pytestmark = pytest.mark.anyio


@pytest.fixture
async def person(add_person: AddPerson) -> Somebody:
    return await add_person("sales")


@pytest.fixture
async def first(http: httpx.AsyncClient, person: Somebody) -> dict[str, Any]:
    answer = await http.post(
        "/api/sign-in", json={"email": person.email, "password": person.password}
    )
    found: dict[str, Any] = answer.json()
    return found


async def refresh(
    http: httpx.AsyncClient, token: str, request_id: str | None = None
) -> httpx.Response:
    body = {"refresh_token": token} | ({"request_id": request_id} if request_id else {})
    return await http.post("/api/refresh", json=body)


async def still_in(http: httpx.AsyncClient, signed_in: dict[str, Any]) -> bool:
    answer = await http.get(
        "/api/me", headers={"Authorization": f"Bearer {signed_in['access_token']}"}
    )
    assert answer.status_code in {200, 401}
    return answer.status_code == 200


async def test_a_session_goes_on_for_weeks(
    http: httpx.AsyncClient, first: dict[str, Any], clock: MovingClock
):
    current = first
    for _ in range(4):
        clock.move(days=30)
        assert not await still_in(http, current)
        answer = await refresh(http, current["refresh_token"], str(uuid4()))
        assert answer.status_code == 200, answer.text
        assert answer.json()["device_id"] == first["device_id"]
        assert answer.json()["refresh_token"] != current["refresh_token"]
        current = answer.json()
        assert await still_in(http, current)


async def test_a_device_left_alone_for_sixty_days_signs_in_again(
    http: httpx.AsyncClient, first: dict[str, Any], clock: MovingClock
):
    clock.move(days=60)
    answer = await refresh(http, first["refresh_token"])
    assert (answer.status_code, answer.json()["code"]) == (401, "session-expired")


async def test_an_unknown_token_is_refused_and_ends_nothing(
    http: httpx.AsyncClient, first: dict[str, Any]
):
    answer = await refresh(http, "x" * 43)
    assert (answer.status_code, answer.json()["code"]) == (401, "session-expired")
    assert await still_in(http, first)


async def test_a_retry_with_the_same_request_gets_the_same_successor(
    http: httpx.AsyncClient, first: dict[str, Any]
):
    request = str(uuid4())
    answers = [await refresh(http, first["refresh_token"], request) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert len({answer.json()["refresh_token"] for answer in answers}) == 1
    onward = await refresh(http, answers[0].json()["refresh_token"], str(uuid4()))
    assert onward.status_code == 200


async def test_once_the_successor_is_used_a_retry_is_a_theft(
    http: httpx.AsyncClient, first: dict[str, Any]
):
    request = str(uuid4())
    second = (await refresh(http, first["refresh_token"], request)).json()
    third = (await refresh(http, second["refresh_token"], str(uuid4()))).json()
    answer = await refresh(http, first["refresh_token"], request)
    assert (answer.status_code, answer.json()["code"]) == (401, "token-reused")
    assert not await still_in(http, third)
    assert (await refresh(http, third["refresh_token"])).json()["code"] == "signed-out"


@pytest.mark.parametrize("again", [None, "0b4e7ad8-3c1d-4d0e-9f5e-2f1f4c9d1a77"])
async def test_a_second_use_by_another_request_ends_the_session(
    http: httpx.AsyncClient, first: dict[str, Any], again: str | None
):
    second = (await refresh(http, first["refresh_token"], str(uuid4()))).json()
    answer = await refresh(http, first["refresh_token"], again)
    assert (answer.status_code, answer.json()["code"]) == (401, "token-reused")
    assert not await still_in(http, second)
    assert (await refresh(http, second["refresh_token"])).status_code == 401
    [fact] = await fetch_all("SELECT * FROM activity WHERE kind = 'device-signed-out'")
    assert fact["why"] == "token-reused"


async def test_without_a_request_id_nothing_is_repeated(
    http: httpx.AsyncClient, first: dict[str, Any]
):
    assert (await refresh(http, first["refresh_token"])).status_code == 200
    assert (await refresh(http, first["refresh_token"])).json()["code"] == "token-reused"


async def test_a_theft_ends_one_device_alone(
    http: httpx.AsyncClient, first: dict[str, Any], person: Somebody
):
    other = (
        await http.post("/api/sign-in", json={"email": person.email, "password": person.password})
    ).json()
    await refresh(http, first["refresh_token"])
    await refresh(http, first["refresh_token"])
    assert not await still_in(http, first)
    assert await still_in(http, other)


async def test_two_at_once_by_one_request_both_get_the_successor(
    http: httpx.AsyncClient, first: dict[str, Any]
):
    request = str(uuid4())
    answers = await asyncio.gather(
        *(refresh(http, first["refresh_token"], request) for _ in range(6))
    )
    assert [answer.status_code for answer in answers] == [200] * 6
    assert len({answer.json()["refresh_token"] for answer in answers}) == 1
    assert await fetch_value("SELECT count(*) FROM refresh_token") == 2


async def test_two_at_once_by_two_requests_are_a_theft(
    http: httpx.AsyncClient, first: dict[str, Any]
):
    answers = await asyncio.gather(
        *(refresh(http, first["refresh_token"], str(uuid4())) for _ in range(2))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 401]
    assert not await still_in(http, first)


async def test_expired_tokens_are_forgotten(
    http: httpx.AsyncClient, first: dict[str, Any], clock: MovingClock
):
    token = first["refresh_token"]
    for _ in range(5):
        clock.move(days=25)
        token = (await refresh(http, token)).json()["refresh_token"]
    assert await fetch_value("SELECT count(*) FROM refresh_token") == 3


async def test_a_disabled_person_stays_out(
    http: httpx.AsyncClient, first: dict[str, Any], person: Somebody
):
    await execute("UPDATE account SET disabled_at = now() WHERE id = $1", person.id)
    assert not await still_in(http, first)
    answer = await refresh(http, first["refresh_token"])
    assert (answer.status_code, answer.json()["code"]) == (401, "signed-out")


async def test_signing_out_ends_the_session(http: httpx.AsyncClient, first: dict[str, Any]):
    access = {"Authorization": f"Bearer {first['access_token']}"}
    assert (await http.post("/api/sign-out", json={}, headers=access)).status_code == 204
    assert not await still_in(http, first)
    assert (await refresh(http, first["refresh_token"])).json()["code"] == "signed-out"


async def test_one_can_sign_out_with_the_refresh_token_alone(
    http: httpx.AsyncClient, first: dict[str, Any], clock: MovingClock
):
    clock.move(hours=1)
    answer = await http.post(
        "/api/sign-out",
        json={"refresh_token": first["refresh_token"]},
        headers={"Authorization": f"Bearer {first['access_token']}"},
    )
    assert answer.status_code == 204
    assert (await refresh(http, first["refresh_token"])).status_code == 401


async def test_nobody_cannot_sign_out(http: httpx.AsyncClient):
    assert (await http.post("/api/sign-out", json={})).status_code == 401
    unknown = await http.post("/api/sign-out", json={"refresh_token": "x" * 43})
    assert unknown.status_code == 204  # already as wished; and it tells nothing of the token
