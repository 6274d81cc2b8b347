"""What the services share: when something was said, and what the ledger says of it then."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from backend.activity import saying
from backend.promises.queries import ledger as ledger_queries
from backend.promises.service.accounts import read_ledger
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from backend.clock import Clock
    from backend.promises.service.accounts import Ledger
    from backend.settings import Settings
    from shared.rules.promise import PromisePolicy
    from shared.rules.promised_cash import Settlement

NO_DOCUMENT = Refusal("promise-not-owed", 409, "Nothing is owed of what the promise is about.")
TWO_CURRENCIES = Refusal("promise-one-currency", 422, "A promise is in one currency.")
UNKNOWN_DOCUMENT = Refusal(
    "promise-of-no-invoice", 422, "A promise is about invoices of this client."
)


@dataclass(frozen=True, slots=True)
class Said(saying.Said):
    """As anything that is said, under the policy of promises then in force."""

    policy: PromisePolicy

    @property
    def known_through(self) -> date:
        """What came in with a later value date cannot have been known when it was said."""
        return self.on if self.at < self.now else date.max


def said(said_at: datetime | None, clock: Clock, settings: Settings) -> Said:
    """Refused (422) where the entry is too old to be believed."""
    when = saying.said(said_at, clock, settings)
    return Said(when.at, when.on, when.now, settings.promises)


@dataclass(frozen=True, slots=True)
class About:
    """The invoices of a promise or a plan, and what had settled them when it was said."""

    document_ids: tuple[UUID, ...]
    numbers: tuple[str, ...]
    currency: str
    owed: Decimal
    known: Mapping[str | None, Decimal]


async def about_documents(client_id: UUID, document_ids: Sequence[UUID], when: Said) -> About:
    """Of these invoices.

    Refused: 422 for what is no invoice of the client's, or of several currencies; 409 where
    nothing is owed of them.
    """
    wanted = sorted(set(document_ids))
    read = await read_ledger(wanted)
    rows = list(read.documents.values())
    if len(rows) < len(wanted) or any(
        row["client"] != client_id or row["amount"] <= 0 for row in rows
    ):
        raise Refused(UNKNOWN_DOCUMENT)
    currencies = {row["currency"] for row in rows}
    if len(currencies) > 1:
        raise Refused(TWO_CURRENCIES)
    if not rows:
        raise Refused(NO_DOCUMENT)
    return about(read, currencies.pop(), when)


async def about_overdue(client_id: UUID, currency: str, when: Said) -> About:
    """All that is overdue on the day it was said. Refused (409) where nothing is."""
    found = await ledger_queries.owed_documents(client_id, currency, overdue_on=when.on)
    if not found:
        raise Refused(NO_DOCUMENT)
    return about(await read_ledger(found), currency, when)


async def about_account(client_id: UUID, currency: str, when: Said) -> About:
    """The client as a whole: all it owes in a currency, less what is still to be set off."""
    found = await ledger_queries.owed_documents(client_id, currency, overdue_on=None)
    read = await read_ledger(found, [client_id], when.on)
    whole = about(read, currency, when) if found else None
    money = [
        piece
        for piece in read.money.get((client_id, currency), ())
        if piece.value_on <= when.known_through
    ]
    free = sum((piece.amount for piece in money if piece.document is None), Decimal(0))
    owed = whole.owed - free - read.open_credits.get((client_id, currency), 0) if whole else 0
    if whole is None or owed <= 0:
        raise Refused(NO_DOCUMENT)
    known = summed(money, whole.known)
    return About(whole.document_ids, whole.numbers, currency, Decimal(owed), known)


def about(read: Ledger, currency: str, when: Said) -> About:
    pieces = [
        piece
        for settled in read.settling.values()
        for piece in settled
        if piece.value_on <= when.known_through
    ]
    rows = sorted(read.documents.values(), key=lambda row: (row["value_on"], row["document"]))
    owed = sum((row["amount"] for row in rows), Decimal(0))
    owed -= sum((piece.amount for piece in pieces), Decimal(0))
    if owed <= 0:
        raise Refused(NO_DOCUMENT)
    return About(
        tuple(row["document"] for row in rows),
        tuple(row["credit"] for row in rows),
        currency,
        owed,
        summed(piece for piece in pieces if piece.kind != "credit_note"),
    )


def summed(
    pieces: Iterable[Settlement], onto: Mapping[str | None, Decimal] | None = None
) -> dict[str | None, Decimal]:
    known: dict[str | None, Decimal] = defaultdict(Decimal, onto or {})
    for piece in pieces:
        known[piece.credit] += piece.amount
    return dict(known)
