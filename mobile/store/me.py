"""What belongs to the person signed in: their devices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.api import identity
from mobile.store.reading import Known, Reading

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.api.wire import Wire
    from shared.contract.identity import DeviceList


class Devices(Reading["DeviceList"]):
    """Where this person is signed in."""

    def __init__(self, wire: Wire) -> None:
        super().__init__(self._listed)
        self._wire = wire

    async def rename(self, device_id: UUID, name: str) -> None:
        """May raise a `Failure`."""
        await identity.rename_device(self._wire, device_id, name)
        await self.refresh()

    async def end(self, device_id: UUID) -> None:
        """That device must sign in again. May raise a `Failure`."""
        await identity.end_device(self._wire, device_id)
        await self.refresh()

    async def _listed(self, _: Known[DeviceList] | None) -> Known[DeviceList]:
        return Known.now(await identity.devices(self._wire))
