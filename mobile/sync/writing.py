"""One writer on a device: two windows with the same portfolio would overwrite each other's."""

from __future__ import annotations

from typing import Protocol


class WriterLock(Protocol):
    """Held by one window or process at a time; whoever dies lets go of it.

    In a browser the Web Lock of the name, natively a lock on a file.
    """

    async def take(self) -> bool:
        """Whether it is ours now. False where somebody else has it."""

    async def wait(self) -> None:
        """Until it is ours."""

    def release(self) -> None:
        """To whoever waits. Nothing happens where it is not ours."""


class NoLock:
    """For a session that keeps everything in its own memory."""

    async def take(self) -> bool:
        return True

    async def wait(self) -> None:
        """There is nobody else."""

    def release(self) -> None:
        """There is nobody else."""
