"""Visits and their reports, as a test needs them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from backend.activity.service import By, Fact, record
from backend.database.transaction import fetch_value, transaction
from shared.ids import new_id
from tests.makers.ledger import LONG_AGO, TODAY, insert


async def make_visit(account: UUID, client: UUID, *, on: date = TODAY) -> UUID:
    """Last on that day's list."""
    id_ = new_id()
    place = await fetch_value(
        "SELECT coalesce(max(place), 0) + 1 FROM visit WHERE account = $1 AND planned_on = $2",
        account,
        on,
    )
    await insert(
        "visit",
        id=id_,
        account=account,
        client=client,
        planned_on=on,
        place=place,
        planned_at=LONG_AGO,
    )
    return id_


async def make_report(author: UUID, client: UUID, **fields: Any) -> UUID:
    """Of a visit nobody had planned, to a satisfied client; `fields` are columns."""
    id_ = new_id()
    values = {"mood": "satisfied", "met": "Mme Roche", "visited_on": TODAY} | fields
    async with transaction():
        await insert(
            "visit_report",
            id=id_,
            client=client,
            author=author,
            said_at=LONG_AGO,
            recorded_at=LONG_AGO,
            **values,
        )
        fact = Fact(
            kind="visit-reported", subject=id_, client=client, after={"mood": values["mood"]}
        )
        await record(fact, by=By(author), at=LONG_AGO)
    return id_
