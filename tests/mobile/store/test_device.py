import asyncio

import pytest

from mobile.store.device import LANGUAGE, TOKEN, Device
from shared.contract.identity import Scope, User
from shared.ids import new_id

pytestmark = pytest.mark.anyio


class Vault:
    def __init__(self, **words: str) -> None:
        self.words = words

    async def read(self):
        return self.words

    def write(self, words):
        self.words = dict(words)


async def test_a_remembered_device_keeps_its_token_for_the_next_start():
    vault = Vault()
    await Device(vault).keep("one")
    assert await Device(vault).token() == "one"


async def test_a_device_not_to_be_remembered_keeps_its_token_in_the_window_only():
    vault = Vault()
    device = Device(vault)
    device.remembered = False
    await device.keep("one")
    assert await device.token() == "one"
    assert TOKEN not in vault.words
    assert await Device(vault).token() is None


async def test_the_token_another_window_renewed_is_the_one_used():
    vault = Vault()
    here, there = Device(vault), Device(vault)
    await here.keep("one")
    await there.token()
    await there.keep("two")
    assert await here.token() == "two"


async def test_forgetting_the_token_keeps_the_language():
    vault = Vault()
    device = Device(vault)
    device.note(LANGUAGE, "en")
    await device.keep("one")
    await device.keep(None)
    assert vault.words == {"language": "en"}


class SlowVault(Vault):
    """A device that is busy: what it read is told late."""

    def __init__(self) -> None:
        super().__init__()
        self.tell = asyncio.Event()

    async def read(self):
        read = dict(self.words)
        await self.tell.wait()
        return read


async def test_a_token_kept_while_the_device_was_still_reading_is_not_lost():
    vault = SlowVault()
    device = Device(vault)
    reading = asyncio.create_task(device.token())
    await asyncio.sleep(0)
    await device.keep("one")
    vault.tell.set()
    assert await reading == "one"
    device.note(LANGUAGE, "en")
    assert vault.words == {"token": "one", "language": "en"}


async def test_whose_token_it_is_is_told_of_nobody_else():
    """A window that keeps nothing shares the browser with one that does."""
    claire, paul = user("Claire"), user("Paul")
    vault = Vault()
    kept, plain = Device(vault), Device(vault)
    await kept.keep("one")
    kept.note_user(claire)
    await plain.recall()
    plain.forget_others(claire)
    assert plain.user() == claire
    await plain.keep("two")
    plain.forget_others(paul)
    await kept.recall()
    assert kept.user() is None


async def test_who_signs_out_is_not_known_any_more():
    vault = Vault()
    device = Device(vault)
    await device.keep("one")
    device.note_user(user("Claire"))
    await device.keep(None)
    assert device.user() is None
    assert vault.words == {}


def user(name: str) -> User:
    return User(
        id=new_id(),
        name=name,
        email=f"{name.lower()}@example.test",
        role="sales",
        language="fr",
        theme="system",
        scope=Scope(everything=False, own_portfolio=True, branches=[]),
        capabilities=[],
    )
