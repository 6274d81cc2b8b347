"""The running server, as its `postmaster.pid` tells; told apart from what a crash left there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from backend.database.errors import DatabaseUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable

POLL_SECONDS = 0.01
SOCKET_NAME = ".s.PGSQL.5432"
# How a server calls its cluster that cannot walk to it: every process has its own such link.
WHERE_IT_STANDS = Path("/proc/self/cwd")


@dataclass(frozen=True, slots=True)
class Postmaster:
    """A server process that is alive and works on the cluster."""

    pid: int
    socket_folder: Path
    port: int
    is_ready: bool


def running_postmaster(cluster: Path) -> Postmaster | None:
    """The cluster's server, None when there is none or only a dead one's file."""
    try:
        text = (cluster / "postmaster.pid").read_text()
        # A starting server writes them by and by: process, cluster, since, port, socket folder, …
        lines = dict(enumerate(text.splitlines()))
        pid = int(lines[0])
    except (FileNotFoundError, KeyError, ValueError):
        return None
    if not serves(pid, cluster):
        return None
    socket_folder = Path(lines.get(4) or cluster)
    return Postmaster(
        pid=pid,
        socket_folder=cluster if socket_folder == WHERE_IT_STANDS else socket_folder,
        port=int(lines.get(3) or 0),
        is_ready=lines.get(7, "").strip() in {"ready", "standby"},
    )


def serves(pid: int, cluster: Path) -> bool:
    """Whether this live process is the cluster's server: numbers are reused, zombies linger.

    Also what makes it safe to signal it: the file was written by a less trusted account.
    """
    if sys.platform != "linux":
        return listed_as_server(pid, cluster)
    process = Path(f"/proc/{pid}")
    try:
        state = (process / "stat").read_text().rpartition(")")[2].split()[0]
        same_owner = process.stat().st_uid == cluster.stat().st_uid
        return state not in {"Z", "X"} and same_owner and (process / "cwd").samefile(cluster)
    except PermissionError:
        return True  # the right owner, but hidden from us: better wait for it than run beside it
    except OSError:
        return False  # gone meanwhile


def listed_as_server(pid: int, cluster: Path) -> bool:
    answer = subprocess.run(  # noqa: S603 - a number and fixed words
        ["/bin/ps", "-o", "uid=,stat=,command=", "-p", str(pid)],
        capture_output=True,
        text=True,
        check=False,
    )
    uid, _, rest = answer.stdout.strip().partition(" ")
    owner = str(cluster.stat().st_uid)
    return uid == owner and not rest.lstrip().startswith("Z") and str(cluster) in rest


def forget_dead_server(cluster: Path, socket_folder: Path) -> None:
    """Removes what a killed server left and a new one would take for a live server's.

    PostgreSQL only asks whether *some* process has that number; its shared memory, which it checks
    too, still keeps it from running beside survivors of the old one.
    """
    sockets = cluster if socket_folder == WHERE_IT_STANDS else socket_folder
    for leftover in (
        cluster / "postmaster.pid",
        sockets / f"{SOCKET_NAME}.lock",
        sockets / SOCKET_NAME,
    ):
        leftover.unlink(missing_ok=True)


def stop_postmaster(cluster: Path, *, seconds_most: float = 60.0) -> bool:
    """Stops the server, ending its sessions; False when none ran.

    Raises:
        DatabaseUnavailable: when it does not end in time.
    """
    postmaster = running_postmaster(cluster)
    if postmaster is None:
        return False
    os.kill(postmaster.pid, signal.SIGINT)
    if not wait_until(lambda: not serves(postmaster.pid, cluster), seconds_most):
        raise DatabaseUnavailable(
            f"The database server (process {postmaster.pid}) did not stop "
            f"within {seconds_most:.0f} seconds."
        )
    return True


def wait_until(holds: Callable[[], bool], seconds_most: float) -> bool:
    end = time.monotonic() + seconds_most
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(POLL_SECONDS)
    return True


def is_alive(pid: int) -> bool:
    """Whether a process we started goes on; one that nobody has reaped does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return sys.platform != "linux" and responds(pid)
    return state not in {"Z", "X"}


def responds(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True
