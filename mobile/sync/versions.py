"""The shape of a database file on a device, and how one of an earlier release is brought to it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from mobile.api.failures import Failure

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence


class NewerRelease(Failure):
    """The file was written by a later release of the app. It is left as it is."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing. Inside there is no waiting for anything but the disk."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def version_of(connection: sqlite3.Connection) -> int:
    """0 of a file that nothing was written to yet."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def upgraded(connection: sqlite3.Connection, steps: Sequence[Sequence[str]]) -> None:
    """Takes the steps that the file has not taken: the first of them makes it.

    One transaction for all: an app that is killed meanwhile finds the file as it was.
    """
    version = version_of(connection)
    if version > len(steps):
        raise NewerRelease(f"version {version} of a file, where this release knows {len(steps)}")
    if version == len(steps):
        return
    with transaction(connection):
        for step in steps[version:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
