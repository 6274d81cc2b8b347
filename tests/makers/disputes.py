"""Disputes as a test needs them: only what the test is about is named."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

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
