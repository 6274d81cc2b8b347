"""One port for the API and the app. The only file that knows both sides.

`granian --interface asgi --factory serving:app` serves it; `encours serve` and `encours demo` do.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import flet.fastapi as flet_server
from flet import WebRenderer

import mobile
from backend.app import create_app
from backend.edge.keys import Keys
from backend.imports.uploads import UPLOAD_BYTES_MOST
from backend.observability import log_to_standard_error
from backend.settings import Settings
from mobile.app import App
from mobile.platform.server import Host, ServerPlatform

if TYPE_CHECKING:
    import flet as ft
    from litestar import Litestar
    from litestar.types import Message, Receive, Scope, Send

API = ("/api", "/health", "/ready")
UPLOADS = "upload"
ASSETS = Path(mobile.__file__).parent / "assets"


class OnePort:
    """An ASGI application: the API under its own paths, the app everywhere else."""

    def __init__(self, api: Litestar, pages: Any) -> None:
        self._api = api
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":  # type: ignore[comparison-overlap]
            await self._live(scope, receive, send)
        elif is_api(scope["path"]):
            await self._api(scope, receive, send)
        else:
            await self._pages(scope, receive, send)

    async def _live(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The API's life, with Flet's session keeper inside it."""

        async def told(message: Message) -> None:
            kind: str = message["type"]
            if kind == "lifespan.startup.complete":
                await flet_server.app_manager.start()
            elif kind == "lifespan.shutdown.complete":
                await flet_server.app_manager.shutdown()
            await send(message)

        await self._api(scope, receive, told)


def is_api(path: str) -> bool:
    return any(path == prefix or path.startswith(f"{prefix}/") for prefix in API)


def app(settings: Settings | None = None) -> OnePort:
    """Everything of one deployment, ready for an ASGI server."""
    settings = settings or Settings.from_environment()
    if not settings.demo:  # whose console shows the sign-ins
        log_to_standard_error()
    api = create_app(settings)
    uploads = settings.data / "uploads"
    host = Host(api, address(settings), settings.time_zone, settings.language, uploads)

    async def main(page: ft.Page) -> None:
        await App(page, ServerPlatform(page, host)).open()

    pages = flet_server.app(
        main,
        assets_dir=str(ASSETS),
        app_name="Encours",
        app_short_name="Encours",
        app_description="Savoir, avant de vendre.",
        no_cdn=True,
        web_renderer=WebRenderer.AUTO,
        upload_dir=str(uploads),
        upload_endpoint_path=UPLOADS,
        max_upload_size=UPLOAD_BYTES_MOST,
        secret_key=Keys.of(settings).key("uploads of browsers").hex(),
    )
    return OnePort(api, pages)


def address(settings: Settings) -> str:
    """Where people reach this deployment; the app's requests never leave the process."""
    return settings.public_url or f"http://{settings.host}:{settings.port}"
