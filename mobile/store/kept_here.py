"""Whether this device keeps its person's clients: whether they want it to, and whether for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from mobile.store.device import KEPT, NO, PERSISTED, YES
from mobile.sync.owner import Owner
from mobile.sync.portfolio import erase_portfolios_of_others

if TYPE_CHECKING:
    from mobile.store.device import Device
    from mobile.store.local import Local

NOBODY: Final = UUID(int=0)


class KeptHere:
    """Of the person signed in."""

    def __init__(self, device: Device, local: Local) -> None:
        self._device = device
        self._local = local

    @property
    def is_wanted(self) -> bool:
        """Unless its person erased them here and did not ask for them since."""
        return self._device.word(KEPT) != NO

    @property
    def is_for_good(self) -> bool | None:
        """Whether the device will never throw them away by itself; None where it was not asked."""
        word = self._device.word(PERSISTED)
        return None if word is None else word == YES

    async def ask_to_keep(self) -> None:
        """The device, for good. What it answers is said, and not asked again by itself."""
        storage = self._local.storage
        if storage is not None:
            self._device.note(PERSISTED, YES if await storage.persist() else NO)
            self._local.told()

    async def forget_everybody(self) -> None:
        """Nobody is signed in here: no client of anybody's stays. What was entered does."""
        storage = self._local.storage
        if storage is None:
            return
        await storage.ready()
        lock = storage.lock()
        if not await lock.take():
            return  # somebody is, in another window
        try:
            await erase_portfolios_of_others(storage.pocket, Owner(storage.server, NOBODY))
        finally:
            lock.release()

    async def read(self) -> None:
        """Anew, at once; where the device would not promise to keep them, it is asked again."""
        self._device.note(KEPT, None)
        self._local.read_clients()
        if not self.is_for_good:
            await self.ask_to_keep()

    async def erase(self) -> None:
        """From this device; may raise a `Failure`."""
        self._device.note(KEPT, NO)
        await self._local.erase_clients()
