"""Random lives of payment plans, held after every step against DOMAIN §8 told once more.

What serves which instalment, and what each was worth, is the model of promises, cent by cent
(tests/shared/rules/promise_model.py); what becomes of the plan is in plan_model.py.
"""

from __future__ import annotations

from typing import Any

import pytest

from backend.database.transaction import fetch_all
from tests.disputes.scene import make_scene
from tests.makers.promises import make_cash_source
from tests.promises.plan_lives import DAY, GROSS, Life, euros

pytestmark = pytest.mark.anyio


async def facts(life: Life) -> dict[str, list[str]]:
    # By the order they were made in: a day is closed late in the evening, and lived on afterwards.
    rows = await fetch_all(
        "SELECT subject, kind FROM activity WHERE kind LIKE 'plan-%' ORDER BY id"
    )
    return {
        id_: [row["kind"].removeprefix("plan-") for row in rows if str(row["subject"]) == id_]
        for id_ in life.plans
    }


@pytest.mark.usefixtures("lawful_ledger")
@pytest.mark.parametrize("seed", [5, 8, 12, 14, 18])
async def test_plans_live_as_the_model_says_and_no_euro_is_counted_twice(http, clock, seed):
    scene = await make_scene(http, clock, f"{euros(GROSS)}")
    source = await make_cash_source(scene.client.company, covers_through=clock.today() - DAY)
    life = Life(scene, source, seed)
    judged: list[Any] = []
    for _ in range(45):
        await life.step()
        await life.stands_as_the_model()
        rows = await fetch_all("SELECT * FROM promise_judgement ORDER BY promise, place")
        assert all(one in rows for one in judged)  # No judgement is ever rewritten.
        judged = rows
    assert await facts(life) == {id_: plan.told for id_, plan in life.plans.items()}
