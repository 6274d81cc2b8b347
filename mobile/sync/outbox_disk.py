"""How the outbox writes: one writer at a time, files before what names them, then on the disk."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final

from mobile.sync.outbox_rows import Rows
from mobile.sync.refusals import NotKept, NotYours, Unreadable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Sequence
    from uuid import UUID

    from mobile.sync.entries import NewFile, Step
    from mobile.sync.keeping import Keeping
    from mobile.sync.owner import Owner

FILE_NAME: Final = "outbox.sqlite"


class Disk:
    """The outbox's rows and files. `step` is told each point at which the app could die."""

    def __init__(
        self, keeping: Keeping, owner: Owner, step: Callable[[Step], None] = lambda _: None
    ) -> None:
        """Raises `NotYours` for a file of somebody else's, `NewerRelease`, `Unreadable`.

        All of them leave it as it is.
        """
        self.step = step
        self.keeping = keeping
        self._alone = asyncio.Lock()
        try:
            self.rows = Rows(keeping.database(FILE_NAME))
        except sqlite3.DatabaseError as error:
            raise Unreadable(str(error)) from error
        try:
            self._claim(owner)
            self._sweep()
        except BaseException:
            self.rows.close()
            raise

    def _claim(self, owner: Owner) -> None:
        written = self.rows.owner()
        if written is None:
            self.rows.belong_to(owner)
        elif written != (owner.server, owner.user_id):
            raise NotYours

    def _sweep(self) -> None:
        """Files whose entry was never written, or was sent: the app died between the two."""
        for id_ in self.keeping.kept() - self.rows.files_needed():
            self.keeping.drop(id_)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Rows]:
        """What is written inside is on the disk afterwards. Nothing else is written meanwhile.

        Raises:
            NotKept: the disk is full, or the browser's storage refused.
        """
        async with self._alone:
            try:
                yield self.rows
                await self.keeping.flush(FILE_NAME)
            except (OSError, sqlite3.Error) as error:
                raise NotKept(str(error)) from error

    def keep(self, files: Sequence[NewFile]) -> None:
        """All of them or none."""
        try:
            for file in files:
                self.keeping.keep(file.id, file.content)
                self.step("file-kept")
        except OSError:
            self.drop(file.id for file in files)
            raise

    def drop(self, file_ids: Iterable[UUID]) -> None:
        for id_ in file_ids:
            self.keeping.drop(id_)

    def close(self) -> None:
        self.rows.close()
