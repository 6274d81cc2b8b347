"""Whatever the ledger: importing it gives the ledger back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.database.engine import ENGINE
from backend.database.transaction import fetch_all, fetch_value
from backend.imports.queries.items import ESTIMATED_DUE
from backend.imports.queries.numbering import ids_by
from shared.ids import instant_of
from shared.money import Money
from shared.rules.aging import OpenItem, age_open_items
from shared.rules.terms import Basis, Terms, due_date_of
from tests.database_fixtures import empty
from tests.imports.conftest import Load, ledger, undo

pytestmark = pytest.mark.anyio

FEW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
START = date(2026, 1, 1)
MANY = date(2026, 11, 1)

amounts = st.integers(-50_000, 200_000).filter(bool).map(lambda cents: Decimal(cents) / 100)
days = st.integers(0, 200).map(lambda offset: START + timedelta(days=offset))
items = st.lists(
    st.tuples(
        st.sampled_from(["C1", "C2", "0C2"]),
        st.sampled_from([f"F{n}" for n in range(8)]),
        days,
        st.none() | days,
        amounts,
    ),
    min_size=1,
    max_size=25,
)


def line(item: tuple[str, str, date, date | None, Decimal]) -> str:
    client, number, issued, due, amount = item
    return f"{client};N;{number};{issued};{due or ''};{amount}"


def rows_of(ledger_items) -> tuple[str, ...]:
    # One invoice more, so that not all amounts are negative and the sign stays as written.
    return (*(line(item) for item in ledger_items), f"Z;N;Z1;{START};{START};1.00")


async def aging_here(today: date):
    rows = await fetch_all("SELECT residual, currency, due_on FROM document")
    return age_open_items(
        [OpenItem(Money(row["residual"], row["currency"]), row["due_on"]) for row in rows],
        today,
    )


def aging_of(ledger_items, today: date):
    stated = [*ledger_items, ("Z", "Z1", START, START, Decimal("1.00"))]
    return age_open_items(
        [
            OpenItem(Money(amount, "EUR"), due_date_of(due, issued, None).on)
            for _, _, issued, due, amount in stated
        ],
        today,
    )


@given(ledger_items=items)
@FEW
async def test_the_aging_after_an_import_is_the_files(load: Load, ledger_items):
    await empty(ENGINE)
    result = await load("open-items", rows_of(ledger_items), as_of=MANY)
    assert result.end == "applied"
    assert await aging_here(MANY) == aging_of(ledger_items, MANY)
    before = await ledger()
    again = await load("open-items", rows_of(ledger_items), as_of=MANY)
    assert (again.added, again.changed, again.closed) == (0, 0, 0)
    assert await ledger() == before


@given(first=items, second=items)
@FEW
async def test_after_two_files_what_is_open_is_the_second(load: Load, first, second):
    """Whatever the first was; and undone, it is the first again, to the last field."""
    await empty(ENGINE)
    await load("open-items", rows_of(first), as_of=MANY)
    before = await ledger()
    later = MANY + timedelta(days=10)
    result = await load("open-items", rows_of(second), as_of=later, confirm_closing=True)
    assert result.end == "applied"
    (control,) = result.control_totals
    assert await fetch_value("SELECT sum(residual) FROM document") == control.amount
    assert [(one.currency, one.outstanding, one.documents) for one in await aging_here(later)] == [
        (one.currency, one.outstanding, one.documents) for one in aging_of(second, later)
    ]
    await undo()
    assert await ledger() == before


parts = st.lists(
    st.tuples(
        st.sampled_from([f"P{n}" for n in range(4)]),
        days,
        st.integers(1, 150_000).map(lambda cents: Decimal(cents) / 100),
        st.sampled_from([f"F{n}" for n in range(4)]) | st.just(""),
    ),
    min_size=1,
    max_size=12,
)


@given(owed=st.lists(st.integers(1, 90_000), min_size=4, max_size=8), paid=parts)
@FEW
async def test_payments_settle_no_more_than_is_owed_nor_than_was_paid(load: Load, owed, paid):
    await empty(ENGINE)
    invoices = tuple(
        f"C1;N;F{n % 4};{START};{START + timedelta(days=n)};{Decimal(cents) / 100}"
        for n, cents in enumerate(owed)
    )
    await load("open-items", invoices, as_of=MANY)
    lines = tuple(f"C1;{number};{day};{amount};{of}" for number, day, amount, of in paid)
    result = await load("payments", lines)
    assert result.end == "applied", result.refused
    owed_in_all = sum((Decimal(cents) / 100 for cents in owed), Decimal(0))
    paid_in_all = sum((amount for _, _, amount, _ in paid), Decimal(0))
    assert await fetch_value("SELECT sum(amount) FROM payment") == paid_in_all
    outstanding = await fetch_value(
        "SELECT (SELECT sum(residual) FROM document) - (SELECT sum(unapplied) FROM payment)"
    )
    assert outstanding == owed_in_all - paid_in_all
    # What a payment named and could settle, it settled.
    for number in {f"F{n % 4}" for n in range(len(owed))}:
        due = sum(Decimal(c) / 100 for n, c in enumerate(owed) if f"F{n % 4}" == number)
        named = sum((amount for _, _, amount, of in paid if of == number), Decimal(0))
        left = await fetch_value("SELECT sum(residual) FROM document WHERE number = $1", number)
        assert left == max(Decimal(0), due - named)


@given(
    issued=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    basis=st.sampled_from(["net", "eom_a", "eom_b", "cash"]),
    length=st.integers(0, 365),
)
@settings(max_examples=150, deadline=None)
async def test_the_estimated_due_date_is_the_rules_own(open_engine, issued, basis: Basis, length):
    expression = ESTIMATED_DUE.format(issued="$1::date", basis="$2::text", days="$3::integer")
    found = await fetch_value(f"SELECT {expression}", issued, basis, length)
    assert found == due_date_of(None, issued, Terms(basis, length)).on
    default = await fetch_value(f"SELECT {expression}", issued, None, None)
    assert default == due_date_of(None, issued, None).on


async def test_ids_made_by_the_database_sort_as_they_were_made(open_engine):
    rows = await fetch_all(f"SELECT {ids_by('n')} AS id FROM generate_series(0, 4999) n ORDER BY n")
    ids = [row["id"] for row in rows]
    assert ids == sorted(ids)
    assert len(set(ids)) == 5000
    assert {id_.version for id_ in ids} == {7}
    assert {id_.variant for id_ in ids} == {"specified in RFC 4122"}
    assert len({instant_of(id_) for id_ in ids}) == 1
