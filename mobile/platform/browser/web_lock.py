"""The writer's lock of a browser (Web Locks): one for all windows of the origin."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from mobile.platform.browser.machine import machine, plain, proxied

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

NAME: Final = "encours-writer"


class WebLock:
    """A `mobile.sync.writing.WriterLock`. The browser frees it when the window dies.

    Whatever another window wrote before is there once it is ours: `on_taken` is done then.
    """

    def __init__(self, on_taken: Callable[[], Awaitable[None]]) -> None:
        self._on_taken = on_taken
        self._let_go: Callable[[], None] | None = None

    async def take(self) -> bool:
        if self._let_go is not None:
            return True
        return await self._ask({"ifAvailable": True}, lambda: None)

    async def wait(self) -> None:
        if self._let_go is None:
            broken_off = machine().AbortController.new()
            await self._ask({"signal": broken_off.signal}, broken_off.abort)

    def release(self) -> None:
        let_go, self._let_go = self._let_go, None
        if let_go is not None:
            let_go()

    async def _ask(self, options: Mapping[str, Any], break_off: Callable[[], None]) -> bool:
        asking = Asking()
        try:
            is_ours = await asking.answer(options)
            if is_ours:
                await self._on_taken()
        except BaseException:
            break_off()
            asking.let_go()
            raise
        if is_ours:
            self._let_go = asking.let_go
        return is_ours


class Asking:
    """One request for the lock, which is ours from the browser's answer until it is let go."""

    def __init__(self) -> None:
        self._answered: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._held: asyncio.Task[None] | None = None

    async def answer(self, options: Mapping[str, Any]) -> bool:
        self._held = asyncio.create_task(self._hold(options))
        return await self._answered

    def let_go(self) -> None:
        if not self._over.done():
            self._over.set_result(None)

    async def _hold(self, options: Mapping[str, Any]) -> None:
        granted = proxied(self._granted)
        try:
            await machine().navigator.locks.request(NAME, plain(options), granted)
        except Exception as error:  # noqa: BLE001 - told to whoever asks, unless they are gone
            if not self._answered.done():
                self._answered.set_exception(OSError(str(error)))
        finally:
            granted.destroy()

    def _granted(self, lock: Any) -> Any:
        """The browser holds it for us as long as what it is answered is not over."""
        is_ours = bool(lock)
        if not self._answered.done():
            self._answered.set_result(is_ours)
        return self._over if is_ours else None
