"""A plan agreed on when an earlier word was not kept: what is paid from then on is paid on it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from backend.database.transaction import fetch_all
from backend.promises.service.coming import still_to_come
from tests.edge_fixtures import MovingClock, SignIn
from tests.makers.ledger import MadeClient, MadeDocument, make_client, make_document
from tests.makers.promises import make_cash_source
from tests.promises.test_plans import LATER, close, pay, states

pytestmark = pytest.mark.anyio


async def agree(
    collector, client: MadeClient, invoice: MadeDocument, *parts: tuple[date, str]
) -> str:
    path = f"/api/clients/{client.id}/plans"
    instalments = [{"due_on": f"{day}", "amount": amount} for day, amount in parts]
    body = {"document_ids": [str(invoice.id)], "instalments": instalments}
    proposed = await collector.post(path, json=body)
    assert proposed.status_code == 201, proposed.text
    plan_id = str(proposed.json()["id"])
    accepted = await collector.post(f"{path}/{plan_id}/accept", json={"proof": "courriel"})
    assert accepted.status_code == 200, accepted.text
    return plan_id


async def broken_and_agreed_anew(
    sign_in: SignIn, clock: MovingClock
) -> tuple[MadeClient, MadeDocument, str, str]:
    """Two instalments missed in December; three are agreed on, on 4 January, the first at once."""
    collector = await sign_in("collector", everything=True)
    client = await make_client()
    invoice = await make_document(client, "600.00", due_on=date(2026, 10, 1))
    await make_cash_source(client.company, covers_through=LATER)
    first = await agree(
        collector, client, invoice, *[(date(2026, 12, day), "200.00") for day in (1, 8, 15)]
    )
    await close(date(2026, 12, 14))
    assert await states(first) == ("broken", ["broken", "broken", "withdrawn"])
    clock.move(days=(date(2027, 1, 4) - clock.today()).days)
    collector = await sign_in("collector", everything=True)
    days = (date(2027, 1, 4), date(2027, 1, 11), date(2027, 1, 18))
    return (
        client,
        invoice,
        first,
        await agree(collector, client, invoice, *[(day, "200.00") for day in days]),
    )


async def test_who_pays_the_new_plan_as_agreed_keeps_it(sign_in: SignIn, clock: MovingClock):
    client, invoice, first, second = await broken_and_agreed_anew(sign_in, clock)
    for day in (date(2027, 1, 4), date(2027, 1, 11), date(2027, 1, 18)):
        await pay(client, invoice, "200.00", day)
        await close(day + timedelta(days=4))
    assert await states(second) == ("completed", ["kept", "kept", "kept"])
    # What was judged of the old plan stands as it was: nothing came in for it.
    assert await states(first) == ("broken", ["broken", "broken", "withdrawn"])


async def test_what_was_paid_before_the_new_plan_is_the_old_ones(
    sign_in: SignIn, clock: MovingClock
):
    client, invoice, first, second = await broken_and_agreed_anew(sign_in, clock)
    await pay(client, invoice, "200.00", date(2026, 12, 30))  # found in January
    await close(LATER)
    assert (await states(first))[1] == ["kept_late", "broken", "withdrawn"]
    assert (await states(second))[1] == ["broken", "broken", "broken"]


async def test_of_the_old_plan_nothing_is_to_come_while_the_new_one_goes_on(
    sign_in: SignIn, clock: MovingClock
):
    client, _, first, second = await broken_and_agreed_anew(sign_in, clock)
    assert set((await still_to_come([client.id])).values()) == {Decimal(200)}
    assert set(await still_to_come([client.id])) == set(await instalments(second))
    collector = await sign_in("collector", everything=True)
    cancelled = await collector.post(
        f"/api/clients/{client.id}/plans/{second}/cancel", json={"why": "à revoir"}
    )
    assert cancelled.status_code == 200
    assert set(await still_to_come([client.id])) == set((await instalments(first))[:2])


async def instalments(plan_id: str) -> list[UUID]:
    rows = await fetch_all("SELECT id FROM promise WHERE plan = $1 ORDER BY place", UUID(plan_id))
    return [row["id"] for row in rows]
