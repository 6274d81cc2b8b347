"""PostgreSQL without installing anything: a server of our own in the data folder.

Whoever comes first starts it, all others attach, and the last to leave stops it, unless the
operator asked that it be kept running. Who is killed leaves too: the marks are file locks. A
server that lost all its clients so is found by the next one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from backend.database.account import Account, server_account
from backend.database.binaries import Binaries, find_binaries, reachable_binaries
from backend.database.errors import DatabaseUnavailable
from backend.database.folder import DataFolder, disk_full, nobody_else_attached
from backend.database.postmaster import (
    Postmaster,
    forget_dead_server,
    running_postmaster,
    serves,
    stop_postmaster,
    wait_until,
)
from backend.database.tuning import configuration_text, server_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

OWNER = "encours"
DATABASE = "encours"
LOG_BYTES_KEPT = 10 * 1024 * 1024
PREPARING_SECONDS_MOST = 60.0
STARTING_SECONDS_MOST = 120.0  # replaying the log after a crash takes its time
SURVIVORS_SECONDS_MOST = 10.0


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
            "port": 5432,
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
        self._folder.refuse_closed_to(account)
        binaries = self._binaries(account)
        if not self._folder.cluster.exists():
            self._make_cluster(binaries, account)
        socket_folder = self._folder.socket_folder(account)
        forget_dead_server(self._folder.cluster, socket_folder)
        settings = server_settings(socket_folder, durable=self._durable)
        write_readable(self._folder.configuration, configuration_text(settings))
        return self._launch(binaries, account)

    def _binaries(self, account: Account) -> Binaries:
        version = self._folder.cluster / "PG_VERSION"
        major = int(version.read_text()) if version.exists() else None
        found = find_binaries(self._postgres_bin, major=major)
        return reachable_binaries(found, account, self._folder.copies)

    def _make_cluster(self, binaries: Binaries, account: Account) -> None:
        """Made aside and moved into place: a cluster that exists is whole."""
        self._folder.refuse_full_disk()
        draft = self._folder.path / "postgres.draft"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        os.chown(draft, account.uid, account.gid)
        password_copy = self._folder.path / ".postgres.password"
        try:
            write_private(password_copy, self._folder.make_password(), account)
            self._initialise(binaries, account, draft, password_copy)
            draft.rename(self._folder.cluster)
        finally:
            password_copy.unlink(missing_ok=True)
            shutil.rmtree(draft, ignore_errors=True)

    def _initialise(
        self, binaries: Binaries, account: Account, draft: Path, password_file: Path
    ) -> None:
        made = subprocess.run(  # noqa: S603 - fixed options
            [
                binaries.folder / "initdb",
                *("-D", draft, "-U", OWNER, f"--pwfile={password_file}"),
                *("--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums"),
                *locale_options(binaries),
                *(() if self._durable else ("--no-sync",)),
            ],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            **account.subprocess_options(),
        )
        if made.returncode != 0:
            raise DatabaseUnavailable(self._explain(made.stderr, "PostgreSQL made no database"))

    def _launch(self, binaries: Binaries, account: Account) -> Postmaster:
        """Starts the server, again for a while where survivors of a killed one still hold on."""
        failure = ""

        def launched() -> bool:
            nonlocal failure
            failure = self._launch_once(binaries, account)
            return "pre-existing shared memory" not in failure

        wait_until(launched, SURVIVORS_SECONDS_MOST)
        postmaster = running_postmaster(self._folder.cluster)
        if failure or postmaster is None:
            raise DatabaseUnavailable(self._explain(failure, "PostgreSQL did not start"))
        return postmaster

    def _launch_once(self, binaries: Binaries, account: Account) -> str:
        """Answers nothing when it is up, what it logged when it is not."""
        logged = self._opened_log(account)
        started = subprocess.run(  # noqa: S603 - fixed options
            [
                *("/bin/sh", "-c", DETACH, binaries.folder / "postgres", self._folder.cluster),
                *(self._folder.configuration, self._folder.log),
            ],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            start_new_session=True,
            **account.subprocess_options(),
        )
        if started.returncode != 0:
            return started.stderr or "the shell failed"
        pid, cluster = int(started.stdout), self._folder.cluster

        def settled() -> bool:
            found = running_postmaster(cluster)
            return (found is not None and found.is_ready) or not is_alive(pid)

        wait_until(settled, STARTING_SECONDS_MOST)
        if serves(pid, cluster):
            return ""
        with self._folder.log.open(encoding="utf-8", errors="replace") as log:
            log.seek(logged)
            return log.read() or "it ended without a word"

    def _opened_log(self, account: Account) -> int:
        """Makes the log writable by the server and bounded; answers where it will go on."""
        log = self._folder.log
        if log.exists() and log.stat().st_size > LOG_BYTES_KEPT:
            log.replace(log.with_suffix(".log.old"))
        log.touch(mode=0o600)
        os.chown(log, account.uid, account.gid)
        return log.stat().st_size

    def _explain(self, output: str, what: str) -> str:
        """One sentence out of what the server or initdb said."""
        if "No space left on device" in output:
            return disk_full(self._folder.path)
        said = re.findall(r"(?:FATAL|PANIC|error):\s+(.+)", output)
        lines = output.strip().splitlines() or ["no reason given"]
        reason = said[-1] if said else lines[-1]
        return f"{what}: {reason.rstrip('.')} (see {self._folder.log})."


# The server outlives this process, which learns its number. $0 to $3: program, cluster,
# configuration, log.
DETACH = 'exec 4>&1; "$0" -D "$1" -c config_file="$2" </dev/null >>"$3" 2>&1 4>&- & echo $! >&4'


def locale_options(binaries: Binaries) -> tuple[str, ...]:
    """Text is ordered and folded as Unicode says, the same on every machine."""
    if binaries.major >= 17:  # noqa: PLR2004 - the release that brought a provider of its own
        return ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
    return ("--locale=C.UTF-8",) if os.uname().sysname == "Linux" else ("--locale=C",)


def write_readable(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o644)


def write_private(path: Path, text: str, reader: Account) -> None:
    """A file that one account may read, from its first byte on."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        os.fchown(descriptor, reader.uid, reader.gid)
        file.write(text)


def is_alive(pid: int) -> bool:
    """Whether a process we started goes on; one nobody has reaped does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return not Path("/proc/self/stat").exists() and responds(pid)
    return state not in {"Z", "X"}


def responds(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True
