"""GET /api/clients/{id}: the client file."""

from datetime import timedelta
from uuid import UUID

import httpx
import pytest

from backend.database.transaction import execute
from shared.contract.clients import ClientFile
from shared.ids import new_id
from tests.edge_fixtures import MovingClock, SignIn
from tests.makers.ledger import (
    TODAY,
    make_allocation,
    make_branch,
    make_client,
    make_document,
    make_payment,
)

pytestmark = pytest.mark.anyio


async def file_of(client, id_: UUID) -> ClientFile:
    answer = await client.get(f"/api/clients/{id_}")
    assert answer.status_code == 200, answer.text
    return ClientFile.model_validate_json(answer.content, strict=True)


async def test_the_file_of_a_client_with_a_bit_of_everything(sign_in: SignIn, add_person):
    rep = await add_person("sales", name="Claire")
    client = await make_client("00042", rep=rep.id, terms_basis="eom_a", terms_days=45)
    late = await make_document(client, "100.00", due_on=TODAY - timedelta(days=40))
    await make_document(client, "50.00", due_on=TODAY + timedelta(days=3))
    await make_document(client, "7.00", due_on=TODAY + timedelta(days=3))
    await make_document(client, "60.00", due_on=TODAY + timedelta(days=9))
    await make_document(client, "-12.50", due_on=TODAY - timedelta(days=200))
    payment = await make_payment(client, "30.00", value_on=TODAY - timedelta(days=2))
    await make_allocation("20.00", debit=late, credit=payment)

    file = await file_of(await sign_in(rep), client.id)

    assert file.identity.code == "00042"
    assert file.identity.rep is not None
    assert file.identity.rep.name == "Claire"
    assert file.identity.terms is not None
    assert (file.identity.terms.basis, file.identity.terms.days) == ("eom_a", 45)
    assert str(file.outstanding) == "174.50"
    assert str(file.unapplied) == "-22.50"
    assert str(file.unapplied_payments) == "-10.00"
    assert str(file.overdue) == "80.00"
    assert file.oldest_days_overdue == 40
    assert file.next_due_on == TODAY + timedelta(days=3)
    assert str(file.next_due_amount) == "57.00"
    assert (file.buckets.d31_60.documents, str(file.buckets.d31_60.amount)) == (1, "80.00")
    assert (file.buckets.not_due.documents, str(file.buckets.not_due.amount)) == (3, "117.00")
    assert [str(document.residual) for document in file.open_documents] == [
        "-12.50",
        "80.00",
        "50.00",
        "7.00",
        "60.00",
    ]
    assert file.open_documents_total == 5
    assert file.last_payment is not None
    assert str(file.last_payment.amount) == "30.00"
    assert file.statistics == []
    assert file.today == TODAY


async def test_a_client_who_owes_nothing_has_a_file_too(sign_in: SignIn):
    client = await make_client()
    file = await file_of(await sign_in("admin", everything=True), client.id)
    assert file.outstanding == file.unapplied == file.overdue == 0
    assert (file.open_documents, file.next_due_on, file.last_payment) == ([], None, None)
    assert file.data_as_of is None


async def test_other_currencies_stand_beside(sign_in: SignIn):
    client = await make_client(currency="EUR")
    await make_document(client, "10.00")
    await make_document(client, "2000", currency="JPY", due_on=TODAY - timedelta(days=1))
    await make_payment(client, "1.500", currency="TND")
    file = await file_of(await sign_in("admin", everything=True), client.id)
    assert str(file.outstanding) == "10.00"
    yen, dinars = file.other_currencies
    assert (yen.currency, str(yen.outstanding), str(yen.overdue)) == ("JPY", "2000", "2000")
    assert (dinars.currency, str(dinars.outstanding)) == ("TND", "-1.500")


async def test_days_late_are_weighed_by_amount_over_twelve_months(sign_in: SignIn):
    client = await make_client()
    for amount, days_late, ago in (
        ("300.00", 10, 30),  # counts 10 days for 300
        ("100.00", -5, 60),  # early counts 0
        ("900.00", 99, 366),  # too long ago
    ):
        settled_on = TODAY - timedelta(days=ago)
        invoice = await make_document(client, amount, due_on=settled_on - timedelta(days=days_late))
        await make_allocation(amount, debit=invoice, value_on=settled_on)
    file = await file_of(await sign_in("admin", everything=True), client.id)
    (habits,) = file.statistics
    assert habits.average_days_late == 7.5
    assert (habits.documents, str(habits.amount)) == (2, "400.00")


async def test_a_merged_client_is_shown_as_the_one_it_became(sign_in: SignIn):
    target = await make_client("NEW")
    gone = await make_client("OLD", merged_into=target.id)
    file = await file_of(await sign_in("admin", everything=True), gone.id)
    assert file.identity.id == target.id
    assert file.identity.merged_codes == ["OLD"]


async def test_absent_and_out_of_scope_answer_alike(sign_in: SignIn):
    client = await make_client(branch=(await make_branch()).id)
    merged = await make_client(merged_into=client.id)
    outsider = await sign_in("credit_manager", own_portfolio=True)
    absent = await outsider.get(f"/api/clients/{new_id()}")
    for id_ in (client.id, merged.id):
        answer = await outsider.get(f"/api/clients/{id_}")
        assert answer.status_code == absent.status_code == 404
        told, told_of_absent = answer.json(), absent.json()
        told.pop("request_id")
        told_of_absent.pop("request_id")
        assert told == told_of_absent
        assert len(answer.content) == len(absent.content)


async def test_a_device_signed_out_elsewhere_is_told_so_at_once(sign_in: SignIn, add_person):
    person = await add_person("admin", everything=True)
    client = await make_client()
    session = await sign_in(person)
    assert (await session.get(f"/api/clients/{client.id}")).status_code == 200
    await execute("UPDATE device SET revoked_at = now() WHERE account = $1", person.id)
    answer = await session.get(f"/api/clients/{client.id}")
    assert (answer.status_code, answer.json()["code"]) == (401, "signed-out")


async def test_the_etag_changes_with_the_ledger_and_with_the_day(
    sign_in: SignIn, clock: MovingClock
):
    clock.instant = clock.instant.replace(hour=23, minute=50)
    client = await make_client()
    session = await sign_in("admin", everything=True)
    path = f"/api/clients/{client.id}"

    async def since(tag: str) -> httpx.Response:
        return await session.get(path, headers={"If-None-Match": tag})

    tag = (await session.get(path)).headers["etag"]
    assert ((await since(tag)).status_code, (await since(tag)).content) == (304, b"")
    await make_document(client)
    changed = await since(tag)
    assert changed.status_code == 200
    assert (await since(changed.headers["etag"])).status_code == 304
    clock.move(minutes=11)
    assert (await since(changed.headers["etag"])).status_code == 200


async def test_a_document_booked_at_another_branch_names_it(sign_in: SignIn):
    branch = await make_branch(code="LYO")
    client = await make_client()
    await make_document(client, branch=branch.id)
    file = await file_of(await sign_in("admin", everything=True), client.id)
    assert file.open_documents[0].branch == "Agence LYO"
