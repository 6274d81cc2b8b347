"""The API describes itself, and is documented without asking anybody else."""

import re
from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.anyio


@pytest.fixture
async def description(http: httpx.AsyncClient) -> dict[str, Any]:
    answer = await http.get("/api/openapi.json")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def operations(description: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, operation)
        for path, item in description["paths"].items()
        for method, operation in item.items()
    ]


async def test_it_is_openapi_3_1_of_the_api_alone(description: dict[str, Any]):
    assert description["openapi"].startswith("3.1")
    assert all(path.startswith("/api/") for path in description["paths"])
    assert "/api/docs" not in description["paths"]


async def test_operations_have_readable_names_that_are_used_once(description: dict[str, Any]):
    names = [operation["operationId"] for _, _, operation in operations(description)]
    assert len(names) == len(set(names))
    assert {"sign_in", "me", "list_users"} <= set(names)
    assert all(re.fullmatch(r"[a-z][a-z_]*", name) for name in names)


async def test_every_operation_says_who_may_ask_and_what_may_go_wrong(description: dict[str, Any]):
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for path, method, operation in operations(description):
        responses = operation["responses"]
        assert operation["summary"], (method, path)
        assert {"500", "503"} <= responses.keys(), (method, path)
        if operation["security"]:
            assert operation["security"] == [{"bearer": []}]
            assert "401" in responses, (method, path)
        if "requestBody" in operation:
            assert {"400", "413", "415", "422"} <= responses.keys(), (method, path)
        if "{" in path:
            assert "404" in responses, (method, path)
        for status, response in responses.items():
            if int(status) >= 400:
                assert response["content"] == problem, (method, path, status)


async def test_every_reference_leads_somewhere(description: dict[str, Any]):
    schemas = description["components"]["schemas"]
    for reference in set(re.findall(r"#/components/schemas/([\w-]+)", str(description))):
        assert reference in schemas


async def test_amounts_are_described_as_text(description: dict[str, Any]):
    amount = description["components"]["schemas"]["Bucket"]["properties"]["amount"]
    assert amount["type"] == "string"


async def test_bodies_with_unknown_fields_are_described_as_refused(description: dict[str, Any]):
    assert description["components"]["schemas"]["SignIn"]["additionalProperties"] is False


async def test_it_is_fetched_again_only_when_it_changed(http: httpx.AsyncClient):
    first = await http.get("/api/openapi.json")
    again = await http.get("/api/openapi.json", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    other = await http.get("/api/openapi.json", headers={"if-none-match": '"other", W/"more"'})
    assert other.status_code == 200


async def test_the_documentation_page_needs_nobody_else(http: httpx.AsyncClient):
    page = await http.get("/api/docs")
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    needed = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert len(needed) == 4
    for address in needed:
        assert address.startswith("/api/docs/")
        assert (await http.get(address)).status_code == 200, address


@pytest.mark.parametrize("name", ["index.html", "..%2f..%2f__init__.py", "swagger-ui.js"])
async def test_nothing_else_of_the_package_is_served(http: httpx.AsyncClient, name: str):
    answer = await http.get(f"/api/docs/{name}")
    assert answer.status_code == 404
    assert answer.json()["code"] == "not-found"


async def test_what_answers_without_a_body_describes_none(description: dict[str, Any]):
    for path, method, operation in operations(description):
        assert "content" not in operation["responses"].get("204", {}), f"{method} {path}"
