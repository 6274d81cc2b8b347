"""Whatever goes wrong is told as a problem (RFC 9457), in the language asked for."""

import httpx
import pytest
from litestar import Litestar, get

from backend.database.errors import DatabaseUnavailable
from tests.edge_fixtures import SignIn

pytestmark = pytest.mark.anyio

SECRET_DETAIL = "the innermost secret"


@get("/api/fails", opt={"open_to_all": True})
async def fails() -> None:
    raise RuntimeError(SECRET_DETAIL)


@get("/api/without-database", opt={"open_to_all": True})
async def without_database() -> None:
    raise DatabaseUnavailable(SECRET_DETAIL)


def assert_problem(answer: httpx.Response, status: int, code: str) -> None:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["code"] == code
    assert problem["type"] == f"urn:encours:problem:{code}"
    assert problem["title"]
    assert problem["detail"]
    assert problem["request_id"] == answer.headers["x-request-id"]


@pytest.mark.parametrize("path", ["/api/nothing", "/nothing", "/api/devices/one/two"])
async def test_an_unknown_address_is_not_found(http: httpx.AsyncClient, path: str):
    assert_problem(await http.get(path), 404, "not-found")


async def test_a_path_that_is_no_id_is_not_found(sign_in: SignIn):
    admin = await sign_in("admin")
    assert_problem(await admin.get("/api/users/seven"), 404, "not-found")


async def test_another_method_is_told_which_are_allowed(http: httpx.AsyncClient):
    answer = await http.put("/api/sign-in", json={})
    assert_problem(answer, 405, "method-not-allowed")
    assert "POST" in answer.headers["allow"]


@pytest.mark.parametrize("method", ["PUT", "TRACE", "OPTIONS"])
async def test_every_method_of_an_address_is_told(sign_in: SignIn, method: str):
    admin = await sign_in("admin")
    answer = await admin.request(method, "/api/users")
    assert answer.status_code == (204 if method == "OPTIONS" else 405)
    told = {name.strip() for name in answer.headers["allow"].split(",")}
    assert told == {"GET", "POST", "OPTIONS"}


async def test_a_body_that_is_too_large_is_refused(http: httpx.AsyncClient):
    answer = await http.post("/api/sign-in", json={"email": "a" * 1_100_000})
    assert_problem(answer, 413, "too-large")


@pytest.mark.parametrize("body", [b"{", b"not json", b'{"email": "a@b.test",}', b"\xff\xfe"])
async def test_malformed_json_is_a_bad_request(http: httpx.AsyncClient, body: bytes):
    answer = await http.post(
        "/api/sign-in", content=body, headers={"content-type": "application/json"}
    )
    assert_problem(answer, 400, "malformed-json")


async def test_a_missing_body_is_a_bad_request(http: httpx.AsyncClient):
    assert_problem(await http.post("/api/sign-in"), 400, "body-missing")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_a_body_of_another_kind_is_refused(http: httpx.AsyncClient, kind: str):
    answer = await http.post("/api/sign-in", content=b"{}", headers={"content-type": kind})
    assert_problem(answer, 415, "not-json")


async def test_a_charset_beside_the_kind_is_no_obstacle(http: httpx.AsyncClient):
    answer = await http.post(
        "/api/sign-in", content=b"{}", headers={"content-type": "application/json; charset=utf-8"}
    )
    assert_problem(answer, 422, "payload-invalid")


async def test_each_field_that_does_not_fit_is_named(http: httpx.AsyncClient):
    answer = await http.post(
        "/api/sign-in", json={"email": "nobody", "pass": "x", "device_name": 7}
    )
    assert_problem(answer, 422, "payload-invalid")
    fields = {field["field"]: field["code"] for field in answer.json()["fields"]}
    assert fields == {
        "email": "bad-format",
        "password": "missing",
        "pass": "unknown-field",
        "device_name": "not-text",
    }


async def test_what_was_typed_is_not_told_back(http: httpx.AsyncClient):
    answer = await http.post("/api/sign-in", json={"email": 1, "password": ["hunter2 hunter2"]})
    assert answer.status_code == 422
    assert "hunter2" not in answer.text


async def test_a_boolean_written_as_text_is_refused(sign_in: SignIn):
    admin = await sign_in("admin")
    answer = await admin.post(
        "/api/users",
        json={"email": "a@b.test", "name": "A", "role": "sales", "everything": "true"},
    )
    assert_problem(answer, 422, "payload-invalid")
    assert answer.json()["fields"] == [
        {"field": "everything", "code": "not-boolean", "detail": "Vrai ou faux est attendu."}
    ]


async def test_a_parameter_that_does_not_fit_is_named(sign_in: SignIn):
    sales = await sign_in("sales")
    answer = await sales.get("/api/clients", params={"limit": "many"})
    assert_problem(answer, 400, "bad-parameter")
    assert [field["field"] for field in answer.json()["fields"]] == ["limit"]


async def test_a_forged_cursor_is_refused(sign_in: SignIn):
    admin = await sign_in("admin")
    assert_problem(await admin.get("/api/users?cursor=WzFd"), 400, "bad-cursor")


@pytest.mark.parametrize(
    ("asked", "language", "title"),
    [
        ("en", "en", "Not found"),
        ("fr-FR,fr;q=0.9,en;q=0.8", "fr", "Introuvable"),
        ("de, en;q=0.3", "en", "Not found"),
        ("fr;q=0.1, en-GB;q=0.7", "en", "Not found"),
        ("", "fr", "Introuvable"),
        ("de;q=x,;;,", "fr", "Introuvable"),
    ],
)
async def test_problems_speak_the_language_asked_for(
    http: httpx.AsyncClient, asked: str, language: str, title: str
):
    answer = await http.get("/api/nothing", headers={"accept-language": asked})
    assert answer.json()["title"] == title
    assert answer.headers["content-language"] == language


async def test_a_failure_tells_its_number_and_nothing_else(
    app: Litestar, http: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
):
    app.register(fails)
    answer = await http.get("/api/fails")
    assert_problem(answer, 500, "internal-error")
    assert SECRET_DETAIL not in answer.text
    assert "RuntimeError" not in answer.text
    assert SECRET_DETAIL in caplog.text
    assert answer.json()["request_id"] in caplog.text


async def test_without_a_database_one_is_told_to_try_again(app: Litestar, http: httpx.AsyncClient):
    app.register(without_database)
    answer = await http.get("/api/without-database")
    assert_problem(answer, 503, "database-unavailable")
    assert answer.headers["retry-after"] == "5"
    assert SECRET_DETAIL not in answer.text
