"""Disputes as a test needs them: only what the test is about is named."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from backend.database.transaction import execute
from shared.ids import new_id
from tests.makers.ledger import LONG_AGO, TODAY, MadeClient, MadeDocument, insert


async def make_dispute(
    client: MadeClient,
    invoice: MadeDocument,
    amount: str | Decimal | None = None,
    *,
    text: str | None = None,
    **fields: Any,
) -> UUID:
    """Of the whole invoice, opened long ago and not decided. `fields` are columns of the table."""
    id_, claimed = new_id(), invoice.amount if amount is None else Decimal(amount)
    values: dict[str, Any] = {
        "reason": "quality",
        "department": "after_sales",
        "claimed": claimed,
        "blocked": claimed,
        "state": "opened",
        "opened_at": LONG_AGO,
        "opened_on": LONG_AGO.date(),
        "due_on": TODAY,
        "moved_at": LONG_AGO,
    } | fields
    await insert("dispute", id=id_, client=client.id, document=invoice.id, **values)
    span: dict[str, Any] = {"dispute": id_, "from_on": values["opened_on"]}
    if values["blocked"]:
        await insert("dispute_span", id=new_id(), amount=values["blocked"], **span)
    await insert(
        "dispute_entry",
        id=new_id(),
        dispute=id_,
        place=1,
        said_at=LONG_AGO,
        recorded_at=LONG_AGO,
        state=values["state"],
        text=text,
    )
    return id_


async def end_dispute(dispute: UUID, *, on: date) -> None:
    """Found to be due after all, on that day."""
    await execute(
        "UPDATE dispute SET state = 'closed', blocked = 0, closed_on = $2,"
        " closed_because = 'resolved', resolution = 'confirmed_due', granted = 0 WHERE id = $1",
        dispute,
        on,
    )
    await execute("UPDATE dispute_span SET until_on = $2 WHERE dispute = $1", dispute, on)
    await insert(
        "dispute_entry",
        id=new_id(),
        dispute=dispute,
        place=2,
        said_at=LONG_AGO,
        recorded_at=LONG_AGO,
        move="close",
        state="closed",
    )
