"""The portfolio's file: its tables, and every statement on them.

Of each client its copy, packed, and beside it only what lists, orders and searches: a browser
rewrites the whole file with every change, so it is kept small.
"""

from __future__ import annotations

import json
import zlib
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from mobile.sync.likeness import may_be_misspelt
from mobile.sync.lines import LINE, Line
from mobile.sync.portfolio_tables import OF_CLIENT, TABLES, VERSION
from mobile.sync.reckoning import Owed, Owing, owed_of
from shared.contract.changes import ClientCopy
from shared.rules.dispute import UNSETTLED
from shared.text import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from mobile.sync.owner import Owner
    from shared.contract.changes import CompanyState

COMPRESSION: Final = 6


class PortfolioRows:
    """Statements; whoever calls opens the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def make(self, owner: Owner) -> None:
        for statement in TABLES:
            self.connection.execute(statement)
        self.connection.execute(
            "INSERT INTO belongs_to VALUES (?, ?)", (owner.server, str(owner.user_id))
        )
        self.connection.execute(f"PRAGMA user_version = {VERSION}")

    def owner(self) -> tuple[str, UUID] | None:
        row = self.connection.execute("SELECT server, user FROM belongs_to").fetchone()
        return None if row is None else (row[0], UUID(row[1]))

    def cursor(self) -> tuple[str, str, bool] | None:
        """When it was read, and whether all there was had come once."""
        row = self.connection.execute("SELECT cursor, at, is_complete FROM read").fetchone()
        return None if row is None else (row[0], row[1], bool(row[2]))

    def move_to(self, cursor: str, at: str, *, is_complete: bool) -> None:
        self.connection.execute("DELETE FROM read")
        self.connection.execute("INSERT INTO read VALUES (?, ?, ?)", (cursor, at, is_complete))

    def put_answer(self, name: str, at: str, body: str) -> None:
        self.connection.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", (name, at, body))

    def answer(self, name: str) -> tuple[str, str] | None:
        """When it was given, and what it was."""
        row: tuple[str, str] | None = self.connection.execute(
            "SELECT at, body FROM answer WHERE name = ?", (name,)
        ).fetchone()
        return row

    def client_of_dispute(self, id_: UUID) -> UUID | None:
        row = self.connection.execute(
            "SELECT client FROM dispute WHERE id = ?", (str(id_),)
        ).fetchone()
        return None if row is None else UUID(row[0])

    def disputing(self) -> list[UUID]:
        """Clients of whom a dispute is undecided."""
        rows = self.connection.execute(
            "SELECT DISTINCT client FROM dispute WHERE is_open ORDER BY client"
        )
        return [UUID(id_) for (id_,) in rows]

    def bytes(self) -> int:
        """Of the file."""
        (pages,) = self.connection.execute("PRAGMA page_count").fetchone()
        (size,) = self.connection.execute("PRAGMA page_size").fetchone()
        return int(pages) * int(size)

    def put_companies(self, states: Iterable[CompanyState]) -> None:
        self.connection.executemany(
            "INSERT OR REPLACE INTO company VALUES (?, ?)",
            [(str(one.id), one.model_dump_json()) for one in states],
        )

    def companies(self) -> list[str]:
        return [state for (state,) in self.connection.execute("SELECT state FROM company")]

    def company(self, id_: UUID) -> str | None:
        row = self.connection.execute(
            "SELECT state FROM company WHERE id = ?", (str(id_),)
        ).fetchone()
        return None if row is None else str(row[0])

    def forget(self, ids: Iterable[UUID]) -> None:
        keys = [(str(id_),) for id_ in ids]
        for table in OF_CLIENT:
            self.connection.executemany(f"DELETE FROM {table} WHERE client = ?", keys)
        self.connection.executemany("DELETE FROM client WHERE id = ?", keys)

    def forget_all(self) -> None:
        for table in (*OF_CLIENT, "client", "company"):
            self.connection.execute(f"DELETE FROM {table}")

    def put(self, copy: ClientCopy) -> None:
        """In place of what was held of the client."""
        identity = copy.identity
        self.forget([identity.id])
        known_by = f"{identity.code} {identity.name} {identity.town or ''}"
        columns: dict[str, Any] = {
            "id": str(identity.id),
            "code": identity.code,
            "name": identity.name,
            "town": identity.town,
            "siren": identity.siren,
            "company": identity.company,
            "branch": identity.branch,
            "currency": identity.currency,
            "rep": identity.rep and str(identity.rep.id),
            "collector": identity.collector and str(identity.collector.id),
            "is_unassigned": identity.branch_id is None and identity.rep is None,
            "is_disputed": any(one.effective > 0 for one in copy.disputes),
            "is_promise_broken": copy.is_promise_broken,
            "last_visit": copy.last_visit_on and copy.last_visit_on.isoformat(),
            "sort_name": fold(identity.name),
            "search_text": fold(f"{known_by} {identity.siren or ''}"),
            "owed": written(owed_of(copy)),
            "copy": zlib.compress(copy.model_dump_json().encode(), COMPRESSION),
        }
        marks = ", ".join(f":{name}" for name in columns)
        self.connection.execute(
            f"INSERT INTO client ({', '.join(columns)}) VALUES ({marks})", columns
        )
        self._put_search(copy, known_by)

    def _put_search(self, copy: ClientCopy, known_by: str) -> None:
        id_ = str(copy.identity.id)
        self.connection.executemany(
            "INSERT INTO merged VALUES (?, ?, ?)",
            [(id_, code, fold(code)) for code in copy.identity.merged_codes],
        )
        words = set(fold(" ".join([known_by, *copy.identity.merged_codes])).split())
        self.connection.executemany(
            "INSERT INTO word VALUES (?, ?, ?)",
            [(word, id_, may_be_misspelt(word)) for word in sorted(words)],
        )
        self.connection.executemany(
            "INSERT INTO number VALUES (?, ?, ?)",
            [(one.number.upper(), id_, one.number) for one in copy.open_documents],
        )
        self.connection.executemany(
            "INSERT OR REPLACE INTO dispute VALUES (?, ?, ?)",
            [(str(one.id), id_, one.state in UNSETTLED) for one in copy.disputes],
        )

    def copy(self, id_: UUID) -> ClientCopy | None:
        row = self.connection.execute(
            "SELECT copy FROM client WHERE id = ?", (str(id_),)
        ).fetchone()
        return None if row is None else ClientCopy.model_validate_json(zlib.decompress(row[0]))

    def count(self) -> int:
        (number,) = self.connection.execute("SELECT count(*) FROM client").fetchone()
        return int(number)

    def lines(self) -> list[Line]:
        rows = self.connection.execute(f"SELECT {LINE} FROM client ORDER BY sort_name, id")
        return [Line(UUID(row[0]), *row[1:]) for row in rows]

    def owed(self, id_: UUID) -> Owed:
        """Raises KeyError for a client that is not held."""
        row = self.connection.execute(
            "SELECT owed FROM client WHERE id = ?", (str(id_),)
        ).fetchone()
        if row is None:
            raise KeyError(id_)
        return read(row[0])


def written(owed: Owed) -> str:
    """What is owed, the documents of a day and a sign taken together: all that ages need."""
    days: dict[tuple[str, str, bool], tuple[Decimal, int]] = {}
    for one in owed.items:
        key = (one.currency, one.due_on.isoformat(), one.amount > 0)
        amount, documents = days.get(key, (Decimal(0), 0))
        days[key] = (amount + one.amount, documents + one.documents)
    items = [[key[0], key[1], str(amount), count] for key, (amount, count) in days.items()]
    return json.dumps([items, [[currency, str(amount)] for currency, amount in owed.free]])


def read(text: str) -> Owed:
    items, free = json.loads(text)
    return Owed(
        tuple(
            Owing(currency, date.fromisoformat(due_on), Decimal(amount), documents)
            for currency, due_on, amount, documents in items
        ),
        tuple((currency, Decimal(amount)) for currency, amount in free),
    )
