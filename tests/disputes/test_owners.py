"""Who may be given a client's disputes: everybody in scope, whatever the department."""

from __future__ import annotations

import pytest

from tests.disputes.scene import ROLES, Scene
from tests.makers.ledger import make_branch, make_person

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def test_whoever_sees_the_client_may_be_given_its_disputes(scene: Scene):
    elsewhere = await make_branch(company=scene.branch.company)
    far = await make_person("after_sales", branches=(elsewhere.id,))
    told = await scene.get("sales", f"/clients/{scene.client.id}/dispute-owners")
    ids = {one["id"] for one in told["items"]}
    assert ids == {scene.id_of(role) for role in (*ROLES, "colleague")}
    assert str(far.id) not in ids
    by_role = {one["role"]: one["departments"] for one in told["items"]}
    assert by_role["after_sales"] == ["after_sales", "logistics"]


async def test_whoever_is_listed_is_taken_as_owner(scene: Scene):
    told = await scene.get("sales", f"/clients/{scene.client.id}/dispute-owners")
    for one in told["items"]:
        made = await scene.dispute(amount="1.00", owner_id=one["id"])
        assert made["owner"]["id"] == one["id"]
