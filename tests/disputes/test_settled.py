"""Full settlement closes a dispute, on the day it was settled."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from backend.database.transaction import fetch_all
from backend.receivables.service import allocate_payment
from tests.disputes.scene import Scene, make_scene
from tests.makers.ledger import make_payment
from tests.makers.viewers import viewer_of

pytestmark = pytest.mark.anyio


@pytest.fixture
async def scene(http, clock) -> Scene:
    return await make_scene(http, clock)


async def pay(scene: Scene, amount: str, *, today: date, now: datetime) -> None:
    """By hand, through the ledger's own use case."""
    payment = await make_payment(scene.client, amount)
    collector = viewer_of(scene.people["collector"], "collector", branches=(scene.branch.id,))
    await allocate_payment(
        collector, payment.id, scene.invoice.id, Decimal(amount), today=today, now=now
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
