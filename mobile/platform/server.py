"""Under Flet's server mode: the app runs beside the API, and draws for a browser.

The browser keeps the refresh token (its local storage, `encours` under Flet's prefix) and nothing
else. Requests go straight into the API's ASGI application, without a socket, under the browser's
own address: attempts to sign in are counted where they come from.
"""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import flet as ft
import httpx

from mobile.platform.devices import device_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from shared.contract.identity import Language

logger = logging.getLogger(__name__)
KEY = "encours"
TIMEOUT_SECONDS = 30.0


class BrowserVault:
    """A few words in the browser's local storage, under one key: one journey to read them."""

    def __init__(self, preferences: ft.SharedPreferences) -> None:
        self._preferences = preferences
        self._writing: set[asyncio.Task[Any]] = set()

    async def read(self) -> Mapping[str, str]:
        return understood(await self._preferences.get(KEY))

    def write(self, words: Mapping[str, str]) -> None:
        task = asyncio.create_task(self._write(json.dumps(dict(words))))
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)

    async def _write(self, text: str) -> None:
        try:
            await self._preferences.set(KEY, text)
        except (RuntimeError, TimeoutError) as error:
            # The window is gone. Its token can still be renewed: the server knows the request.
            logger.info("the browser could not be asked to remember: %s", error)


def understood(kept: object) -> dict[str, str]:
    """What was kept; what is not ours, or was tampered with, counts as nothing."""
    try:
        words = json.loads(kept) if isinstance(kept, str) else {}
    except ValueError:
        return {}
    if not isinstance(words, dict):
        return {}
    return {str(name): word for name, word in words.items() if isinstance(word, str)}


@dataclass(frozen=True, slots=True)
class Host:
    """The API that every session of this process talks to."""

    api: Any
    """An ASGI application."""
    public_url: str
    zone: tzinfo
    language: Language


class ServerPlatform:
    """One browser window's."""

    def __init__(self, page: ft.Page, host: Host) -> None:
        self._page = page
        self._host = host
        self._files = ft.FilePicker()
        self.vault = BrowserVault(ft.SharedPreferences())
        self.zone = host.zone
        self.language = host.language
        self.device_name = device_name(page.client_user_agent or "")

    def http(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(
                app=self._host.api,
                client=(self._page.client_ip or "127.0.0.1", 0),
                raise_app_exceptions=False,
            ),
            base_url=self._host.public_url,
            headers={"User-Agent": self._page.client_user_agent or "Encours"},
            timeout=TIMEOUT_SECONDS,
        )

    async def hand_over(self, name: str, content: bytes) -> None:
        await self._files.save_file(file_name=name, src_bytes=content)
