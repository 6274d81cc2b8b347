"""Guessing is slowed down, whoever is guessed at and wherever from."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from litestar import Litestar

from backend.app import create_app
from backend.database.transaction import fetch_value
from backend.identity.rules import ATTEMPT_WINDOW, next_attempt
from backend.settings import Settings
from tests.edge_fixtures import (
    AddPerson,
    MovingClock,
    SignIn,
    client_of,
    running,
    with_secret,
)

pytestmark = pytest.mark.anyio


async def guess(http: httpx.AsyncClient, email: str, password: str = "wrong") -> httpx.Response:
    return await http.post("/api/sign-in", json={"email": email, "password": password})


@pytest.fixture
async def other_process(
    app: Litestar, settings: Settings, clock: MovingClock
) -> AsyncIterator[Litestar]:
    """A second instance on the same database and secret, as another worker is."""
    async with running(create_app(with_secret(settings), clock=clock)) as other:
        assert other is not app
        yield other


async def test_after_ten_failures_even_the_right_password_waits(
    http: httpx.AsyncClient, add_person: AddPerson, clock: MovingClock
):
    person = await add_person("sales")
    for _ in range(10):
        assert (await guess(http, person.email)).status_code == 401
        clock.move(seconds=30)
    answer = await guess(http, person.email, person.password)
    assert (answer.status_code, answer.json()["code"]) == (429, "too-many-attempts")
    # The first of the ten was five minutes ago: it counts for ten more.
    assert answer.headers["retry-after"] == "600"
    assert answer.json()["facts"]["minutes"] == 10
    clock.move(seconds=600)
    assert (await guess(http, person.email, person.password)).status_code == 200


async def test_waiting_as_told_is_enough_however_long_others_go_on(
    http: httpx.AsyncClient, add_person: AddPerson, clock: MovingClock
):
    person = await add_person("sales")
    for _ in range(10):
        await guess(http, person.email)
    for _ in range(30):
        clock.move(seconds=29)
        assert (await guess(http, person.email)).status_code == 429
    clock.move(seconds=30)
    assert (await guess(http, person.email, person.password)).status_code == 200


async def test_an_address_that_is_nobodys_is_throttled_alike(
    http: httpx.AsyncClient, add_person: AddPerson
):
    person = await add_person("sales")
    known = [await guess(http, person.email) for _ in range(12)]
    unknown = [await guess(http, "nobody@example.test") for _ in range(12)]
    assert [a.status_code for a in known] == [a.status_code for a in unknown]
    assert known[-1].json() | {"request_id": 0} == unknown[-1].json() | {"request_id": 0}


async def test_two_processes_count_together(
    http: httpx.AsyncClient, other_process: Litestar, add_person: AddPerson
):
    person = await add_person("sales")
    async with client_of(other_process) as other:
        for _ in range(5):
            assert (await guess(http, person.email)).status_code == 401
            assert (await guess(other, person.email)).status_code == 401
        assert (await guess(http, person.email)).status_code == 429
        assert (await guess(other, person.email, person.password)).status_code == 429


async def test_a_restart_forgets_nothing(
    http: httpx.AsyncClient, settings: Settings, add_person: AddPerson, clock: MovingClock
):
    person = await add_person("sales")
    for _ in range(10):
        await guess(http, person.email)
    restarted = create_app(with_secret(settings), clock=clock)
    async with running(restarted), client_of(restarted) as again:
        assert (await guess(again, person.email)).status_code == 429


async def test_of_many_at_once_ten_get_through(http: httpx.AsyncClient, add_person: AddPerson):
    person = await add_person("sales")
    answers = await asyncio.gather(*(guess(http, person.email) for _ in range(25)))
    assert sorted(answer.status_code for answer in answers) == [401] * 10 + [429] * 15


async def test_one_address_may_not_go_through_everybody(
    app: Litestar, http: httpx.AsyncClient, add_person: AddPerson
):
    person = await add_person("sales")
    for n in range(50):
        assert (await guess(http, f"someone{n}@example.test")).status_code == 401
    assert (await guess(http, person.email, person.password)).status_code == 429
    async with client_of(app, address="192.0.2.99") as elsewhere:
        assert (await guess(elsewhere, person.email, person.password)).status_code == 200


async def test_coming_in_forgives_what_was_mistyped(http: httpx.AsyncClient, add_person: AddPerson):
    person = await add_person("sales")
    for _ in range(3):
        for _ in range(9):
            assert (await guess(http, person.email)).status_code == 401
        assert (await guess(http, person.email, person.password)).status_code == 200


async def test_a_stranger_cannot_pretend_to_be_elsewhere(
    http: httpx.AsyncClient, clock: MovingClock
):
    for n in range(50):
        await http.post(
            "/api/sign-in",
            json={"email": f"someone{n}@example.test", "password": "x"},
            headers={"x-forwarded-for": f"203.0.113.{n}"},
        )
    assert (await guess(http, "last@example.test")).status_code == 429


async def test_old_failures_are_forgotten(http: httpx.AsyncClient, clock: MovingClock):
    for n in range(5):
        await guess(http, f"someone{n}@example.test")
    clock.move(days=1, seconds=1)
    await guess(http, "other@example.test")
    assert await fetch_value("SELECT count(*) FROM sign_in_failure") == 1


async def test_the_current_password_cannot_be_guessed_on_an_open_phone(
    sign_in: SignIn, add_person: AddPerson
):
    client = await sign_in("sales")
    body = {"current_password": "a guess", "new_password": "some other long phrase"}
    answers = [await client.post("/api/me/password", json=body) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [422] * 10 + [429]


@given(count=st.integers(0, 30), most=st.integers(1, 20), age=st.integers(0, 899))
def test_nobody_waits_longer_than_the_window(count: int, most: int, age: int):
    now = MovingClock().now()
    oldest = MovingClock()
    oldest.move(seconds=-age)
    refusal = next_attempt(now, count=count, oldest=oldest.now() if count else None, most=most)
    if count < most:
        assert refusal is None
    else:
        assert refusal is not None
        wait = int(str(refusal.facts["retry_after_seconds"]))
        assert 1 <= wait <= ATTEMPT_WINDOW.total_seconds()
