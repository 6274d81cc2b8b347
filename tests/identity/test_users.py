"""The people of the company: added by its administrators, and found by who needs them."""

import asyncio
from typing import Any

import asyncpg
import httpx
import pytest

from backend.database.transaction import execute, fetch_all
from shared.ids import new_id
from tests.edge_fixtures import AddCompany, AddPerson, MovingClock, SignIn

pytestmark = pytest.mark.anyio


def newcomer(**changes: Any) -> dict[str, Any]:
    return {"email": "nadia@example.test", "name": "Nadia Benali", "role": "sales"} | changes


async def test_somebody_added_has_the_scope_they_were_given(
    sign_in: SignIn, add_company: AddCompany, add_branch: AddCompany
):
    branch = await add_branch(await add_company())
    admin = await sign_in("admin")
    id_ = str(new_id())
    added = await admin.post(
        "/api/users",
        json=newcomer(
            id=id_, own_portfolio=False, branch_ids=[str(branch), str(branch)], language="en"
        ),
    )
    assert added.status_code == 201
    user = added.json()["user"]
    assert user["id"] == id_
    assert user["language"] == "en"
    assert [b["code"] for b in user["scope"]["branches"]] == ["LYO"]
    assert user["scope"]["own_portfolio"] is False
    assert (await admin.get(f"/api/users/{id_}")).json() == user
    [fact] = await fetch_all("SELECT * FROM activity WHERE kind = 'user-added'")
    assert str(fact["subject"]) == id_
    assert fact["after"]["branches"] == [str(branch)]
    assert fact["actor"] is not None
    assert fact["device"] is not None


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"email": "TAKEN@example.test"}, 409, "email-taken"),
        ({"branch_ids": [str(new_id())]}, 422, "no-such-branch"),
        ({"id": "6f1c1d0e-8a3b-4c55-9d2f-0a1b2c3d4e5f"}, 422, "id-not-uuid7"),
        ({"role": "king"}, 422, "payload-invalid"),
        ({"email": "no address"}, 422, "payload-invalid"),
        ({"name": "\u0000"}, 422, "payload-invalid"),
        ({"name": "   "}, 422, "payload-invalid"),
    ],
)
async def test_somebody_who_does_not_fit_is_not_added(
    sign_in: SignIn, add_person: AddPerson, change: dict[str, Any], status: int, code: str
):
    await add_person("sales", email="taken@example.test")
    admin = await sign_in("admin")
    answer = await admin.post("/api/users", json=newcomer(**change))
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert len((await admin.get("/api/users")).json()["items"]) == 2


async def test_an_id_that_is_somebodys_is_as_good_as_an_unused_one(
    sign_in: SignIn, add_person: AddPerson
):
    person = await add_person("sales", name="Élodie Vasseur")
    admin = await sign_in("admin")
    answer = await admin.post("/api/users", json=newcomer(id=str(person.id)))
    assert answer.status_code == 201
    assert answer.json()["user"]["id"] != str(person.id)
    assert (await admin.get(f"/api/users/{person.id}")).json()["name"] == "Élodie Vasseur"


async def test_an_invitation_sent_again_answers_the_same_person_and_the_same_link(
    sign_in: SignIn, http: httpx.AsyncClient
):
    admin = await sign_in("admin")
    body = newcomer(id=str(new_id()))
    first, *others = await asyncio.gather(*(admin.post("/api/users", json=body) for _ in range(3)))
    assert first.status_code == 201
    assert [(one.status_code, one.json()) for one in others] == [(201, first.json())] * 2
    token = first.json()["link"]["url"].rpartition("/")[2]
    chosen = {"token": token, "new_password": "quatre mots sans suite"}
    assert (await http.post("/api/open-link", json=chosen)).status_code == 204
    again = (await admin.post("/api/users", json=body)).json()
    assert (again["link"], again["user"]["invited"]) == (first.json()["link"], False)
    assert (await http.post("/api/open-link", json=chosen)).status_code == 409
    other = await admin.post("/api/users", json=body | {"name": "Somebody else"})
    assert (other.status_code, other.json()["code"]) == (409, "id-taken")
    [fact] = await fetch_all("SELECT * FROM activity WHERE kind = 'user-added'")
    assert str(fact["subject"]) == body["id"]


