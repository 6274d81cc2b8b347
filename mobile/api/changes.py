"""The change feed: what a device has to change of what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.api.answers import read
from shared.contract.changes import Changes

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.api.wire import Params, Wire


async def page(wire: Wire, after: str | None, *, whose: UUID | None = None) -> Changes:
    """The next page after a cursor; from the beginning without one."""
    params: Params = {"after": after} if after else {}
    return read(await wire.ask("GET", "/api/changes", params=params, whose=whose), Changes)
