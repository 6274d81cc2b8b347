"""An upgrade of the app keeps what was entered with the release before."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from mobile.sync.outbox_rows import STEPS
from mobile.sync.owner import Owner
from mobile.sync.versions import NewerRelease, transaction, upgraded, version_of
from shared.ids import new_id
from tests.mobile.sync.pieces import ALPHA, outbox

pytestmark = pytest.mark.anyio

VERSION_1 = """
CREATE TABLE belongs_to (server TEXT NOT NULL, user TEXT NOT NULL);
CREATE TABLE entry (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  command_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  client TEXT NOT NULL,
  about TEXT,
  body TEXT NOT NULL,
  said_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'begun', 'sent', 'review')),
  tries INTEGER NOT NULL DEFAULT 0,
  problem TEXT,
  kept_id TEXT,
  answer TEXT,
  CHECK ((state = 'review') = (problem IS NOT NULL))
);
CREATE TABLE entry_file (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  entry TEXT NOT NULL REFERENCES entry (id),
  name TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  kept_id TEXT
);
CREATE INDEX entry_unsent ON entry (place) WHERE state <> 'sent';
CREATE INDEX entry_file_of ON entry_file (entry);
PRAGMA user_version = 1;
"""
"""As the first release wrote it. Never to be changed: it is what phones have."""

CLAIRE = Owner("https://credit.test", new_id())
REFUSED = {"title": "Non", "status": 409, "code": "promise-in-past", "detail": "Trop tard."}


def written_by_version_1(path: Path) -> None:
    path.parent.mkdir(parents=True)
    with sqlite3.connect(path) as connection:
        connection.executescript(VERSION_1)
        connection.execute(
            "INSERT INTO belongs_to VALUES (?, ?)", (CLAIRE.server, str(CLAIRE.user_id))
        )
        for kind, state, problem in (
            ("post-comment", "begun", None),
            ("take-promise", "review", json.dumps(REFUSED)),
            ("open-dispute", "waiting", None),
        ):
            id_ = str(new_id())
            connection.execute(
                "INSERT INTO entry (id, command_id, kind, client, body, said_at, state, problem)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (id_, id_, kind, str(ALPHA), "{}", "2026-11-20T09:00:00+00:00", state, problem),
            )
            connection.execute(
                "INSERT INTO entry_file (id, entry, name, size_bytes) VALUES (?, ?, 'a.jpg', 4)",
                (str(new_id()), id_),
            )
    connection.close()


async def test_what_version_1_wrote_is_still_waiting(tmp_path: Path):
    written_by_version_1(tmp_path / CLAIRE.name / "outbox.sqlite")
    with outbox(tmp_path, CLAIRE) as kept:
        found = [(entry.kind, entry.state, len(entry.files)) for entry in kept.entries()]
        assert found == [
            ("post-comment", "begun", 1),
            ("take-promise", "review", 1),
            ("open-dispute", "waiting", 1),
        ]
        refused = kept.entries()[1].problem
        assert refused is not None
        assert refused.code == "promise-in-past"
        assert version_of(kept.disk.rows._connection) == len(STEPS)


async def test_a_fresh_file_and_an_upgraded_one_are_alike(tmp_path: Path):
    written_by_version_1(tmp_path / CLAIRE.name / "outbox.sqlite")
    paul = Owner(CLAIRE.server, new_id())
    shapes = []
    for owner in (CLAIRE, paul):
        with outbox(tmp_path, owner) as kept:
            shapes.append(shape(kept.disk.rows._connection))
    assert shapes[0] == shapes[1]


def shape(connection: sqlite3.Connection) -> list[tuple[str, list[str]]]:
    """Tables with their columns, and indexes."""
    names = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return sorted((name, "".join(sql.split()).split(",")) for name, sql in names)


def test_an_upgrade_that_fails_leaves_the_file_as_it_was():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    first = ("CREATE TABLE said (words TEXT)",)
    upgraded(connection, [first])
    connection.execute("INSERT INTO said VALUES ('Il paie vendredi.')")
    broken = ("ALTER TABLE said ADD COLUMN loud INTEGER", "ALTER TABLE nothing ADD COLUMN more")
    with pytest.raises(sqlite3.OperationalError):
        upgraded(connection, [first, broken])
    assert version_of(connection) == 1
    assert connection.execute("SELECT * FROM said").fetchall() == [("Il paie vendredi.",)]
    upgraded(connection, [first, broken[:1]])
    assert connection.execute("SELECT * FROM said").fetchall() == [("Il paie vendredi.", None)]
    connection.close()


async def test_a_file_of_a_later_release_is_left_alone(tmp_path: Path):
    path = tmp_path / CLAIRE.name / "outbox.sqlite"
    written_by_version_1(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA user_version = 1000")
    before = connection.execute("SELECT count(*) FROM entry").fetchone()
    with pytest.raises(NewerRelease), outbox(tmp_path, CLAIRE):
        pass
    assert connection.execute("SELECT count(*) FROM entry").fetchone() == before
    connection.close()


def test_nothing_of_a_transaction_that_fails_stays():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE said (words TEXT NOT NULL)")
    with pytest.raises(sqlite3.IntegrityError):
        add_two(connection)
    assert connection.execute("SELECT count(*) FROM said").fetchone() == (0,)
    connection.close()


def add_two(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        connection.execute("INSERT INTO said VALUES ('Il paie vendredi.')")
        connection.execute("INSERT INTO said VALUES (NULL)")
