"""What may happen to a client's promises, one step after the other, as the model keeps it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.shared.rules.promise_model import Model, on, with_grace
from tests.shared.rules.promise_parts import ModelDispute, ModelPayment, ModelPromise

AMOUNTS = {"F1": 1000, "F2": 450, "F3": 90}

STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("take"),
            st.sets(st.sampled_from(sorted(AMOUNTS)), min_size=1),
            st.integers(1, 100),
            st.integers(0, 20),
        ),
        st.tuples(
            st.just("agree"),
            st.sets(st.sampled_from(sorted(AMOUNTS)), min_size=1),
            st.integers(5, 30),
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
        st.tuples(
            st.just("dispute"),
            st.sampled_from(sorted(AMOUNTS)),
            st.sampled_from([100, 100, 60, 40, 5]),
            st.integers(-5, 40),
            st.one_of(st.none(), st.integers(0, 25)),
        ),
        # All of it, until about the day the promise is judged.
        st.tuples(
            st.just("dispute promised"),
            st.integers(0, 9),
            st.one_of(st.none(), st.integers(-2, 4)),
        ),
        st.tuples(st.just("end dispute"), st.integers(0, 9), st.integers(0, 45)),
        st.tuples(st.just("know cash"), st.one_of(st.none(), st.integers(-5, 45))),
        st.tuples(st.just("close"), st.integers(0, 45)),
    ),
    min_size=1,
    max_size=25,
)

# One promise on one invoice, disputed until about its day, as money comes in or the item is gone.
UNTIL = st.sampled_from([None, 0, 1, 1, 2, 3])
DISPUTED = st.builds(
    lambda until, steps: [
        ("know cash", 60),
        ("take", {"F1"}, 100, 5),
        ("dispute promised", 0, until),
        *steps,
        ("close", 45),
    ],
    UNTIL,
    st.lists(
        st.one_of(
            st.tuples(st.just("pay"), st.just("F1"), st.sampled_from([40, 100]), st.integers(0, 9)),
            st.tuples(st.just("note"), st.just("F1"), st.just(30), st.integers(0, 15)),
            st.tuples(st.just("dispute promised"), st.just(0), UNTIL),
            st.tuples(st.just("end dispute"), st.just(0), st.integers(5, 25)),
            st.tuples(
                st.just("leave the file"), st.just("F1"), st.integers(0, 20), st.integers(20, 30)
            ),
            st.tuples(st.just("close"), st.integers(5, 40)),
        ),
        min_size=1,
        max_size=6,
    ),
)


def play(model: Model, step: tuple[Any, ...], number: int) -> None:
    """Changes the world; closings are the caller's."""
    open_ = [p for p in model.promises if p.state == "open"]
    match step:
        case ("take", invoices, share, days):
            take(model, frozenset(invoices), share, on(number), on(number + days))
        case ("agree", invoices, day):
            agree(model, frozenset(invoices), day)
        case ("put off", which, days) if open_:
            promise = open_[which % len(open_)]
            promise.ended = True
            take(model, promise.invoices, 100, on(number), on(number + days))
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
        case ("dispute" | "dispute promised" | "end dispute", *_):
            contest(model, step)
        case ("know cash", day):
            model.cash_through = None if day is None else on(day)
        case _:
            pass


def agree(model: Model, invoices: frozenset[str], day: int) -> None:
    """On two instalments of all that is owed, the first at once."""
    for promise in model.promises:
        promise.give_way(invoices, on(day))
    take(model, invoices, 50, on(day), on(day))
    take(model, invoices, 50, on(day), on(day + 7))


def contest(model: Model, step: tuple[Any, ...]) -> None:
    match step:
        case ("dispute", invoice, share, begins, lasts):
            ends = None if lasts is None else on(begins + lasts)
            cents = AMOUNTS[invoice] * share // 100
            model.disputes.append(ModelDispute(invoice, cents, on(begins), ends))
        case ("dispute promised", which, days) if model.promises:
            promise = model.promises[which % len(model.promises)]
            ends = None if days is None else promise.deadline_on + timedelta(days)
            model.disputes += [
                ModelDispute(one, AMOUNTS[one], promise.taken_on, ends) for one in promise.invoices
            ]
        case ("end dispute", which, day) if model.disputes:
            dispute = model.disputes[which % len(model.disputes)]
            dispute.ended_on = max(dispute.begins_on, on(day))
        case _:
            pass


def take(
    model: Model, invoices: frozenset[str], share: int, taken_on: date, promised_on: date
) -> None:
    cents = sum(model.owed(invoice) for invoice in invoices) * share // 100
    if cents > 0:
        name, deadline = len(model.promises), with_grace(promised_on)
        seen = model.seen(invoices)
        promise = ModelPromise(name, invoices, cents, taken_on, deadline, seen)
        promise.promised_on = promised_on
        model.promises.append(promise)


def settle(model: Model, payment: ModelPayment) -> None:
    """`cents` is a share of what is owed, in per cent."""
    payment.cents = model.owed(payment.invoice) * payment.cents // 100
    if payment.cents > 0:
        model.payments.append(payment)
