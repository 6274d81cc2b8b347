"""A phone with an outbox, on a network that fails as it is told."""

from __future__ import annotations

from mobile.sync.outbox import Outbox
from mobile.sync.sending import Round, Sending
from tests.mobile.sync.server import Fault, Server


class Clock:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Phone:
    """One device and the network it is on."""

    def __init__(self, kept: Outbox, server: Server, clock: Clock) -> None:
        self.kept, self.server, self.clock = kept, server, clock
        self.sending = Sending(kept, server.wire(), clock, lambda: 0.0)

    async def round(self, *faults: Fault | None) -> Round:
        self.server.will(*faults)
        return await self.sending.round()

    def told(self) -> list[str]:
        return list(self.kept.standings().values())
