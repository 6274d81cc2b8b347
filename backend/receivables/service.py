"""Settling documents by hand, releasing what was settled, and due dates that follow terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.activity.service import Fact, record
from backend.clients import service as clients
from backend.clients.refusals import NOT_FOUND
from backend.database.transaction import transaction
from backend.receivables import queries
from backend.receivables.rules import Side, may_settle
from shared.ids import new_id
from shared.money import Money
from shared.refusal import Refused
from shared.rules.terms import Terms, due_date_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from decimal import Decimal
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer


async def allocate_payment(
    viewer: Viewer,
    payment_id: UUID,
    document_id: UUID,
    amount: Decimal,
    *,
    today: date,
    now: datetime,
) -> UUID:
    """Settles that much of a document with a payment; answers the allocation's id.

    It counts from the day both stand in the ledger.

    Raises:
        Refused: 404; 409 `settled-too-much`, `applied-too-much`, `allocation-across-clients`,
            `allocation-across-currencies`; 422 `amount-not-positive`, `amount-too-fine`.
    """
    async with transaction():
        await queries.hold_ledger()
        document = seen(await queries.lock_document(viewer, document_id))
        payment = seen(await queries.lock_payment(viewer, payment_id))
        credit = Side(payment["client"], Money(payment["unapplied"], payment["currency"]))
        return await settle(viewer, document, payment, credit, amount, today=today, now=now)


async def allocate_credit_note(
    viewer: Viewer,
    credit_note_id: UUID,
    document_id: UUID,
    amount: Decimal,
    *,
    today: date,
    now: datetime,
) -> UUID:
    """The same with a credit note or a deposit."""
    async with transaction():
        await queries.hold_ledger()
        locked = {
            id_: seen(await queries.lock_document(viewer, id_))
            for id_ in sorted({credit_note_id, document_id})  # one order, or two would wait forever
        }
        note = locked[credit_note_id]
        credit = Side(note["client"], Money(-note["residual"], note["currency"]))
        return await settle(viewer, locked[document_id], note, credit, amount, today=today, now=now)


async def settle(
    viewer: Viewer,
    document: Record,
    by: Record,
    credit: Side,
    amount: Decimal,
    *,
    today: date,
    now: datetime,
) -> UUID:
    debit = Side(document["client"], Money(document["residual"], document["currency"]))
    refusal = may_settle(debit, credit, Money(amount, debit.left.currency))
    if refusal is not None:
        raise Refused(refusal)
    id_, is_payment = new_id(), "unapplied" in by
    value_on = max(document["on_day"], by["on_day"])
    await queries.allocate(
        id_,
        debit_document=document["id"],
        credit_document=None if is_payment else by["id"],
        credit_payment=by["id"] if is_payment else None,
        amount=amount,
        value_on=value_on,
    )
    fact = Fact(
        kind="document-settled",
        subject=document["id"],
        client=document["client"],
        after={
            "allocation": id_,
            "by": by["id"],
            "amount": amount,
            "value_on": value_on,
            "settled_on": today,
        },
    )
    await record(fact, by=viewer.by, at=now)
    return id_


async def hold_document(viewer: Viewer, document_id: UUID) -> Record:
    """A document whose residual stays as it is until the caller's transaction ends.

    First thing in that transaction, since it may have to wait for an import. Refused (404) where
    the viewer sees none.
    """
    await queries.hold_ledger()
    return seen(await queries.lock_document(viewer, document_id))


async def release_allocation(viewer: Viewer, allocation_id: UUID, *, now: datetime) -> None:
    """What was settled is owed again. Refused (404) where the viewer sees no such allocation."""
    async with transaction():
        await queries.hold_ledger()
        row = seen(await queries.lock_allocation(viewer, allocation_id))
        await queries.release(allocation_id)
        fact = Fact(
            kind="settlement-released",
            subject=row["debit_document"] or row["credit_document"] or row["credit_payment"],
            client=row["client"],
            before={name: row[name] for name in ("id", "amount", "value_on")},
        )
        await record(fact, by=viewer.by, at=now)


async def change_client(
    viewer: Viewer, client_id: UUID, fields: Mapping[str, Any], *, now: datetime
) -> None:
    """Changes a client; where its terms change, estimated due dates of open documents follow.

    Raises:
        Refused: as `clients.service.change_client`.
    """
    async with transaction():
        await queries.hold_ledger()
        id_, changed = await clients.change_client(viewer, client_id, fields, now=now)
        if not changed.keys().isdisjoint(clients.TERMS):
            await follow_terms(viewer, id_, terms_in(fields), now=now)


def terms_in(fields: Mapping[str, Any]) -> Terms | None:
    basis = fields["terms_basis"]
    return None if basis is None else Terms(basis, fields["terms_days"])


async def follow_terms(
    viewer: Viewer, client_id: UUID, terms: Terms | None, *, now: datetime
) -> None:
    # The change may have taken the client out of the viewer's sight: it is named by id from here.
    rows = await queries.estimated_documents(client_id)
    moved = [
        (row["id"], due_on)
        for row in rows
        if (due_on := due_date_of(None, row["issued_on"], terms).on) != row["due_on"]
    ]
    if moved:
        await queries.set_due_dates(moved)
        fact = Fact(
            kind="due-dates-estimated",
            subject=client_id,
            client=client_id,
            after={"documents": len(moved)},
        )
        await record(fact, by=viewer.by, at=now)


def seen(row: Record | None) -> Record:
    if row is None:
        raise Refused(NOT_FOUND)
    return row


async def documents_named(document_ids: Sequence[UUID]) -> list[Record]:
    """Of documents whose client was found in sight: number, as `document`, and currency."""
    return await queries.named(document_ids)
