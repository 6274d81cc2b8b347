"""Which euro serves which promise.

The promises of one client, in one currency, and what has settled that client's documents: every
settlement is shared out once, in the order of the days it counts from. A promise on invoices goes
before one on the account as a whole; among equals the one taken first is served first, but what
comes in once a payment plan was agreed on serves the plan before a word whose day was over by then
(`Word.gives_way`). What had already lowered the residual when a promise was taken serves it never
(`Word.known`).

All amounts of one call are in one currency and positive. What is asked for an earlier day is the
beginning of what is asked for a later one: money that comes in later moves no euro counted before.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal, assert_never

Kind = Literal["payment", "credit_note", "unknown"]
InTime = Literal["yes", "no", "undecided"]
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Settlement:
    """A share of `document` that is settled, or money on account where that is None.

    `credit` names what settled it: a payment or a credit note; None for an item that left its file,
    *unknown*: `value_after` then is the last day it was seen open, `value_on` the first it was not.
    """

    kind: Kind
    amount: Decimal
    value_on: date
    document: Hashable | None
    credit: str | None = None
    value_after: date | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """What was promised, as far as sharing out goes.

    `known` is what had settled `documents` by `credit` (None: by something unknown) when the word
    was given, on the day `taken_on`. `order` puts the words of a client in the order they were
    taken. A word on the account is served by all that the client pays, from that day on. In
    `gives_way` stand documents on which a plan was agreed when the word's day was over, with the
    first day whose money serves all others before it (`gives_way_from`).
    """

    id: Hashable
    amount: Decimal
    documents: frozenset[Hashable]
    taken_on: date
    order: Any
    known: Mapping[str | None, Decimal] = field(default_factory=dict)
    on_account: bool = False
    gives_way: Mapping[Hashable, date] = field(default_factory=dict)


def gives_way_from(deadline_on: date, agreed_on: date) -> date | None:
    """The first day whose money serves a plan before a word of that deadline.

    That on which the plan was agreed: its first instalment may be paid then. Money that would have
    kept the word in time is still the word's. None where the word's day was not over: both stand.
    """
    return None if agreed_on < deadline_on else max(agreed_on, deadline_on + timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Contest:
    """So much of `document` is disputed from the end of `from_on` to the day before `until_on`."""

    document: Any
    amount: Decimal
    from_on: date
    until_on: date | None = None

    def stands(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day < self.until_on)


@dataclass(frozen=True, slots=True)
class Counted:
    """So much of a settlement serves a word."""

    settlement: Settlement
    amount: Decimal


def in_time(settlement: Settlement, day: date) -> InTime:
    """Whether it counts by the end of that day.

    An item that left its file between two days was settled somewhere between them: it is given the
    benefit of the doubt from the first on. Without a first day nobody can say.
    """
    if settlement.value_on <= day:
        return "yes"
    match settlement.kind:
        case "payment" | "credit_note":
            return "no"
        case "unknown":
            if settlement.value_after is None:
                return "undecided"
            return "yes" if settlement.value_after <= day else "no"
        case _:
            assert_never(settlement.kind)


def share_out(
    settlements: Iterable[Settlement], words: Iterable[Word]
) -> dict[Hashable, list[Counted]]:
    """What serves each word, in the order of the days it counts from."""
    pieces = sorted(settlements, key=_moment)
    takers = [Taker(word, pieces) for word in sorted(words, key=_rank)]
    served: dict[Hashable, list[Counted]] = {taker.word.id: [] for taker in takers}
    on_account = [taker for taker in takers if taker.word.on_account]
    covering: dict[Hashable | None, list[Taker]] = defaultdict(list)
    for taker in takers:
        for document in () if taker.word.on_account else taker.word.documents:
            covering[document].append(taker)
    for piece in pieces:
        if piece.kind == "credit_note":
            continue
        free = piece.amount
        first = sorted(covering.get(piece.document, ()), key=lambda one: one.gives_way(piece))
        for taker in (*first, *on_account):
            took = taker.take(piece, free)
            if took:
                served[taker.word.id].append(Counted(piece, took))
                free -= took
    return served


def _moment(piece: Settlement) -> tuple[date, date, str, str]:
    return counts_from(piece), piece.value_on, piece.credit or "", str(piece.document)


def counts_from(piece: Settlement) -> date:
    return piece.value_on if piece.value_after is None else piece.value_after


def _rank(word: Word) -> tuple[bool, Any]:
    return word.on_account, word.order


class Taker:
    """A word while money is shared out: what it may still take, and what it knew before."""

    __slots__ = ("_known", "_lost_named", "_lost_unknown", "_room", "word")

    def __init__(self, word: Word, pieces: Sequence[Settlement]) -> None:
        self.word = word
        self._room = word.amount
        self._known = dict(word.known)
        now: dict[str | None, Decimal] = defaultdict(Decimal)
        for piece in pieces if word.known else ():
            if piece.credit in word.known and (word.on_account or self.covers(piece)):
                now[piece.credit] += piece.amount
        lost = {credit: max(ZERO, was - now[credit]) for credit, was in word.known.items()}
        self._lost_unknown = lost.pop(None, ZERO)
        self._lost_named = sum(lost.values(), ZERO)

    def covers(self, piece: Settlement) -> bool:
        if piece.document in self.word.documents:
            return True
        return (
            self.word.on_account
            and piece.kind == "payment"
            and piece.value_on >= self.word.taken_on
        )

    def gives_way(self, piece: Settlement) -> bool:
        since = self.word.gives_way.get(piece.document)
        return since is not None and counts_from(piece) >= since

    def take(self, piece: Settlement, free: Decimal) -> Decimal:
        """At most `free` of the piece; what was known before is set aside even where none is."""
        if not self.covers(piece):
            return ZERO
        took = min(self._fresh(piece), free, self._room)
        self._room -= took
        return took

    def _fresh(self, piece: Settlement) -> Decimal:
        known = min(self._known.get(piece.credit, ZERO), piece.amount)
        if known:
            self._known[piece.credit] -= known
        fresh = piece.amount - known
        # What was presumed settled before is now told by its payment's name, or the other way
        # round: no new money, as long as it dates from before the promise.
        if not fresh or piece.value_on > self.word.taken_on:
            return fresh
        if piece.credit is None:
            retold = min(self._lost_named, fresh)
            self._lost_named -= retold
        else:
            retold = min(self._lost_unknown, fresh)
            self._lost_unknown -= retold
        return fresh - retold


@dataclass(frozen=True, slots=True)
class Standing:
    """How a promise stands at the end of a day.

    `left` is what its documents still owe, whatever settled the rest. `counted_most` and
    `left_least` give the promise all that may, but need not, have been in time.
    """

    promised: Decimal
    counted: Decimal
    left: Decimal
    counted_most: Decimal
    left_least: Decimal
    disputed: Decimal = ZERO

    @property
    def expected(self) -> Decimal:
        """What could be asked of the client: never more than is owed and undisputed."""
        return min(self.promised, self.counted + max(ZERO, self.left - self.disputed))

    @property
    def is_contested(self) -> bool:
        """All that is left is disputed."""
        return ZERO < self.left <= self.disputed

    @property
    def is_suspended(self) -> bool:
        """Contested, and nothing has come in: there is nothing to judge."""
        return self.is_contested and not self.counted


def sum_in_time(parts: Iterable[tuple[Settlement, Decimal]], day: date) -> tuple[Decimal, Decimal]:
    """What of the parts is surely in time on that day, and what may be beside it."""
    sure = maybe = ZERO
    for settlement, amount in parts:
        match in_time(settlement, day):
            case "yes":
                sure += amount
            case "undecided":
                maybe += amount
            case "no":
                pass
    return sure, maybe
