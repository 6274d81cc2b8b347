"""Records business facts, inside the transaction of what they tell of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pydantic_core import to_jsonable_python

from backend.activity import queries
from backend.activity.reacting import Recorded, react
from backend.database.engine import current_work
from backend.database.errors import TransactionMisuse
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from asyncpg import Record


class By(NamedTuple):
    """Who acts, on which device; neither for the command line and for the system itself."""

    account_id: UUID | None = None
    device_id: UUID | None = None


NOBODY = By()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One business fact. `kind` is `noun-verbed`: `client-merged`, `user-disabled`.

    `subject` is the row it is about, `client` the client whose file should tell it. `before` and
    `after` hold only what changed, never a secret; decimals, dates and ids are written as text.
    `said_at` is when the person said so, where that is not now (an entry typed offline).
    """

    kind: str
    subject: UUID | None = None
    client: UUID | None = None
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    why: str | None = None
    said_at: datetime | None = None


async def record(*facts: Fact, by: By, at: datetime) -> None:
    """Appends facts, and does what follows from them (backend/reactions.py).

    They stand or fall with the caller's transaction; so do the reactions, and a reaction that
    fails fails the command.

    Raises:
        TransactionMisuse: outside a transaction, where a fact could outlive what it tells of.
    """
    if current_work() is None:
        raise TransactionMisuse("record() writes beside what it tells of: open a transaction.")
    recorded = [Recorded(new_id(), fact, by, at) for fact in facts]
    await queries.append([row_of(*one) for one in recorded])
    await react(recorded)


async def facts_of(
    client_ids: Sequence[UUID], kinds: Sequence[str], before: UUID | None, limit: int
) -> list[Record]:
    """Of clients found in sight, the newest first; only those before the fact `before`."""
    return await queries.of_clients(client_ids, kinds, before, limit)


async def latest_facts(client_ids: Sequence[UUID], kinds: Sequence[str], most: int) -> list[Record]:
    """Of each of these clients, found in sight, the last facts; the newest first, together."""
    return await queries.latest_of_each(client_ids, kinds, most)


ERASED: Final = "—"
"""Stands where words stood."""


async def erased_fact(recorded: Recorded) -> Record:
    """The fact whose text `text-erased` says is erased, as it stood."""
    if recorded.fact.kind != "text-erased" or recorded.fact.subject is None:
        raise ValueError(f"{recorded.fact.kind} erases nothing.")
    return await queries.one(recorded.fact.subject)


def row_of(id_: UUID, fact: Fact, by: By, at: datetime) -> tuple[Any, ...]:
    return (
        id_,
        at,
        fact.said_at or at,
        by.account_id,
        by.device_id,
        fact.client,
        fact.kind,
        fact.subject,
        None if fact.before is None else to_jsonable_python(dict(fact.before)),
        None if fact.after is None else to_jsonable_python(dict(fact.after)),
        fact.why,
    )


def changed(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The two sides of a change, reduced to the fields that differ."""
    names = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in names}, {name: after[name] for name in names}
