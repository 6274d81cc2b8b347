"""How far the cash we know of reaches: what no promise is broken beyond.

A source is whatever tells of money received: a bank's file, the ledger's export. Each import says
through which day it is whole; what the least fresh active source does not cover, nobody knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.activity.service import Fact, record
from backend.database.transaction import transaction
from backend.receivables import queries
from shared.ids import new_id
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime
    from uuid import UUID

    from asyncpg import Record

    from backend.activity.service import By

NO_SUCH_SOURCE = Refusal("not-found", 404, "Not found.")


async def cash_told(run_id: UUID, sources: Iterable[tuple[UUID, str]], through: date) -> None:
    """An import told all the cash of these (company, name) up to that day; in its transaction."""
    told = [(new_id(), company_id, name) for company_id, name in sorted(set(sources))]
    if told:
        source_ids = await queries.keep_cash_sources(told, through)
        await queries.keep_cash_coverage(
            [(new_id(), source_id, run_id, through) for source_id in source_ids]
        )


async def cash_untold(run_id: UUID) -> None:
    """The import is undone: its sources reach as far as their other imports say."""
    await queries.forget_cash_coverage(run_id)


async def cash_sources() -> list[Record]:
    """By company and name."""
    return await queries.cash_sources()


async def cash_through() -> Mapping[UUID, date]:
    """By company, the last day whose cash is wholly known; absent: nothing is known of it."""
    return await queries.cash_through()


async def set_cash_source(source_id: UUID, *, is_active: bool, by: By, now: datetime) -> Record:
    """A source that is not active is waited for no more. Refused: 404."""
    async with transaction():
        before = await queries.set_cash_source(source_id, is_active=is_active)
        if before is None:
            raise Refused(NO_SUCH_SOURCE)
        if before["is_active"] is not is_active:
            fact = Fact(
                kind="cash-source-changed",
                subject=source_id,
                before={"is_active": before["is_active"]},
                after={"is_active": is_active, "name": before["name"]},
            )
            await record(fact, by=by, at=now)
        return before
