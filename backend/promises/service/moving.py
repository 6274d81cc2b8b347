"""Promises that are put off or withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.activity.answered import Command, once
from backend.activity.service import Fact, record
from backend.clients.refusals import NOT_FOUND
from backend.clients.service import standing_client
from backend.database.transaction import transaction
from backend.identity.rules import may
from backend.promises.queries import promises as queries
from backend.promises.service.accounts import accounts_of
from backend.promises.service.said import about_account, about_documents, said
from backend.promises.service.taking import add, fields_of
from shared.refusal import Refusal, Refused
from shared.rules.promise import may_end, may_reschedule

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal
    from uuid import UUID

    from asyncpg import Record

    from backend.clock import Clock
    from backend.identity.viewer import Viewer
    from backend.promises.service.said import About, Said
    from backend.promises.service.taking import Word
    from backend.settings import Settings


async def reschedule_promise(
    viewer: Viewer,
    client_id: UUID,
    promise_id: UUID,
    word: Word,
    *,
    clock: Clock,
    settings: Settings,
) -> UUID:
    """The client asks for another day: a new promise takes the place of an open one.

    It is about the same invoices; without an amount, about what of the first has not come in.

    Raises:
        Refused: 404; 409 `promise-not-open`, `promise-rescheduled-too-often`; else as
            `take_promise`.
    """
    when = said(word.said_at, clock, settings)
    async with transaction():
        client = await standing_client(viewer, client_id)

        async def put_off(new_promise_id: UUID) -> bool:
            row = await promise_of(client["id"], promise_id)
            if row["plan"] is not None:
                raise Refused(OF_A_PLAN)
            refusal = may_reschedule(row["state"], row["reschedules"], when.policy)
            if refusal is not None:
                raise Refused(refusal)
            about = await about_same(client["id"], row, when)
            fields = await fields_of(viewer, client["id"], word, about, when)
            if word.amount is None:
                fields["amount"] = min(about.owed, await missing(client["id"], row))
            fields |= {
                "on_account": row["on_account"],
                "replaces": promise_id,
                "reschedules": row["reschedules"] + 1,
            }
            if not await add(viewer, client["id"], new_promise_id, fields, about, when):
                return False
            await queries.end(promise_id, "superseded", by=viewer.account_id, at=when.now, why=None)
            return True

        body = {"client": client_id, "promise": promise_id, **word.body()}
        command = Command("reschedule-promise", word.id, body)
        new_promise_id, _ = await once(command, put_off, by=viewer.by, at=when.now)
    return new_promise_id


async def about_same(client_id: UUID, row: Record, when: Said) -> About:
    if row["on_account"]:
        return await about_account(client_id, row["currency"], when)
    return await about_documents(client_id, await queries.documents_of(row["id"]), when)


async def missing(client_id: UUID, row: Record) -> Decimal:
    """What of an open promise has not come in yet; all of it where nothing is missing."""
    amount: Decimal = row["amount"]
    for asked in await accounts_of(await queries.standing_promises([client_id])):
        if asked.row["id"] == row["id"]:
            return amount - asked.counted_ever or amount
    return amount


async def withdraw_promise(
    viewer: Viewer,
    client_id: UUID,
    promise_id: UUID,
    *,
    id_: UUID | None,
    why: str,
    said_at: datetime | None,
    clock: Clock,
    settings: Settings,
) -> None:
    """Taken by mistake, or taken back: it is judged no more.

    Raises:
        Refused: 404; 403 `role-may-not` for somebody else's; 409 `promise-not-open`.
    """
    when = said(said_at, clock, settings)
    async with transaction():
        client = await standing_client(viewer, client_id)
        row = await promise_of(client["id"], promise_id)
        if row["taken_by"] != viewer.account_id and not may(viewer.role, "withdraw-promises"):
            raise Refused(ROLE_MAY_NOT)

        async def withdraw(_: UUID) -> bool:
            refusal = may_end(row["state"])
            if refusal is not None:
                raise Refused(refusal)
            if row["plan"] is not None:
                raise Refused(OF_A_PLAN)
            await queries.end(promise_id, "withdrawn", by=viewer.account_id, at=when.now, why=why)
            fact = Fact(
                kind="promise-withdrawn",
                subject=promise_id,
                client=client["id"],
                before={name: row[name] for name in ("amount", "currency", "promised_on")},
                why=why,
                said_at=when.at,
            )
            await record(fact, by=viewer.by, at=when.now)
            return True

        command = Command("withdraw-promise", id_, {"promise": promise_id, "why": why})
        await once(command, withdraw, by=viewer.by, at=when.now)


ROLE_MAY_NOT = Refusal("role-may-not", 403, "Your role does not allow this.")
OF_A_PLAN = Refusal(
    "promise-of-a-plan", 409, "The promise is an instalment: cancel the payment plan."
)


async def promise_of(client_id: UUID, promise_id: UUID) -> Record:
    row = await queries.locked(client_id, promise_id)
    if row is None:
        raise Refused(NOT_FOUND)
    return row
