"""A promise, what was paid on it, and the closing of a day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from backend.database.transaction import fetch_all, fetch_value
from backend.promises.service.closing import Closed, close_day
from shared.rules.promise import PromisePolicy
from tests.makers.ledger import (
    MadeDocument,
    make_allocation,
    make_client,
    make_document,
    make_payment,
)
from tests.makers.promises import make_cash_source, make_promise

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
PROMISED, DEADLINE = date(2026, 11, 4), date(2026, 11, 6)


async def close(day: date = DEADLINE) -> Closed:
    return await close_day(day, today=TODAY, now=NOW, policy=PromisePolicy())


async def verdicts(promise: UUID) -> list[str]:
    rows = await fetch_all(
        "SELECT verdict FROM promise_judgement WHERE promise = $1 ORDER BY place", promise
    )
    return [row["verdict"] for row in rows]


async def state(promise: UUID) -> str:
    return str(await fetch_value("SELECT state FROM promise WHERE id = $1", promise))


async def pay(document: MadeDocument, amount: str, on: date) -> UUID:
    client = type("C", (), {"id": document.client, "currency": document.currency})
    payment = await make_payment(client, amount, value_on=on)  # type: ignore[arg-type]
    return await make_allocation(amount, debit=document, credit=payment, value_on=on)


async def promised(amount: str = "100.00", through: date = TODAY) -> tuple[MadeDocument, UUID]:
    client = await make_client()
    invoice = await make_document(client, "100.00", due_on=date(2026, 10, 1))
    await make_cash_source(client.company, covers_through=through)
    return invoice, await make_promise(client, invoice, amount=amount, promised_on=PROMISED)
