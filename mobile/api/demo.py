"""The demo company's sign-ins; outside demo mode the server has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.api.failures import Failure
from shared.contract.demo import DemoAccountList

if TYPE_CHECKING:
    from mobile.api.wire import Wire


async def accounts(wire: Wire) -> DemoAccountList:
    """Nobody where the server has no demo, or does not answer."""
    try:
        return await wire.get("/api/demo-accounts", DemoAccountList)
    except Failure:
        return DemoAccountList(items=[])
