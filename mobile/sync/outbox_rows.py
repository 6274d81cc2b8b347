"""The outbox's file: its tables, and every statement on them."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, cast
from uuid import UUID

from mobile.sync.entries import Entry, EntryFile
from mobile.sync.versions import transaction, upgraded
from shared.contract.problems import Problem
from shared.ids import new_id

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from mobile.sync.entries import NewFile, State
    from mobile.sync.owner import Owner

STEPS: Final = (
    (
        "CREATE TABLE belongs_to (server TEXT NOT NULL, user TEXT NOT NULL)",
        """
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
)""",
        """
CREATE TABLE entry_file (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  entry TEXT NOT NULL REFERENCES entry (id),
  name TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  kept_id TEXT
)""",
        "CREATE INDEX entry_unsent ON entry (place) WHERE state <> 'sent'",
        "CREATE INDEX entry_file_of ON entry_file (entry)",
    ),
    ("ALTER TABLE entry_file ADD COLUMN sent_as TEXT",),
)
"""By version. A landed step is never edited: phones have taken it."""

COLUMNS: Final = (
    "place, id, command_id, kind, client, about, body, said_at, state, tries, problem, kept_id,"
    " answer"
)


class Rows:
    """Opening a file of an earlier release brings it up; whatever was in it stays."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            upgraded(connection, STEPS)
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        self._connection.close()

    def owner(self) -> tuple[str, UUID] | None:
        row = self._connection.execute("SELECT server, user FROM belongs_to").fetchone()
        return None if row is None else (row[0], UUID(row[1]))

    def belong_to(self, owner: Owner) -> None:
        self._connection.execute(
            "INSERT INTO belongs_to (server, user) VALUES (?, ?)",
            (owner.server, str(owner.user_id)),
        )

    def add(self, entry: Entry, files: Sequence[NewFile]) -> None:
        """At the end. Its place is given here."""
        with transaction(self._connection):
            self._connection.execute(
                "INSERT INTO entry (id, command_id, kind, client, about, body, said_at, state)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting')",
                (
                    *(str(entry.id), str(entry.command_id), entry.kind, str(entry.client_id)),
                    *(_text(entry.about_id), json.dumps(entry.body), entry.said_at.isoformat()),
                ),
            )
            self._add_files(entry.id, files)

    def _add_files(self, entry_id: UUID, files: Sequence[NewFile]) -> None:
        self._connection.executemany(
            "INSERT INTO entry_file (id, entry, name, size_bytes) VALUES (?, ?, ?, ?)",
            [(str(file.id), str(entry_id), file.name, len(file.content)) for file in files],
        )

    def all(self, where: str = "true", *values: object) -> list[Entry]:
        """In their order. `where` is the caller's own text, over the table's columns."""
        rows = self._connection.execute(
            f"SELECT {COLUMNS} FROM entry WHERE {where} ORDER BY place", values
        ).fetchall()
        files = self._files(f"SELECT id FROM entry WHERE {where}", values)
        return [_entry(row, files.get(row[1], ())) for row in rows]

    def one(self, id_: UUID) -> Entry | None:
        return next(iter(self.all("id = ?", str(id_))), None)

    def _files(self, entries: str, values: Iterable[object]) -> dict[str, tuple[EntryFile, ...]]:
        found: dict[str, tuple[EntryFile, ...]] = {}
        for entry, id_, name, size, kept, sent_as in self._connection.execute(
            "SELECT entry, id, name, size_bytes, kept_id, sent_as FROM entry_file"
            f" WHERE entry IN ({entries}) ORDER BY place",
            tuple(values),
        ):
            file = EntryFile(UUID(id_), name, size, _uuid(kept), _uuid(sent_as))
            found[entry] = (*found.get(entry, ()), file)
        return found

    def begin(self, id_: UUID) -> None:
        self._connection.execute(
            "UPDATE entry SET state = 'begun', tries = tries + 1 WHERE id = ?", (str(id_),)
        )

    def note_file(self, file_id: UUID, kept_id: UUID) -> None:
        sql = "UPDATE entry_file SET kept_id = ? WHERE id = ?"
        self._connection.execute(sql, (str(kept_id), str(file_id)))

    def send_anew(self, files: Iterable[EntryFile]) -> None:
        """Under ids that the server has never seen."""
        with transaction(self._connection):
            self._connection.executemany(
                "UPDATE entry_file SET kept_id = NULL, sent_as = ? WHERE id = ?",
                [(str(new_id()), str(file.id)) for file in files],
            )

    def settle(self, id_: UUID, kept_id: UUID | None, answer: dict[str, Any] | None) -> None:
        said = None if answer is None else json.dumps(answer)
        self._connection.execute(
            "UPDATE entry SET state = 'sent', problem = NULL, kept_id = ?, answer = ? WHERE id = ?",
            (_text(kept_id), said, str(id_)),
        )

    def review(self, id_: UUID, problem: Problem) -> None:
        self._connection.execute(
            "UPDATE entry SET state = 'review', problem = ? WHERE id = ?",
            (problem.model_dump_json(), str(id_)),
        )

    def say_again(
        self,
        entry: Entry,
        command_id: UUID,
        words: dict[str, Any],
        files: Sequence[NewFile],
        dropped: Iterable[UUID],
    ) -> None:
        """In these words, in its old place."""
        with transaction(self._connection):
            self._connection.execute(
                "UPDATE entry SET state = 'waiting', problem = NULL, command_id = ?, body = ?"
                " WHERE id = ?",
                (str(command_id), json.dumps(words), str(entry.id)),
            )
            self._connection.executemany(
                "DELETE FROM entry_file WHERE id = ?", [(str(id_),) for id_ in dropped]
            )
            self._add_files(entry.id, files)

    def remove(self, ids: Iterable[UUID]) -> None:
        with transaction(self._connection):
            for id_ in ids:
                self._connection.execute("DELETE FROM entry_file WHERE entry = ?", (str(id_),))
                self._connection.execute("DELETE FROM entry WHERE id = ?", (str(id_),))

    def long_sent(self, most: int) -> list[UUID]:
        """Sent before the last `most`, of clients of whom nothing waits that could name them."""
        rows = self._connection.execute(
            "SELECT id FROM entry e WHERE state = 'sent' AND NOT EXISTS"
            " (SELECT 1 FROM entry w WHERE w.client = e.client AND w.state <> 'sent')"
            " ORDER BY place DESC LIMIT -1 OFFSET ?",
            (most,),
        )
        return [UUID(id_) for (id_,) in rows]

    def files_needed(self) -> set[UUID]:
        """Of entries that are not sent."""
        sql = "SELECT f.id FROM entry_file f JOIN entry e ON e.id = f.entry WHERE e.state <> 'sent'"
        return {UUID(id_) for (id_,) in self._connection.execute(sql)}

    def has_file(self, file_id: UUID) -> bool:
        sql = "SELECT 1 FROM entry_file WHERE id = ?"
        return self._connection.execute(sql, (str(file_id),)).fetchone() is not None

    def used_bytes(self) -> int:
        """By the words and files of what is not sent."""
        sql = (
            "SELECT coalesce((SELECT sum(length(body)) FROM entry WHERE state <> 'sent'), 0)"
            " + coalesce((SELECT sum(size_bytes) FROM entry_file f JOIN entry e ON e.id = f.entry"
            " WHERE e.state <> 'sent'), 0)"
        )
        return int(self._connection.execute(sql).fetchone()[0])

    def count(self, *states: State) -> int:
        marks = ", ".join("?" for _ in states)
        sql = f"SELECT count(*) FROM entry WHERE state IN ({marks})"
        return int(self._connection.execute(sql, states).fetchone()[0])

    def known_as(self) -> dict[UUID, UUID]:
        """What got another id on the server than the device had made for it."""
        sql = "SELECT id, kept_id FROM {} WHERE kept_id <> id"
        sql = f"{sql.format('entry')} UNION ALL {sql.format('entry_file')}"
        return {UUID(id_): UUID(kept) for id_, kept in self._connection.execute(sql)}


def _entry(row: tuple[Any, ...], files: tuple[EntryFile, ...]) -> Entry:
    return Entry(
        place=row[0],
        id=UUID(row[1]),
        command_id=UUID(row[2]),
        kind=row[3],
        client_id=UUID(row[4]),
        about_id=_uuid(row[5]),
        body=json.loads(row[6]),
        said_at=datetime.fromisoformat(row[7]),
        state=cast("State", row[8]),
        tries=row[9],
        problem=None if row[10] is None else Problem.model_validate_json(row[10]),
        kept_id=_uuid(row[11]),
        answer=None if row[12] is None else json.loads(row[12]),
        files=files,
    )


def _text(id_: UUID | None) -> str | None:
    return None if id_ is None else str(id_)


def _uuid(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)
