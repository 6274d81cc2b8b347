"""What disputes hold of invoices now, for whoever must not count it as owed without question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.disputes.queries import writing

if TYPE_CHECKING:
    from collections.abc import Collection
    from decimal import Decimal
    from uuid import UUID


async def disputed_shares(document_ids: Collection[UUID]) -> dict[UUID, Decimal]:
    """The effective share of each document that has one: at most what is still due of it."""
    return await writing.disputed(list(document_ids)) if document_ids else {}
