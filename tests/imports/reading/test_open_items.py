"""What an open-items file says of each document."""

from datetime import date
from decimal import Decimal

import pytest

from backend.imports.reading.diagnosis import Options
from backend.imports.reading.rows import Kind
from tests.imports.reading.files import column, read, write

HEADER = "Code client;Facture;Date facture;Montant"


def _items(folder, header, *lines, options=None, kind=Kind.OPEN_ITEMS):
    return read(write(folder, [header, *lines]), kind, options)


def test_without_a_type_what_is_below_zero_is_a_credit_note(tmp_path):
    ledger = _items(tmp_path, HEADER, "1;F1;31/01/2024;10,00", "1;A1;31/01/2024;-4,00")

    assert column(ledger.rows, "kind") == ["invoice", "credit_note"]
    assert column(ledger.rows, "amount") == [Decimal("10.00"), Decimal("-4.00")]


@pytest.mark.parametrize(
    ("word", "amount", "kind", "effect"),
    [
        ("Facture", "10", "invoice", "10.00"),
        ("FA", "-10", "credit_note", "-10.00"),
        ("Avoir", "10", "credit_note", "-10.00"),
        ("credit note", "-10", "credit_note", "-10.00"),
        ("Acompte", "10", "deposit", "-10.00"),
        ("Règlement", "10", "deposit", "-10.00"),
        ("À nouveau", "-10", "opening_item", "-10.00"),
        ("OD", "10", "adjustment", "10.00"),
        ("Bidule", "10", "invoice", "10.00"),
    ],
)
def test_the_type_says_what_it_is_however_the_amount_is_signed(
    tmp_path, word, amount, kind, effect
):
    (row,) = _items(tmp_path, f"{HEADER};Type", f"1;F1;31/01/2024;{amount};{word}").rows

    assert (str(row.kind), f"{row.amount}") == (kind, effect)


def test_an_amount_and_what_is_left_of_it_are_two_things(tmp_path):
    ledger = _items(tmp_path, f"{HEADER};Reste dû", "1;F1;31/01/2024;100,00;40,00")

    (row,) = ledger.rows
    assert (row.amount, row.residual) == (Decimal("100.00"), Decimal("40.00"))
    assert ledger.done.control_totals[0].amount == Decimal("40.00")


def test_what_was_paid_already_is_taken_off(tmp_path):
    ledger = _items(
        tmp_path, f"{HEADER};Déjà réglé", "1;F1;31/01/2024;100;60", "1;A1;31/01/2024;-50;-20"
    )

    assert column(ledger.rows, "residual") == [Decimal("40.00"), Decimal("-30.00")]


def test_a_residual_above_the_amount_is_kept_and_told(tmp_path):
    ledger = _items(
        tmp_path, f"{HEADER};Reste dû", "1;F1;31/01/2024;100;110", "1;F2;31/01/2024;100;-5"
    )

    assert column(ledger.rows, "residual") == [Decimal("110.00"), Decimal("-5.00")]
    assert column(ledger.rows, "amount") == [Decimal("110.00"), Decimal("-5.00")]
    assert ledger.warned["residual-above-amount"] == 2


def test_debit_and_credit_make_one_amount(tmp_path):
    ledger = _items(
        tmp_path,
        "Compte;Pièce;Date;Débit;Crédit",
        "1;F1;31/01/2024;100,00;",
        "1;A1;31/01/2024;;30,00",
        "1;F2;31/01/2024;0,00;-5,00",
        "1;F3;31/01/2024;;",
    )

    assert column(ledger.rows, "amount") == [Decimal("100.00"), Decimal("-30.00"), Decimal("5.00")]
    assert ledger.refused == {5: "blank-value"}


def test_a_side_column_signs_the_amount(tmp_path):
    ledger = _items(tmp_path, f"{HEADER};Sens", "1;F1;31/01/2024;100;D", "1;A1;31/01/2024;30;C")

    assert column(ledger.rows, "amount") == [Decimal("100.00"), Decimal("-30.00")]


def test_lines_settled_already_or_of_nothing_are_left_out_and_counted(tmp_path):
    ledger = _items(
        tmp_path,
        f"{HEADER};Date règlement",
        "1;F1;31/01/2024;100;15/02/2024",
        "1;F2;31/01/2024;100;15/03/2024",
        "1;F3;31/01/2024;0;",
        "1;F4;31/01/2024;100;",
        options=Options(as_of=date(2024, 2, 29)),
    )

    assert column(ledger.rows, "number") == ["F2", "F4"]
    assert ledger.warned == {"settled-lines-skipped": 1, "nothing-due-skipped": 1}


def test_currencies_stay_side_by_side_each_rounded_to_its_own_unit(tmp_path):
    ledger = _items(
        tmp_path,
        f"{HEADER};Devise",
        "1;F1;31/01/2024;10,005;EUR",
        "1;F2;31/01/2024;10,5;JPY",
        "1;F3;31/01/2024;10,0005;TND",
        "1;F4;31/01/2024;10,5;",
        options=Options(currency="GBP"),
    )

    totals = {total.currency: f"{total.amount}" for total in ledger.done.control_totals}
    assert totals == {"EUR": "10.01", "JPY": "11", "TND": "10.001", "GBP": "10.50"}
    assert ledger.warned["amounts-rounded"] == 3


