"""What the person who asks should do today."""

from litestar import Controller, get

from backend.edge.provided import TheClock, TheSettings
from backend.identity.access import TheViewer
from backend.position.today import today_of
from shared.contract.today import Today


class TodayController(Controller):
    tags = ("Today",)

    @get("/today", summary="What this person should do now")
    async def today(self, viewer: TheViewer, clock: TheClock, settings: TheSettings) -> Today:
        """By their role: visits, promises, disputes, mentions, whom to call, branch figures."""
        return await today_of(viewer, clock.today(), settings.promises)
