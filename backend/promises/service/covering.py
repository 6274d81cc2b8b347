"""One payment plan an invoice: what was agreed goes on until it is completed, broken, cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.promises.queries import plans as queries
from backend.promises.queries import promises as promise_queries
from backend.promises.service.said import about_documents
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from backend.promises.service.said import About, Said

NUMBERS_TOLD_MOST: Final = 3


async def about_free(client_id: UUID, document_ids: Sequence[UUID], when: Said) -> About:
    """Refused as `about_documents`; 409 `plan-covered` where a plan that goes on covers one."""
    about = await about_documents(client_id, document_ids, when)
    covered = await queries.covered(about.document_ids)
    if covered:
        numbers = ", ".join(covered[:NUMBERS_TOLD_MOST])
        raise Refused(
            Refusal(
                "plan-covered",
                409,
                "A payment plan that goes on covers {numbers} already.",
                {"numbers": numbers},
            )
        )
    return about


async def take_the_place(about: About, by: UUID | None, at: datetime) -> None:
    """Withdraws what is open of plans paid before their time whose money was taken back since.

    They go on no more (`plan_closing`): their instalments would take what is paid for the new ones.
    """
    for promise_id in await queries.instalments_replaced(about.document_ids):
        await promise_queries.end(promise_id, "withdrawn", by=by, at=at, why=None)
