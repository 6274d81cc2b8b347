"""What a server does all the time for its open screens: listen, seal, tell, look who is there."""

from __future__ import annotations

import asyncio
import signal
import threading
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any, Final

from backend.activity.sealing import keep_sealing
from backend.database.listener import Listener

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from backend.database.engine import Engine
    from backend.live.switchboard import Switchboard

STOPPING_SIGNALS: Final = (signal.SIGTERM, signal.SIGINT)


@asynccontextmanager
async def live(engine: Engine, switchboard: Switchboard) -> AsyncIterator[None]:
    """Facts are sealed and open screens told of them, until the block's end."""
    unsealed, sealed = asyncio.Event(), asyncio.Event()
    await switchboard.start()
    channels = {"encours_unsealed": unsealed, "encours_sealed": sealed}
    at_work = [
        asyncio.create_task(work)
        for work in (
            Listener(engine, channels).run(),
            keep_sealing(unsealed),
            switchboard.run(sealed),
            switchboard.watch(),
        )
    ]
    try:
        with told_to_stop(switchboard.end_all):
            yield
    finally:
        switchboard.end_all()
        for task in at_work:
            task.cancel()
        await asyncio.gather(*at_work, return_exceptions=True)


@contextmanager
def told_to_stop(stop: Callable[[], None]) -> Iterator[None]:
    """Calls `stop` when the process is asked to stop, beside whoever handles that already.

    The server lets answers under way come to their end before it ends the application, and an open
    stream has none of its own. A signal that nobody handles is left alone: it ends the process.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # Python takes signals in the main thread alone
        return
    loop = asyncio.get_running_loop()
    handled = {number: signal.getsignal(number) for number in STOPPING_SIGNALS}
    before = {number: handler for number, handler in handled.items() if callable(handler)}

    def heard(number: int, frame: Any) -> None:
        loop.call_soon_threadsafe(stop)
        before[signal.Signals(number)](number, frame)

    for number in before:
        # An event loop's own handler is woken by a file descriptor, whichever one stands here.
        signal.signal(number, heard)
        signal.siginterrupt(number, False)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
