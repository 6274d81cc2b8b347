"""What Flet's server mode answers a browser with: the app's files, and a live window on the app.

Put together from Flet's own parts, because three things matter here that `flet.fastapi.app` leaves
to chance: what a window is sent is not spelt out for a log that nobody reads (two thirds of the
time to draw a screen), files travel compressed, and a browser asks whether they changed instead of
guessing (a new release must not meet the old one's client).
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flet.messaging.protocol import Message
from flet_web.fastapi import FletApp, FletStaticFiles, FletUpload, app_manager
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import FileResponse, JSONResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.websockets import WebSocket

from mobile.platform.windows import Limits, Windows, address_of, languages_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    import flet as ft
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send
    from starlette.types import Message as StarletteMessage

ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
"""Without these a browser gives WebAssembly no threads, and Flutter its slower renderer."""
ASK_AGAIN = "no-cache"
COMPRESSED = frozenset(
    {".css", ".html", ".js", ".json", ".mjs", ".otf", ".svg", ".ttf", ".txt", ".wasm"}
)
COMPRESSED_FROM_BYTES = 1_400
"""Smaller ones fit in one packet as they are."""
GZIP_LEVEL = 6
GONE_SECONDS = 2
"""What Flet is given to end a window that is gone."""
FOUND, NOT_MODIFIED = 200, 304


class Named(Message):
    """A message that is quick to name: Flet's transport log writes every one out in full."""

    def __repr__(self) -> str:
        return f"<{self.action.name}>"


class LiveWindow(FletApp):
    """One browser window's connection. It serves one session: `over` ends it."""

    def __init__(self, *, address: str, **options: Any) -> None:
        super().__init__(**options)
        self.address = address
        self.over = asyncio.Event()
        self.serves = False

    def send_message(self, message: Message) -> None:
        """What is drawn once the browser is gone goes nowhere: it is sent whole when it is back.

        Flet would raise, in the loop that draws the session, and nothing would be drawn any more.
        """
        if getattr(self, "_FletApp__send_queue", None) is not None:
            super().send_message(Named(message.action, message.body))

    async def live(self, websocket: WebSocket) -> None:
        """Until the browser is gone. Flet by itself waits for ever for one that never spoke."""
        handling = asyncio.create_task(self.handle(websocket))
        ending = asyncio.create_task(self.over.wait())
        try:
            await asyncio.wait([handling, ending], return_when=asyncio.FIRST_COMPLETED)
            await asyncio.wait([handling], timeout=GONE_SECONDS)
        finally:
            handling.cancel()
            ending.cancel()
            await asyncio.gather(handling, ending, return_exceptions=True)


class Files(FletStaticFiles):
    """The app's files, compressed once for a browser that takes them so."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._compressed = Path(tempfile.mkdtemp(prefix="encours-pages-"))
        app_manager.add_temp_dir(str(self._compressed))
        self._done: set[Path] = set()
        self._at_work: dict[Path, asyncio.Task[None]] = {}

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if isinstance(response, FileResponse) and takes_gzip(scope) and worth_it(response):
            response = await self._smaller(response, scope)
        response.headers["Cache-Control"] = ASK_AGAIN
        response.headers["Vary"] = "Accept-Encoding"
        response.headers.update(ISOLATED)
        return response

    async def _smaller(self, response: FileResponse, scope: Scope) -> Response:
        original, version = Path(response.path), response.headers["etag"]
        kept = self._compressed / hashlib.sha256(f"{original} {version}".encode()).hexdigest()
        if kept not in self._done:
            await self._once(kept, original)
        smaller = self.file_response(kept, await asyncio.to_thread(kept.stat), scope)
        smaller.headers["Content-Type"] = response.headers["Content-Type"]
        if smaller.status_code != NOT_MODIFIED:
            smaller.headers["Content-Encoding"] = "gzip"
        return smaller

    async def _once(self, kept: Path, original: Path) -> None:
        """Many windows open at once; each file is compressed for the first of them."""
        if kept not in self._at_work:
            task = asyncio.create_task(asyncio.to_thread(compress, original, kept))
            self._at_work[kept] = task
            task.add_done_callback(lambda _: self._at_work.pop(kept))
        await asyncio.shield(self._at_work[kept])
        self._done.add(kept)


def takes_gzip(scope: Scope) -> bool:
    return "gzip" in Headers(scope=scope).get("accept-encoding", "")


def worth_it(response: FileResponse) -> bool:
    stat = response.stat_result
    return (
        response.status_code == FOUND
        and Path(response.path).suffix in COMPRESSED
        and stat is not None
        and stat.st_size >= COMPRESSED_FROM_BYTES
    )


def compress(original: Path, kept: Path) -> None:
    """Whole or not at all, and of the original's age: every process names its version alike."""
    half = kept.with_suffix(".half")
    with (
        original.open("rb") as file,
        half.open("wb") as out,
        gzip.GzipFile("", "wb", GZIP_LEVEL, out, mtime=0) as packed,
    ):
        shutil.copyfileobj(file, packed, 1 << 20)
    written = original.stat()
    os.utime(half, ns=(written.st_atime_ns, written.st_mtime_ns))
    half.replace(kept)


class Entrance:
    """Where windows come in: one session each, and no more of them than there is place for."""

    def __init__(
        self,
        main: Callable[[ft.Page], Awaitable[None]],
        limits: Limits,
        too_many: Callable[[Iterable[str]], str],
        **of_windows: Any,
    ) -> None:
        self._main = main
        self._windows = Windows(limits)
        self._too_many = too_many
        self._of_windows = of_windows

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        address = address_of(scope)
        live = LiveWindow(
            address=address,
            loop=asyncio.get_running_loop(),
            executor=app_manager.executor,
            main=self._opened,
            before_main=None,
            **self._of_windows,
        )

        async def heard() -> StarletteMessage:
            message = await receive()
            if message["type"] == "websocket.disconnect":
                live.over.set()
            return message

        websocket = WebSocket(scope, heard, send)
        if not await self._windows.enter(address):
            said = self._too_many(languages_of(websocket))
            await self._windows.turn_away(websocket, said)
            return
        try:
            await live.live(websocket)
        finally:
            await self._windows.leave(address, live)

    async def _opened(self, page: ft.Page) -> None:
        """A window has one session: whoever asks for another on the same line is cut off."""
        window: Any = page.session.connection
        self._windows.remember(window.address, page.session)
        if window.serves:
            window.over.set()
            return
        window.serves = True
        await self._main(page)


def pages(
    main: Callable[[ft.Page], Awaitable[None]],
    *,
    uploads: Path,
    upload_path: str,
    upload_bytes_most: int,
    secret_key: str,
    limits: Limits,
    too_many: Callable[[Iterable[str]], str],
    **of_files: Any,
) -> ASGIApp:
    """The app for browsers as an ASGI application; `of_files` as Flet's static files take them.

    `too_many` says, in one of the browser's languages, that there is no place for a window.

    Flet's `app_manager` is to be started and stopped around it.
    """
    entrance = Entrance(
        main,
        limits,
        too_many,
        session_timeout_seconds=limits.seconds_signed_in,
        upload_endpoint_path=upload_path,
        secret_key=secret_key,
    )

    async def upload(request: Request) -> Response:
        await FletUpload(str(uploads), upload_bytes_most, secret_key).handle(request)
        return JSONResponse(None)

    return Starlette(
        routes=[
            WebSocketRoute("/ws", endpoint=entrance),
            Route(f"/{upload_path}", upload, methods=["PUT"]),
            Mount("/", Files(websocket_endpoint_path="ws", **of_files)),
        ]
    )
