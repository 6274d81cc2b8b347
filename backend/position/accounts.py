"""The parts of one client's account, by page, and one document with its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from backend.clients.refusals import NOT_FOUND
from backend.position.queries import accounts
from backend.position.queries import document_file as document_queries
from shared.contract.clients import Change, Person
from shared.contract.receivables import Document, DocumentFile, Payment, Settlement
from shared.refusal import Refused
from shared.rules.aging import age_from_issue, days_past_due

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer
    from backend.position.queries.accounts import DocumentState

Found = TypeVar("Found")


class Dated(NamedTuple):
    """Where a row of a page stands: a day, and the id that parts the rows of that day."""

    day: date
    id: UUID


async def documents(
    viewer: Viewer, client_id: UUID, state: DocumentState, *, after: Dated | None, limit: int
) -> tuple[list[Document], Dated | None]:
    """Open ones by due date; settled ones by settlement and all by issue, newest first.

    Raises:
        Refused: 404 where the viewer sees no such client.
    """
    rows = seen(await accounts.documents(viewer, client_id, state, after, limit + 1))
    last = Dated(rows[limit - 1]["place"], rows[limit - 1]["id"]) if len(rows) > limit else None
    return [document_of(row) for row in rows[:limit]], last


async def payments(
    viewer: Viewer, client_id: UUID, *, after: Dated | None, limit: int
) -> tuple[list[Payment], Dated | None]:
    """Newest first. Refused (404) where the viewer sees no such client."""
    rows = seen(await accounts.payments(viewer, client_id, after, limit + 1))
    last = Dated(rows[limit - 1]["value_on"], rows[limit - 1]["id"]) if len(rows) > limit else None
    return [Payment(**row) for row in rows[:limit]], last


async def changes(
    viewer: Viewer, client_id: UUID, *, before_id: UUID | None, limit: int
) -> tuple[list[Change], UUID | None]:
    """What was recorded, newest first. Refused (404) where the viewer sees no such client."""
    rows = seen(await accounts.changes(viewer, client_id, before_id, limit + 1))
    last: UUID | None = rows[limit - 1]["id"] if len(rows) > limit else None
    found = [change_of(row) for row in rows[:limit]]
    ids = {id_ for change in found for side in sides(change) for id_ in unnamed(side)}
    names = await accounts.names_of(sorted(ids)) if ids else {}
    return [named(change, names) for change in found], last


async def document_file(viewer: Viewer, document_id: UUID, *, today: date) -> DocumentFile:
    """Refused (404) where the viewer sees no such document."""
    row = seen(await document_queries.document_file(viewer, document_id))
    return DocumentFile(
        document=document_of(row),
        client_id=row["client_id"],
        client_name=row["client_name"],
        settlements=[Settlement(**settlement) for settlement in row["settlements"]],
        days_past_due=days_past_due(row["due_on"], today),
        age_from_issue=age_from_issue(row["issued_on"], today),
        source=row["source"],
        source_file=row["source_file"],
    )


def seen(found: Found | None) -> Found:
    if found is None:
        raise Refused(NOT_FOUND)
    return found


def document_of(row: Record) -> Document:
    return Document(**{name: row[name] for name in Document.model_fields})


NAMED = ("branch", "rep", "collector")


def sides(change: Change) -> list[dict[str, Any]]:
    return [side for side in (change.before, change.after) if side is not None]


def unnamed(side: dict[str, Any]) -> list[str]:
    """The ids a fact was recorded with, and no name: by a file, or by a hand-over."""
    ids = (side.get(field) for field in NAMED if f"{field}_name" not in side)
    return [id_ for id_ in ids if isinstance(id_, str)]


def named(change: Change, names: dict[str, str]) -> Change:
    before, after = (
        None
        if side is None
        else {f"{f}_name": names[side[f]] for f in NAMED if side.get(f) in names} | side
        for side in (change.before, change.after)
    )
    return change.model_copy(update={"before": before, "after": after})


def change_of(row: Record) -> Change:
    actor = row["actor"]
    return Change(
        id=row["id"],
        recorded_at=row["recorded_at"],
        actor=None if actor is None else Person(id=actor, name=row["actor_name"] or ""),
        device=row["device_name"],
        kind=row["kind"],
        subject=row["subject_name"],
        before=row["before"],
        after=row["after"],
        why=row["why"],
    )
