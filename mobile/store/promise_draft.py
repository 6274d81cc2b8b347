"""A promise before it is taken: what is ticked, typed and chosen, and what that makes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal
from uuid import UUID  # noqa: TC003 - a dataclass's fields are looked at

from shared.contract.promises import DOCUMENTS_MOST, NewPromise, ReschedulePromise
from shared.ids import new_id
from shared.money import minor_units

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mobile.store.origin import Origin
    from shared.contract.clients import ClientFile
    from shared.contract.promises import PromiseChannel
    from shared.contract.receivables import Document

Part = Literal["invoices", "amount", "day", "who", "note"]
Trouble = Literal[
    "nothing-ticked", "amount-malformed", "amount-over", "no-day", "day-malformed", "too-long"
]
DayName = Literal["tomorrow", "friday", "month-end", "fortnight"]
FRIDAY: Final = 4
FORTNIGHT: Final = timedelta(days=15)
ZERO: Final = Decimal(0)
AMOUNT_LONGEST: Final = 18


@dataclass(frozen=True, slots=True)
class Draft:
    """`id` is the promise's own from the first letter on: sent twice, it is taken once.

    None is what the person did not touch: `ticked` stands for what is proposed, `amount` for the
    sum. `day_typed` and `someone` are fields that are shown once they hold a text, even an empty
    one.
    """

    id: UUID = field(default_factory=new_id)
    currency: str | None = None
    ticked: frozenset[UUID] | None = None
    amount: str | None = None
    promised_on: date | None = None
    day_typed: str | None = None
    contact_id: UUID | None = None
    someone: str | None = None
    channel: PromiseChannel = "other"
    note: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """The invoices that can be promised, overdue ones first; `ticked` of them count."""

    currency: str
    currencies: tuple[str, ...]
    overdue: tuple[Document, ...]
    coming: tuple[Document, ...]
    ticked: frozenset[UUID]

    @property
    def total(self) -> Decimal:
        chosen = (one for one in (*self.overdue, *self.coming) if one.id in self.ticked)
        return sum((one.residual for one in chosen), ZERO)


def proposal(file: ClientFile, promised: Collection[UUID], draft: Draft) -> Proposal:
    """In one currency. Untouched, all that is overdue is ticked but what is promised already."""
    owed = [one for one in file.open_documents if one.residual > 0]
    held = {one.currency for one in owed}
    known = [file.currency, *(one.currency for one in file.other_currencies)]
    currencies = tuple(code for code in known if code in held) or (file.currency,)
    currency = draft.currency or currencies[0]
    own = [one for one in owed if one.currency == currency]
    overdue = tuple(one for one in own if one.due_on < file.today)
    coming = tuple(one for one in own if one.due_on >= file.today)
    if draft.ticked is None:
        free = [one.id for one in overdue if one.id not in promised]
        ticked = frozenset(free[:DOCUMENTS_MOST])
    else:
        ticked = draft.ticked & {one.id for one in own}
    return Proposal(currency, currencies, overdue, coming, ticked)


def day_choices(today: date) -> list[tuple[DayName, date]]:
    """The days one tap gives, each once: tomorrow, Friday, the end of the month, in 15 days."""
    tomorrow = today + timedelta(days=1)
    friday = tomorrow + timedelta(days=(FRIDAY - tomorrow.weekday()) % 7)
    choices: list[tuple[DayName, date]] = [
        ("tomorrow", tomorrow),
        ("friday", friday),
        ("month-end", month_end(tomorrow)),
        ("fortnight", today + FORTNIGHT),
    ]
    once: dict[date, DayName] = {}
    for name, day in choices:
        once.setdefault(day, name)
    return [(name, day) for day, name in once.items()]


def month_end(day: date) -> date:
    first = day.replace(day=1)
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


GROUPED = re.compile(r"[0-9]{1,3}(,[0-9]{3})+\.[0-9]+")
PLAIN = re.compile(r"[0-9]+([.,][0-9]+)?")


def amount_of(text: str, currency: str) -> Decimal | None:
    """`9 200,50`, `9200.5` or `9,200.50`; None for what is no amount of that currency.

    `9,200` is none in euros: nine thousand to one reader, nine to another.
    """
    bare = "".join(text.split()).removesuffix("€").removeprefix("€")
    if GROUPED.fullmatch(bare):
        bare = bare.replace(",", "")
    elif not PLAIN.fullmatch(bare):
        return None
    _, _, cents = bare.replace(",", ".").partition(".")
    if len(bare) > AMOUNT_LONGEST or len(cents) > minor_units(currency):
        return None
    amount = Decimal(bare.replace(",", "."))
    return amount if amount > 0 else None


def day_of(text: str, today: date) -> date | None:
    """`31/10/2026` with any of the usual marks, `2026-10-31`, or `31/10` of the year to come."""
    parts = re.split(r"[/.\- ]+", text.strip())
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    try:
        match len(parts):
            case 2:
                day = date(today.year, numbers[1], numbers[0])
                return day if day >= today else day.replace(year=today.year + 1)
            case 3 if len(parts[0]) == len("2026"):
                return date(*numbers)
            case 3 if len(parts[2]) == len("2026"):
                return date(numbers[2], numbers[1], numbers[0])
    except ValueError:
        return None
    return None


def chosen_day(draft: Draft, today: date) -> date | None:
    return draft.promised_on if draft.day_typed is None else day_of(draft.day_typed, today)


def chosen_amount(draft: Draft, proposed: Proposal) -> Decimal | None:
    if draft.amount is None:
        return proposed.total
    return amount_of(draft.amount, proposed.currency)


def troubles(draft: Draft, proposed: Proposal, today: date) -> dict[Part, Trouble]:
    """What is still to be said or corrected before it can be sent, by where."""
    found: dict[Part, Trouble] = {}
    if not proposed.ticked:
        found["invoices"] = "nothing-ticked"
    amount = chosen_amount(draft, proposed)
    if amount is None:
        found["amount"] = "amount-malformed"
    elif amount > proposed.total:
        found["amount"] = "amount-over"
    return found | of_any_word(draft, today)


def of_any_word(draft: Draft, today: date) -> dict[Part, Trouble]:
    """The same of a promise that is put off."""
    found: dict[Part, Trouble] = {}
    if chosen_day(draft, today) is None:
        found["day"] = "no-day" if draft.day_typed is None else "day-malformed"
    if len((draft.someone or "").strip()) > SOMEONE_MOST:
        found["who"] = "too-long"
    if len(draft.note.strip()) > NOTE_MOST:
        found["note"] = "too-long"
    return found


SOMEONE_MOST: Final = 200
NOTE_MOST: Final = 10_000


def word_of(draft: Draft, proposed: Proposal, today: date) -> NewPromise:
    """What is sent, once nothing troubles."""
    every: Sequence[Document] = (*proposed.overdue, *proposed.coming)
    about = {
        "document_ids": [one.id for one in every if one.id in proposed.ticked],
        "currency": proposed.currency,
        "amount": chosen_amount(draft, proposed),
    }
    origin = {"origin_comment_id": draft.origin.comment_id if draft.origin else None}
    return NewPromise.model_validate(about | origin | _said(draft, today))


def moved_word_of(draft: Draft, today: date) -> ReschedulePromise:
    """Another day for what has not come in."""
    return ReschedulePromise.model_validate(_said(draft, today))


def _said(draft: Draft, today: date) -> dict[str, object]:
    return {
        "id": draft.id,
        "promised_on": chosen_day(draft, today),
        "said_by_contact_id": draft.contact_id,
        "said_by": (draft.someone or "").strip() or None,
        "channel": draft.channel,
        "note": draft.note.strip() or None,
    }
