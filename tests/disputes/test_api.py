"""Disputes as people live them: signalled, answered, decided, settled, reopened."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from backend.database.transaction import fetch_all, fetch_value
from shared.ids import new_id
from tests.disputes.scene import Scene, make_scene
from tests.files.samples import picture
from tests.makers.ledger import make_client, make_document, make_payment

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def photo(scene: Scene, role: str = "sales") -> str:
    answer = await scene.http.post(
        f"/api/clients/{scene.client.id}/files",
        files={"file": ("porte.jpg", picture(size=(40, 30)))},
        headers=scene.headers(scene.people[role]),
    )
    assert answer.status_code == 201, answer.text
    id_: str = answer.json()["id"]
    return id_


async def pay(scene: Scene, amount: str) -> None:
    """By hand, through the ledger's own use case."""
    from backend.receivables.service import allocate_payment  # noqa: PLC0415
    from tests.makers.viewers import viewer_of  # noqa: PLC0415

    payment = await make_payment(scene.client, amount)
    collector = viewer_of(scene.people["collector"], "collector", branches=(scene.branch.id,))
    await allocate_payment(
        collector,
        payment.id,
        scene.invoice.id,
        Decimal(amount),
        today=scene.clock.today(),
        now=scene.clock.now(),
    )


async def test_a_rep_disputes_part_of_an_invoice_with_a_photo_and_after_sales_answers(scene):
    evidence = await photo(scene)
    told = await scene.dispute(amount="1480.00", note="Deux portes voilées", file_ids=[evidence])
    assert (told["claimed"], told["effective"], told["state"]) == ("1480.00", "1480.00", "opened")
    assert (told["department"], told["due_on"]) == ("after_sales", "2026-12-04")
    mine = await scene.get("after_sales", "/disputes", filter="mine")
    assert [one["id"] for one in mine["items"]] == [told["id"]]
    answered = await photo(scene, "after_sales")
    path = f"/disputes/{told['id']}"
    moved = await scene.say(
        "after_sales",
        f"{path}/entries",
        text="Vues sur place.",
        file_ids=[answered],
        waiting_on="internal",
    )
    assert (moved["state"], moved["owner"]["id"]) == (
        "waiting_internal",
        scene.id_of("after_sales"),
    )
    decided = await scene.say(
        "after_sales", f"{path}/resolve", resolution="credit_note", granted="1000.00", why="Défaut"
    )
    assert (decided["state"], decided["effective"]) == ("partly_accepted", "1000.00")
    closed = await scene.say("after_sales", f"{path}/close")
    assert (closed["state"], closed["effective"], closed["closed_because"]) == (
        "closed",
        "0.00",
        "resolved",
    )
    file = await scene.get("sales", path)
    assert [entry["move"] for entry in file["entries"]] == ["open", "answer", "resolve", "close"]
    assert [one["id"] for one in file["entries"][0]["files"]] == [evidence]
    kinds = await fetch_all(
        "SELECT kind FROM activity WHERE client = $1 AND kind LIKE 'dispute%' ORDER BY id",
        scene.client.id,
    )
    assert [row["kind"].removeprefix("dispute-") for row in kinds] == [
        "opened",
        "answered",
        "resolved",
        "closed",
    ]


async def test_all_that_is_left_is_disputed_where_no_amount_is_given(scene):
    await scene.dispute(amount="1480.00")
    assert (await scene.dispute())["claimed"] == "3720.00"
    answer = await scene.refused(
        "sales", scene.disputes, document_id=str(scene.invoice.id), reason="price"
    )
    assert answer == (409, "nothing-left-to-dispute")


@pytest.mark.parametrize(
    ("amount", "expected"),
    [("5200.01", (409, "disputed-too-much")), ("0.001", (422, "amount-too-fine"))],
)
async def test_no_more_than_is_due_and_no_finer_than_a_cent_is_disputed(amount, expected, scene):
    said = {"document_id": str(scene.invoice.id), "reason": "price", "amount": amount}
    assert await scene.refused("sales", scene.disputes, **said) == expected


