"""Twenty people at once on one invoice: together they never contest more than is due."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from contextlib import suppress
from decimal import Decimal

import pytest

from backend.database.transaction import fetch_value
from backend.receivables.service import allocate_payment
from shared.ids import new_id
from shared.refusal import Refused
from tests.disputes.scene import make_scene
from tests.makers.ledger import make_payment
from tests.makers.viewers import viewer_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def test_twenty_writers_at_once_never_dispute_more_than_is_due(http, clock):
    scene = await make_scene(http, clock, "1000.00")
    said = {"document_id": str(scene.invoice.id), "reason": "price", "amount": "70.00"}
    answers = await asyncio.gather(
        *(scene.ask("sales", scene.disputes, id=str(new_id()), **said) for _ in range(20))
    )
    codes = Counter(answer.json().get("code", answer.status_code) for answer in answers)
    assert codes == {201: 14, "disputed-too-much": 6}
    assert await fetch_value("SELECT sum(blocked) FROM dispute") == Decimal("980.00")


async def test_the_same_entry_sent_twenty_times_at_once_is_one_dispute(http, clock):
    scene = await make_scene(http, clock, "1000.00")
    said = {"id": str(new_id()), "document_id": str(scene.invoice.id), "reason": "price"}
    answers = await asyncio.gather(*(scene.ask("sales", scene.disputes, **said) for _ in range(20)))
    assert {answer.status_code for answer in answers} == {201}
    assert {answer.json()["id"] for answer in answers} == {said["id"]}
    assert await fetch_value("SELECT count(*) FROM dispute") == 1


async def test_disputes_and_payments_at_once_leave_a_lawful_ledger(http, clock):
    scene = await make_scene(http, clock, "1000.00")
    viewer = viewer_of(scene.people["collector"], "collector", branches=(scene.branch.id,))
    chance = random.Random(7)  # noqa: S311 - of a test

    async def pay() -> None:
        payment = await make_payment(scene.client, "90.00")
        with suppress(Refused):  # nothing may be left to settle
            await allocate_payment(
                viewer,
                payment.id,
                scene.invoice.id,
                Decimal("90.00"),
                today=clock.today(),
                now=clock.now(),
            )

    async def dispute() -> str:
        amount = str(chance.randrange(10, 200))
        answer = await scene.ask(
            "sales",
            scene.disputes,
            document_id=str(scene.invoice.id),
            reason="price",
            amount=amount,
        )
        return "disputed" if answer.status_code == 201 else str(answer.json()["code"])

    came = await asyncio.gather(*(pay() if n % 2 else dispute() for n in range(24)))
    told = await scene.get("sales", f"/documents/{scene.invoice.id}/disputes")
    due = await fetch_value("SELECT residual FROM document WHERE id = $1", scene.invoice.id)
    # Eleven payments of 90.00 fit into 1000.00, and none of them waits for a dispute.
    assert due == Decimal("10.00")
    ends = Counter(end for end in came if end is not None)
    assert set(ends) <= {"disputed", "disputed-too-much", "nothing-left-to-dispute"}
    assert ends["disputed"] == len(told["items"]) > 0
    assert sum(Decimal(one["effective"]) for one in told["items"]) <= due


async def test_two_decisions_at_once_the_first_one_holds(http, clock):
    scene = await make_scene(http, clock)
    path = f"/disputes/{(await scene.dispute())['id']}/resolve"
    answers = await asyncio.gather(
        scene.ask("after_sales", path, resolution="gesture", granted="10.00", why="geste"),
        scene.ask("collector", path, resolution="confirmed_due", granted="0", why="dû"),
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]
