"""What disputes hold of invoices, for whoever must not count it as owed without question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.disputes.queries import shares as queries
from shared.rules.promised_cash import Contest

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID


async def contests(document_ids: Collection[UUID]) -> list[Contest]:
    """All that was ever disputed of these documents, each with its days."""
    if not document_ids:
        return []
    return [
        Contest(row["document"], row["amount"], row["from_on"], row["until_on"])
        for row in await queries.contests(list(document_ids))
    ]
