"""What disputes hold of documents, for whoever reckons with it; scope is the caller's affair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.database.transaction import fetch_all

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from asyncpg import Record


async def contests(document_ids: Sequence[UUID]) -> list[Record]:
    """What was ever held of each document, from which day to which."""
    return await fetch_all(
        "SELECT d.document, s.amount, s.from_on, s.until_on"
        " FROM dispute d JOIN dispute_span s ON s.dispute = d.id WHERE d.document = ANY ($1)",
        list(document_ids),
    )
