"""What every answer carries, and the log line it leaves."""

import json
import logging
import subprocess
import sys

import httpx
import pytest

from tests.edge_fixtures import SignIn

pytestmark = pytest.mark.anyio


def test_a_server_process_writes_its_lines_to_the_standard_error():
    program = (
        "import logging; from backend.observability import log_to_standard_error;"
        "log_to_standard_error(); logging.getLogger('encours.requests').info('{}');"
        "logging.getLogger('other').info('no'); logging.getLogger('other').error('yes')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    lines = done.stderr.splitlines()
    assert lines[0] == "{}"
    assert lines[1].endswith("ERROR other: yes")
    assert len(lines) == 2


@pytest.mark.parametrize("path", ["/api/me", "/api/nothing", "/health", "/api/openapi.json"])
async def test_every_answer_forbids_sniffing_and_framing(http: httpx.AsyncClient, path: str):
    answer = await http.get(path)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "no-referrer"


async def test_what_the_api_says_stays_in_no_cache(sign_in: SignIn):
    client = await sign_in("sales")
    assert (await client.get("/api/me")).headers["cache-control"] == "no-store"


async def test_a_proxys_request_number_is_kept(http: httpx.AsyncClient):
    answer = await http.get("/health", headers={"x-request-id": "edge-42"})
    assert answer.headers["x-request-id"] == "edge-42"


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, 'a"b'])
async def test_an_unusable_request_number_is_replaced(http: httpx.AsyncClient, given: str):
    answer = await http.get("/health", headers={"x-request-id": given})
    assert answer.headers["x-request-id"] not in {"", given}


async def test_a_request_leaves_one_line_without_personal_data(
    sign_in: SignIn, caplog: pytest.LogCaptureFixture
):
    admin = await sign_in("admin")
    me = (await admin.get("/api/me")).json()
    with caplog.at_level(logging.INFO, "encours.requests"):
        answer = await admin.get(f"/api/users/{me['id']}?secret=1")
    [line] = [json.loads(record.message) for record in caplog.records]
    assert line["request"] == answer.headers["x-request-id"]
    assert line["method"] == "GET"
    assert line["route"] == "/api/users/{user_id}"
    assert line["status"] == 200
    assert line["ms"] >= 0
    assert line["at"].endswith("+00:00")
    assert line["account"] == me["id"]
    assert me["email"] not in caplog.text
    assert "secret" not in caplog.text
