"""The script of two years before anybody plays it: pure, repeatable, and true to its ledger."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from backend.demo.field.book import Book
from backend.demo.field.deeds import Commented, Deed, Disputed, Promised, PutOff
from backend.demo.field.photos import PHOTOS, photo
from backend.demo.field.reading import read_marks, sees
from backend.demo.field.script import written
from backend.demo.ledger import DemoLedger, generate
from backend.demo.people import PEOPLE
from shared.calendar import is_business_day
from shared.rules.wording_guard import not_factual

PARIS = ZoneInfo("Europe/Paris")
TODAY = date(2026, 11, 20)
OTHER_DAYS = [date(2026, 11, 22), date(2027, 1, 1), date(2028, 2, 29), date(2027, 5, 8)]
"""A Sunday, two holidays, a day that few years have."""


@pytest.fixture(scope="module")
def ledger() -> DemoLedger:
    return generate(TODAY)


@pytest.fixture(scope="module")
def script(ledger: DemoLedger) -> list[Deed]:
    return written(ledger, TODAY, PARIS)


def told(script: list[Deed]) -> list[tuple[object, ...]]:
    return [
        (type(deed), deed.at, deed.by, deed.client.code, getattr(deed, "text", None))
        for deed in script
    ]


def test_the_same_day_gives_the_same_script(script: list[Deed]):
    again = generate(TODAY)
    assert told(written(again, TODAY, PARIS)) == told(script)
    marks = [(p.email, c.code, at) for p, c, at in read_marks(script, TODAY, PARIS)]
    assert marks == [(p.email, c.code, at) for p, c, at in read_marks(script, TODAY, PARIS)]


@pytest.mark.parametrize("today", OTHER_DAYS)
def test_on_any_day_all_of_it_is_said_before_on_working_days(today: date):
    script = written(generate(today), today, PARIS)
    days = {deed.at.astimezone(PARIS).date() for deed in script}
    assert all(is_business_day(day) for day in days)
    assert today - timedelta(days=7) <= max(days) < today
    assert len({type(deed) for deed in script}) == 16


def test_whoever_acts_sees_the_client(script: list[Deed]):
    people = {person.email: person for person in PEOPLE}
    for deed in script:
        named = deed.people if isinstance(deed, Commented) else ()
        for email in (deed.by, *named):
            assert sees(people[email], deed.client)


def test_a_promise_is_of_invoices_that_were_overdue_and_open(
    ledger: DemoLedger, script: list[Deed]
):
    book = Book(ledger, TODAY)
    for deed in script:
        if isinstance(deed, Promised):
            day = deed.at.astimezone(PARIS).date()
            assert deed.promised_on >= day
            assert all(one.due_on < day for one in deed.invoices)
            assert all(book.left(one, day) > 0 for one in deed.invoices)


def test_a_promise_that_is_put_off_was_not_met_yet(ledger: DemoLedger, script: list[Deed]):
    book = Book(ledger, TODAY)
    for deed in script:
        if isinstance(deed, PutOff):
            day = deed.at.astimezone(PARIS).date()
            assert deed.promise.at < deed.at
            assert any(book.left(one, day) > 0 for one in deed.promise.invoices)


def test_no_more_is_disputed_than_was_left(ledger: DemoLedger, script: list[Deed]):
    book = Book(ledger, TODAY)
    for deed in script:
        if isinstance(deed, Disputed):
            left = book.left(deed.invoice, deed.at.astimezone(PARIS).date())
            assert 0 < (deed.amount or left) <= left


def test_plans_cover_what_was_owed_to_the_cent(ledger: DemoLedger):
    book = Book(ledger, TODAY)
    assert len(ledger.plans) >= 11
    for plan in ledger.plans:
        owed = sum(book.left(one, plan.proposed_on) for one in plan.invoices)
        assert sum(one.amount for one in plan.instalments) == plan.amount == owed


def test_nothing_is_written_that_the_guard_advises_against(script: list[Deed]):
    for deed in script:
        for name in ("text", "note", "why", "evidence", "next_step"):
            assert not not_factual(getattr(deed, name, None) or "")


def test_the_photos_are_small_and_always_the_same():
    for name in PHOTOS:
        assert photo(name) == photo(name)
        assert len(photo(name)) < 60_000
