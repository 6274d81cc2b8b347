"""A few words in the device's own store: a browser's local storage, a phone's preferences."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any

from mobile.api.failures import Unreachable

if TYPE_CHECKING:
    from collections.abc import Mapping

    import flet as ft

logger = logging.getLogger(__name__)
KEY = "encours"
READ_SECONDS_MOST = 10.0
"""What is asked of a window while it is cut off never reaches it."""


class Unanswered(Unreachable):
    """The person's own window was asked, and does not answer."""


class Preferences:
    """A `Vault` under one key: one journey to read it all."""

    def __init__(self, preferences: ft.SharedPreferences) -> None:
        self._preferences = preferences
        self._writing: set[asyncio.Task[Any]] = set()

    async def read(self) -> Mapping[str, str]:
        """Raises `Unanswered` where the window does not answer: Flet itself waits for ever."""
        try:
            async with asyncio.timeout(READ_SECONDS_MOST):
                return understood(await self._preferences.get(KEY))
        except TimeoutError as error:
            raise Unanswered("the window does not say what the device remembers") from error

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
