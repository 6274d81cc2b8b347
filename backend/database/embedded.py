"""PostgreSQL without installing anything: a server of our own in the data folder.

Whoever comes first starts it, all others attach, and the last to leave stops it, unless the
operator asked that it be kept running. Who is killed leaves too: the marks are file locks. A
server that lost all its clients so is found by the next one.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backend.database.account import server_account
from backend.database.binaries import find_binaries, reachable_binaries
from backend.database.cluster import OWNER, STARTING_SECONDS_MOST, launch, make_cluster
from backend.database.errors import DatabaseUnavailable
from backend.database.folder import DataFolder, disk_full, nobody_else_attached
from backend.database.postmaster import running_postmaster, stop_postmaster, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from backend.database.account import Account
    from backend.database.binaries import Binaries
    from backend.database.postmaster import Postmaster

DATABASE = "encours"
PREPARING_SECONDS_MOST = 60.0


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """What `encours database status` tells."""

    data: Path
    is_running: bool
    is_kept_running: bool
    pid: int | None = None
    version: str | None = None
    socket_folder: Path | None = None


class EmbeddedPostgres:
    """The server of one data folder, from this process's side."""

    def __init__(
        self,
        data: Path,
        *,
        postgres_bin: Path | None = None,
        durable: bool = True,
        busy_seconds_most: float = PREPARING_SECONDS_MOST,
    ) -> None:
        self._folder = DataFolder(data)
        self._postgres_bin = postgres_bin
        self._durable = durable
        self._busy_seconds_most = busy_seconds_most
        self._mark: int | None = None

    def start(self, *, keep_running: bool = False) -> dict[str, Any]:
        """Starts the server or attaches to it, and answers how asyncpg connects.

        Raises:
            DatabaseUnavailable: with one sentence that says why it cannot be had.
        """
        with self._prepared_folder():
            account = server_account(self._folder.cluster)
            postmaster = self._live_postmaster() or self._start(account)
            if self._mark is None:
                self._mark = self._folder.attach()
            if keep_running:
                self._folder.keeps_running.touch()
            return self._connection(postmaster)

    def leave(self) -> None:
        """Detaches; the last one stops the server, unless it is kept running."""
        if self._mark is None:
            return
        mark, self._mark = self._mark, None
        try:
            with self._folder.lock(self._busy_seconds_most):
                if not self._folder.keeps_running.exists() and nobody_else_attached(mark):
                    stop_postmaster(self._folder.cluster)
        finally:
            os.close(mark)

    def stop(self) -> bool:
        """Stops the server even under others' feet; False when it did not run."""
        if not self._folder.path.is_dir():
            return False
        with self._prepared_folder():
            self._folder.keeps_running.unlink(missing_ok=True)
            return stop_postmaster(self._folder.cluster)

    def status(self) -> ServerStatus:
        folder = self._folder
        version = folder.cluster / "PG_VERSION"
        postmaster = running_postmaster(folder.cluster)
        return ServerStatus(
            data=folder.path,
            is_running=postmaster is not None,
            is_kept_running=folder.keeps_running.exists(),
            pid=postmaster.pid if postmaster else None,
            version=version.read_text().strip() if version.exists() else None,
            socket_folder=postmaster.socket_folder if postmaster else None,
        )

    @contextmanager
    def _prepared_folder(self) -> Iterator[None]:
        try:
            self._folder.claim()
            with self._folder.lock(self._busy_seconds_most):
                yield
        except OSError as error:
            raise DatabaseUnavailable(self._sentence_for(error)) from error

    def _sentence_for(self, error: OSError) -> str:
        path = error.filename or self._folder.path
        if "No space left" in str(error):
            return disk_full(self._folder.path)
        return f"The data folder {self._folder.path} cannot be used ({path}: {error.strerror})."

    def _connection(self, postmaster: Postmaster) -> dict[str, Any]:
        return {
            "host": str(postmaster.socket_folder),
            "port": postmaster.port,
            "user": OWNER,
            "password": self._folder.password(),
            "database": DATABASE,
        }

    def _live_postmaster(self) -> Postmaster | None:
        """The server if it runs, once it is ready: it may be replaying its log."""
        cluster = self._folder.cluster

        def settled() -> bool:
            found = running_postmaster(cluster)
            return found is None or found.is_ready

        if not wait_until(settled, STARTING_SECONDS_MOST):
            raise DatabaseUnavailable(
                f"The database in {cluster} has been starting or stopping for "
                f"{STARTING_SECONDS_MOST:.0f} seconds; see {self._folder.log}."
            )
        return running_postmaster(cluster)

    def _start(self, account: Account) -> Postmaster:
        binaries = self._binaries(account)
        if not self._folder.cluster.exists():
            make_cluster(self._folder, binaries, account, durable=self._durable)
        return launch(self._folder, binaries, account, durable=self._durable)

    def _binaries(self, account: Account) -> Binaries:
        version = self._folder.cluster / "PG_VERSION"
        major = int(version.read_text()) if version.exists() else None
        found = find_binaries(self._postgres_bin, major=major)
        return reachable_binaries(found, account, self._folder.copies_for(account))
