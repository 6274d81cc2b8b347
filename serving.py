"""One port for the API and the app. The only file that knows both sides.

`granian --interface asgi --factory serving:app` serves it; `encours serve` and `encours demo` do.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from flet import WebRenderer
from flet_web.fastapi import app_manager
from litestar.datastructures import Headers
from litestar.enums import ScopeType

import mobile
from backend.app import create_app
from backend.edge.keys import Keys
from backend.edge.request import address_of, origin_of
from backend.imports.uploads import UPLOAD_BYTES_MOST, browsers_folder
from backend.observability import OF_EVERY_ANSWER, log_to_standard_error
from backend.settings import Settings
from mobile.app import App
from mobile.platform.installable import PREFIX, Installable
from mobile.platform.pages import pages
from mobile.platform.server import Host, ServerPlatform
from mobile.platform.windows import COUNTED_AS, Limits
from mobile.strings import strings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import flet as ft
    from litestar.types import Message, Receive, Scope, Send

    from backend.settings import Language, ProxyNetwork
    from mobile.strings.catalogue_shell import Failure

API = ("/api", "/health", "/ready")
UPLOADS = "upload"
INSTALLABLE = Path(__file__).parent / "build/pwa/site"
ASSETS = Path(mobile.__file__).parent / "assets"


class OnePort:
    """An ASGI application: the API under its own paths, the app everywhere else."""

    def __init__(
        self,
        api: Any,
        pages: Any,
        trusted_proxies: Sequence[ProxyNetwork],
        public_url: str | None = None,
        installable: Any = None,
    ) -> None:
        self._api = api
        self._pages = pages
        self._installable = installable
        self._trusted_proxies = trusted_proxies
        self._public_host = urlsplit(public_url).netloc if public_url else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":  # type: ignore[comparison-overlap]
            await self._live(scope, receive, send)
        elif is_api(scope["path"]):
            await self._api(scope, receive, send)
        elif scope["type"] == ScopeType.HTTP and is_under(scope["path"], (PREFIX,)):
            await self._installable(scope, receive, guarded(send))
        elif scope["type"] == ScopeType.WEBSOCKET and not self._is_ours(Headers.from_scope(scope)):
            await send({"type": "websocket.close", "code": 1008, "reason": "another origin"})
        else:
            await self._pages(self._from_the_browser(scope), receive, guarded(send))

    def _is_ours(self, headers: Headers) -> bool:
        """Whether the page that opens a session is this app's: any page may open a websocket.

        What is no browser names no origin, and has nobody's session to ride on.
        """
        origin = headers.get("origin")
        if origin is None:
            return True
        return urlsplit(origin).netloc in {headers.get("host"), self._public_host}

    def _from_the_browser(self, scope: Scope) -> Scope:
        """The scope with the browser's own address: behind a proxy all would have the same, and
        one who guesses passwords would keep everybody out.
        """
        peer = scope["client"]
        headers = Headers.from_scope(scope)
        origin = origin_of(peer[0] if peer else None, headers, self._trusted_proxies)
        if origin is None:
            return scope
        counted_as = address_of(peer[0] if peer else None, headers, self._trusted_proxies)
        return {**scope, "client": (str(origin), 0), COUNTED_AS: counted_as}  # type: ignore[return-value]

    async def _live(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The API's life, with Flet's session keeper inside it."""

        async def told(message: Message) -> None:
            kind: str = message["type"]
            if kind == "lifespan.startup.complete":
                await app_manager.start()  # type: ignore[no-untyped-call]
            elif kind == "lifespan.shutdown.complete":
                await app_manager.shutdown()  # type: ignore[no-untyped-call]
            await send(message)

        await self._api(scope, receive, told)


def guarded(send: Send) -> Send:
    """Adds to the app's pages the headers that every answer of the API carries too."""

    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], *OF_EVERY_ANSWER]
        await send(message)

    return told


def is_api(path: str) -> bool:
    return is_under(path, API)


def is_under(path: str, prefixes: Iterable[str]) -> bool:
    return any(path == prefix or path.startswith(f"{prefix}/") for prefix in prefixes)


def app(settings: Settings | None = None) -> OnePort:
    """Everything of one deployment, ready for an ASGI server."""
    settings = settings or Settings.from_environment()
    if not settings.demo:  # whose console shows the sign-ins
        log_to_standard_error()
    api = create_app(settings)
    uploads = browsers_folder(settings)
    installable = Installable(
        INSTALLABLE, lambda asked: failure(asked, settings.language).not_installable
    )
    host = Host(
        api,
        address(settings),
        settings.time_zone,
        settings.language,
        uploads,
        lambda: installable.built,
    )

    async def main(page: ft.Page) -> None:
        await App(page, ServerPlatform(page, host)).open()

    browser = pages(
        main,
        uploads=uploads,
        upload_path=UPLOADS,
        upload_bytes_most=UPLOAD_BYTES_MOST,
        secret_key=Keys.of(settings).key("uploads of browsers").hex(),
        limits=Limits(
            settings.windows_most,
            settings.windows_an_address_most,
            settings.window_seconds,
            settings.window_seconds_signed_out,
        ),
        too_many=lambda asked: failure(asked, settings.language).too_many_windows,
        assets_dir=str(ASSETS),
        app_name="Encours",
        app_short_name="Encours",
        app_description="Savoir, avant de vendre.",
        no_cdn=True,
        web_renderer=WebRenderer.AUTO,
    )
    return OnePort(api, browser, settings.trusted_proxies, settings.public_url, installable)


def failure(languages: Iterable[str], otherwise: Language) -> Failure:
    """In the first language we speak of those asked for."""
    known: dict[str, Language] = {"fr": "fr", "en": "en"}
    spoken = next((known[asked] for asked in languages if asked in known), otherwise)
    return strings(spoken).failure


def address(settings: Settings) -> str:
    """Where people reach this deployment; the app's requests never leave the process."""
    return settings.public_url or f"http://{settings.host}:{settings.port}"
