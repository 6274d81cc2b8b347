"""Our companies and branches."""

from typing import Any

import pytest

from backend.database.transaction import fetch_all
from shared.ids import new_id
from tests.edge_fixtures import AddCompany, SignIn

pytestmark = pytest.mark.anyio


async def test_whoever_is_signed_in_knows_the_names(
    sign_in: SignIn, add_company: AddCompany, add_branch: AddCompany
):
    company = await add_company("FR01")
    await add_company("BE01")
    await add_branch(company, "PAR")
    await add_branch(company, "LYO")
    client = await sign_in("after_sales")
    ours = (await client.get("/api/organisation")).json()
    assert [c["code"] for c in ours["companies"]] == ["BE01", "FR01"]
    assert [b["code"] for b in ours["branches"]] == ["LYO", "PAR"]


async def test_an_administrator_adds_and_renames(sign_in: SignIn):
    admin = await sign_in("admin")
    added = await admin.post(
        "/api/companies",
        json={"code": "FR01", "name": "Société", "siren": "123456782", "currency": "EUR"},
    )
    assert added.status_code == 201
    company = added.json()["id"]
    branch = await admin.post(
        "/api/branches", json={"company_id": company, "code": "LYO", "name": "Lyon"}
    )
    assert branch.status_code == 201
    renamed = await admin.patch(f"/api/branches/{branch.json()['id']}", json={"name": "Lyon Sud"})
    assert renamed.json() == branch.json() | {"name": "Lyon Sud"}
    await admin.patch(f"/api/companies/{company}", json={"name": "Société nouvelle"})
    ours = (await admin.get("/api/organisation")).json()
    assert ours["companies"][0]["name"] == "Société nouvelle"
    facts = await fetch_all("SELECT * FROM activity WHERE kind <> 'device-signed-in' ORDER BY id")
    assert [fact["kind"] for fact in facts] == [
        "company-added",
        "branch-added",
        "branch-renamed",
        "company-renamed",
    ]
    assert facts[2]["before"] == {"name": "Lyon"}
    assert facts[2]["after"] == {"name": "Lyon Sud"}


@pytest.mark.parametrize(
    ("path", "body", "status", "code"),
    [
        ("companies", {"code": "FR01", "name": "Twin"}, 409, "company-taken"),
        ("companies", {"code": "FR02", "name": "N", "siren": "12345"}, 422, "payload-invalid"),
        ("companies", {"code": "FR02", "name": "N", "currency": "eur"}, 422, "payload-invalid"),
        ("branches", {"code": "LYO", "name": "Twin"}, 409, "branch-taken"),
        (
            "branches",
            {"code": "X", "name": "N", "company_id": str(new_id())},
            422,
            "unknown-company",
        ),
    ],
)
async def test_what_does_not_fit_is_refused(
    sign_in: SignIn,
    add_company: AddCompany,
    add_branch: AddCompany,
    path: str,
    body: dict[str, Any],
    status: int,
    code: str,
):
    company = await add_company("FR01")
    await add_branch(company, "LYO")
    if path == "branches":
        body = {"company_id": str(company)} | body
    answer = await (await sign_in("admin")).post(f"/api/{path}", json=body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_two_companies_may_have_a_branch_of_one_code(
    sign_in: SignIn, add_company: AddCompany, add_branch: AddCompany
):
    await add_branch(await add_company("FR01"), "LYO")
    other = await add_company("BE01")
    answer = await (await sign_in("admin")).post(
        "/api/branches", json={"company_id": str(other), "code": "LYO", "name": "Liège"}
    )
    assert answer.status_code == 201


@pytest.mark.parametrize("path", ["companies", "branches"])
async def test_what_is_not_there_is_not_renamed(sign_in: SignIn, path: str):
    admin = await sign_in("admin")
    answer = await admin.patch(f"/api/{path}/{new_id()}", json={"name": "X"})
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


async def test_what_an_administrator_sends_again_is_added_once(sign_in: SignIn):
    admin, other = await sign_in("admin"), await sign_in("admin")
    company = {"id": str(new_id()), "code": "FR01", "name": "Société"}
    added = await admin.post("/api/companies", json=company)
    assert (await admin.post("/api/companies", json=company)).json() == added.json()
    branch = {"id": str(new_id()), "company_id": company["id"], "code": "LYO", "name": "Lyon"}
    first = await admin.post("/api/branches", json=branch)
    assert (await admin.post("/api/branches", json=branch)).json() == first.json()
    for path, body in (("companies", company), ("branches", branch)):
        answer = await admin.post(f"/api/{path}", json=body | {"code": "X"})
        assert (answer.status_code, answer.json()["code"]) == (409, "id-taken")
        theirs = await other.post(f"/api/{path}", json=body | {"code": "Y"})
        assert (theirs.status_code, theirs.json()["id"] == body["id"]) == (201, False)
    assert len(await fetch_all("SELECT FROM activity WHERE kind LIKE '%-added'")) == 4
