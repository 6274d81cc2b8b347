"""`GET /api/changes`: what a device keeps of the clients in its person's scope, kept up."""

import asyncio
import zlib
from typing import Annotated, Any

from litestar import Controller, Request, Response, get
from litestar.openapi import ResponseSpec
from litestar.params import QueryParameter

from backend.changes.service.feed import Asked, changes
from backend.edge.provided import TheClock, TheCursors, TheSettings
from backend.edge.response import JSON, json_bytes
from backend.identity.access import TheViewer
from shared.contract.changes import Changes

CLIENTS_MOST = 100
"""A page; its cursor names them, and travels in an address."""
COMPRESSED_FROM_BYTES = 2_000
GZIP_WINDOW = 31

After = Annotated[str | None, QueryParameter(max_length=6_000)]
ClientsWanted = Annotated[int, QueryParameter(ge=1, le=CLIENTS_MOST)]


class ChangeController(Controller):
    tags = ("Changes",)

    @get(
        "/changes",
        responses={200: ResponseSpec(data_container=Changes, description="The next changes")},
        summary="What a device lacks of the clients in sight",
    )
    async def client_changes(
        self,
        request: Request[Any, Any, Any],
        viewer: TheViewer,
        clock: TheClock,
        cursors: TheCursors,
        settings: TheSettings,
        after: After = None,
        limit: ClientsWanted = CLIENTS_MOST,
    ) -> Response[bytes]:
        """Whole client files, in place of what the device held of them, and the clients it must
        forget. Give the `cursor` of the page taken in last as `after`; nothing begins anew, and so
        does, with `restart`, a cursor that is too old or of another database. A device asks one
        page at a time, and takes a page in whole, with its cursor, only where it still stands at
        the cursor it asked with; asked again with the same cursor it is given the same, or newer.
        """
        found = await changes(
            Asked(
                viewer=viewer,
                cursors=cursors,
                after=after,
                limit=limit,
                now=clock.now(),
                today=clock.today(),
                policy=settings.promises,
            )
        )
        headers = {"Cache-Control": "no-store", "Vary": "Accept-Encoding"}
        body = json_bytes(found)
        if len(body) >= COMPRESSED_FROM_BYTES and "gzip" in request.headers.get(
            "accept-encoding", ""
        ):
            body = await asyncio.to_thread(zlib.compress, body, wbits=GZIP_WINDOW)
            headers["Content-Encoding"] = "gzip"
        return Response(body, headers=headers, media_type=JSON)
