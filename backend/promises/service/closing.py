"""The daily closing: what each promise was worth at the end of its day.

Runs for any day that has begun, in any order, and again: it appends the judgements that are new.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from backend.activity.service import NOBODY, Fact, record
from backend.database.transaction import transaction
from backend.promises.queries import closing as queries
from backend.promises.queries.promises import standing_promises
from backend.promises.service.accounts import accounts_of
from backend.promises.service.plan_closing import close_plans
from backend.receivables.cash_sources import cash_through
from shared.ids import new_id
from shared.money import round_amount
from shared.refusal import Refusal, Refused
from shared.rules.promise import IN_TIME, State, Verdict, outcome, state_of
from shared.rules.promise_closing import close_promise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from backend.promises.service.accounts import Asked
    from shared.rules.promise import PromisePolicy
    from shared.rules.promised_cash import Standing

CLIENTS_AT_ONCE: Final = 1_000
WATCHED: Final = timedelta(days=400)
"""How long after its day money may still change what was judged: a direct debit can be disputed
for thirteen months."""


@dataclass(slots=True)
class Closed:
    """What a closing did. `unknown` are promises whose day is over and whose cash is not known."""

    day: date
    judged: Counter[str] = field(default_factory=Counter)
    unknown: int = 0
    plans: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is appended to one promise, and the state that leaves it in."""

    asked: Asked
    verdicts: tuple[Verdict, ...]
    state: State
    at_deadline: Standing
    at_close: Standing


async def close_day(day: date, *, today: date, now: datetime, policy: PromisePolicy) -> Closed:
    """Judges the promises whose day was that one or before, and those that money has changed since.

    Each thousand clients in a transaction of its own: interrupted, it goes on where it was when it
    is run again. Refused (422) for a day to come.
    """
    if day > today:
        raise Refused(Refusal("day-not-over", 422, "{day} is still to come.", {"day": day}))
    closed = Closed(day)
    clients = await queries.clients_to_close(day, day - WATCHED)
    for first in range(0, len(clients), CLIENTS_AT_ONCE):
        async with transaction():
            await queries.one_closing_at_a_time()
            await close_clients(
                clients[first : first + CLIENTS_AT_ONCE], closed, now=now, policy=policy
            )
    return closed


async def close_clients(
    client_ids: Sequence[UUID], closed: Closed, *, now: datetime, policy: PromisePolicy
) -> None:
    through = await cash_through()
    promises = await accounts_of(await standing_promises(client_ids, lock=True))
    found = list(judged(promises, through, closed, policy))
    if found:
        rows = [row for one in found for row in rows_of(one, closed.day, through, now)]
        await queries.append_judgements(rows)
        await queries.set_states({one.asked.row["id"]: one.state for one in found})
        await record(*(fact_of(one, closed.day) for one in found), by=NOBODY, at=now)
    closed.plans += await close_plans(client_ids, closed.day, now=now, policy=policy)


def judged(
    promises: Iterable[Asked], through: Mapping[UUID, date], closed: Closed, policy: PromisePolicy
) -> Iterator[Judgement]:
    for asked in promises:
        given, known = asked.given, through.get(asked.row["company"])
        if not given.is_open and is_over(asked, closed.day - WATCHED, policy):
            continue
        found = close_promise(asked.account, given, closed.day, through=known, policy=policy)
        if found is None:
            continue
        state = state_of(given.past + found.verdicts, None)
        if found.verdicts:
            closed.judged.update(found.verdicts)
            yield Judgement(asked, found.verdicts, state, found.at_deadline, found.at_close)
        if state == "open":
            closed.unknown += 1


def is_over(asked: Asked, day: date, policy: PromisePolicy) -> bool:
    """Whether a promise that was judged had its day by then."""
    due: date = asked.due_on(policy) or asked.row["deadline_on"]
    return due <= day


def rows_of(
    one: Judgement, day: date, through: Mapping[UUID, date], now: datetime
) -> Iterator[tuple[Any, ...]]:
    row = one.asked.row
    first = len(row["verdicts"] or ()) + 1
    for place, verdict in enumerate(one.verdicts, start=first):
        standing = one.at_close if verdict == "kept_late" else one.at_deadline
        yield (
            new_id(),
            row["id"],
            place,
            day,
            verdict,
            round_amount(standing.expected, row["currency"]),
            round_amount(standing.counted, row["currency"]),
            round_amount(one.at_deadline.disputed, row["currency"]),
            through.get(row["company"]),
            now,
        )


def fact_of(one: Judgement, day: date) -> Fact:
    row = one.asked.row
    standing = one.at_close if one.state == "kept_late" else one.at_deadline
    return Fact(
        kind="promise-judged",
        subject=row["id"],
        client=row["client"],
        before={"state": row["state"]},
        after={
            "state": one.state,
            "verdicts": list(one.verdicts),
            "amount": row["amount"],
            "currency": row["currency"],
            "promised_on": row["promised_on"],
            "expected": standing.expected,
            "counted": standing.counted,
            "closed_on": day,
        },
    )


def is_unknown(asked: Asked, through: date | None, today: date, policy: PromisePolicy) -> bool:
    """An open promise whose day is over, and of which nobody can say what it was worth."""
    due = asked.due_on(policy)
    if asked.row["state"] != "open" or due is None or due >= today:
        return False
    is_fresh = through is not None and through >= due
    return outcome(asked.standing(due), is_fresh=is_fresh, policy=policy) not in IN_TIME
