"""The long reads, for files that leave Encours: every row of a list, every item of an account."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from backend.clients.refusals import NOT_FOUND
from backend.database.transaction import transaction
from backend.position.queries import aged_clients as aged_queries
from backend.position.queries import client_list, statement
from backend.position.service import row_of
from shared.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence
    from datetime import date
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer
    from backend.position.queries.aged_clients import AgedClient
    from backend.position.queries.client_list import Wanted
    from shared.contract.clients import ClientRow

ROWS_A_BATCH = 500


class OpenAccount(NamedTuple):
    """A client, our company, and what stood open between them."""

    parties: Record
    items: Sequence[Record]


async def every_client(wanted: Wanted) -> AsyncGenerator[list[ClientRow], None]:
    """The whole client list, whatever `limit` says, in batches; one reading of the ledger."""
    async with transaction():
        batch: list[ClientRow] = []
        async for row in client_list.every(replace(wanted, after=None)):
            batch.append(row_of(row))
            if len(batch) == ROWS_A_BATCH:
                yield batch
                batch = []
        yield batch


async def aged_clients(
    viewer: Viewer, as_of: date, *, today: date
) -> AsyncGenerator[list[AgedClient], None]:
    """What each visible client owed on a day, by age, in batches; Σ is the portfolio's aging."""
    async with transaction():
        batch: list[AgedClient] = []
        async for row in aged_queries.aged_clients(viewer, as_of, is_past=as_of < today):
            batch.append(row)
            if len(batch) == ROWS_A_BATCH:
                yield batch
                batch = []
        yield batch


async def open_account(viewer: Viewer, client_id: UUID, as_of: date, *, today: date) -> OpenAccount:
    """What a statement of account tells, as of today or of a past day.

    Raises:
        Refused: 404 where there is nothing to see.
    """
    async with transaction(isolation="repeatable read"):
        parties = await statement.parties(viewer, client_id)
        if parties is None:
            raise Refused(NOT_FOUND)
        items = await statement.items(parties["id"], as_of, is_past=as_of < today)
    return OpenAccount(parties, items)
