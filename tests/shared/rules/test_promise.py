"""Promises, judged as docs/promises.md works them out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from shared.rules.promise import (
    PromisePolicy,
    deadline_of,
    judge,
    may_be_dated,
    may_end,
    may_reschedule,
    may_take,
    state_of,
)
from shared.rules.promise_account import Account
from shared.rules.promise_closing import Given, close_promise
from shared.rules.promised_cash import Contest, Kind, Settlement, Word, gives_way_from

PAGE = Path(__file__).parents[3] / "docs" / "promises.md"
TAKEN, PROMISED, DEADLINE = date(2026, 6, 1), date(2026, 6, 10), date(2026, 6, 12)
GROSS = Decimal(1000)


def table(heading: str) -> list[list[str]]:
    part = PAGE.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


@dataclass
class Said:
    """What the page says of the ledger."""

    settlements: list[Settlement] = field(default_factory=list)
    known: dict[str | None, Decimal] = field(default_factory=dict)
    contests: list[Contest] = field(default_factory=list)


def read(text: str) -> Said:
    said = Said()
    for number, event in enumerate(text.split(", ")):
        credit = f"P{number}"
        match event.split():
            case ["nothing"]:
                pass
            case ["paid" | "noted" | "known" as how, amount, "on", on]:
                kind: Kind = "credit_note" if how == "noted" else "payment"
                said.settlements.append(Settlement(kind, Decimal(amount), day(on), "F", credit))
                if how == "known":
                    said.known[credit] = Decimal(amount)
            case ["known", "and", "returned", amount]:
                said.known[credit] = Decimal(amount)
            case ["known", amount, "retold", "as", "paid", "on", on]:
                said.settlements.append(
                    Settlement("payment", Decimal(amount), day(on), "F", credit)
                )
                said.known[None] = Decimal(amount)
            case ["disputed", amount, *days]:
                said.contests.append(contest(Decimal(amount), days))
            case ["left", amount, "between", after, "and", on]:
                said.settlements.append(
                    Settlement("unknown", Decimal(amount), day(on), "F", None, day(after))
                )
            case ["left", amount, "by", on]:
                said.settlements.append(Settlement("unknown", Decimal(amount), day(on), "F"))
            case _:
                raise ValueError(event)
    return said


def contest(amount: Decimal, days: list[str]) -> Contest:
    match days:
        case ["from", on]:
            return Contest("F", amount, day(on))
        case ["until", on]:
            return Contest("F", amount, TAKEN, day(on))
        case _:
            return Contest("F", amount, TAKEN)


def word(amount: str, known: dict[str | None, Decimal], order: int = 0) -> Word:
    on_account = amount.startswith("account ")
    return Word(
        f"W{order}",
        Decimal(amount.removeprefix("account ")),
        frozenset({"F"}),
        TAKEN,
        order,
        known,
        on_account,
    )


def close(before: Given, promised: str, said: Said, known: date | None, closed_on: date) -> Given:
    """The promise as it is known afterwards."""
    given = replace(before, word=word(promised, said.known))
    account = Account(said.settlements, [given.word], {"F": GROSS}, contests=said.contests)
    judged = close_promise(account, given, closed_on, through=known)
    if judged is None or not judged.verdicts:
        return given
    given = replace(given, past=given.past + judged.verdicts)
    if judged.verdicts != ("kept_late",):
        given = replace(given, found=None if given.is_open else judged.at_deadline.disputed)
    return given


def phases(cell: str, count: int) -> list[str]:
    parts = cell.split(" then ")
    return parts if len(parts) == count else parts * count


@pytest.mark.parametrize("row", table("One promise"), ids=" / ".join)
def test_a_promise_is_worth_what_the_page_says(row: list[str]):
    promised, ledger, known, closed, judged = row
    count = max(cell.count(" then ") for cell in row) + 1
    given = Given(word("1", {}), PROMISED, DEADLINE)
    earlier = Said()
    for text, through, on in zip(
        phases(ledger, count), phases(known, count), phases(closed, count), strict=True
    ):
        said = read(text)
        if text.startswith("paid") and earlier.known:  # what was known stays in the ledger
            said = replace(
                said, settlements=earlier.settlements + said.settlements, known=earlier.known
            )
        through_on = None if through == "never" else day(through)
        given = close(given, promised, said, through_on, day(on))
        assert close(given, promised, said, through_on, day(on)) == given
        earlier = said
    assert ", ".join(given.past) == judged


@pytest.mark.parametrize("row", table("Several promises, one invoice"), ids=" / ".join)
def test_each_euro_serves_one_promise(row: list[str]):
    first, second, paid, *expected = row
    said = read(f"paid {paid}")
    words = [word(first, {}, 0), word(second, {}, 1)]
    account = Account(said.settlements, words, {"F": GROSS})
    standings = [account.standing(one, DEADLINE) for one in words]
    gets = [f"{standing.counted:f}" for standing in standings]
    verdicts = [
        judge((), at_deadline=one, at_close=one, ever=one, is_fresh=True)[0] for one in standings
    ]
    assert [*gets, *verdicts] == expected


@pytest.mark.parametrize("row", table("A plan after a promise that was not kept"), ids=" / ".join)
def test_what_is_paid_once_a_plan_was_agreed_is_paid_on_the_plan(row: list[str]):
    amount, instalment, agreed, paid, *expected = row
    since = gives_way_from(DEADLINE, day(agreed))
    promise = replace(word(amount, {}, 0), gives_way={"F": since} if since else {})
    first = replace(word(instalment, {}, 1), taken_on=day(agreed))
    account = Account(read(paid).settlements, [promise, first], {"F": GROSS})
    found = [
        close_promise(account, Given(one, due, due), day("06-30"), through=day("06-30"))
        for one, due in ((promise, DEADLINE), (first, day("06-26")))
    ]
    served = [sum(part.amount for part in account.served[one.id]) for one in (promise, first)]
    told = [", ".join(one.verdicts) for one in found if one is not None]
    assert [*map(str, served), *told] == expected


@pytest.mark.parametrize(
    ("promised_on", "alsace", "deadline"),
    [
        ("2026-06-10", False, "2026-06-12"),
        ("2026-06-12", False, "2026-06-16"),  # a Friday: the week-end is no grace
        ("2026-06-13", False, "2026-06-16"),
        ("2026-12-24", False, "2026-12-29"),  # Christmas
        ("2026-12-24", True, "2026-12-29"),  # 26 December is a Saturday that year
        ("2025-12-24", False, "2025-12-29"),
        ("2025-12-24", True, "2025-12-30"),
        ("2026-04-02", False, "2026-04-07"),  # Good Friday is worked, Easter Monday is not
        ("2026-04-02", True, "2026-04-08"),
    ],
)
def test_the_grace_is_counted_in_business_days(promised_on: str, alsace: bool, deadline: str):
    policy = PromisePolicy(alsace_moselle=alsace)
    assert deadline_of(date.fromisoformat(promised_on), policy) == date.fromisoformat(deadline)


def test_a_promise_suspended_by_a_dispute_has_its_grace_from_the_disputes_end():
    assert deadline_of(PROMISED, resumed_on=date(2026, 7, 1)) == date(2026, 7, 3)
    assert deadline_of(PROMISED, resumed_on=date(2026, 6, 5)) == DEADLINE


@pytest.mark.parametrize(
    ("amount", "promised_on", "code"),
    [
        ("0", "2026-06-10", "promise-of-nothing"),
        ("-5", "2026-06-10", "promise-of-nothing"),
        ("100.01", "2026-06-10", "promise-too-much"),
        ("100.00", "2026-06-10", None),
        ("50", "2026-06-01", None),
        ("50", "2026-05-31", "promise-in-the-past"),
        ("50", "2027-06-01", None),
        ("50", "2027-06-02", "promise-too-far"),
    ],
)
def test_what_can_be_promised(amount: str, promised_on: str, code: str | None):
    refusal = may_take(
        amount=Decimal(amount),
        owed=Decimal("100.00"),
        currency="EUR",
        promised_on=date.fromisoformat(promised_on),
        said_on=TAKEN,
    )
    assert (refusal and refusal.code) == code


def test_only_an_open_promise_is_moved():
    assert may_end("open") is None
    assert may_reschedule("open", 1) is None
    too_often = may_reschedule("open", 2)
    assert too_often is not None
    assert too_often.code == "promise-rescheduled-too-often"
    for state in ("kept", "partly_kept", "broken", "kept_late", "superseded", "withdrawn"):
        assert may_end(state) is not None
        assert may_reschedule(state, 0) is not None


def test_the_last_judgement_is_the_state():
    assert state_of((), None) == "open"
    assert state_of(("broken", "kept_late"), None) == "kept_late"
    assert state_of(("kept", "reopened"), None) == "open"
    assert state_of((), "withdrawn") == "withdrawn"
    assert may_be_dated(TAKEN, TAKEN) is None
