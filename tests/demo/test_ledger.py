"""The made-up company hangs together before it meets a database."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from decimal import Decimal

import pytest

from backend.demo.ledger import DemoDocument, DemoLedger, generate
from backend.demo.names import vat_number
from backend.demo.people import PEOPLE, demo_password

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def ledger() -> DemoLedger:
    return generate(TODAY)


def settled(ledger: DemoLedger) -> dict[int, Decimal]:
    shares: dict[int, Decimal] = defaultdict(Decimal)
    for allocation in ledger.allocations:
        shares[id(allocation.debit)] += allocation.amount
        shares[id(allocation.credit)] += allocation.amount
    return shares


def test_the_same_day_gives_the_same_company(ledger: DemoLedger):
    again = generate(TODAY)
    assert [(d.number, d.amount, d.due_on) for d in again.documents] == [
        (d.number, d.amount, d.due_on) for d in ledger.documents
    ]


def test_it_is_the_size_that_was_promised(ledger: DemoLedger):
    assert len(ledger.clients) == 400
    assert 8_700 <= len(ledger.documents) <= 9_300


def test_it_reaches_back_two_years_and_ends_today(ledger: DemoLedger):
    days = [document.issued_on for document in ledger.documents]
    assert min(days) < TODAY - timedelta(days=700)
    assert TODAY - timedelta(days=7) < max(days) <= TODAY
    assert max(payment.value_on for payment in ledger.payments) <= TODAY


def test_every_habit_of_the_trade_occurs(ledger: DemoLedger):
    kinds = Counter(document.kind for document in ledger.documents)
    assert kinds["credit_note"] > 100
    assert kinds["deposit"] > 50
    assert {client.currency for client in ledger.clients} == {"EUR", "USD", "GBP"}
    of_client = defaultdict(set)
    for document in ledger.documents:
        of_client[document.client.code].add(document.currency)
    assert any(len(currencies) == 2 for currencies in of_client.values())
    assert any(client.rep is None for client in ledger.clients)


def test_nothing_is_settled_beyond_its_amount(ledger: DemoLedger):
    shares = settled(ledger)
    for document in ledger.documents:
        assert 0 <= shares[id(document)] <= abs(document.amount)
    for payment in ledger.payments:
        assert 0 <= shares[id(payment)] <= payment.amount


def test_a_payment_settles_one_client_in_one_currency(ledger: DemoLedger):
    for allocation in ledger.allocations:
        assert allocation.debit.client is allocation.credit.client
        assert allocation.debit.currency == allocation.credit.currency
        assert allocation.value_on >= allocation.debit.issued_on


def test_some_payments_are_partial_and_some_wait_for_a_match(ledger: DemoLedger):
    shares = settled(ledger)
    assert any(0 < shares[id(d)] < d.amount for d in ledger.documents if d.kind == "invoice")
    assert any(shares[id(payment)] == 0 for payment in ledger.payments)


def test_numbers_are_unique_in_their_company(ledger: DemoLedger):
    def key(document: DemoDocument) -> tuple[str, str]:
        return document.client.branch.company, document.number

    assert max(Counter(map(key, ledger.documents)).values()) == 1


def test_everybody_the_roles_name_works_there():
    assert len(PEOPLE) == 14
    assert {person.role for person in PEOPLE} == {
        "sales",
        "after_sales",
        "collector",
        "branch_manager",
        "credit_manager",
        "finance_director",
        "admin",
    }
    assert len({person.email for person in PEOPLE}) == 14


def test_passwords_belong_to_one_data_folder():
    email = PEOPLE[0].email
    assert demo_password("one folder's key", email) == demo_password("one folder's key", email)
    assert demo_password("one folder's key", email) != demo_password("another's", email)


def test_no_siren_could_be_somebodys(ledger: DemoLedger):
    for client in ledger.clients:
        assert client.siren.startswith("0")
        assert client.vat_number == vat_number(client.siren)
        assert client.siret.startswith(client.siren)
        assert len(client.siret) == 14
