"""The two public ledgers, to the cent."""

import csv
from datetime import date
from decimal import Decimal

from backend.imports.reading.diagnosis import Options
from backend.imports.reading.rows import Kind
from shared.money import Money
from shared.rules.aging import OpenItem, age_open_items, days_late
from shared.rules.ledger import LedgerAllocation, LedgerDocument, age_as_of
from tests.imports.reading.files import read, shared


def test_the_open_items_ledger_reconciles_and_ages_as_published():
    ledger = read(
        shared("ledgers/open-items.csv"),
        Kind.OPEN_ITEMS,
        Options(currency="USD", as_of=date(2020, 4, 30)),
    )

    assert len(ledger.rows) == 9_681
    assert ledger.done.clients == 694
    assert [(t.currency, t.amount) for t in ledger.done.control_totals] == [
        ("USD", Decimal("310427859.02"))
    ]
    items = [OpenItem(Money(row.residual, "USD"), row.due_on) for row in ledger.rows]
    (aging,) = age_open_items(items, date(2020, 4, 30))
    assert {
        name: (bucket.documents, bucket.amount.wire)
        for name, bucket in aging.buckets.items()
        if bucket.documents
    } == {
        "not_due": (3_063, "92720203.39"),
        "1-30": (4_384, "147162702.53"),
        "31-60": (2_225, "70436393.50"),
        "61-90": (9, "108559.60"),
    }


def test_the_open_items_ledger_keeps_its_codes_and_says_what_is_odd_about_it():
    ledger = read(shared("ledgers/open-items.csv"), Kind.OPEN_ITEMS, Options(currency="USD"))

    assert ledger.rows[0].number == "2960623488"
    assert ledger.rows[0].client_code == "0140105686"
    assert ledger.rows[0].amount == Decimal("2309.79")
    assert ledger.warned["codes-differ-by-zeros"] == 694 - 553
    assert ledger.warned["due-before-issue"] == 27
    assert "several-names-for-a-code" in ledger.warned
    assert ledger.warned["amounts-rounded"] == 631


def test_the_history_ledger_is_settled_and_as_late_as_its_own_column_says():
    path = shared("ledgers/late-payment-history.csv")
    ledger = read(path, Kind.HISTORY, Options(currency="USD"))

    assert (len(ledger.rows), ledger.done.clients) == (2_466, 100)
    assert not any(row.residual for row in ledger.rows)
    assert ledger.rows[0].number == "0000611365"
    with path.open(newline="") as stream:
        written = [int(line["DaysLate"]) for line in csv.DictReader(stream)]
    assert [days_late(row.due_on, row.settled_on) for row in ledger.rows] == written
    assert sum(row.disputed is True for row in ledger.rows) == 561


def test_the_history_ledger_gives_the_position_of_a_past_day():
    ledger = read(shared("ledgers/late-payment-history.csv"), Kind.HISTORY, Options(currency="USD"))

    documents = [
        LedgerDocument(row.line, Money(row.amount, "USD"), row.issued_on, row.due_on)
        for row in ledger.rows
    ]
    settled = [
        LedgerAllocation(Money(row.amount, "USD"), row.settled_on, row.line) for row in ledger.rows
    ]
    (aging,) = age_as_of(documents, [], settled, date(2013, 6, 30))
    assert (aging.documents, aging.outstanding.wire) == (84, "5119.85")
    assert aging.buckets["not_due"].documents == 72
    assert aging.buckets["1-30"].amount.wire == "835.56"
