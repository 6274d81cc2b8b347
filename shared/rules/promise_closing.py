"""What a closing finds of one promise: how it stands on its day, and the judgements to append."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from shared.rules.promise import DEFAULT_POLICY, PromisePolicy, Verdict, judge, state_of
from shared.rules.promise_account import Account, deadline_after_disputes
from shared.rules.promised_cash import Standing, Word

NEVER = date.max


@dataclass(frozen=True, slots=True)
class Given:
    """A promise as it was given, and how it was judged so far.

    `found` is the share that was disputed when the judgement was made that stands; None of one that
    is open: disputes count as they stood on its day.
    """

    word: Word
    promised_on: date
    deadline_on: date
    past: tuple[Verdict, ...] = ()
    found: Decimal | None = None

    @property
    def is_open(self) -> bool:
        return state_of(self.past, None) == "open"


@dataclass(frozen=True, slots=True)
class Judged:
    verdicts: tuple[Verdict, ...]
    at_deadline: Standing
    at_close: Standing


def due_on(account: Account, given: Given, policy: PromisePolicy = DEFAULT_POLICY) -> date | None:
    """The day at whose end it is judged; None while a dispute suspends all of it."""
    if not account.is_contested(given.word):
        return given.deadline_on
    return deadline_after_disputes(
        given.deadline_on,
        given.promised_on,
        lambda day: account.standing(given.word, day),
        account.turns(given.word),
        policy,
    )


def close_promise(
    account: Account,
    given: Given,
    day: date,
    *,
    through: date | None,
    policy: PromisePolicy = DEFAULT_POLICY,
) -> Judged | None:
    """None where its day is still to come. `through`: the last day of which all cash is known.

    A judgement that stands is held against the disputes as they were found then: what was said of
    its invoices since excuses nothing. Once it is overturned, it is judged anew, on the day and by
    the disputes that now hold: where all of it is contested, nothing is.
    """
    now_due = due_on(account, given, policy)
    due = now_due
    if due is None and not given.is_open:
        due = given.deadline_on  # judged before it was said that all of it was disputed
    if due is None or due > day:
        return None
    judged = _judged(account, given, due, day, through, policy)
    if judged.verdicts[:1] != ("reopened",) or given.found is None:
        return judged
    if now_due is None or now_due > day:
        return Judged(("reopened",), judged.at_deadline, judged.at_close)
    first = Given(given.word, given.promised_on, given.deadline_on)
    anew = _judged(account, first, now_due, day, through, policy)
    return Judged(("reopened", *anew.verdicts), anew.at_deadline, anew.at_close)


def _judged(
    account: Account,
    given: Given,
    due: date,
    day: date,
    through: date | None,
    policy: PromisePolicy,
) -> Judged:
    at_deadline = account.standing(given.word, due, given.found)
    at_close = account.standing(given.word, day, at_deadline.disputed)
    was_late = given.past[-1:] == ("kept_late",)
    verdicts = judge(
        given.past,
        at_deadline=at_deadline,
        at_close=at_close,
        ever=account.standing(given.word, NEVER, at_deadline.disputed) if was_late else at_close,
        is_fresh=through is not None and through >= due,
        policy=policy,
    )
    return Judged(verdicts, at_deadline, at_close)