async def test_people_are_listed_by_name_in_pages(sign_in: SignIn, add_person: AddPerson):
    names = [f"Zoé {n:03}" for n in range(60)] + ["Émile", "adam", "Eva"]
    for name in names:
        await add_person("sales", name=name)
    admin = await sign_in("admin", name="Boss")
    found: list[str] = []
    cursor: str | None = None
    while True:
        page = (await admin.get("/api/users", params={"cursor": cursor} if cursor else {})).json()
        found += [user["name"] for user in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
        assert len(page["items"]) == 50
    assert found == ["adam", "Boss", "Émile", "Eva", *names[:60]]


async def test_nobody_by_an_unknown_id(sign_in: SignIn):
    admin = await sign_in("admin")
    for answer in (
        await admin.get(f"/api/users/{new_id()}"),
        await admin.patch(f"/api/users/{new_id()}", json={}),
        await admin.post(f"/api/users/{new_id()}/link"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


async def test_the_portfolio_to_hand_over_is_counted(
    sign_in: SignIn, add_person: AddPerson, add_company: AddCompany, clock: MovingClock
):
    person = await add_person("sales")
    company = await add_company()
    for n in range(3):
        await execute(
            "INSERT INTO client (id, company, code, name, language, currency, rep, collector,"
            " created_at) VALUES ($1, $2, $3, 'x', 'fr', 'EUR', $4, $5, $6)",
            new_id(),
            company,
            f"C{n}",
            person.id,
            person.id if n else None,
            clock.now(),
        )
    admin = await sign_in("admin")
    assert (await admin.get(f"/api/users/{person.id}")).json()["clients"] == 3


async def test_the_database_itself_refuses_a_mixed_case_address(add_person: AddPerson):
    with pytest.raises(asyncpg.CheckViolationError):
        await add_person("sales", email="Mixed@example.test")


async def test_who_assigns_clients_sees_everybody_they_may_be_given_to(
    sign_in: SignIn, add_person: AddPerson
):
    rep = await add_person("sales", name="Élodie Vasseur")
    gone = await add_person("sales", name="Parti Ailleurs")
    await execute("UPDATE account SET disabled_at = now() WHERE id = $1", gone.id)
    boss = await sign_in("branch_manager", name="Zoé Dernier")
    answer = (await boss.get("/api/colleagues")).json()
    assert answer["items"][0] == {
        "id": str(rep.id),
        "name": "Élodie Vasseur",
        "role": "sales",
    }
    assert [one["name"] for one in answer["items"]] == ["Élodie Vasseur", "Zoé Dernier"]
    assert answer["next_cursor"] is None


async def test_colleagues_come_page_after_page(sign_in: SignIn, add_person: AddPerson):
    boss = await sign_in("branch_manager", name="Aa")
    await execute(
        "INSERT INTO account (id, email, name, role, language, theme, sees_everything,"
        " sees_own_portfolio, created_at) SELECT gen_random_uuid(), n || '@example.test',"
        " 'Alix ' || n % 7, 'sales', 'fr', 'system', false, true, now()"
        " FROM generate_series(1, 230) n"
    )
    first = (await boss.get("/api/colleagues")).json()
    rest = (await boss.get("/api/colleagues", params={"cursor": first["next_cursor"]})).json()
    ids = [one["id"] for one in first["items"] + rest["items"]]
    assert (len(ids), len(set(ids))) == (231, 231)
    assert rest["next_cursor"] is None


async def test_one_is_told_what_one_may_do(sign_in: SignIn):
    rep = (await (await sign_in("sales")).get("/api/me")).json()
    boss = (await (await sign_in("branch_manager")).get("/api/me")).json()
    assert rep["capabilities"] == ["edit-contacts", "take-promises"]
    assert {"assign-clients", "see-audit", "export"} <= set(boss["capabilities"])
    assert "merge-clients" not in boss["capabilities"]
