"""Random lives of promises, held against the model after every step.

Promises are taken, put off and withdrawn; payments come in time, late, are sent back; credit notes,
disputes, items that leave their file; cash that is known through this day or that; closings of any
day in any order, and again.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.rules.promise import Verdict, judge
from shared.rules.promise_account import Account
from shared.rules.promised_cash import Kind, Settlement, Word
from tests.shared.rules.promise_model import Model, ModelPayment, ModelPromise, on

AMOUNTS = {"F1": 1000, "F2": 450, "F3": 90}
GRACE = 2

STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("take"),
            st.sets(st.sampled_from(sorted(AMOUNTS)), min_size=1),
            st.integers(1, 100),
            st.integers(0, 20),
        ),
        st.tuples(st.just("put off"), st.integers(0, 9), st.integers(0, 20)),
        st.tuples(st.just("withdraw"), st.integers(0, 9)),
        st.tuples(
            st.just("pay"),
            st.sampled_from(sorted(AMOUNTS)),
            st.integers(1, 100),
            st.integers(-5, 40),
        ),
        st.tuples(
            st.just("note"),
            st.sampled_from(sorted(AMOUNTS)),
            st.integers(1, 60),
            st.integers(-5, 40),
        ),
        st.tuples(
            st.just("leave the file"),
            st.sampled_from(sorted(AMOUNTS)),
            st.one_of(st.none(), st.integers(0, 20)),
            st.integers(20, 40),
        ),
        st.tuples(st.just("send back"), st.integers(0, 9)),
        st.tuples(st.just("dispute"), st.integers(0, 9), st.integers(0, 1200)),
        st.tuples(st.just("know cash"), st.one_of(st.none(), st.integers(-5, 45))),
        st.tuples(st.just("close"), st.integers(0, 45)),
    ),
    min_size=1,
    max_size=25,
)


class Rule:
    """The product's own rule, fed from the same ledger."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.history: dict[int, list[Verdict]] = {}
        self.disputed: dict[int, int] = {}

    def account(self) -> tuple[Account, dict[int, Word]]:
        words = {
            p.name: Word(
                p.name,
                Decimal(p.cents) / 100,
                frozenset(p.invoices),
                p.taken_on,
                p.name,
                {name: Decimal(cents) / 100 for name, cents in p.seen.items()},
            )
            for p in self.model.promises
            if not p.ended
        }
        pieces = [settlement(p) for p in self.model.payments]
        amounts = {name: Decimal(cents) / 100 for name, cents in self.model.amounts.items()}
        return Account(pieces, list(words.values()), amounts), words

    def close(self, day: Any) -> None:
        account, words = self.account()
        through = self.model.cash_through
        for promise in self.model.promises:
            if promise.ended or promise.deadline_on > day:
                continue
            past = tuple(self.history.get(promise.name, ()))
            disputed = Decimal(promise.disputed) / 100
            standings = [
                account.standing(words[promise.name], when, disputed)
                for when in (promise.deadline_on, day, type(day).max)
            ]
            verdicts = judge(
                past,
                at_deadline=standings[0],
                at_close=standings[1],
                ever=standings[2],
                is_fresh=through is not None and through >= promise.deadline_on,
            )
            self.history[promise.name] = [*past, *verdicts]


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


def play(model: Model, step: tuple[Any, ...], number: int) -> None:
    """Changes the world; closings are the caller's."""
    open_ = [p for p in model.promises if p.state == "open"]
    match step:
        case ("take", invoices, share, days):
            take(model, frozenset(invoices), share, on(number), on(number + days + GRACE))
        case ("put off", which, days) if open_:
            promise = open_[which % len(open_)]
            promise.ended = True
            take(model, promise.invoices, 100, on(number), on(number + days + GRACE))
        case ("withdraw", which) if open_:
            open_[which % len(open_)].ended = True
        case ("pay" | "note" as how, invoice, share, day):
            paid = ModelPayment(f"P{number}", invoice, share, on(day), is_cash=how == "pay")
            settle(model, paid)
        case ("leave the file", invoice, after, day):
            seen = None if after is None else on(after)
            settle(model, ModelPayment(None, invoice, 100, on(day), seen))
        case ("send back", which) if model.payments:
            model.payments.pop(which % len(model.payments))
        case ("dispute", which, cents) if open_:
            promise = open_[which % len(open_)]
            if not promise.history:
                promise.disputed = cents
        case ("know cash", day):
            model.cash_through = None if day is None else on(day)
        case _:
            pass


def take(model: Model, invoices: frozenset[str], share: int, taken_on: Any, deadline: Any) -> None:
    cents = sum(model.owed(invoice) for invoice in invoices) * share // 100
    if cents > 0:
        model.promises.append(
            ModelPromise(
                len(model.promises), invoices, cents, taken_on, deadline, model.seen(invoices)
            )
        )


def settle(model: Model, payment: ModelPayment) -> None:
    """`cents` is a share of what is owed, in per cent."""
    payment.cents = model.owed(payment.invoice) * payment.cents // 100
    if payment.cents > 0:
        model.payments.append(payment)


@settings(max_examples=400, deadline=None)
@given(STEPS)
def test_the_rule_judges_as_the_model_does(steps: list[tuple[Any, ...]]):
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
