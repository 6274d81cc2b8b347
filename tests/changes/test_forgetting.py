"""What a device held is forgotten once its session is over, whoever or whatever ended it."""

from __future__ import annotations

from argparse import Namespace
from datetime import timedelta

import pytest

from backend.clock import SystemClock
from backend.commands.close_day import close
from backend.database.transaction import execute, fetch_value
from backend.identity.tokens import REFRESH_LIFE
from tests.makers.ledger import TODAY, make_client, make_person

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def held() -> tuple[int, int]:
    clients = await fetch_value("SELECT count(*) FROM held_client")
    return clients, await fetch_value("SELECT count(*) FROM device_feed")


async def test_the_nightly_closing_forgets_devices_that_would_have_to_sign_in_anew(
    phone_of, settings
):
    now = SystemClock.of(settings).now()
    for days_left in (1, -1):
        person = await make_person("sales")
        await make_client(rep=person.id)
        phone = phone_of(person)
        await phone.catch_up()
        await phone.next()
        seen = now - REFRESH_LIFE + timedelta(days=days_left)
        await execute("UPDATE device SET last_seen_at = $2 WHERE id = $1", person.device, seen)
    assert await held() == (2, 2)
    assert await close(Namespace(date=TODAY, json=True), settings) == 0
    assert await held() == (1, 1)


async def test_a_disabled_persons_devices_hold_nothing(phone_of, sign_in):
    person = await make_person("sales")
    await make_client(rep=person.id)
    phone = phone_of(person)
    await phone.catch_up()
    await phone.next()
    admin = await sign_in("admin", everything=True)
    answer = await admin.patch(f"/api/users/{person.id}", json={"disabled": True})
    assert answer.status_code == 200, answer.text
    assert await held() == (0, 0)
