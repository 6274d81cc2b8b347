"""POST /api/clients/{id}/merge and /unmerge."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.database.transaction import fetch_value
from backend.position.aging import portfolio_aging
from backend.receivables.merging import merge_clients, unmerge_client
from shared.refusal import Refused
from shared.rules.ledger import age_as_of
from tests.database_fixtures import empty
from tests.edge_fixtures import SignIn
from tests.makers.ledger import (
    LONG_AGO,
    TODAY,
    make_allocation,
    make_branch,
    make_client,
    make_company,
    make_document,
    make_payment,
    make_person,
)
from tests.makers.ledgers import LEDGERS, DrawnLedger, write
from tests.makers.viewers import viewer_of
from tests.position.test_aging import ruled, told

pytestmark = pytest.mark.anyio


@pytest.fixture
async def boss(sign_in: SignIn) -> httpx.AsyncClient:
    return await sign_in("credit_manager", everything=True)


async def merge(client: httpx.AsyncClient, source: UUID, target: UUID) -> httpx.Response:
    return await client.post(f"/api/clients/{source}/merge", json={"into_client_id": str(target)})


async def owed(client: httpx.AsyncClient, id_: UUID) -> str:
    answer = await client.get(f"/api/clients/{id_}")
    assert answer.status_code == 200, answer.text
    outstanding: str = answer.json()["outstanding"]
    return outstanding


async def test_what_the_merged_client_owed_the_other_owes(boss: httpx.AsyncClient):
    source, target = await make_client("OLD"), await make_client("NEW")
    await make_document(source, "40.00")
    await make_payment(source, "15.00")
    await make_document(target, "100.00")
    assert (await merge(boss, source.id, target.id)).status_code == 204
    assert await owed(boss, target.id) == "125.00"
    assert await owed(boss, source.id) == "125.00"  # an old link opens the surviving file
    listed = (await boss.get("/api/clients")).json()["items"]
    assert [row["code"] for row in listed] == ["NEW"]


async def test_unmerging_gives_back_exactly_what_there_was(boss: httpx.AsyncClient):
    source, target = await make_client("OLD"), await make_client("NEW")
    await make_document(source, "40.00")
    await make_document(target, "100.00")
    await merge(boss, source.id, target.id)
    answer = await boss.post(f"/api/clients/{source.id}/unmerge")
    assert answer.status_code == 204, answer.text
    assert await owed(boss, source.id) == "40.00"
    assert await owed(boss, target.id) == "100.00"


async def test_a_settlement_between_the_two_keeps_them_together(boss: httpx.AsyncClient):
    source, target = await make_client(), await make_client()
    invoice = await make_document(source, "40.00")
    payment = await make_payment(target, "40.00")
    await merge(boss, source.id, target.id)
    await make_allocation("40.00", debit=invoice, credit=payment)
    answer = await boss.post(f"/api/clients/{source.id}/unmerge")
    assert (answer.status_code, answer.json()["code"]) == (409, "merge-allocations-cross")
    assert answer.json()["facts"] == {"count": 1}
    assert await owed(boss, target.id) == "0.00"


@pytest.mark.parametrize(
    ("code", "of_source", "of_target"),
    [
        ("merge-across-currencies", {"currency": "USD"}, {}),
        ("merge-across-debtors", {"siren": "732829320"}, {"siren": "552100554"}),
    ],
)
async def test_clients_that_differ_in_what_they_are_stay_apart(
    boss: httpx.AsyncClient, code: str, of_source: dict[str, Any], of_target: dict[str, Any]
):
    source, target = await make_client(**of_source), await make_client(**of_target)
    answer = await merge(boss, source.id, target.id)
    assert (answer.status_code, answer.json()["code"]) == (409, code)


async def test_clients_of_two_companies_stay_apart(boss: httpx.AsyncClient):
    source = await make_client(company=(await make_company()).id)
    target = await make_client(company=(await make_company()).id)
    answer = await merge(boss, source.id, target.id)
    assert (answer.status_code, answer.json()["code"]) == (409, "merge-across-companies")


async def test_merges_are_one_level_deep(boss: httpx.AsyncClient):
    first, second, third = [await make_client() for _ in range(3)]
    assert (await merge(boss, first.id, first.id)).json()["code"] == "merge-into-itself"
    assert (await merge(boss, first.id, second.id)).status_code == 204
    assert (await merge(boss, first.id, third.id)).json()["code"] == "already-merged"
    assert (await merge(boss, third.id, first.id)).json()["code"] == "merge-target-merged"
    assert (await merge(boss, second.id, first.id)).json()["code"] == "merge-target-merged"
    assert (await merge(boss, second.id, third.id)).json()["code"] == "merge-holds-others"
    answer = await boss.post(f"/api/clients/{third.id}/unmerge")
    assert (answer.status_code, answer.json()["code"]) == (409, "not-merged")


async def test_both_clients_must_be_in_sight(sign_in: SignIn, add_person):
    branch = await make_branch()
    seen = await make_client(branch=branch.id)
    hidden = await make_client()
    manager = await sign_in(await add_person("credit_manager", branches=[branch.id]))
    assert (await merge(manager, seen.id, hidden.id)).status_code == 404
    assert (await merge(manager, hidden.id, seen.id)).status_code == 404
    assert (await manager.post(f"/api/clients/{hidden.id}/unmerge")).status_code == 404


async def test_a_rep_may_not_merge(sign_in: SignIn, add_person):
    rep = await add_person("sales")
    first, second = await make_client(rep=rep.id), await make_client(rep=rep.id)
    answer = await merge(await sign_in(rep), first.id, second.id)
    assert (answer.status_code, answer.json()["code"]) == (403, "role-may-not")


async def test_a_merge_is_told_in_the_surviving_clients_history(boss: httpx.AsyncClient):
    source, target = await make_client("OLD"), await make_client("NEW")
    await merge(boss, source.id, target.id)
    changes = (await boss.get(f"/api/clients/{target.id}/activity")).json()["items"]
    assert {change["kind"] for change in changes} == {"client-merged"}
    assert changes[0]["after"]["code"] == "OLD"
    assert changes[0]["subject"] == "OLD"
    assert changes[0]["actor"]["name"] == "Camille credit_manager"


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    drawn=LEDGERS,
    steps=st.lists(st.tuples(st.booleans(), st.integers(0, 3), st.integers(0, 3)), max_size=6),
    ago=st.integers(0, 200),
)
async def test_no_merge_changes_what_is_owed_in_all(
    database, drawn: DrawnLedger, steps: list[tuple[bool, int, int]], ago: int
):
    await empty(database)
    ledger = await write(drawn)
    viewer = viewer_of(await make_person(everything=True), everything=True)
    as_of = TODAY - timedelta(days=ago + 1)
    made = ledger.made
    for is_merge, one, other in steps:
        source, target = made[one % len(made)].id, made[other % len(made)].id
        try:
            if is_merge:
                await merge_clients(viewer, source, target, now=LONG_AGO)
            else:
                await unmerge_client(viewer, source, now=LONG_AGO)
        except Refused:
            continue  # merged already, tied together … none of which may change a figure
    answer = await portfolio_aging(viewer, as_of, today=TODAY)
    ages = age_as_of(ledger.documents, ledger.payments, ledger.allocations, as_of)
    assert [told(line) for line in answer.currencies] == [ruled(age) for age in ages]
    assert not await fetch_value(
        "SELECT count(*) FROM document d JOIN client c ON c.id = d.original_client"
        " WHERE d.client <> coalesce(c.merged_into, c.id)"
    )


async def test_the_clients_merged_into_one_are_told_by_code(boss: httpx.AsyncClient):
    target = await make_client("C1")
    sources = [await make_client(code, town="Dole") for code in ("C3", "C2")]
    for source in sources:
        await merge(boss, source.id, target.id)
    for id_ in (target.id, sources[0].id):
        items = (await boss.get(f"/api/clients/{id_}/merged")).json()["items"]
        assert [one["code"] for one in items] == ["C2", "C3"]
        assert items[1] == {
            "id": str(sources[0].id),
            "code": "C3",
            "name": "Menuiserie Vauclair",
            "town": "Dole",
        }
