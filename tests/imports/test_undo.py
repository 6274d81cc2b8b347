"""Taking the last import back."""

from __future__ import annotations

from datetime import date

import pytest

from backend.database.transaction import execute, fetch_value
from shared.ids import new_id
from shared.refusal import Refused
from tests.imports.conftest import Load, ledger, undo
from tests.makers.ledger import LONG_AGO, insert

pytestmark = pytest.mark.anyio

JUNE, JULY = date(2026, 6, 30), date(2026, 7, 31)
ROWS = tuple(f"C{n};Name {n};F{n};2026-05-0{n};2026-06-0{n};{n}00.00" for n in range(1, 9))
TABLES = ("document", "payment", "allocation", "client", "company", "branch", "import_coverage")


async def test_undoing_the_first_import_leaves_nothing(load: Load):
    await load("open-items", ROWS, as_of=JUNE)
    await undo()
    for table in (*TABLES, "import_change"):
        assert await fetch_value(f"SELECT count(*) FROM {table}") == 0, table
    assert await fetch_value("SELECT state FROM import_run") == "undone"
    assert await fetch_value("SELECT count(*) FROM activity WHERE kind = 'import-undone'") == 8


async def test_undoing_brings_back_what_was_changed_closed_and_taken_back(load: Load):
    await load("open-items", ROWS, as_of=JUNE)
    await load("open-items", (ROWS[0].replace("100.00", "60.00"), *ROWS[1:-1]), as_of=JULY)
    before = await ledger()
    later = (
        ROWS[0].replace("100.00", "90.00"),  # partly taken back
        ROWS[1].replace("200.00", "250.00"),  # another amount
        ROWS[2].replace("2026-06-03", "2026-07-03"),  # another due date
        *ROWS[3:6],  # F7 closes
        ROWS[7],  # F8 is back
        "C9;Nine;F9;2026-07-01;2026-08-01;9.00",
    )
    result = await load("open-items", later, as_of=date(2026, 8, 31))
    assert (result.end, result.added, result.changed, result.closed) == ("applied", 1, 4, 1)
    await undo()
    assert await ledger() == before


async def test_undone_a_ledger_is_as_old_as_it_was_before_whoever_had_loaded_it(load: Load):
    """The demo company's was made with the company, by no import."""
    age = "SELECT ledger_loaded_at FROM company WHERE code = 'DEMO'"
    other = "SELECT ledger_loaded_at FROM company WHERE code = 'ELSE'"
    for code in ("DEMO", "ELSE"):
        await insert(
            "company", id=new_id(), code=code, name=code, currency="EUR", ledger_loaded_at=LONG_AGO
        )
    await load("open-items", ROWS, as_of=JUNE, company="DEMO")
    first = await fetch_value(age)
    assert first > LONG_AGO
    await load("open-items", ROWS, as_of=JULY, company="DEMO")
    await undo()
    assert await fetch_value(age) == first
    await undo()
    assert await fetch_value(age) == LONG_AGO
    await load("open-items", ROWS, as_of=JULY, company="NEW")
    await undo()
    assert await fetch_value(age) == await fetch_value(other) == LONG_AGO


async def test_imports_are_undone_one_after_the_other(load: Load):
    await load("open-items", ROWS, as_of=JUNE)
    first = await ledger()
    await load("payments", ("C1;P1;2026-07-02;100.00;F1", "C2;P2;2026-07-02;10.00;F2"))
    second = await ledger()
    await load("open-items", ROWS[2:], as_of=JULY, confirm_closing=True)
    await undo()
    assert await ledger() == second
    await undo()
    assert await ledger() == first
    # The place in the sequence is free again, and so is the day.
    assert (await load("open-items", ROWS, as_of=JUNE)).end == "applied"


async def test_undoing_a_history_brings_presumed_settlements_back(load: Load):
    await load("open-items", ROWS, as_of=JUNE)
    await load("open-items", ROWS[1:], as_of=JULY)
    before = await ledger()
    await load("history", ("C1;Name 1;F1;2026-05-01;2026-06-01;100.00;2026-07-10",))
    assert await ledger() != before
    await undo()
    assert await ledger() == before


async def test_undoing_payments_brings_a_historys_payment_back(load: Load):
    await load("history", ("C1;Name 1;F1;2026-05-01;2026-06-01;100.00;2026-07-10",))
    before = await ledger()
    await load("payments", ("C1;P1;2026-07-10;100.00;F1",))
    await undo()
    assert await ledger() == before


async def test_undoing_a_client_file_brings_the_fields_back(load: Load):
    await load("open-items", ROWS, as_of=JUNE)
    await load("clients", ("C1;Un;;;732829320;30 jours;a@b.test;Lyon",))
    before = await ledger()
    await load("clients", ("C1;Deux;;;;45 jours;c@d.test;Nantes", "C99;Neuf;;;;;;"))
    await undo()
    assert await ledger() == before
    await undo()
    assert await fetch_value("SELECT count(*) FROM debtor") == 0


async def test_nothing_to_undo_is_said(load: Load):
    with pytest.raises(Refused) as refused:
        await undo()
    assert refused.value.refusal.code == "nothing-to-undo"


async def allocate_by_hand() -> None:
    payment, client = new_id(), await fetch_value("SELECT id FROM client WHERE code = 'C1'")
    await execute(
        "INSERT INTO payment (id, client, original_client, value_on, currency, amount, source,"
        " source_key) VALUES ($1, $2, $2, '2026-07-01', 'EUR', 50, 'manual', 'manual:1')",
        payment,
        client,
    )
    await execute(
        "INSERT INTO allocation (id, debit_document, credit_payment, amount, value_on, source)"
        " SELECT $1, id, $2, 50, '2026-07-01', 'manual' FROM document WHERE number = 'F1'",
        new_id(),
        payment,
    )


async def add_contact() -> None:
    await execute(
        "INSERT INTO contact (id, client, name, role) SELECT $1, id, 'Zoé', 'finance' FROM client"
        " WHERE code = 'C1'",
        new_id(),
    )


async def merge_clients() -> None:
    await execute(
        "UPDATE client SET merged_into = (SELECT id FROM client WHERE code = 'C2')"
        " WHERE code = 'C1'"
    )


@pytest.mark.parametrize("build", [allocate_by_hand, add_contact, merge_clients])
async def test_what_people_built_on_is_not_undone(load: Load, build):
    await load("open-items", ROWS, as_of=JUNE)
    await build()
    before = await ledger()
    with pytest.raises(Refused) as refused:
        await undo()
    assert refused.value.refusal.code == "import-built-on"
    assert await ledger() == before
    assert await fetch_value("SELECT state FROM import_run") == "applied"


async def test_a_client_changed_by_hand_since_is_not_changed_back(load: Load):
    await load("open-items", ROWS, as_of=JUNE)
    await load("clients", ("C1;Un;;;;;;Lyon",))
    await execute("UPDATE client SET town = 'Brest' WHERE code = 'C1'")
    with pytest.raises(Refused):
        await undo()


async def test_work_beside_the_import_does_not_keep_it(load: Load):
    await load("open-items", ROWS, as_of=JUNE)
    await load("clients", ("C1;Un;;;;;;Lyon",))
    await add_contact()
    await undo()
    assert await fetch_value("SELECT count(*) FROM contact") == 1
