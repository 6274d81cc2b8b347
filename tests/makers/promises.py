"""Promises, plans and cash sources, as a test needs them.

    promise = await make_promise(client, invoice, amount="50.00", promised_on=date(2026, 11, 10))
    await make_cash_source(client.company, covers_through=date(2026, 11, 20))

Straight into the tables: who is about taking a promise asks the service or the API.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from backend.database.transaction import execute
from shared.ids import new_id
from shared.rules.promise import deadline_of
from tests.makers.ledger import TODAY, MadeClient, MadeDocument, insert


async def make_promise(
    client: MadeClient,
    *documents: MadeDocument,
    amount: str = "100.00",
    promised_on: date = TODAY,
    taken_on: date | None = None,
    **values: Any,
) -> UUID:
    id_ = values.pop("id", None) or new_id()
    taken_on = taken_on or promised_on - timedelta(days=7)
    said_at = datetime.combine(taken_on, time(9), UTC)
    fields = {
        "on_account": False,
        "currency": client.currency,
        "deadline_on": deadline_of(promised_on),
        "state": "open",
        "channel": "phone",
        "said_at": said_at,
        "recorded_at": said_at,
        "reschedules": 0,
        "place": 0,
    }
    await insert(
        "promise",
        id=id_,
        client=client.id,
        amount=Decimal(amount),
        promised_on=promised_on,
        taken_on=taken_on,
        **(fields | values),
    )
    for document in documents:
        await insert("promise_document", id=new_id(), promise=id_, document=document.id)
    return id_


async def make_judgement(promise: UUID, verdict: str, *, place: int = 1) -> UUID:
    id_ = new_id()
    await insert(
        "promise_judgement",
        id=id_,
        promise=promise,
        place=place,
        closed_on=TODAY,
        verdict=verdict,
        expected=Decimal(100),
        counted=Decimal(100 if verdict == "kept" else 0),
        disputed=Decimal(0),
        judged_at=datetime.combine(TODAY, time(23), UTC),
    )
    await execute("UPDATE promise SET state = $2 WHERE id = $1", promise, verdict)
    return id_


async def make_plan(
    client: MadeClient, document: MadeDocument, *, amount: str = "100.00", state: str = "proposed"
) -> UUID:
    """In two equal instalments a month apart."""
    id_ = new_id()
    at = datetime.combine(TODAY, time(9), UTC)
    await insert(
        "payment_plan",
        id=id_,
        client=client.id,
        currency=client.currency,
        amount=Decimal(amount),
        state=state,
        proof=None if state == "proposed" else "Courriel",
        said_at=at,
        taken_on=TODAY,
        recorded_at=at,
    )
    await insert("plan_document", id=new_id(), plan=id_, document=document.id)
    for place in (1, 2):
        await insert(
            "plan_instalment",
            id=new_id(),
            plan=id_,
            place=place,
            due_on=TODAY + timedelta(days=30 * place),
            amount=Decimal(amount) / 2,
        )
    return id_


async def make_cash_source(
    company: UUID, name: str = "banque", *, covers_through: date, is_active: bool = True
) -> UUID:
    """With an import behind it, so that it covers what its imports do."""
    id_ = new_id()
    await insert(
        "cash_source",
        id=id_,
        company=company,
        name=name,
        is_active=is_active,
        covers_through=covers_through,
    )
    await insert(
        "cash_coverage", id=new_id(), source=id_, import_run=new_id(), covers_through=covers_through
    )
    return id_


async def cover(source: UUID, through: date) -> None:
    """The source reaches that day from now on."""
    await insert(
        "cash_coverage", id=new_id(), source=source, import_run=new_id(), covers_through=through
    )
    await execute("UPDATE cash_source SET covers_through = $2 WHERE id = $1", source, through)
