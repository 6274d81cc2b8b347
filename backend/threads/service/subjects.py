"""What a page of facts is about, as the rows tell it today: numbers of invoices, reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from backend.disputes.service.reading import told_in_threads
from backend.receivables.service import documents_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from asyncpg import Record

Subjects = dict[UUID, dict[str, Any]]
OF_DOCUMENTS: Final = ("document-settled", "settlement-released")


async def subjects_of(facts: Iterable[Record]) -> Subjects:
    """By the fact's subject; nothing where the fact says enough by itself."""
    disputes, documents = set(), set()
    for fact in facts:
        if fact["kind"].startswith("dispute-"):
            disputes.add(fact["subject"])
        elif fact["kind"] in OF_DOCUMENTS:
            documents.add(fact["subject"])
    rows = await told_in_threads(sorted(disputes)) if disputes else []
    rows += await documents_named(sorted(documents)) if documents else []
    return {row["id"]: {name: value for name, value in row.items() if name != "id"} for row in rows}


def owner_in(fact: Record) -> UUID | None:
    """Whom a dispute was given to."""
    after: Mapping[str, Any] = fact["after"] or {}
    owner = after.get("owner") if fact["kind"].startswith("dispute-") else None
    return UUID(owner) if isinstance(owner, str) else None
