"""Two clients that are one, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.activity.service import Fact, record
from backend.clients import service as clients
from backend.database.transaction import transaction
from backend.receivables import queries
from backend.receivables.rules import may_part
from shared.refusal import Refused

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from backend.identity.viewer import Viewer


async def merge_clients(viewer: Viewer, source_id: UUID, target_id: UUID, *, now: datetime) -> None:
    """The source becomes part of the target: what it owes, the target owes.

    The source keeps its code, and what is booked on that code from now on is the target's too.

    Raises:
        Refused: 404 unless both are visible; 409 as `clients.rules.may_merge`.
    """
    async with transaction():
        await queries.hold_ledger()
        source, target = await clients.merge(viewer, source_id, target_id)
        moved = await queries.move_account(source.id, target.id)
        after = {"code": source.code, "into": target.code, "items": moved}
        facts = [
            Fact(kind="client-merged", subject=source.id, client=id_, after=after)
            for id_ in (source.id, target.id)
        ]
        await record(*facts, by=viewer.by, at=now)


async def unmerge_client(viewer: Viewer, client_id: UUID, *, now: datetime) -> None:
    """The client stands alone again, with all that is booked on its code.

    Raises:
        Refused: 404; 409 `not-merged`, `merge-allocations-cross`.
    """
    async with transaction():
        await queries.hold_ledger()
        source, target_id = await clients.part(viewer, client_id)
        refusal = may_part(await queries.allocations_across(source.id))
        if refusal is not None:
            raise Refused(refusal)
        moved = await queries.move_account(source.id, source.id)
        after = {"code": source.code, "items": moved}
        facts = [
            Fact(kind="client-unmerged", subject=source.id, client=id_, after=after)
            for id_ in (source.id, target_id)
        ]
        await record(*facts, by=viewer.by, at=now)
