"""GET /api/clients: who is listed, in which order, page by page."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from tests.edge_fixtures import SignIn
from tests.makers.disputes import make_dispute
from tests.makers.ledger import (
    TODAY,
    make_allocation,
    make_branch,
    make_client,
    make_company,
    make_document,
    make_payment,
)

pytestmark = pytest.mark.anyio

YESTERDAY = TODAY - timedelta(days=1)


async def listed(client: httpx.AsyncClient, **parameters: Any) -> list[dict[str, Any]]:
    """Every row, through all the pages."""
    rows: list[dict[str, Any]] = []
    cursor = None
    while True:
        answer = await client.get(
            "/api/clients", params=parameters | ({"cursor": cursor} if cursor else {})
        )
        assert answer.status_code == 200, answer.text
        rows += answer.json()["items"]
        cursor = answer.json()["next_cursor"]
        if cursor is None:
            return rows


async def names(client: httpx.AsyncClient, **parameters: Any) -> list[str]:
    return [row["name"] for row in await listed(client, **parameters)]


async def test_clients_come_by_name_without_regard_to_accents_and_case(sign_in: SignIn):
    for name in ("Zénith", "électricité Martin", "Eclair", "Édredon"):
        await make_client(name=name)
    boss = await sign_in("finance_director", everything=True)
    assert await names(boss) == ["Eclair", "Édredon", "électricité Martin", "Zénith"]


@pytest.mark.parametrize("sort", ["name", "outstanding", "overdue", "oldest"])
async def test_pages_join_up_even_where_every_row_ties(sign_in: SignIn, sort: str):
    made = [await make_client(name="Les Mêmes") for _ in range(7)]
    for client in made:
        await make_document(client, "10.00", due_on=YESTERDAY)
    boss = await sign_in("finance_director", everything=True)
    rows = await listed(boss, sort=sort, limit=2)
    assert sorted(row["id"] for row in rows) == sorted(str(client.id) for client in made)


async def test_the_largest_comes_first_where_one_sorts_by_an_amount(sign_in: SignIn):
    for name, amount, late in (("A", "10.00", 5), ("B", "30.00", 1), ("C", "20.00", 9)):
        client = await make_client(name=name)
        await make_document(client, amount, due_on=TODAY - timedelta(days=late))
        await make_document(client, "1.00", due_on=TODAY + timedelta(days=late))
    await make_client(name="Owes nothing")
    boss = await sign_in("finance_director", everything=True)
    assert await names(boss, sort="outstanding") == ["B", "C", "A", "Owes nothing"]
    assert await names(boss, sort="overdue", limit=1) == ["B", "C", "A", "Owes nothing"]
    assert await names(boss, sort="oldest", limit=1) == ["C", "A", "B", "Owes nothing"]


async def test_sorted_by_an_amount_the_list_goes_currency_by_currency(sign_in: SignIn):
    for name, amount, currency in (
        ("Osaka", "90000", "JPY"),
        ("Lyon", "900.00", "EUR"),
        ("Kobe", "80000", "JPY"),
        ("Paris", "1000.00", "EUR"),
    ):
        client = await make_client(name=name, currency=currency)
        await make_document(client, amount, due_on=YESTERDAY, currency=currency)
    await make_client(name="Owes nothing")
    boss = await sign_in("finance_director", everything=True)
    for sort in ("outstanding", "overdue"):
        found = await names(boss, sort=sort, limit=1)
        assert found == ["Paris", "Lyon", "Osaka", "Kobe", "Owes nothing"]


async def test_a_row_tells_each_currency_apart(sign_in: SignIn):
    client = await make_client(currency="USD", town="Lyon")
    await make_document(client, "80.00", due_on=YESTERDAY)
    await make_document(client, "-5.00", due_on=YESTERDAY)
    await make_payment(client, "20.00")
    await make_document(client, "9.00", currency="GBP")
    boss = await sign_in("finance_director", everything=True)
    (row,) = await listed(boss)
    assert (row["currency"], row["outstanding"], row["overdue"]) == ("USD", "55.00", "80.00")
    assert row["oldest_days_overdue"] == 1
    assert row["other_currencies"] == [
        {"currency": "GBP", "outstanding": "9.00", "overdue": "0.00", "oldest_days_overdue": 0}
    ]


async def test_what_is_due_today_is_not_overdue(sign_in: SignIn):
    await make_document(await make_client(name="Today"), due_on=TODAY)
    await make_document(await make_client(name="Yesterday"), due_on=YESTERDAY)
    boss = await sign_in("finance_director", everything=True)
    assert await names(boss, filter="overdue") == ["Yesterday"]


async def test_mine_are_those_i_am_rep_or_collector_of(sign_in: SignIn, add_person):
    rep = await add_person("sales", everything=True)
    await make_client(name="As rep", rep=rep.id)
    await make_client(name="As collector", collector=rep.id)
    await make_client(name="Somebody else's")
    client = await sign_in(rep)
    assert await names(client, filter="mine") == ["As collector", "As rep"]


async def test_a_client_is_disputed_while_a_dispute_holds_something_due(sign_in: SignIn):
    contests, decided, settled = [
        await make_client(name=name) for name in ("Contests", "Decided against", "Settled")
    ]
    await make_dispute(contests, await make_document(contests, "30.00"), "10.00")
    rejected: dict[str, Any] = {
        "state": "rejected",
        "blocked": 0,
        "resolution": "confirmed_due",
        "granted": 0,
    }
    await make_dispute(decided, await make_document(decided, "30.00"), **rejected)
    paid = await make_document(settled, "30.00")
    await make_dispute(settled, paid)
    payment = await make_payment(settled, "30.00")
    await make_allocation("30.00", debit=paid, credit=payment)
    boss = await sign_in("finance_director", everything=True)
    assert await names(boss, filter="disputed") == ["Contests"]
    assert (await boss.get("/api/clients/totals")).json()["disputed"] == 1


async def test_a_client_with_neither_branch_nor_rep_is_unassigned(sign_in: SignIn, add_person):
    rep = await add_person("sales")
    await make_client(name="Lost")
    await make_client(name="Has a branch", branch=(await make_branch()).id)
    await make_client(name="Has a rep", rep=rep.id)
    boss = await sign_in("finance_director", everything=True)
    assert await names(boss, filter="unassigned") == ["Lost"]
    assert await names(await sign_in(rep), filter="unassigned") == []


async def test_one_sees_own_branches_own_portfolio_and_where_a_branch_has_an_open_document(
    sign_in: SignIn, add_person
):
    company = await make_company()
    here, there = await make_branch(company.id), await make_branch(company.id)
    manager = await add_person("branch_manager", branches=[here.id])
    await make_client(name="Here", branch=here.id)
    await make_client(name="There", branch=there.id)
    await make_client(name="There but mine", branch=there.id, rep=manager.id)
    elsewhere = await make_client(name="There, owes us here", branch=there.id)
    await make_document(elsewhere, branch=here.id)
    client = await sign_in(manager)
    assert await names(client) == ["Here", "There but mine", "There, owes us here"]


async def test_a_merged_client_is_not_listed(sign_in: SignIn):
    target = await make_client(name="Stays")
    await make_client(name="Went", merged_into=target.id)
    boss = await sign_in("finance_director", everything=True)
    assert await names(boss) == ["Stays"]


async def test_the_totals_count_what_the_list_shows(sign_in: SignIn, add_person):
    boss = await add_person("finance_director", everything=True)
    late = await make_client(rep=boss.id)
    await make_document(late, "30.00", due_on=YESTERDAY)
    await make_payment(late, "10.00")
    dollars = await make_client(currency="USD")
    await make_document(dollars, "5.00")
    client = await sign_in(boss)
    totals = (await client.get("/api/clients/totals")).json()
    counts = {name: totals[name] for name in ("clients", "mine", "overdue", "unassigned")}
    assert counts == {"clients": 2, "mine": 1, "overdue": 1, "unassigned": 1}
    assert totals["currencies"] == [
        {"currency": "EUR", "outstanding": "20.00", "overdue": "30.00", "oldest_days_overdue": 1},
        {"currency": "USD", "outstanding": "5.00", "overdue": "0.00", "oldest_days_overdue": 0},
    ]


async def test_the_totals_of_somebody_who_sees_nothing_are_nothing(sign_in: SignIn):
    await make_document(await make_client())
    client = await sign_in("sales")
    totals = (await client.get("/api/clients/totals")).json()
    assert (totals["clients"], totals["currencies"]) == (0, [])
    assert await names(client) == []


async def test_a_cursor_of_another_order_is_refused(sign_in: SignIn):
    for _ in range(3):
        await make_client()
    boss = await sign_in("finance_director", everything=True)
    cursor = (await boss.get("/api/clients", params={"limit": 1})).json()["next_cursor"]
    answer = await boss.get("/api/clients", params={"cursor": cursor, "sort": "overdue"})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad-cursor")


@pytest.mark.parametrize("limit", ["0", "201", "x"])
async def test_a_page_holds_1_to_200_rows(sign_in: SignIn, limit: str):
    client = await sign_in("sales")
    assert (await client.get("/api/clients", params={"limit": limit})).status_code == 400
