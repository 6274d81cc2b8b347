"""Alive and ready, beside the API."""

import httpx
import pytest

from backend.database.transaction import execute

pytestmark = pytest.mark.anyio


async def test_a_running_process_is_alive(http: httpx.AsyncClient):
    answer = await http.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "alive"})


async def test_a_migrated_database_is_ready(http: httpx.AsyncClient):
    answer = await http.get("/ready")
    assert (answer.status_code, answer.json()) == (200, {"status": "ready"})


async def test_a_database_that_lags_behind_is_not_ready(http: httpx.AsyncClient):
    await execute("UPDATE migration SET name = name || '-not-run'")
    try:
        answer = await http.get("/ready")
    finally:
        await execute("UPDATE migration SET name = replace(name, '-not-run', '')")
    assert answer.status_code == 503
    assert answer.json() == {"status": "the database is not migrated"}
