"""Makes the cluster of a new data folder, and launches its server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from backend.database.errors import DatabaseUnavailable
from backend.database.folder import DataFolder, disk_full
from backend.database.postmaster import (
    forget_dead_server,
    is_alive,
    running_postmaster,
    serves,
    wait_until,
)
from backend.database.tuning import configuration_text, server_settings

if TYPE_CHECKING:
    from pathlib import Path

    from backend.database.account import Account
    from backend.database.binaries import Binaries
    from backend.database.postmaster import Postmaster

OWNER = "encours"
LOG_BYTES_KEPT = 10 * 1024 * 1024
STARTING_SECONDS_MOST = 120.0  # replaying the log after a crash takes its time
SURVIVORS_SECONDS_MOST = 10.0

# The server outlives this process, which learns its number. $0 to $3: program, cluster,
# configuration, log.
DETACH = 'exec 4>&1; "$0" -D "$1" -c config_file="$2" </dev/null >>"$3" 2>&1 4>&- & echo $! >&4'


def make_cluster(
    folder: DataFolder, binaries: Binaries, account: Account, *, durable: bool
) -> None:
    """Made aside and moved into place: a cluster that exists is whole."""
    folder.refuse_full_disk()
    draft = folder.path / "postgres.draft"
    password_copy = folder.path / ".postgres.password"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    try:
        os.chown(draft, account.uid, account.gid)
        write_private(password_copy, folder.make_password(), account)
        initialise(binaries, account, draft, password_copy, durable=durable)
        draft.rename(folder.cluster)
    except InitialisationError as error:
        raise DatabaseUnavailable(
            explain(folder, error.output, "PostgreSQL made no database")
        ) from error
    finally:
        password_copy.unlink(missing_ok=True)
        shutil.rmtree(draft, ignore_errors=True)


class InitialisationError(Exception):
    """initdb failed; `output` is what it said."""

    def __init__(self, output: str) -> None:
        super().__init__(output)
        self.output = output


def initialise(
    binaries: Binaries, account: Account, cluster: Path, password_file: Path, *, durable: bool
) -> None:
    made = subprocess.run(  # noqa: S603 - fixed options
        [
            binaries.folder / "initdb",
            *("-D", cluster, "-U", OWNER, f"--pwfile={password_file}"),
            *("--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums"),
            *locale_options(binaries),
            *(() if durable else ("--no-sync",)),
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        **account.subprocess_options(),
    )
    if made.returncode != 0:
        raise InitialisationError(made.stderr)


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
    settings = server_settings(socket_folder, durable=durable)
    write_readable(folder.configuration, configuration_text(settings))
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


def launch_once(folder: DataFolder, binaries: Binaries, account: Account) -> str:
    """Answers nothing when the server is up, what it logged when it is not."""
    logged = open_log(folder.log, account)
    started = subprocess.run(  # noqa: S603 - fixed options
        [
            *("/bin/sh", "-c", DETACH, binaries.folder / "postgres", folder.cluster),
            *(folder.configuration, folder.log),
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
        **account.subprocess_options(),
    )
    if not started.stdout.strip().isdigit():
        return started.stderr or "the shell failed"
    pid = int(started.stdout)

    def settled() -> bool:
        found = running_postmaster(folder.cluster)
        return (found is not None and found.is_ready) or not is_alive(pid)

    wait_until(settled, STARTING_SECONDS_MOST)
    return "" if serves(pid, folder.cluster) else text_from(folder.log, logged)


def open_log(log: Path, account: Account) -> int:
    """Makes the log writable by the server and bounded; answers where it will go on."""
    if log.exists() and log.stat().st_size > LOG_BYTES_KEPT:
        log.replace(log.with_name("postgres.old.log"))
    log.touch(mode=0o600)
    os.chown(log, account.uid, account.gid)
    return log.stat().st_size


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
