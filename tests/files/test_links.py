"""Addresses that open a file for five minutes."""

from __future__ import annotations

import httpx
import pytest

from backend.database.transaction import execute
from tests.files.samples import picture
from tests.files.world import World, send

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database", "lawful_ledger")]


async def link(http: httpx.AsyncClient, world: World, file_id: str) -> dict[str, str]:
    answer = await http.post(f"/api/files/{file_id}/link", headers=world.headers())
    assert answer.status_code == 200, answer.text
    told: dict[str, str] = answer.json()
    return told


async def test_a_link_opens_a_file_for_five_minutes_without_a_sign_in(http, world, clock):
    told = (await send(http, world, picture())).json()
    opened = await link(http, world, told["id"])
    clock.move(minutes=4, seconds=59)
    assert (await http.get(opened["url"])).headers["content-type"] == "image/jpeg"
    assert (await http.get(opened["thumbnail_url"])).status_code == 200
    clock.move(seconds=1)
    assert (await http.get(opened["url"])).status_code == 404
    assert (await http.get(opened["thumbnail_url"])).status_code == 404


async def test_a_link_that_was_altered_opens_nothing(http, world):
    told = (await send(http, world, picture())).json()
    path, _, link_ = (await link(http, world, told["id"]))["url"].rpartition("/")
    for place in range(0, len(link_), 7):
        other = "A" if link_[place] != "A" else "B"
        altered = f"{path}/{link_[:place]}{other}{link_[place + 1 :]}"
        assert (await http.get(altered)).status_code == 404
    assert (await http.get(f"{path}/{link_[:-1]}")).status_code == 404


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ("DELETE FROM account_branch WHERE account = $1", 404),
        ("UPDATE account SET disabled_at = now() WHERE id = $1", 401),
        ("UPDATE device SET revoked_at = now() WHERE account = $1", 401),
    ],
)
async def test_a_link_dies_with_its_asker_s_scope_account_or_device(change, status, http, world):
    told = (await send(http, world, picture())).json()
    opened = await link(http, world, told["id"])
    await execute(change, world.person.id)
    assert (await http.get(opened["url"])).status_code == status