def test_a_currency_that_does_not_exist_refuses_its_line(tmp_path):
    ledger = _items(tmp_path, f"{HEADER};Devise", "1;F1;31/01/2024;10;EUX")

    assert ledger.refused == {2: "unknown-currency"}


def test_a_sign_beside_the_amount_names_the_currency(tmp_path):
    ledger = _items(tmp_path, HEADER, "1;F1;31/01/2024;10,00 £", "1;F2;31/01/2024;10,00 €")

    assert column(ledger.rows, "currency") == ["GBP", "EUR"]


def test_dates_that_can_be_read_two_ways_are_a_question(tmp_path):
    lines = ("1;F1;03/04/2024;10", "1;F2;05/06/2024;10")

    assert _items(tmp_path, HEADER, *lines).questions == ["--date-order"]
    ledger = _items(tmp_path, HEADER, *lines, options=Options(date_order="mdy"))
    assert ledger.rows[0].issued_on == date(2024, 3, 4)


def test_another_date_column_of_the_same_file_settles_the_order(tmp_path):
    ledger = _items(tmp_path, f"{HEADER};Échéance", "1;F1;03/04/2024;10;30/04/2024")

    assert ledger.rows[0].issued_on == date(2024, 4, 3)


def test_amounts_that_can_be_read_two_ways_are_a_question(tmp_path):
    lines = ("1;F1;31/01/2024;1.234", "1;F2;31/01/2024;5.678")

    assert _items(tmp_path, HEADER, *lines).questions == ["--decimal"]
    comma = _items(tmp_path, HEADER, *lines, options=Options(decimal="comma"))
    point = _items(tmp_path, HEADER, *lines, options=Options(decimal="point"))
    assert (comma.rows[0].amount, point.rows[0].amount) == (Decimal("1234.00"), Decimal("1.23"))


def test_a_column_that_contradicts_itself_refuses_the_lines_that_do_not_fit(tmp_path):
    lines = [f"1;F{day};{day}/01/2024;10" for day in range(13, 30)]

    ledger = _items(tmp_path, HEADER, *lines, "1;F99;04/13/2024;10")

    assert ledger.refused == {19: "unreadable-date"}


def test_what_is_blank_and_must_not_be_refuses_its_line(tmp_path):
    ledger = _items(
        tmp_path,
        HEADER,
        ";F1;31/01/2024;10",
        "1;;31/01/2024;10",
        "1;F3;;10",
        "1;F4;31/01/2024;",
        "1;F5;31/01/2024;10",
    )

    assert ledger.refused == dict.fromkeys(range(2, 6), "blank-value")
    assert column(ledger.rows, "number") == ["F5"]


def test_codes_keep_their_zeros_and_spreadsheet_dressing_is_taken_off(tmp_path):
    ledger = _items(
        tmp_path,
        HEADER,
        '="00042";\'00077;31/01/2024;10',
        "42;2960623488.0;31/01/2024;10",
        "42;2,96E+09;31/01/2024;10",
    )

    assert column(ledger.rows, "client_code") == ["00042", "42"]
    # Not the whole column was written as numbers, so this one is what it is.
    assert column(ledger.rows, "number") == ["00077", "2960623488.0"]
    assert ledger.refused == {4: "code-in-scientific-notation"}
    assert ledger.warned["codes-differ-by-zeros"] == 1


def test_an_amount_beyond_reason_refuses_its_line(tmp_path):
    ledger = _items(tmp_path, HEADER, "1;F1;31/01/2024;9999999999999999", "1;F2;31/01/2024;1")

    assert ledger.refused == {2: "amount-too-large"}


def test_the_company_asked_for_stands_where_the_file_names_none(tmp_path):
    ledger = _items(
        tmp_path,
        f"{HEADER};Code société;Agence",
        "1;F1;31/01/2024;10;S2;LYON",
        "1;F2;31/01/2024;10;;",
        options=Options(company_code="S1"),
    )

    assert column(ledger.rows, "company_code") == ["S2", "S1"]
    assert column(ledger.rows, "branch_code") == ["LYON", None]


def test_a_history_needs_a_settlement_date_and_leaves_open_what_has_none(tmp_path):
    lines = ("1;F1;31/01/2024;100;15/02/2024", "1;F2;31/01/2024;100;")

    ledger = _items(tmp_path, f"{HEADER};Réglée le", *lines, kind=Kind.HISTORY)

    assert column(ledger.rows, "settled_on") == [date(2024, 2, 15), None]
    assert column(ledger.rows, "residual") == [Decimal("0.00"), Decimal("100.00")]
    assert ledger.done.control_totals[0].amount == Decimal("200.00")
    missing = _items(tmp_path, HEADER, "1;F1;31/01/2024;100", kind=Kind.HISTORY)
    assert missing.problems == ["missing-column"]
