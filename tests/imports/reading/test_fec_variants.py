"""The same books give the same facts, whatever program wrote them."""

import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.imports.reading.rows import Kind
from tests.imports.reading.fec_entries import facts
from tests.imports.reading.fec_variants import (
    BALANCE,
    BOOKS,
    COLUMNS,
    FACTS,
    Line,
    Variant,
    write_fec,
)
from tests.imports.reading.files import read

variants = st.builds(
    Variant,
    separator=st.sampled_from(["\t", "|", ";"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "iso8859-15", "cp1252", "utf-16"]),
    end=st.sampled_from(["\r\n", "\n", "\r", "\r\r\n"]),
    mark=st.sampled_from([",", "."]),
    header=st.sampled_from(["legal", "lower", "upper"]),
    sides=st.sampled_from(["debit-credit", "letters", "signs"]),
    padded=st.booleans(),
    quoted=st.booleans(),
    shuffled=st.booleans(),
    extra_columns=st.booleans(),
    trailing_empty=st.booleans(),
    blank_lines=st.booleans(),
    final_end=st.booleans(),
    negative_sides=st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(variants)
def test_every_way_of_writing_it_gives_the_same_facts(variant):
    with tempfile.TemporaryDirectory() as folder:
        fec = read(write_fec(Path(folder), variant), Kind.FEC)

    assert fec.done.refused == ()
    assert facts(fec) == FACTS
    totals = {total.account: f"{total.amount}" for total in fec.done.control_totals}
    assert totals == {"411": BALANCE, "416": "7.00", "4191": "-9.00"}
    assert [(a.debit_line, a.amount, a.proposed) for a in fec.allocations] == [
        (fec.items[0].line, Decimal("50.00"), False)
    ]


def test_a_stray_quote_in_a_label_is_only_a_quote(tmp_path):
    fec = read(write_fec(tmp_path, Variant(stray_quote=True)), Kind.FEC)

    assert facts(fec) == FACTS
    assert fec.items[0].label == "tuyau 12\" Libellé à l'été"


def test_a_label_that_begins_with_a_quote_swallows_nothing(tmp_path):
    books = tuple(
        replace(line, label='"Le Relais') if line.journal == "VE" else line for line in BOOKS
    )

    assert facts(read(write_fec(tmp_path, Variant(), books), Kind.FEC)) == FACTS


def test_a_fec_kept_in_a_workbook_is_read_too(tmp_path):
    path = tmp_path / "fec.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        plain = (tmp_path / "plain.txt").name
        text = write_fec(tmp_path, Variant(mark="."), name=plain).read_text()
        for at, line in enumerate(text.splitlines()):
            for position, cell in enumerate(line.split("\t")):
                is_amount = at and COLUMNS[position] in {"Debit", "Credit", "EcritureDate"}
                sheet.write(at, position, float(cell) if is_amount else cell)

    assert facts(read(path, Kind.FEC)) == FACTS


def test_without_an_auxiliary_account_the_account_is_the_client(tmp_path):
    books = (
        Line("VE", "1", "20240110", "411DUPONT", 10_000),
        Line("VE", "1", "20240110", "707000", -10_000),
    )

    (item,) = read(write_fec(tmp_path, Variant(), books), Kind.FEC).items

    assert (item.client_code, item.client_name) == ("411DUPONT", "Compte")
