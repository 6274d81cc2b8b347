"""The promises that are still to be judged today: due today, tomorrow, next week; or unknown."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING

from backend.demo.field.office import business_before
from shared.calendar import add_business_days, next_business_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from backend.demo.clients import DemoClient
    from backend.demo.field.promising import Promises
    from backend.demo.ledger import DemoDocument

LATE_COMPANY = "RL"
"""Whose second bank has sent nothing lately."""
BANK_LATE = 7
"""Business days that it is behind."""
UNKNOWN = 5
ON_ACCOUNT = 4


def due_days(today: date) -> list[date]:
    """On which days open promises fall due, a day for each of them."""
    due_now = next_business_day(today)
    after = [add_business_days(due_now, count) for count in range(15)]
    return [
        *[due_now] * 5, *[after[1]] * 5, *after[2:8], *after[3:6], after[9], after[12], after[14],
        *[business_before(due_now, 1)] * 2,
    ]  # fmt: skip


def promise_now(promises: Promises) -> None:
    """Takes those promises, from the people of each rep in turn."""
    waiting = by_turns(promises)
    today = promises.book.today
    unknown_on = business_before(today, BANK_LATE - 2)
    late = [client for client in waiting if client.branch.company == LATE_COMPANY]
    for client in take_some(promises, late, UNKNOWN, business_before(today, BANK_LATE + 3)):
        waiting.remove(client)
        day = business_before(today, BANK_LATE + promises.draw.randrange(1, 4))
        promises.take(client, day, still_owed(promises, client, day), unknown_on, None)
    taken_from = business_before(today, 8)
    ready = take_some(promises, waiting, len(waiting), taken_from)
    for client, due_on in zip(ready, due_days(today), strict=False):
        day = business_before(today, promises.draw.randrange(2, 8))
        invoices = still_owed(promises, client, day)[: promises.draw.choice((1, 2, 4))]
        promises.take(client, day, invoices, due_on, None)
    rest = [client for client in ready[len(due_days(today)) :] if client not in late]
    for client, due_on in zip(rest[:ON_ACCOUNT], due_days(today)[::3], strict=False):
        promise_account(promises, client, due_on)


def promise_account(promises: Promises, client: DemoClient, due_on: date) -> None:
    """A round part of all that the client owes."""
    day = business_before(promises.book.today, promises.draw.randrange(2, 6))
    invoices = promises.book.overdue(client, day, -400)
    owed = sum((promises.book.left(one, day) for one in invoices), Decimal(0))
    part = (owed - promises.book.free(client, day)) * 4 // 1000 * 100
    if part > 0:
        promises.accounts.add(client.code)
        promises.take(client, day, invoices, due_on, part, on_account=True)


def take_some(
    promises: Promises, clients: list[DemoClient], count: int, day: date
) -> list[DemoClient]:
    """The first of them that owed something then, and owe it still."""
    return [client for client in clients if still_owed(promises, client, day)][:count]


def still_owed(promises: Promises, client: DemoClient, day: date) -> list[DemoDocument]:
    return [one for one in promises.free(client, day, days=2) if promises.book.left_now(one) > 0]


def by_turns(promises: Promises) -> list[DemoClient]:
    """The clients, one of each rep after the other: each rep has some of every kind."""
    of_rep: dict[str | None, list[DemoClient]] = defaultdict(list)
    for client in promises.book.clients:
        of_rep[client.rep].append(client)
    return list(flat(of_rep))


def flat(of_rep: dict[str | None, list[DemoClient]]) -> Iterator[DemoClient]:
    for turn in zip_longest(*of_rep.values()):
        yield from (client for client in turn if client is not None)
