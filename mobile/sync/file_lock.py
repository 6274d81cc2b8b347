"""The writer's lock of a device with a file system and processes: not for a browser."""

from __future__ import annotations

import asyncio
import fcntl
import os
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

ASKING_SECONDS: Final = 0.2


class FileLock:
    """The kernel's lock on a file (flock): gone with the process that held it.

    lock = FileLock(root / "writer")
    async with lock:
        ...
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened: int | None = None

    async def take(self) -> bool:
        if self._opened is not None:
            return True
        opened = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(opened)
            return False
        except BaseException:
            os.close(opened)
            raise
        self._opened = opened
        return True

    async def wait(self) -> None:
        while not await self.take():  # noqa: ASYNC110 - another process tells nobody
            await asyncio.sleep(ASKING_SECONDS)

    def release(self) -> None:
        if self._opened is not None:
            os.close(self._opened)
            self._opened = None

    async def __aenter__(self) -> Self:
        await self.wait()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()
