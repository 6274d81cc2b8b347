"""A few words in the device's own store: a browser's local storage, a phone's preferences."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import flet as ft

logger = logging.getLogger(__name__)
KEY = "encours"


class Preferences:
    """A `Vault` under one key: one journey to read it all."""

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
            logger.info("the device could not be asked to remember: %s", error)


def understood(kept: object) -> dict[str, str]:
    """What was kept; what is not ours, or was tampered with, counts as nothing."""
    try:
        words = json.loads(kept) if isinstance(kept, str) else {}
    except ValueError:
        return {}
    if not isinstance(words, dict):
        return {}
    return {str(name): word for name, word in words.items() if isinstance(word, str)}
