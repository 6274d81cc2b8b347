"""À dire, against a reference written from its page: a table of who comes first."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from shared.ids import new_id
from shared.rules.brief import LINES_MOST, Noted, brief

FRIDAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)


def kinds(*known: Noted, on: date = FRIDAY) -> list[str]:
    return [line.kind for line in brief(known, on)]


def promise(on: date, state: str = "open", amount: str = "100", what: str = "promise") -> Noted:
    return Noted(what=what, state=state, on=on, amount=Decimal(amount))  # type: ignore[arg-type]


def invoice(on: date, amount: str, owed: str = "1000") -> Noted:
    return Noted(what="invoice", on=on, amount=Decimal(amount), against=Decimal(owed))


def test_on_a_friday_a_promise_for_monday_is_the_next_day_s():
    assert kinds(promise(MONDAY)) == ["promise_due"]
    assert kinds(promise(MONDAY + timedelta(days=1))) == []


def test_a_promise_in_its_days_of_grace_is_still_spoken_of():
    assert kinds(promise(FRIDAY - timedelta(days=1))) == ["promise_due"]


def test_a_promise_whose_invoices_are_paid_is_not():
    assert kinds(promise(FRIDAY, amount="0"), promise(FRIDAY, "broken", amount="0")) == []


def test_an_instalment_is_told_a_week_ahead():
    week = FRIDAY + timedelta(days=7)
    assert kinds(promise(week, what="instalment")) == ["instalment_due"]
    assert kinds(promise(week + timedelta(days=1), what="instalment")) == []


def test_a_dispute_waits_for_me_or_is_late_or_is_nothing_of_mine():
    later, before = FRIDAY + timedelta(days=3), FRIDAY - timedelta(days=1)
    assert kinds(Noted(what="dispute", on=later, is_mine=True)) == ["dispute_waiting"]
    assert kinds(Noted(what="dispute", on=before)) == ["dispute_late"]
    assert kinds(Noted(what="dispute", on=FRIDAY)) == []


def test_an_invoice_due_today_is_not_overdue_and_a_big_one_is_spoken_of():
    assert kinds(invoice(FRIDAY, "200")) == ["big_due"]
    assert kinds(invoice(FRIDAY, "199.99")) == []
    assert kinds(invoice(FRIDAY - timedelta(days=1), "1")) == ["oldest_overdue"]


def test_paying_ten_days_later_than_before_is_said():
    slow = Noted(what="habits", amount=Decimal(18), against=Decimal(8))
    assert kinds(slow) == ["slower"]
    assert kinds(Noted(what="habits", amount=Decimal("17.9"), against=Decimal(8))) == []


def test_the_line_is_of_the_earliest_and_tells_how_many():
    old, young = invoice(date(2026, 9, 1), "10"), invoice(date(2026, 10, 1), "900")
    (line,) = brief([young, old], FRIDAY)
    assert (line.first, line.count) == (old, 2)


# The order of the page, each with something that makes the line on that Friday.
PAGE = [
    ("promise_due", promise(FRIDAY)),
    ("promise_broken", promise(date(2026, 11, 2), "broken")),
    ("dispute_waiting", Noted(what="dispute", on=MONDAY, is_mine=True)),
    ("dispute_late", Noted(what="dispute", on=date(2026, 11, 2))),
    ("instalment_due", promise(MONDAY, what="instalment")),
    ("big_due", invoice(MONDAY, "500")),
    ("oldest_overdue", invoice(date(2026, 10, 1), "5")),
    ("mention_unread", Noted(what="mention", subject=new_id())),
    ("unapplied_payment", Noted(what="payments", amount=Decimal(3), currency="EUR")),
    ("slower", Noted(what="habits", amount=Decimal(40), against=Decimal(2))),
]


@given(st.lists(st.integers(0, len(PAGE) - 1), max_size=20))
def test_the_first_five_of_the_page_are_said_in_its_order(chosen):
    said = kinds(*(PAGE[number][1] for number in chosen))
    assert said == [PAGE[number][0] for number in sorted(set(chosen))][:LINES_MOST]


def test_nothing_known_is_nothing_to_say():
    assert brief([], FRIDAY) == ()
