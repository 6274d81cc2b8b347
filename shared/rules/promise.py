"""A client's promise: who may move it, and what it was worth in the end.

open → kept | partly_kept | broken | superseded | withdrawn; partly_kept, broken → kept_late.
*Unknown* is a view of open. A judgement is appended, never rewritten, and the last one is the
state; where the money behind one is taken back, or turns up with a value date in time, a judgement
*reopened* is appended, and then what now holds. docs/promises.md works it out in examples.

All amounts of one promise are in its one currency.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, Literal, get_args

from shared.calendar import add_business_days
from shared.refusal import Refusal
from shared.rules.promised_cash import Standing

Verdict = Literal["kept", "partly_kept", "broken", "kept_late", "reopened"]
Outcome = Literal["kept", "partly_kept", "broken", "unknown", "suspended"]
State = Literal["open", "kept", "partly_kept", "broken", "kept_late", "superseded", "withdrawn"]
Channel = Literal["phone", "visit", "email", "letter", "message", "other"]
CHANNELS: Final[tuple[Channel, ...]] = get_args(Channel)

IN_TIME: Final = ("kept", "partly_kept", "broken")


@dataclass(frozen=True, slots=True)
class PromisePolicy:
    """What a company decides about promises.

    A shortfall of at most the larger of `tolerance_least` (in the promise's currency) and
    `tolerance_pct` per cent of the promise breaks none. `grace_days` are business days.
    `instalments_missed_most` may be missed at once before a payment plan is broken.
    """

    tolerance_least: Decimal = Decimal("1.00")
    tolerance_pct: Decimal = Decimal("0.5")
    grace_days: int = 2
    alsace_moselle: bool = False
    horizon_days: int = 365
    reschedules_most: int = 2
    instalments_missed_most: int = 1

    def tolerance(self, promised: Decimal) -> Decimal:
        return max(self.tolerance_least, promised * self.tolerance_pct / 100)


DEFAULT_POLICY: Final = PromisePolicy()


def deadline_of(
    promised_on: date, policy: PromisePolicy = DEFAULT_POLICY, *, resumed_on: date | None = None
) -> date:
    """The day at whose end the promise is judged.

    Where a dispute had suspended it, the grace runs from the day the dispute ended.
    """
    begins_on = promised_on if resumed_on is None else max(promised_on, resumed_on)
    return add_business_days(begins_on, policy.grace_days, alsace_moselle=policy.alsace_moselle)


def may_take(
    *,
    amount: Decimal,
    owed: Decimal,
    currency: str,
    promised_on: date,
    said_on: date,
    policy: PromisePolicy = DEFAULT_POLICY,
) -> Refusal | None:
    """Why such a promise cannot be taken; None where it can. `owed` is of what it is about."""
    if amount <= 0:
        return Refusal("promise-of-nothing", 422, "A promise is of an amount above zero.")
    if amount > owed:
        return Refusal(
            "promise-too-much",
            409,
            "Only {owed:money} is owed of what the promise is about.",
            {"owed": max(owed, Decimal(0)), "currency": currency},
        )
    return may_be_dated(promised_on, said_on, policy)


def may_be_dated(
    promised_on: date, said_on: date, policy: PromisePolicy = DEFAULT_POLICY
) -> Refusal | None:
    if promised_on < said_on:
        return Refusal(
            "promise-in-the-past",
            422,
            "A promise is for {said_on:date} or later: that is the day it was given.",
            {"said_on": said_on},
        )
    latest_on = said_on + timedelta(days=policy.horizon_days)
    if promised_on > latest_on:
        return Refusal(
            "promise-too-far",
            422,
            "A promise is for {latest_on:date} at the latest.",
            {"latest_on": latest_on},
        )
    return None


def state_of(
    verdicts: Sequence[Verdict], ended: Literal["superseded", "withdrawn"] | None
) -> State:
    """The last judgement is the state."""
    if ended is not None:
        return ended
    if not verdicts or verdicts[-1] == "reopened":
        return "open"
    return verdicts[-1]


def may_end(state: State) -> Refusal | None:
    """Whether a promise can still be withdrawn: only an open one."""
    if state == "open":
        return None
    return Refusal(
        "promise-not-open", 409, "The promise is {state}: it stands as it is.", {"state": state}
    )


def may_reschedule(
    state: State, reschedules: int, policy: PromisePolicy = DEFAULT_POLICY
) -> Refusal | None:
    """`reschedules` counts those before, from the first word on."""
    refusal = may_end(state)
    if refusal is None and reschedules >= policy.reschedules_most:
        return Refusal(
            "promise-rescheduled-too-often",
            409,
            "The promise was put off too often already ({count}).",
            {"count": reschedules},
        )
    return refusal


def outcome(
    standing: Standing, *, is_fresh: bool, policy: PromisePolicy = DEFAULT_POLICY
) -> Outcome:
    """What a promise is worth as it stands at the end of its day.

    `is_fresh`: the least fresh of the company's cash sources covers that day wholly. Without it
    only what is surely kept is judged: money that is not in the books yet may still be coming.
    """
    surely = _worth(standing.counted, standing.left, standing, policy)
    at_most = _worth(standing.counted_most, standing.left_least, standing, policy)
    if surely == "kept":
        return "kept"
    if surely != at_most or not is_fresh:
        return "unknown"
    return surely


def _worth(counted: Decimal, left: Decimal, standing: Standing, policy: PromisePolicy) -> Outcome:
    undisputed = max(Decimal(0), left - standing.disputed)
    expected = min(standing.promised, counted + undisputed)
    if not counted and not undisputed and left:  # as Standing.is_suspended, of any counted and left
        return "suspended"
    shortfall = expected - counted
    # A promise so small that the tolerance swallows it is still not kept by paying nothing.
    excused = counted > 0 or expected < standing.promised
    if excused and shortfall <= policy.tolerance(standing.promised):
        return "kept"
    return "partly_kept" if counted else "broken"


def judge(
    past: Sequence[Verdict],
    *,
    at_deadline: Standing,
    at_close: Standing,
    ever: Standing,
    is_fresh: bool,
    policy: PromisePolicy = DEFAULT_POLICY,
) -> tuple[Verdict, ...]:
    """The judgements to append at a closing, after those of `past`; none where nothing is new.

    The three standings are those at the promise's deadline, at the end of the day that is closed
    (not before the deadline), and with all that is known. Asked again, it answers nothing.
    """
    found = outcome(at_deadline, is_fresh=is_fresh, policy=policy)
    judged = _standing_verdict(past)
    if judged is None:
        return _with_late(found, at_deadline, at_close, policy)
    if found in IN_TIME and found != judged:
        return ("reopened", *_with_late(found, at_deadline, at_close, policy))
    if judged == "kept":
        return () if found == "kept" else ("reopened",)
    if past[-1] == "kept_late":
        if _is_met_late(at_deadline, ever, policy):
            return ()
        return ("reopened", *_with_late(found, at_deadline, at_close, policy))
    return ("kept_late",) if _is_met_late(at_deadline, at_close, policy) else ()


def _standing_verdict(past: Sequence[Verdict]) -> Verdict | None:
    """The last judgement of whether it was kept in time; None where there is none, or no more."""
    for verdict in reversed(past):
        if verdict == "reopened":
            return None
        if verdict in IN_TIME:
            return verdict
    return None


def _with_late(
    found: Outcome, at_deadline: Standing, at_close: Standing, policy: PromisePolicy
) -> tuple[Verdict, ...]:
    match found:
        case "kept":
            return ("kept",)
        case "partly_kept" | "broken":
            late = _is_met_late(at_deadline, at_close, policy)
            return (found, "kept_late") if late else (found,)
        case _:
            return ()


def _is_met_late(before: Standing, after: Standing, policy: PromisePolicy) -> bool:
    """Paid after all: by money that came after the deadline."""
    return (
        after.counted > before.counted
        and _worth(after.counted, after.left, after, policy) == "kept"
    )
