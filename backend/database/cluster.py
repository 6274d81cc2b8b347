"""Makes the cluster of a new data folder, and launches its server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from backend.database.errors import DatabaseUnavailable
from backend.database.folder import DataFolder, disk_full
from backend.database.postmaster import (
    WHERE_IT_STANDS,
    forget_dead_server,
    is_alive,
    running_postmaster,
    serves,
    wait_until,
)
from backend.database.tuning import configuration_text, server_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from backend.database.account import Account
    from backend.database.binaries import Binaries
    from backend.database.postmaster import Postmaster

OWNER = "encours"
LOG_BYTES_KEPT = 10 * 1024 * 1024
STARTING_SECONDS_MOST = 120.0  # replaying the log after a crash takes its time
SURVIVORS_SECONDS_MOST = 10.0

# The server outlives this process, which learns its number; what it says goes to the log.
# $0 and $1: program, cluster.
DETACH = 'exec 4>&1; "$0" -D "$1" </dev/null >&2 4>&- & echo $! >&4'


def make_cluster(
    folder: DataFolder, binaries: Binaries, account: Account, *, durable: bool
) -> None:
    """Made aside and moved into place: a cluster that exists is whole."""
    folder.refuse_full_disk()
    draft = folder.path / "postgres.draft"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    try:
        os.chown(draft, account.uid, account.gid)
        name = draft if folder.name_for(account) == folder.cluster else WHERE_IT_STANDS
        with open_for(account, folder.make_password()) as password:
            said = initialise(binaries, account, draft, name, password, durable=durable)
        if said:
            raise DatabaseUnavailable(explain(folder, said, "PostgreSQL made no database"))
        draft.rename(folder.cluster)
        sync_folder(folder.path)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


@contextmanager
def open_for(reader: Account, text: str) -> Iterator[int]:
    """An open file without a name, which the account may read through its descriptor."""
    with tempfile.TemporaryFile() as file:
        os.fchown(file.fileno(), reader.uid, reader.gid)
        file.write(text.encode())
        file.flush()
        yield file.fileno()


def initialise(
    binaries: Binaries, account: Account, cluster: Path, name: Path, password: int, *, durable: bool
) -> str:
    """Runs initdb; answers nothing when all went well, what it said when not."""
    made = subprocess.run(  # noqa: S603 - fixed options
        [
            binaries.folder / "initdb",
            *("-D", name, "-U", OWNER, f"--pwfile=/dev/fd/{password}"),
            *("--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums"),
            *locale_options(binaries),
            *(() if durable else ("--no-sync",)),
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        pass_fds=(password,),
        **account.subprocess_options(cluster),
    )
    return "" if made.returncode == 0 else made.stderr or f"initdb ended with {made.returncode}"


def sync_folder(folder: Path) -> None:
    """A name given to a file is on the disk only once its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def locale_options(binaries: Binaries) -> tuple[str, ...]:
    """Text is folded as Unicode says and ordered by code point, the same on every machine."""
    if binaries.major >= 17:  # noqa: PLR2004 - the release that brought a provider of its own
        return ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
    return ("--locale=C.UTF-8",) if os.uname().sysname == "Linux" else ("--locale=C",)


def launch(
    folder: DataFolder, binaries: Binaries, account: Account, *, durable: bool
) -> Postmaster:
    """Starts the server, again for a while where survivors of a killed one still hold on.

    Raises:
        DatabaseUnavailable: with what the server said.
    """
    socket_folder = folder.socket_folder(account)
    forget_dead_server(folder.cluster, socket_folder)
    configure(folder, account, server_settings(socket_folder, durable=durable))
    said = ""

    def launched() -> bool:
        nonlocal said
        said = launch_once(folder, binaries, account)
        return "pre-existing shared memory" not in said

    wait_until(launched, SURVIVORS_SECONDS_MOST)
    postmaster = running_postmaster(folder.cluster)
    if said or postmaster is None or not postmaster.is_ready:
        raise DatabaseUnavailable(explain(folder, said, "PostgreSQL did not start"))
    return postmaster


def configure(folder: DataFolder, account: Account, settings: dict[str, str]) -> None:
    """Written by the account itself: root must not write where another could have put a link."""
    written = subprocess.run(
        ["/bin/sh", "-c", "cat >postgresql.conf.new && mv postgresql.conf.new postgresql.conf"],
        input=configuration_text(settings),
        capture_output=True,
        text=True,
        check=False,
        **account.subprocess_options(folder.cluster),
    )
    if written.returncode != 0:
        said = written.stderr or "it cannot be written"
        raise DatabaseUnavailable(explain(folder, said, "PostgreSQL was not configured"))


def launch_once(folder: DataFolder, binaries: Binaries, account: Account) -> str:
    """Answers nothing when the server is up, what it logged when it is not."""
    with opened_log(folder.log) as log:
        logged = log.tell()
        started = subprocess.run(  # noqa: S603 - fixed options
            [
                *("/bin/sh", "-c", DETACH),
                *(binaries.folder / "postgres", folder.name_for(account)),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            check=False,
            start_new_session=True,
            **account.subprocess_options(folder.cluster),
        )
    pid = int(started.stdout or 0)

    def settled() -> bool:
        found = running_postmaster(folder.cluster)
        return (found is not None and found.is_ready) or not is_alive(pid)

    wait_until(settled, STARTING_SECONDS_MOST)
    return "" if serves(pid, folder.cluster) else text_from(folder.log, logged)


def opened_log(log: Path) -> BinaryIO:
    """Kept bounded, and closed to others: the server writes to it without being able to open it."""
    if log.exists() and log.stat().st_size > LOG_BYTES_KEPT:
        log.replace(log.with_name("postgres.old.log"))
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    file = os.fdopen(descriptor, "ab")
    file.seek(0, os.SEEK_END)
    return file


def text_from(log: Path, start: int) -> str:
    with log.open("rb") as file:
        file.seek(start)
        return file.read().decode(errors="replace") or "it ended without a word"


def explain(folder: DataFolder, output: str, what: str) -> str:
    """One sentence out of what the server or initdb said."""
    if "No space left on device" in output:
        return disk_full(folder.path)
    said = re.findall(r"(?:FATAL|PANIC|error):\s+(.+)", output)
    lines = output.strip().splitlines() or ["it is still not ready"]
    reason = said[-1] if said else lines[-1]
    return f"{what}: {reason.rstrip('.')} (see {folder.log})."
