"""Random lives of promises, held against the model after every step.

Promises are taken, put off and withdrawn; payments come in time, late, are sent back; credit notes,
disputes that begin and end on their days, items that leave their file; cash that is known through
this day or that; closings of any day in any order, and again.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.rules.promise import IN_TIME, Verdict
from shared.rules.promise_account import Account
from shared.rules.promise_closing import Given, close_promise
from shared.rules.promised_cash import Contest, Kind, Settlement, Word, gives_way_from
from tests.shared.rules.promise_lives import AMOUNTS, DISPUTED, STEPS, play
from tests.shared.rules.promise_model import Model, on
from tests.shared.rules.promise_parts import ModelPayment, ModelPromise


class Rule:
    """The product's own rule, fed from the same ledger."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.history: dict[int, list[Verdict]] = {}
        self.found: dict[int, Decimal] = {}

    def account(self) -> tuple[Account, dict[int, Word]]:
        words = {
            p.name: Word(
                p.name,
                Decimal(p.cents) / 100,
                frozenset(p.invoices),
                p.taken_on,
                p.name,
                {name: Decimal(cents) / 100 for name, cents in p.seen.items()},
                gives_way={
                    invoice: gives_way_from(p.deadline_on, agreed_on) or date.max
                    for invoice, agreed_on in p.agreed.items()
                },
            )
            for p in self.model.promises
            if not p.ended
        }
        pieces = [settlement(p) for p in self.model.payments]
        amounts = {name: Decimal(cents) / 100 for name, cents in self.model.amounts.items()}
        contests = [
            Contest(d.invoice, Decimal(d.cents) / 100, d.begins_on, d.ended_on)
            for d in self.model.disputes
        ]
        return Account(pieces, list(words.values()), amounts, contests=contests), words

    def close(self, day: date) -> None:
        account, words = self.account()
        for promise in self.model.promises:
            if not promise.ended:
                self.judge(promise, account, words[promise.name], day)

    def judge(self, promise: ModelPromise, account: Account, word: Word, day: date) -> None:
        past = tuple(self.history.get(promise.name, ()))
        found = self.found.get(promise.name)
        given = Given(word, promise.promised_on, promise.deadline_on, past, found)
        judged = close_promise(account, given, day, through=self.model.cash_through)
        if judged is None:
            return
        self.history[promise.name] = [*past, *judged.verdicts]
        if "reopened" in judged.verdicts:
            self.found.pop(promise.name)
        if set(judged.verdicts) & set(IN_TIME):
            self.found[promise.name] = judged.at_deadline.disputed


def settlement(payment: ModelPayment) -> Settlement:
    kind: Kind = "payment" if payment.is_cash else "credit_note"
    if payment.name is None:
        kind = "unknown"
    return Settlement(
        kind,
        Decimal(payment.cents) / 100,
        payment.on,
        payment.invoice,
        payment.name,
        payment.after,
    )


def held_against_the_model(steps: list[tuple[Any, ...]]) -> None:
    model = Model(dict(AMOUNTS))
    rule = Rule(model)
    for number, step in enumerate(steps):
        before = {p.name: list(p.history) for p in model.promises}
        if step[0] == "close":
            model.close(on(step[1]))
            rule.close(on(step[1]))
        else:
            play(model, step, number)
        for promise in model.promises:
            # Nothing that was judged is ever rewritten.
            told = before.get(promise.name, [])
            assert promise.history[: len(told)] == told
            assert rule.history.get(promise.name, []) == promise.history


@settings(max_examples=400, deadline=None)
@given(STEPS)
def test_the_rule_judges_as_the_model_does(steps: list[tuple[Any, ...]]):
    held_against_the_model(steps)


@settings(max_examples=300, deadline=None)
@given(DISPUTED)
def test_what_is_disputed_about_its_day_is_judged_as_the_model_does(steps: list[tuple[Any, ...]]):
    held_against_the_model(steps)


@settings(max_examples=200, deadline=None)
@given(STEPS)
def test_no_euro_is_counted_twice_and_none_that_was_known_before(steps: list[tuple[Any, ...]]):
    model = Model(dict(AMOUNTS))
    rule = Rule(model)
    for number, step in enumerate(steps):
        play(model, step, number)
    account, words = rule.account()
    used: dict[int, Decimal] = {}
    for name, parts in account.served.items():
        assert sum(part.amount for part in parts) <= words[name].amount  # type: ignore[index]
        for part in parts:
            assert part.amount > 0
            assert part.settlement.kind != "credit_note"
            assert part.settlement.document in words[name].documents  # type: ignore[index]
            used[id(part.settlement)] = used.get(id(part.settlement), Decimal(0)) + part.amount
    by_id = {
        id(part.settlement): part.settlement for parts in account.served.values() for part in parts
    }
    assert all(amount <= by_id[piece].amount for piece, amount in used.items())


@settings(max_examples=200, deadline=None)
@given(STEPS, st.lists(st.integers(0, 45), min_size=1, max_size=4))
def test_stale_cash_breaks_no_promise(steps: list[tuple[Any, ...]], days: list[int]):
    model = Model(dict(AMOUNTS))
    rule = Rule(model)
    for number, step in enumerate(steps):
        if step[0] not in {"know cash", "close"}:
            play(model, step, number)
    model.cash_through = None
    for day in days:
        rule.close(on(day))
    verdicts = {verdict for history in rule.history.values() for verdict in history}
    assert verdicts <= {"kept"}


@settings(max_examples=150, deadline=None)
@given(STEPS, st.permutations([5, 15, 25, 35, 45]))
def test_closings_end_alike_in_whatever_order_and_however_often(
    steps: list[tuple[Any, ...]], days: list[int]
):
    ends = []
    for order in (sorted(days), days, [*days, *days]):
        model = Model(dict(AMOUNTS), cash_through=on(60))
        rule = Rule(model)
        for number, step in enumerate(steps):
            if step[0] not in {"know cash", "close"}:
                play(model, step, number)
        for day in order:
            rule.close(on(day))
        ends.append({name: history[-1] for name, history in rule.history.items() if history})
    assert ends[0] == ends[1] == ends[2]
