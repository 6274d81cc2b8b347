"""Full settlement closes a dispute, on the day it was settled."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from uuid import UUID

import pytest

from backend.database.transaction import fetch_all, transaction
from backend.disputes.service.settling import reopen_owed
from backend.identity.viewer import Viewer
from backend.receivables.service import allocate_payment, release_allocation
from tests.disputes.scene import Scene
from tests.makers.ledger import make_payment
from tests.makers.viewers import viewer_of

pytestmark = pytest.mark.anyio


def collector(scene: Scene) -> Viewer:
    return viewer_of(scene.people["collector"], "collector", branches=(scene.branch.id,))


async def pay(scene: Scene, amount: str, *, today: date, now: datetime) -> UUID:
    """By hand, through the ledger's own use case; answers what may be released again."""
    payment = await make_payment(scene.client, amount)
    return await allocate_payment(
        collector(scene), payment.id, scene.invoice.id, Decimal(amount), today=today, now=now
    )


async def test_full_settlement_closes_every_dispute_of_the_invoice(scene):
    for amount in ("1000.00", "2000.00"):
        await scene.dispute(amount=amount)
    await pay(scene, "5200.00", today=scene.clock.today(), now=scene.clock.now())
    for told in (await scene.get("sales", scene.disputes))["items"]:
        assert (told["state"], told["closed_because"], told["effective"]) == (
            "closed",
            "settled",
            "0.00",
        )
    file = await scene.get("sales", f"/disputes/{told['id']}")
    assert file["entries"][-1]["author"] is None


async def test_a_dispute_settled_after_midnight_in_paris_ends_on_the_new_day(scene):
    await scene.dispute(amount="1000.00")
    midnight_and_a_half = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    await pay(scene, "5200.00", today=date(2026, 11, 21), now=midnight_and_a_half)
    [row] = await fetch_all(
        "SELECT d.closed_on, s.until_on FROM dispute d JOIN dispute_span s ON s.dispute = d.id"
    )
    assert set(row.values()) == {date(2026, 11, 21)}


async def test_a_settlement_taken_back_leaves_its_disputes_as_they_were(scene):
    """A decision holds, and nothing that was said is gone; settled again, they close again."""
    waiting, decided, ended = [
        (await scene.dispute(amount=amount))["id"] for amount in ("1000.00", "2000.00", "50.00")
    ]
    decision = {"resolution": "credit_note", "granted": "400.00", "why": "deux palettes"}
    await scene.say("after_sales", f"/disputes/{decided}/resolve", **decision)
    refusal = {"resolution": "confirmed_due", "granted": "0", "why": "conforme"}
    await scene.say("after_sales", f"/disputes/{ended}/resolve", **refusal)
    await scene.say("after_sales", f"/disputes/{ended}/close")
    before = {one["id"]: one for one in (await scene.get("sales", scene.disputes))["items"]}
    now = scene.clock.now()
    for again in (False, True):
        settled_on = scene.clock.today() + timedelta(days=again)
        allocation = await pay(scene, "5200.00", today=settled_on, now=now)
        await release_allocation(collector(scene), allocation, now=now)
        after = {one["id"]: one for one in (await scene.get("sales", scene.disputes))["items"]}
        for id_, was in before.items():
            moved = {"last_moved_at": after[id_]["last_moved_at"]}
            assert after[id_] == was | moved
    async with transaction():
        assert await reopen_owed(at=now) == 0
    file = await scene.get("sales", f"/disputes/{decided}")
    moves = [(one["move"], one["state"]) for one in file["entries"]]
    twice = [("close", "closed"), ("reopen", "partly_accepted")] * 2
    assert moves == [("open", "opened"), ("resolve", "partly_accepted"), *twice]
    spans = await fetch_all(
        "SELECT from_on, until_on FROM dispute_span WHERE dispute = $1 ORDER BY from_on, until_on",
        UUID(waiting),
    )
    # Held without a day between: what was taken back had never settled anything.
    assert all(one["until_on"] == then["from_on"] for one, then in pairwise(spans))
    assert spans[-1]["until_on"] is None
