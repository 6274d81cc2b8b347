import asyncio

import pytest

from mobile.store.device import LANGUAGE, TOKEN, Device

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
