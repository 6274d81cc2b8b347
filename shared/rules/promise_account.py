"""How the promises of one client stand on its account, and on which day each is to be judged."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from shared.rules.promise import DEFAULT_POLICY, PromisePolicy, deadline_of
from shared.rules.promised_cash import (
    ZERO,
    Contest,
    Settlement,
    Standing,
    Word,
    share_out,
    sum_in_time,
)

DAY: Final = timedelta(days=1)


class Account:
    """One client's side of it, in one currency: asked how each word stands, on any day.

    `amounts` are those of the documents that words cover; `open_credits` are credit notes and
    deposits that settle nothing yet: they lower what is left of a promise on the account.
    `contests` are what was ever disputed of the documents.
    """

    def __init__(
        self,
        settlements: Iterable[Settlement],
        words: Sequence[Word],
        amounts: Mapping[Any, Decimal],
        open_credits: Decimal = ZERO,
        contests: Iterable[Contest] = (),
    ) -> None:
        pieces = list(settlements)
        self.served = share_out(pieces, words)
        self._amounts = amounts
        self._open_credits = open_credits
        self._settling: dict[Hashable | None, list[Settlement]] = defaultdict(list)
        for piece in pieces:
            self._settling[piece.document].append(piece)
        self._contests: dict[Hashable, list[Contest]] = defaultdict(list)
        for contest in contests:
            self._contests[contest.document].append(contest)

    def is_contested(self, word: Word) -> bool:
        """Whether anything of its documents was ever disputed."""
        return any(document in self._contests for document in word.documents)

    def disputed(self, word: Word, day: date) -> Decimal:
        """The share of its documents that disputes hold at the end of that day."""
        return sum((self.held(document, day) for document in word.documents), ZERO)

    def held(self, document: Hashable, day: date) -> Decimal:
        """What disputes hold of a document at the end of that day, never more than it owes.

        What was settled by something unknown on a day nobody knows is still owed here.
        """
        claims = (c.amount for c in self._contests.get(document, ()) if c.stands(day))
        held = sum(claims, ZERO)
        if not held:
            return ZERO
        settled, _ = sum_in_time(self._parts(document), day)
        return min(held, max(ZERO, self._amounts[document] - settled))

    def turns(self, word: Word) -> list[date]:
        """The days on which less of its documents may have been disputed, or owed, than before."""
        days: set[date] = set()
        for document in word.documents:
            for one in self._settling.get(document, ()):
                days.add(one.value_on)
                if one.value_after is not None:  # given the benefit of the doubt from then on
                    days.add(one.value_after)
            days.update(one.until_on for one in self._contests.get(document, ()) if one.until_on)
        return sorted(days)

    def standing(self, word: Word, day: date, disputed: Decimal | None = None) -> Standing:
        """`disputed`: as it was found when the word was judged; None: as it was on that day."""
        if disputed is None:
            disputed = self.disputed(word, day)
        sure, most = sum_in_time(
            ((one.settlement, one.amount) for one in self.served[word.id]), day
        )
        left, least = self._left(word, day)
        return Standing(word.amount, sure, left, sure + most, least, disputed)

    def _parts(self, document: Hashable | None) -> list[tuple[Settlement, Decimal]]:
        return [(one, one.amount) for one in self._settling.get(document, ())]

    def _left(self, word: Word, day: date) -> tuple[Decimal, Decimal]:
        left = least = ZERO
        for document in word.documents:
            settled, maybe = sum_in_time(self._parts(document), day)
            owed = self._amounts[document] - settled
            left += max(ZERO, owed)
            least += max(ZERO, owed - maybe)
        if word.on_account:
            free, _ = sum_in_time(self._parts(None), day)
            left -= free + self._open_credits
            least -= free + self._open_credits
        return max(ZERO, left), max(ZERO, least)


def deadline_after_disputes(
    deadline_on: date,
    promised_on: date,
    stands: Callable[[date], Standing],
    turns: Iterable[date],
    policy: PromisePolicy = DEFAULT_POLICY,
) -> date | None:
    """The deadline with the grace that disputes give anew; None while one still suspends it.

    `stands` says how the promise stands at the end of a day, `turns` are the days on which a
    dispute of its documents, or what they owe, may have ended. A dispute that began when the
    deadline was over moves nothing, nor does the end of one that left something to judge there.
    """
    due = deadline_on
    for turn in sorted(turns):
        before = turn - DAY
        if not stands(before).is_contested or stands(turn).is_contested:
            continue
        if turn <= due or stands(due).is_suspended:
            due = max(due, deadline_of(promised_on, policy, resumed_on=turn))
    return None if stands(due).is_suspended else due