async def test_a_dispute_sent_again_is_opened_once(scene):
    body = {"id": str(new_id()), "amount": "100.00"}
    first = await scene.dispute(**body)
    assert await scene.dispute(**body) == first
    assert await fetch_value("SELECT count(*) FROM dispute") == 1
    assert await fetch_value("SELECT count(*) FROM dispute_entry") == 1
    other = {"document_id": str(scene.invoice.id), "reason": "quality", **body, "amount": "1.00"}
    assert await scene.refused("sales", scene.disputes, **other) == (409, "id-taken")


async def test_a_repetition_finds_its_dispute_even_when_nothing_is_left(scene):
    body = {"id": str(new_id()), "amount": "5200.00"}
    first = await scene.dispute(**body)
    assert (await scene.dispute(**body))["id"] == first["id"]


async def test_a_payment_is_never_refused_and_a_partial_one_does_not_close_the_dispute(scene):
    told = await scene.dispute(amount="5000.00")
    await pay(scene, "3000.00")
    [after] = (await scene.get("sales", scene.disputes))["items"]
    assert (after["claimed"], after["effective"], after["state"]) == (
        "5000.00",
        "2200.00",
        "opened",
    )
    assert after["document_residual"] == "2200.00"
    assert after["id"] == told["id"]


async def test_younger_disputes_hold_what_older_ones_leave_so_that_no_euro_counts_twice(scene):
    for amount in ("3000.00", "2000.00"):
        await scene.dispute(amount=amount)
        scene.clock.move(seconds=1)
    await pay(scene, "1500.00")
    told = await scene.get("sales", f"/documents/{scene.invoice.id}/disputes")
    assert [one["effective"] for one in told["items"]] == ["3000.00", "700.00"]


async def test_what_is_confirmed_due_can_be_dunned_again(scene):
    told = await scene.dispute(amount="1480.00")
    path = f"/disputes/{told['id']}"
    decided = await scene.say(
        "collector", f"{path}/resolve", resolution="confirmed_due", granted="0", why="Conforme"
    )
    assert (decided["state"], decided["effective"]) == ("rejected", "0.00")
    assert (await scene.dispute(amount="5200.00"))["effective"] == "5200.00"


async def test_a_reopened_dispute_holds_at_most_what_is_left_now(scene):
    told = await scene.dispute(amount="5000.00")
    path = f"/disputes/{told['id']}"
    await scene.say(
        "collector", f"{path}/resolve", resolution="confirmed_due", granted="0", why="Conforme"
    )
    await pay(scene, "1000.00")
    again = await scene.say("sales", f"{path}/reopen", why="Le client insiste")
    assert (again["state"], again["claimed"], again["resolution"]) == ("opened", "4200.00", None)
    file = await scene.get("sales", path)
    assert [entry["amount"] for entry in file["entries"]] == ["5000.00", "0.00", "4200.00"]


async def test_nothing_is_reopened_where_nothing_is_left(scene):
    told = await scene.dispute()
    await pay(scene, "5200.00")
    answer = await scene.refused("sales", f"/disputes/{told['id']}/reopen", why="encore")
    assert answer == (409, "nothing-left-to-dispute")


async def test_evidence_is_a_file_of_the_same_client(scene):
    other = await make_scene(scene.http, scene.clock)
    theirs = await photo(other)
    said = {"document_id": str(scene.invoice.id), "reason": "quality", "file_ids": [theirs]}
    assert await scene.refused("sales", scene.disputes, **said) == (422, "no-such-file")


async def test_a_dispute_is_about_an_invoice_of_the_client(scene):
    other = await make_client(company=scene.branch.company, branch=scene.branch.id)
    theirs = await make_document(other, "10.00")
    note = await make_document(scene.client, "-10.00")
    for document in (theirs, note):
        said = {"document_id": str(document.id), "reason": "price"}
        answer = await scene.refused("sales", scene.disputes, **said)
        assert answer == (422, "dispute-of-no-invoice")


async def test_a_promise_is_not_counted_on_for_the_share_that_is_disputed(scene):
    day = str(scene.clock.today() + timedelta(days=3))
    about = {"about": "documents", "document_ids": [str(scene.invoice.id)]}
    path = f"/clients/{scene.client.id}/promises"
    await scene.say("sales", path, id=str(new_id()), promised_on=day, **about)
    await scene.dispute(amount="1480.00")
    [promise] = (await scene.get("sales", path))["items"]
    assert promise["disputed"] == "1480.00"
