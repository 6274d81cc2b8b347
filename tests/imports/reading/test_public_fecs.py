"""The public FECs and the malformed ones, each with its precise answer."""

from decimal import Decimal

import pytest

from backend.imports.reading.diagnosis import Options
from backend.imports.reading.rows import FecItem, Kind
from tests.imports.reading.files import Read, read, shared


def _fec(name: str) -> Read:
    return read(shared(f"fec/{name}"), Kind.FEC)


def _open(items: list[FecItem]) -> Decimal:
    return sum((item.amount for item in items if item.lettering_group is None), Decimal(0))


@pytest.mark.parametrize(
    ("name", "lines", "clients", "balance"),
    [
        ("111111111FEC20221231.TXT", 151, 34, "14416.52"),
        ("000000000FEC20231231.txt", 153, 4, "27771.70"),
        ("123456789FEC20500930.txt", 4, 1, "128200.50"),
        ("malformed/FEC-previous.csv", 1, 1, "5.00"),
        ("malformed/FEC.csv", 4, 1, "15.00"),
    ],
)
def test_what_is_open_is_the_balance_of_account_411(name, lines, clients, balance):
    fec = _fec(name)

    assert len(fec.items) == lines
    assert fec.done.clients == clients
    assert fec.done.control_totals[0].account == "411"
    assert fec.done.control_totals[0].amount == Decimal(balance)
    assert sum(item.amount for item in fec.items) == Decimal(balance)
    assert _open(fec.items) == Decimal(balance)


def test_lettered_groups_close_and_their_allocations_settle_every_line_of_them():
    fec = _fec("111111111FEC20221231.TXT")

    settled = [item for item in fec.items if item.lettering_group]
    assert len({item.lettering_group for item in settled}) == 45
    assert len(settled) == 117
    left = {item.line: item.amount for item in settled}
    for one in fec.allocations:
        assert not one.proposed
        left[one.debit_line] -= one.amount
        left[one.credit_line] += one.amount
    assert not any(left.values())


def test_a_name_that_says_another_year_gives_way_to_the_entries():
    fec = _fec("111111111FEC20221231.TXT")

    assert fec.diagnosis.fiscal_year == 2023
    assert fec.diagnosis.siren == "111111111"
    assert "fec-name-disagrees" in fec.warned


def test_a_file_that_numbers_everything_zero_still_tells_its_lines_apart():
    fec = _fec("000000000FEC20231231.txt")

    identities = {(item.journal, item.entry_number, item.entry_line) for item in fec.items}
    assert len(identities) == 153
    kinds = {(item.journal, item.kind) for item in fec.items}
    assert kinds == {("bq", "payment"), ("ve", "invoice"), ("AD", "opening_item")}


def test_without_any_lettering_settlements_are_proposed_and_none_is_taken_for_granted():
    fec = _fec("000000000FEC20231231.txt")

    assert [(one.client_code, one.amount, one.proposed) for one in fec.allocations] == [
        ("CVIR", Decimal("8196.00"), True)
    ]


def test_an_unusable_lettering_date_is_a_warning_with_its_lines():
    fec = _fec("malformed/FEC.csv")

    (warning,) = fec.done.warnings
    assert (warning.code, warning.lines) == ("unusable-datelet", (7, 9))
    assert not fec.done.refused_count


def test_the_jewellers_file_is_refused_for_its_dates_its_long_line_and_its_balance():
    fec = _fec("malformed/sample_fec_bijouterie.txt")

    assert not fec.rows
    by_code: dict[str, list[int]] = {}
    for one in fec.done.refused:
        by_code.setdefault(one.finding.code, []).append(one.line)
    assert by_code["too-many-fields"] == [44]
    assert len(by_code["bad-fec-date"]) == 53
    (unbalanced,) = (o.finding for o in fec.done.refused if o.finding.code == "unbalanced-entry")
    assert (unbalanced.facts["journal"], unbalanced.facts["number"]) == ("JO", "604")


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        (
            "fec-corrected-2024.txt",
            "JournalLib CompAuxNum CompAuxLib EcritureLet DateLet Montantdevise Idevise",
        ),
        (
            "fec-simple-realistic-2024.txt",
            "JournalLib CompAuxNum CompAuxLib EcritureLet DateLet ValidDate Montantdevise Idevise",
        ),
    ],
)
def test_missing_columns_are_named(name, missing):
    fec = _fec(f"malformed/{name}")

    assert set(fec.problems) == {"missing-fec-column"}
    assert [one.facts["column"] for one in fec.diagnosis.refusals] == missing.split()


@pytest.mark.parametrize(
    ("name", "lines"), [("fec-complete-test-2024.txt", 26), ("test-import-2024.txt", 6)]
)
def test_dashed_dates_are_refused_on_every_line(name, lines):
    fec = _fec(f"malformed/{name}")

    assert set(fec.refused.values()) == {"bad-fec-date"}
    assert sorted(fec.refused) == list(range(2, lines + 2))


def test_a_fec_is_read_twice_alike():
    path = shared("fec/111111111FEC20221231.TXT")

    assert read(path, Kind.FEC, Options()).rows == read(path, Kind.FEC, Options()).rows
