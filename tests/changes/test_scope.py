"""Whatever takes a client out of sight or brings it, the device hears of when it asks next."""

from __future__ import annotations

import pytest

from backend.database.transaction import execute
from shared.ids import new_id
from tests.access.world import make_place, make_viewer
from tests.live.screens import happens
from tests.makers.ledger import insert, make_client, make_company, make_document, make_person

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


@pytest.fixture
async def boss(sign_in):
    return await sign_in("credit_manager", everything=True)


def gone(pages):
    return {one["id"]: one["became_id"] for page in pages for one in page["gone"]}


async def test_a_branch_that_ends_without_a_fact_takes_its_clients_along(phone_of):
    """As a date does: nothing is recorded when a day ends."""
    here, there = await make_place("QHERE"), await make_place("QTHERE")
    person = await make_viewer("sales", here.branch.id, there.branch.id)
    phone = phone_of(person, limit=1)
    await phone.catch_up()
    assert len(phone.clients) == 4
    await execute(
        "DELETE FROM account_branch WHERE account = $1 AND branch = $2", person.id, there.branch.id
    )
    pages = await phone.catch_up()
    assert gone(pages) == {str(there.client.id): None, str(there.sibling.id): None}
    assert phone.names == {"Scierie QHERE", "Garage QHERE"}
    await insert("account_branch", id=new_id(), account=person.id, branch=there.branch.id)
    await phone.catch_up()
    assert len(phone.clients) == 4
    assert phone.restarts == 1


async def test_seeing_everything_and_no_more(phone_of):
    here, there = await make_place("QHERE"), await make_place("QTHERE")
    person = await make_viewer("finance_director", here.branch.id)
    phone = phone_of(person)
    for everything, seen in ((True, 4), (False, 2)):
        await execute(
            "UPDATE account SET sees_everything = $2 WHERE id = $1", person.id, everything
        )
        await phone.catch_up()
        assert len(phone.clients) == seen
    assert str(there.client.id) not in phone.clients


async def test_another_role_alone_changes_nothing_of_what_is_seen(phone_of, sign_in):
    place = await make_place("QHERE")
    person = await make_viewer("sales", place.branch.id)
    phone = phone_of(person)
    await phone.catch_up()
    admin = await sign_in("admin", everything=True)
    answer = await admin.patch(f"/api/users/{person.id}", json={"role": "collector"})
    assert answer.status_code == 200, answer.text
    await phone.catch_up()
    assert phone.names == {"Scierie QHERE", "Garage QHERE"}


async def test_a_client_given_to_another_leaves_one_phone_and_comes_to_the_other(phone_of, boss):
    old, new = await make_person("sales"), await make_person("sales")
    client = await make_client(rep=old.id)
    one, other = phone_of(old), phone_of(new)
    await one.catch_up()
    await other.catch_up()
    answer = await boss.patch(f"/api/clients/{client.id}", json={"rep_id": str(new.id)})
    assert answer.status_code == 204, answer.text
    assert gone(await one.catch_up()) == {str(client.id): None}
    await other.catch_up()
    assert (len(one.clients), len(other.clients)) == (0, 1)


async def test_a_portfolio_handed_over_is_on_the_other_phone(phone_of, sign_in):
    old, new = await make_person("sales"), await make_person("sales")
    for _ in range(3):
        await make_client(rep=old.id)
    one, other = phone_of(old), phone_of(new)
    await one.catch_up()
    await other.catch_up()
    admin = await sign_in("admin", everything=True)
    answer = await admin.post(f"/api/users/{old.id}/handover", json={"to_user_id": str(new.id)})
    assert answer.status_code == 200, answer.text
    await one.catch_up()
    await other.catch_up()
    assert (len(one.clients), len(other.clients)) == (0, 3)


async def test_a_merged_client_goes_for_the_one_it_became_and_comes_back(phone_of, boss):
    company = await make_company()
    rep = await make_person("sales")
    old = await make_client("OLD1", company=company.id, rep=rep.id, name="Ancien")
    new = await make_client("NEW1", company=company.id, rep=rep.id, name="Nouveau")
    await make_document(old, "80.00")
    phone = phone_of(rep)
    await phone.catch_up()
    merged = await boss.post(f"/api/clients/{old.id}/merge", json={"into_client_id": str(new.id)})
    assert merged.status_code == 204, merged.text
    assert gone(await phone.catch_up()) == {str(old.id): str(new.id)}
    copy = phone.clients[str(new.id)]
    assert copy["identity"]["merged_codes"] == ["OLD1"]
    assert [document["residual"] for document in copy["open_documents"]] == ["80.00"]
    parted = await boss.post(f"/api/clients/{old.id}/unmerge")
    assert parted.status_code == 204, parted.text
    await phone.catch_up()
    assert phone.names == {"Ancien", "Nouveau"}
    assert phone.clients[str(new.id)]["open_documents"] == []


async def test_what_a_client_became_out_of_sight_is_not_told(phone_of, boss):
    company = await make_company()
    rep, other = await make_person("sales"), await make_person("sales")
    old = await make_client(company=company.id, rep=rep.id)
    new = await make_client(company=company.id, rep=other.id)
    phone = phone_of(rep)
    await phone.catch_up()
    merged = await boss.post(f"/api/clients/{old.id}/merge", json={"into_client_id": str(new.id)})
    assert merged.status_code == 204, merged.text
    assert gone(await phone.catch_up()) == {str(old.id): None}


async def test_a_client_seen_by_a_document_of_ones_branch_goes_when_that_is_settled(phone_of):
    here = await make_place("QHERE")
    phone = phone_of(await make_viewer("sales", here.branch.id))
    client = await make_client(company=here.company.id, name="Ailleurs")
    document = await make_document(client, "10.00", branch=here.branch.id)
    await happens(client.id)
    await phone.catch_up()
    assert "Ailleurs" in phone.names
    await execute(
        "INSERT INTO allocation (id, debit_document, amount, value_on, source)"
        " VALUES ($1, $2, 10, $3, 'test')",
        new_id(),
        document.id,
        document.due_on,
    )
    await happens(client.id)
    assert gone(await phone.catch_up()) == {str(client.id): None}


async def test_a_client_that_is_no_more_is_forgotten(phone_of):
    person = await make_person("sales")
    client = await make_client(rep=person.id)
    phone = phone_of(person)
    await phone.catch_up()
    await execute("DELETE FROM client WHERE id = $1", client.id)
    await happens(client.id, "import-undone")
    assert gone(await phone.catch_up()) == {str(client.id): None}
