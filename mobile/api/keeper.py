"""Where a device's refresh token lives."""

from __future__ import annotations

from typing import Protocol


class Keeper(Protocol):
    """Where this device keeps its refresh token between two starts."""

    async def token(self) -> str | None:
        """The one last kept, by this window or by another of the same device."""

    async def keep(self, token: str | None) -> None:
        """Replace it; None forgets it."""
