"""`GET /api/events`: server-sent events, for as long as the person stays signed in."""

from collections.abc import AsyncIterator
from typing import Any

from litestar import Controller, Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.params import SkipValidation
from litestar.response import Stream as Streamed

from backend.identity.access import TheViewer, signed_in_until
from backend.live.switchboard import Switchboard

EVENT_STREAM = "text/event-stream"
TheSwitchboard = NamedDependency[SkipValidation[Switchboard]]


class EventController(Controller):
    path = "/events"
    tags = ("Live events",)

    @get("", media_type=EVENT_STREAM, summary="What happens to the clients in sight, as it happens")
    async def live_events(
        self, request: Request[Any, Any, Any], viewer: TheViewer, switchboard: TheSwitchboard
    ) -> Streamed:
        """Server-sent events, without end. `open` comes first; `fact` carries `position`,
        `client_id`, `kind` and `fact_id` of one fact about a client in the person's scope at that
        moment; `resync` says that something may have been missed, so that what is shown is to be
        read again. Every 20 seconds at least there is a comment. Come back with `Last-Event-ID` to
        be told of what happened meanwhile. The stream ends with the access token, and when the
        device is signed out or the person disabled.
        """
        switchboard.refuse_too_many()
        until = signed_in_until(request)
        last_event_id = request.headers.get("last-event-id")

        async def events() -> AsyncIterator[bytes]:
            with switchboard.opened(viewer.device_id, until) as stream:
                await switchboard.begin(stream, last_event_id)
                async for chunk in stream.sent():
                    yield chunk

        # A proxy that gathers answers would keep the events to itself.
        headers = {"X-Accel-Buffering": "no", "Cache-Control": "no-store"}
        return Streamed(events(), media_type=EVENT_STREAM, headers=headers)


def switchboard(state: State) -> Switchboard:
    return state.switchboard  # type: ignore[no-any-return]


PROVIDED = {"switchboard": Provide(switchboard, sync_to_thread=False)}
