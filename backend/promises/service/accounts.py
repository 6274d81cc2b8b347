"""The pure rule on the rows of the database: how promises stand, whatever asks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from backend.disputes.service.shares import contests as contests_of
from backend.promises.queries import ledger as ledger_queries
from shared.rules.promise_account import Account
from shared.rules.promise_closing import NEVER, Given, due_on
from shared.rules.promised_cash import Settlement, Word, gives_way_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from asyncpg import Record

    from shared.rules.promise import PromisePolicy
    from shared.rules.promised_cash import Contest, Standing


@dataclass(slots=True)
class Ledger:
    """What the ledger says of some documents, and of some clients' accounts."""

    documents: dict[UUID, Record] = field(default_factory=dict)
    settling: dict[UUID, list[Settlement]] = field(default_factory=lambda: defaultdict(list))
    money: dict[tuple[UUID, str], list[Settlement]] = field(
        default_factory=lambda: defaultdict(list)
    )
    open_credits: dict[tuple[UUID, str], Decimal] = field(default_factory=dict)


async def read_ledger(
    document_ids: Iterable[UUID], client_ids: Iterable[UUID] = (), since: date = NEVER
) -> Ledger:
    read = Ledger()
    for row in await ledger_queries.ledger(sorted(set(document_ids)), list(client_ids), since):
        match row["what"]:
            case "document":
                read.documents[row["document"]] = row
            case "settlement":
                read.settling[row["document"]].append(settlement_of(row))
            case "money":
                read.money[row["client"], row["currency"]].append(settlement_of(row))
            case "credit":
                read.open_credits[row["client"], row["currency"]] = row["amount"]
    return read


def settlement_of(row: Record) -> Settlement:
    return Settlement(
        row["kind"],
        row["amount"],
        row["value_on"],
        row["document"],
        row["credit"],
        row["value_after"],
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A promise with the account that it stands on."""

    row: Record
    word: Word
    account: Account
    documents: tuple[tuple[UUID, Decimal], ...] = ()
    """Its invoices and what each still owes, the first due first."""

    def standing(self, day: date) -> Standing:
        """Once it was judged, with the share that was disputed then."""
        return self.account.standing(self.word, day, self.row["disputed"])

    def due_on(self, policy: PromisePolicy) -> date | None:
        """The day at whose end it is judged; None while a dispute suspends all of it."""
        return due_on(self.account, self.given, policy)

    @property
    def given(self) -> Given:
        row = self.row
        past = tuple(row["verdicts"] or ())
        return Given(self.word, row["promised_on"], row["deadline_on"], past, row["disputed"])

    @property
    def counted_ever(self) -> Decimal:
        """All that has come in for it, whatever its day."""
        return sum((one.amount for one in self.account.served[self.word.id]), Decimal(0))


async def accounts_of(rows: Sequence[Record]) -> list[Asked]:
    """Standing promises, each on the account of its client and currency.

    `rows` must hold all standing promises of their clients: they share what is paid.
    """
    documents = {document for row in rows for document in row["documents"]}
    on_account = [row for row in rows if row["on_account"]]
    read = await read_ledger(
        documents,
        {row["client"] for row in on_account},
        min((row["taken_on"] for row in on_account), default=NEVER),
    )
    contested: dict[UUID, list[Contest]] = defaultdict(list)
    for one in await contests_of(documents):
        contested[one.document].append(one)
    together: dict[tuple[UUID, str], list[Record]] = defaultdict(list)
    for row in rows:
        together[row["client"], row["currency"]].append(row)
    return [
        asked
        for key, group in together.items()
        for asked in on_one_account(key, group, read, contested)
    ]


def on_one_account(
    key: tuple[UUID, str],
    rows: Sequence[Record],
    read: Ledger,
    contested: Mapping[UUID, Sequence[Contest]],
) -> Iterable[Asked]:
    words = [word_of(row) for row in rows]
    covered = {document for row in rows for document in row["documents"]}
    pieces = [piece for document in covered for piece in read.settling.get(document, ())]
    if any(word.on_account for word in words):
        # What settles a covered document of somebody else's word is in `pieces` already.
        pieces += [one for one in read.money.get(key, ()) if one.document not in covered]
    account = Account(
        pieces,
        words,
        {document: read.documents[document]["amount"] for document in covered},
        read.open_credits.get(key, Decimal(0)),
        [one for document in covered for one in contested.get(document, ())],
    )
    return [
        Asked(row, word, account, owed_of(row, read)) for row, word in zip(rows, words, strict=True)
    ]


def owed_of(row: Record, read: Ledger) -> tuple[tuple[UUID, Decimal], ...]:
    documents = sorted(row["documents"], key=lambda one: (read.documents[one]["value_on"], one))
    return tuple(
        (
            one,
            read.documents[one]["amount"]
            - sum((piece.amount for piece in read.settling.get(one, ())), Decimal(0)),
        )
        for one in documents
    )


def word_of(row: Record) -> Word:
    known: Mapping[str | None, Any] = dict(
        zip(row["credits"] or (), row["amounts"] or (), strict=True)
    )
    return Word(
        id=row["id"],
        amount=row["amount"],
        documents=frozenset(row["documents"]),
        taken_on=row["taken_on"],
        order=(row["recorded_at"], row["place"], row["id"]),
        known=known,
        on_account=row["on_account"],
        gives_way=gives_way(row),
    )


def gives_way(row: Record) -> dict[Any, date]:
    """The documents on which a plan was agreed since, each with the first day it goes before."""
    agreed = zip(row["agreed_documents"] or (), row["agreed_on"] or (), strict=True)
    days = {document: gives_way_from(row["deadline_on"], day) for document, day in agreed}
    return {document: day for document, day in days.items() if day is not None}
