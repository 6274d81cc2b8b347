"""Promises given in the field: taking one down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from backend.activity.answered import Command, once
from backend.activity.service import Fact, record
from backend.clients.contacts import contact_name
from backend.clients.service import standing_client
from backend.database.transaction import transaction
from backend.promises.queries import promises as queries
from backend.promises.service.said import (
    about_account,
    about_documents,
    about_overdue,
    said,
)
from shared.money import Money
from shared.refusal import Refusal, Refused
from shared.rules.promise import deadline_of, may_take

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal
    from uuid import UUID

    from backend.clock import Clock
    from backend.identity.viewer import Viewer
    from backend.promises.service.said import About, Said
    from backend.settings import Settings
    from shared.rules.promise import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What was said. Without `amount`, all that is owed of what it is about."""

    id: UUID | None = None
    said_at: datetime | None = None
    promised_on: date
    amount: Decimal | None = None
    said_by_contact: UUID | None = None
    said_by: str | None = None
    channel: Channel = "other"
    note: str | None = None
    origin_comment: UUID | None = None

    def body(self) -> dict[str, Any]:
        names = [name for name in self.__slots__ if name != "id"]
        return {name: getattr(self, name) for name in names}


async def take_promise(
    viewer: Viewer,
    client_id: UUID,
    word: Word,
    *,
    of: Literal["documents", "overdue", "account"],
    document_ids: tuple[UUID, ...] = (),
    currency: str | None = None,
    clock: Clock,
    settings: Settings,
) -> UUID:
    """Takes the client's promise on invoices, on all that is overdue, or on the account.

    Raises:
        Refused: 404; 409 `promise-not-owed`, `promise-too-much`, `id-taken`; 422
            `promise-of-nothing`, `promise-of-no-invoice`, `promise-one-currency`,
            `promise-in-the-past`, `promise-too-far`, `no-such-contact`, `no-such-comment`,
            `said-too-long-ago`.
    """
    when = said(word.said_at, clock, settings)
    async with transaction():
        client = await standing_client(viewer, client_id)

        async def take(promise_id: UUID) -> bool:
            if of == "documents":
                about = await about_documents(client["id"], document_ids, when)
            elif of == "overdue":
                about = await about_overdue(client["id"], currency or client["currency"], when)
            else:
                about = await about_account(client["id"], currency or client["currency"], when)
            if currency is not None and about.currency != currency:
                raise Refused(Refusal("promise-one-currency", 422, "A promise is in one currency."))
            fields = await fields_of(viewer, client["id"], word, about, when)
            fields["on_account"] = of == "account"
            return await add(viewer, client["id"], promise_id, fields, about, when)

        asked = {"of": of, "document_ids": document_ids, "currency": currency}
        command = Command("take-promise", word.id, {"client": client_id, **asked, **word.body()})
        promise_id, _ = await once(command, take, by=viewer.by, at=when.now)
    return promise_id


async def fields_of(
    viewer: Viewer, client_id: UUID, word: Word, about: About, when: Said
) -> dict[str, Any]:
    """The columns of a promise that may be taken. Refused where it may not."""
    amount = Money(about.owed if word.amount is None else word.amount, about.currency).amount
    refusal = may_take(
        amount=amount,
        owed=about.owed,
        currency=about.currency,
        promised_on=word.promised_on,
        said_on=when.on,
        policy=when.policy,
    )
    if refusal is not None:
        raise Refused(refusal)
    return {
        "currency": about.currency,
        "amount": amount,
        "promised_on": word.promised_on,
        "deadline_on": deadline_of(word.promised_on, when.policy),
        "said_by_contact": word.said_by_contact,
        "said_by": await contact_name(viewer, client_id, word.said_by_contact, word.said_by),
        "channel": word.channel,
        "note": word.note,
        "origin_comment": word.origin_comment,
        "reschedules": 0,
        "place": 0,
    }


async def add(
    viewer: Viewer,
    client_id: UUID,
    promise_id: UUID,
    fields: dict[str, Any],
    about: About,
    when: Said,
) -> bool:
    """Keeps the promise with its invoices and what was known of them, and tells of it."""
    kept = fields | {
        "client": client_id,
        "state": "open",
        "taken_by": viewer.account_id,
        "said_at": when.at,
        "taken_on": when.on,
        "recorded_at": when.now,
    }
    if not await queries.add(promise_id, kept):
        return False
    await queries.add_documents(promise_id, about.document_ids)
    await queries.add_known(promise_id, about.known)
    await record(taken(client_id, promise_id, fields, about, when), by=viewer.by, at=when.now)
    return True


DOCUMENTS_TOLD_MOST = 20


def taken(
    client_id: UUID, promise_id: UUID, fields: dict[str, Any], about: About, when: Said
) -> Fact:
    names = ("amount", "currency", "promised_on", "deadline_on", "said_by", "channel", "on_account")
    after = {name: fields[name] for name in names}
    if fields.get("origin_comment") is not None:
        after["origin_comment"] = fields["origin_comment"]
    replaces = fields.get("replaces")
    return Fact(
        kind="promise-taken" if replaces is None else "promise-rescheduled",
        subject=promise_id,
        client=client_id,
        before=None if replaces is None else {"promise": replaces},
        after=after | {"documents": list(about.numbers[:DOCUMENTS_TOLD_MOST])},
        why=fields["note"],
        said_at=when.at,
    )
