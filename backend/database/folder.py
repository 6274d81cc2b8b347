"""The data folder: what stands where, who is in it, and whether it is ours at all."""

from __future__ import annotations

import fcntl
import hashlib
import os
import secrets
import shutil
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from backend.database.errors import DatabaseUnavailable
from backend.database.postmaster import POLL_SECONDS, SOCKET_NAME, WHERE_IT_STANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backend.database.account import Account

FREE_BYTES_LEAST = 100 * 1024 * 1024  # a new cluster with its first log segments, and some air
SOCKET_PATH_BYTES_MOST = 103  # macOS; Linux has 107
MACHINE_FOLDER = Path("/var/lib/encours")  # root's default data folder
# What else of Encours may stand here before a first start, and a mount point's own folder.
OURS = {"secret-key", "binaries", "imports", "uploads", "demo", "lost+found"}


@dataclass(frozen=True, slots=True)
class DataFolder:
    """`ENCOURS_DATA`. Only its `postgres` folder belongs to the account the server runs as."""

    path: Path

    @property
    def cluster(self) -> Path:
        return self.path / "postgres"

    @property
    def password_file(self) -> Path:
        return self.path / "postgres.password"

    @property
    def log(self) -> Path:
        return self.path / "postgres.log"

    @property
    def keeps_running(self) -> Path:
        """Exists while the operator wants the server up without anybody attached."""
        return self.path / "postgres.keep"

    def claim(self) -> None:
        """Makes the folder, or checks that what is in it is ours.

        Raises:
            DatabaseUnavailable: when it holds something else.
        """
        self.path.mkdir(parents=True, exist_ok=True, mode=0o755 if os.geteuid() == 0 else 0o700)
        if (self.path / "PG_VERSION").exists():
            raise DatabaseUnavailable(
                f"{self.path} is itself the folder of a PostgreSQL cluster; name in ENCOURS_DATA "
                "a folder of Encours's own."
            )
        strangers = sorted(entry.name for entry in self.path.iterdir() if not is_ours(entry))
        if strangers and not (self.cluster / "PG_VERSION").exists():
            raise DatabaseUnavailable(
                f"{self.path} already holds files that are not of Encours ({strangers[0]}, …); "
                "name an empty folder in ENCOURS_DATA."
            )
        if self.cluster.exists() and not self.password_file.exists():
            raise DatabaseUnavailable(
                f"{self.cluster} was not made by Encours or lost its password file "
                f"({self.password_file.name}); restore it or name another folder in ENCOURS_DATA."
            )

    def refuse_full_disk(self) -> None:
        free = shutil.disk_usage(self.path).free
        if free < FREE_BYTES_LEAST:
            raise DatabaseUnavailable(disk_full(self.path))

    def name_for(self, account: Account) -> Path:
        """The name by which the account's server reaches its cluster, in which it is started.

        A server started by root cannot walk through a closed home, or a closed temporary folder,
        to a cluster that is its own; but it can stay where it was put.
        """
        if account.may_enter(self.path):
            return self.cluster
        if sys.platform == "linux":
            return WHERE_IT_STANDS
        raise DatabaseUnavailable(
            f"The account “{account.name}”, as which the database runs, cannot enter {self.path}; "
            "name in ENCOURS_DATA a folder it can, or run Encours as the folder's owner."
        )

    def copies_for(self, account: Account) -> Path:
        """Where copies of programs go that the account could not reach."""
        return (self.path if account.may_enter(self.path) else MACHINE_FOLDER) / "binaries"

    def socket_folder(self, account: Account) -> Path:
        """The cluster itself; where that makes too long a name for a socket, a temporary folder."""
        if len(os.fsencode(self.cluster / SOCKET_NAME)) <= SOCKET_PATH_BYTES_MOST:
            return self.name_for(account)
        name = hashlib.sha256(os.fsencode(self.cluster)).hexdigest()[:16]
        folder = Path(tempfile.gettempdir()) / f"encours-{account.uid}-{name}"
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.lstat().st_uid == os.geteuid() and account.is_another:
            os.chown(folder, account.uid, account.gid, follow_symlinks=False)
        if folder.is_symlink() or folder.stat().st_uid != account.uid:
            raise DatabaseUnavailable(f"{folder} was taken by another account; remove it.")
        return folder

    def password(self) -> str:
        return self.password_file.read_text(encoding="ascii")

    def make_password(self) -> str:
        """A new password for the database, readable by whoever runs Encours only."""
        password = secrets.token_urlsafe(32)
        descriptor = os.open(self.password_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(password)
            file.flush()
            os.fsync(file.fileno())
        return password

    @contextmanager
    def lock(self, seconds_most: float) -> Iterator[None]:
        """One process at a time prepares, starts or stops the server.

        Raises:
            DatabaseUnavailable: when another one is still at it after that time.
        """
        descriptor = os.open(self.path / "postgres.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            take_lock(descriptor, self.path, seconds_most)
            os.truncate(descriptor, 0)
            os.pwrite(descriptor, str(os.getpid()).encode(), 0)
            yield
        finally:
            os.close(descriptor)  # and so unlocks

    def attach(self) -> int:
        """Marks this process as one that uses the server, until the descriptor is closed."""
        descriptor = os.open(self.path / "postgres.users", os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        return descriptor


def is_ours(entry: Path) -> bool:
    """Also a second data folder of Encours's inside the first, as the demo's is."""
    return (
        entry.name in OURS
        or entry.name.startswith(("postgres", ".postgres", ".secret-key"))
        or (entry / "postgres.password").is_file()
    )


def disk_full(path: Path) -> str:
    free_mb = shutil.disk_usage(path).free // 1024**2
    return (
        f"The disk of {path} is full ({free_mb} MB free); make room, then start Encours again: "
        "nothing that was saved is lost."
    )


def take_lock(descriptor: int, path: Path, seconds_most: float) -> None:
    end = time.monotonic() + seconds_most
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                holder = os.pread(descriptor, 20, 0).decode() or "unknown"
                raise DatabaseUnavailable(
                    f"The data folder {path} is busy: process {holder} is preparing its database; "
                    "try again in a moment."
                ) from None
            time.sleep(POLL_SECONDS)
        else:
            return


def nobody_else_attached(descriptor: int) -> bool:
    """Whether ours is the only mark; asked under the lock, so that none can come meanwhile."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
