"""What is owed, read across modules: the client file, the client list, aging."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from backend.clients.refusals import NOT_FOUND
from backend.identity.service.sessions import viewer_of
from backend.position.queries import client_file as file_queries
from backend.position.queries import client_list, totals
from backend.position.queries.client_list import Place, Wanted
from shared.contract.clients import ClientFigures, ClientRow, ClientTotals
from shared.currencies import DECIMALS
from shared.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Bearer, Viewer


async def client_file(bearer: Bearer, client_id: UUID, *, today: date) -> bytes:
    """The contract's `ClientFile`, as the JSON that PostgreSQL wrote.

    The statement checks device, person and scope; only where it answers nothing is asked why.

    Raises:
        Refused: 401 for a device that is signed out; 404 where there is nothing to see.
    """
    body = await file_queries.client_file(bearer.device_id, client_id, today)
    if body is None:
        await viewer_of(bearer)
        raise Refused(NOT_FOUND)
    return body


async def client_page(wanted: Wanted) -> tuple[list[ClientRow], Place | None]:
    """The page, and the place of its last row where more rows follow."""
    one_more = Wanted(
        viewer=wanted.viewer,
        today=wanted.today,
        filter=wanted.filter,
        sort=wanted.sort,
        said=wanted.said,
        after=wanted.after,
        limit=wanted.limit + 1,
    )
    found = await client_list.page(one_more)
    rows = found[: wanted.limit]
    more = len(found) > wanted.limit
    return [row_of(row) for row in rows], place_of(rows[-1]) if more else None


def place_of(row: Record) -> Place:
    return row["counted_in"], row["place"], row["folded"], row["id"]


def row_of(row: Record) -> ClientRow:
    figures = {figure["currency"]: figure for figure in row["figures"]}
    own = figures.pop(row["currency"], None) or nothing_owed(row["currency"])
    return ClientRow(
        id=row["id"],
        code=row["code"],
        name=row["name"],
        town=row["town"],
        company=row["company"],
        branch=row["branch"],
        currency=row["currency"],
        outstanding=own["outstanding"],
        overdue=own["overdue"],
        oldest_days_overdue=own["oldest_days_overdue"],
        other_currencies=[ClientFigures(**other) for other in figures.values()],
        last_visit_on=row["last_visit_on"],
        found_by=row["found_by"],
    )


def nothing_owed(currency: str) -> Mapping[str, Any]:
    nothing = Decimal((0, (0,), -DECIMALS.get(currency, 2)))
    return {"outstanding": nothing, "overdue": nothing, "oldest_days_overdue": 0}


async def client_totals(viewer: Viewer, *, today: date) -> ClientTotals:
    """How many clients the viewer sees, what they owe, and how many stand behind each filter."""
    row = await totals.totals(viewer, today)
    return ClientTotals(
        clients=row["clients"],
        mine=row["mine"],
        overdue=row["overdue"],
        disputed=row["disputed"],
        promise_broken=row["promise_broken"],
        unassigned=row["unassigned"],
        currencies=[ClientFigures(**figures) for figures in row["currencies"]],
        data_as_of=row["data_as_of"],
    )
