"""The application: the API under /api, and /health and /ready beside it.

How a controller is written:

    class ClientController(Controller):
        path = "/clients"
        tags = ("Clients",)

        @get("/{client_id:uuid}", summary="The client file")
        async def client_file(
            self, client_id: FromPath[UUID], viewer: TheViewer, clock: TheClock
        ) -> ClientFile:
            return await service.client_file(viewer, client_id, today=clock.today())

        @post("/{client_id:uuid}/merge", guards=[require("merge-clients")], status_code=204)
        async def merge(
            self, client_id: FromPath[UUID], data: JSONBody[MergeInto],
            viewer: TheViewer, clock: TheClock,
        ) -> None:
            await service.merge(viewer, client_id, data.into_client_id, now=clock.now())

and added to `CONTROLLERS` below. Everything under /api asks for a sign-in (backend.identity.access
tells how to open a handler); `require` adds a role. `viewer`, `bearer`, `clock`, `settings`,
`keys` and `cursors` are asked for by name. The body arrives as its contract model; a model or its
JSON bytes go out (`kept_by_etag` for pages worth keeping). A service says no by raising `Refused`:
nothing is caught here. The handler's name is the operation's id, so it is unique; no
`from __future__ import annotations` in files of controllers, since Litestar reads the annotations.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from litestar import Litestar, Router
from litestar.datastructures import State

from backend.changes.controllers import ChangeController
from backend.clients.controllers import ContactController, HandoverController
from backend.clock import Clock, SystemClock
from backend.database.migrate import migrate
from backend.database.opening import open_database
from backend.demo.controllers import DemoController
from backend.disputes.controllers import ClientDisputeController, DisputeController
from backend.edge.description import describe
from backend.edge.documentation import documentation
from backend.edge.health import health, ready
from backend.edge.keys import Keys
from backend.edge.methods import name_every_method
from backend.edge.provided import PROVIDED
from backend.edge.request import ContractRequest, refuse_impossible_path
from backend.edge.response import ContractResponse
from backend.exports.controllers import ListExportController, StatementController
from backend.files.controllers import FileController, FileLinkController
from backend.files.storage import storage_of
from backend.files.sweeping import swept
from backend.identity import access
from backend.identity.controllers.links import LinkController
from backend.identity.controllers.me import MeController
from backend.identity.controllers.organisation import OrganisationController
from backend.identity.controllers.sessions import SessionController
from backend.identity.controllers.users import ColleagueController, UserController
from backend.imports.controllers import ImportController, PresetController
from backend.imports.watching import workers as import_workers
from backend.live import controllers as live_controllers
from backend.live.controllers import EventController
from backend.live.running import live
from backend.live.switchboard import Switchboard
from backend.observability import Observed
from backend.paging import Cursors
from backend.position.controllers.accounts import AccountController
from backend.position.controllers.clients import ClientPositionController
from backend.position.controllers.reports import ReportController
from backend.position.controllers.today import TodayController
from backend.problems import PROBLEMS
from backend.promises.controllers import PlanController, PromiseController
from backend.receivables.controllers import ClientLedgerController
from backend.threads.controllers import CommentController, MentionController, ThreadController
from backend.visits.controllers import ClientVisitController, VisitController
from backend.wiring import wire

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from litestar import Controller

    from backend.settings import Settings

BODY_BYTES_MOST = 1_000_000
"""Of a JSON body; a handler that takes files says otherwise."""

# Every controller of the API, in the order the documentation shows them.
CONTROLLERS: list[type[Controller]] = [
    SessionController,
    LinkController,
    MeController,
    UserController,
    ColleagueController,
    OrganisationController,
    ClientPositionController,
    AccountController,
    ClientLedgerController,
    ContactController,
    PromiseController,
    PlanController,
    ThreadController,
    CommentController,
    MentionController,
    HandoverController,
    FileController,
    FileLinkController,
    ClientDisputeController,
    DisputeController,
    VisitController,
    ClientVisitController,
    TodayController,
    ReportController,
    ListExportController,
    StatementController,
    ImportController,
    PresetController,
    EventController,
    ChangeController,
]


def create_app(settings: Settings, *, clock: Clock | None = None) -> Litestar:
    """The application on `settings`; its lifespan opens the database and brings it up to date."""
    wire()
    app = Litestar(
        route_handlers=[
            health,
            ready,
            api_router(
                documentation(lambda: describe(api_router(demo=settings.demo))), demo=settings.demo
            ),
        ],
        lifespan=[on_the_database],
        state=State(held(settings, clock or SystemClock.of(settings))),
        exception_handlers=PROBLEMS,
        before_send=[name_every_method],
        request_class=ContractRequest,
        response_class=ContractResponse,
        request_max_body_size=BODY_BYTES_MOST,
        openapi_config=None,
        logging_config=None,
        debug=False,
    )
    app.asgi_handler = Observed(app.asgi_handler)
    return app


def held(settings: Settings, clock: Clock) -> dict[str, Any]:
    """What the handlers are given of the process they run in."""
    keys = Keys.of(settings)
    return {
        "settings": settings,
        "clock": clock,
        "signing_keys": keys,
        "cursors": Cursors(keys.key("cursor")),
        "switchboard": Switchboard(clock),
    }


def api_router(*beside: Router, demo: bool) -> Router:
    return Router(
        "/api",
        route_handlers=[*CONTROLLERS, *([DemoController] if demo else []), *beside],
        guards=[access.signed_in],
        before_request=refuse_impossible_path,
        dependencies={**PROVIDED, **access.PROVIDED, **live_controllers.PROVIDED},
    )


@asynccontextmanager
async def on_the_database(app: Litestar) -> AsyncIterator[None]:
    settings: Any = app.state.settings
    async with open_database(settings) as engine:
        await migrate()
        async with (
            import_workers(app.state.clock),
            swept(storage_of(settings), app.state.clock),
            live(engine, app.state.switchboard),
        ):
            yield
