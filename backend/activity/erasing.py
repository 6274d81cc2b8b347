"""Takes the words out of facts, where somebody has a right to it; the facts stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.activity import queries
from backend.activity.service import Fact, record
from backend.database.transaction import transaction
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from backend.activity.service import By

NO_SUCH_FACT = Refusal("fact-not-found", 404, "There is no such fact in the history.")


async def erase_text(
    fact_ids: Sequence[UUID], *, by: By, at: datetime, why: str | None = None
) -> int:
    """Erases what facts said before, after and why, and records a fact that names each.

    Who, when, of which client and what kind of fact stay. Answers how many were erased: not those
    that were already, nor the facts that tell of an erasure. `why` names no person: it stays.

    Raises:
        Refused: 404 `fact-not-found`, and nothing is erased, where one of them is unknown.
    """
    async with transaction():
        # A sealer at work has read the text, and would chain it after we are done.
        await queries.hold_sealing()
        found = await queries.erasable(fact_ids)
        if len(found) != len(set(fact_ids)):
            raise Refused(NO_SUCH_FACT)
        erased = [row for row in found if row["may_be"]]
        await record(
            *(
                Fact(kind="text-erased", subject=row["id"], client=row["client"], why=why)
                for row in erased
            ),
            by=by,
            at=at,
        )
        await queries.erase([row["id"] for row in erased])
    return len(erased)
