"""As whom the database server runs: PostgreSQL refuses to be root."""

from __future__ import annotations

import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backend.database.errors import DatabaseUnavailable

if TYPE_CHECKING:
    from pathlib import Path

DEDICATED = "encours"
# Accounts other software made for a like purpose, where ours cannot be created.
SUBSTITUTES = ("postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the machine."""

    name: str
    uid: int
    gid: int

    @classmethod
    def of(cls, entry: pwd.struct_passwd) -> Account:
        return cls(entry.pw_name, entry.pw_uid, entry.pw_gid)

    @property
    def is_another(self) -> bool:
        return self.uid != os.geteuid()

    def subprocess_options(self, folder: Path) -> dict[str, Any]:
        """Options of `subprocess` that run a program as this account, in a bare environment.

        The folder is entered before the account is changed: it may be one that the account could
        not enter by itself.
        """
        options: dict[str, Any] = {
            "cwd": folder,
            "env": {"PATH": os.defpath, "LC_ALL": "C", "HOME": "/", "TZ": "UTC"},
            "umask": 0o077,
        }
        if self.is_another:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return options

    def may_enter(self, folder: Path) -> bool:
        return all(self._has(part, stat.S_IXOTH) for part in (folder, *folder.parents))

    def may_read(self, file: Path) -> bool:
        return self._has(file, stat.S_IROTH) and self.may_enter(file.parent)

    def _has(self, path: Path, right: int) -> bool:
        facts = path.stat()
        if facts.st_uid == self.uid:
            return bool(facts.st_mode & (right << 6))
        if facts.st_gid == self.gid:
            return bool(facts.st_mode & (right << 3))
        return bool(facts.st_mode & right)


def server_account(cluster: Path) -> Account:
    """The account that owns the cluster, or that a new cluster shall belong to.

    Raises:
        DatabaseUnavailable: when the cluster is somebody else's, or root finds nobody to become.
    """
    if cluster.exists():
        return owner_of(cluster)
    if os.geteuid() != 0:
        return account_of(os.geteuid())
    return dedicated_account()


def owner_of(cluster: Path) -> Account:
    owner = account_of(cluster.stat().st_uid)
    if owner.uid == 0:
        raise DatabaseUnavailable(
            f"The database in {cluster} belongs to root, as whom PostgreSQL does not run; "
            "give it to the account that should run it (chown -R)."
        )
    if os.geteuid() not in {0, owner.uid}:
        raise DatabaseUnavailable(
            f"The database in {cluster} belongs to the account “{owner.name}”; run Encours as "
            "that account or as root, or choose another data folder with ENCOURS_DATA."
        )
    return owner


def account_of(uid: int) -> Account:
    try:
        return Account.of(pwd.getpwuid(uid))
    except KeyError:
        raise DatabaseUnavailable(
            f"The user id {uid} has no account on this machine, which PostgreSQL asks for; "
            "create one, or set DATABASE_URL to a database server."
        ) from None


def dedicated_account() -> Account:
    return (
        known_account(DEDICATED)
        or created_account(DEDICATED)
        or next(filter(None, map(known_account, SUBSTITUTES)), None)
        or refuse_root()
    )


def refuse_root() -> Account:
    raise DatabaseUnavailable(
        "PostgreSQL does not run as root, and no account could be created for it; "
        "run Encours as an ordinary user, or create the account “encours”."
    )


def known_account(name: str) -> Account | None:
    try:
        return Account.of(pwd.getpwnam(name))
    except KeyError:
        return None


def created_account(name: str) -> Account | None:
    """A system account without home or shell, by the tool this machine has."""
    shell = shutil.which("nologin", path="/usr/sbin:/sbin:/usr/bin:/bin") or "/bin/false"
    for tool, options in (
        ("useradd", ["--system", "--no-create-home", "--home-dir", "/", "--shell", shell, name]),
        ("adduser", ["-S", "-D", "-H", "-h", "/", "-s", shell, name]),  # Alpine's
    ):
        path = shutil.which(tool, path="/usr/sbin:/sbin:/usr/bin:/bin")
        if path is None:
            continue
        made = subprocess.run([path, *options], capture_output=True, check=False)  # noqa: S603
        if made.returncode == 0 or known_account(name):
            return known_account(name)
    return None
