"""Where nothing is lettered: what is proposed to match, shown, and applied when confirmed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from backend.database.transaction import fetch_all, fetch_value
from backend.imports.judging import Result
from backend.imports.placing import Matches
from tests.imports.accounting_year import Year, outstanding
from tests.imports.conftest import Load, ledger, open_now, undo

pytestmark = pytest.mark.anyio


def unlettered(folder: Path) -> Year:
    """F1 and its payment bear one reference, F2 and its payment one amount; F3 is unpaid."""
    year = Year(folder, 2025)
    year.sale("20250310", "C1", "F1", "100,00").paid("20250420", "C1", "F1", "100,00")
    year.sale("20250511", "C1", "F2", "250,00").paid("20250601", "C1", "R2", "250,00")
    return year.sale("20250620", "C2", "F3", "70,00")


def proposals(result: Result) -> Matches:
    assert result.matches is not None
    return result.matches


async def test_proposals_are_shown_and_nothing_is_matched_unconfirmed(load: Load, tmp_path):
    result = await load("fec", unlettered(tmp_path).written())
    found = proposals(result)
    assert (found.count, found.amount, found.accepted) == (2, Decimal("350.00"), False)
    assert [(one.debit, one.credit, one.reason) for one in found.shown] == [
        ("F1", "F1", "reference"),
        ("F2", "R2", "amount"),
    ]
    assert await fetch_value("SELECT count(*) FROM allocation") == 0
    assert await outstanding() == Decimal("70.00")


async def test_confirmed_proposals_settle_what_they_show(load: Load, tmp_path):
    year = unlettered(tmp_path).written()
    previewed = await load("fec", year, apply=False, accept_matches=True)
    assert proposals(previewed).accepted
    assert await fetch_value("SELECT count(*) FROM document") == 0
    await load("fec", year, accept_matches=True)
    assert await open_now() == {"F3": "70.00"}
    assert await fetch_value("SELECT count(*) FROM payment WHERE unapplied <> 0") == 0
    assert await outstanding() == Decimal("70.00")


@pytest.mark.parametrize("accepted", [True, False])
async def test_confirmed_matches_stand_when_the_file_comes_again(
    load: Load, tmp_path, accepted: bool
):
    year = unlettered(tmp_path).written()
    await load("fec", year, accept_matches=True)
    before = await ledger()
    again = await load("fec", year, accept_matches=accepted)
    assert (again.added, again.changed, again.closed) == (0, 0, 0)
    assert again.matches is None
    assert await ledger() == before


async def test_matches_may_be_confirmed_on_a_file_loaded_before(load: Load, tmp_path):
    year = unlettered(tmp_path).written()
    await load("fec", year)
    later = await load("fec", year, accept_matches=True)
    assert (later.added, later.changed) == (0, 2)
    assert await open_now() == {"F3": "70.00"}


async def test_only_what_is_left_is_proposed_when_the_year_grows(load: Load, tmp_path):
    year = unlettered(tmp_path)
    await load("fec", year.written(), accept_matches=True)
    year.paid("20250701", "C2", "F3", "70,00")
    found = proposals(await load("fec", year.written()))
    assert [(one.client_code, one.debit, one.amount) for one in found.shown] == [
        ("C2", "F3", Decimal("70.00"))
    ]


async def test_the_accountants_lettering_prevails_over_a_match(load: Load, tmp_path):
    year = unlettered(tmp_path)
    await load("fec", year.written(), accept_matches=True)
    # Not R2 but another payment settled F2.
    year.paid("20250702", "C1", "R9", "250,00")
    year.letter("F2", "A", "20250702").letter("R9", "A", "20250702")
    result = await load("fec", year.written())
    assert result.matches is None
    settled = await fetch_all(
        "SELECT d.number, p.reference FROM allocation a JOIN document d ON d.id = a.debit_document"
        " JOIN payment p ON p.id = a.credit_payment ORDER BY 1"
    )
    assert [tuple(one) for one in settled] == [("F1", "F1"), ("F2", "R9")]
    assert await outstanding() == Decimal("-180.00")


async def test_a_match_whose_amount_changed_is_given_up(load: Load, tmp_path):
    year = unlettered(tmp_path)
    await load("fec", year.written(), accept_matches=True)
    year.rows = [row.replace("250,00", "240,00") if "|F2|" in row else row for row in year.rows]
    await load("fec", year.written())
    assert await open_now() == {"F2": "240.00", "F3": "70.00"}


async def test_undoing_a_confirmation_gives_the_ledger_back(load: Load, tmp_path):
    year = unlettered(tmp_path).written()
    await load("fec", year)
    before = await ledger()
    await load("fec", year, accept_matches=True)
    await undo()
    assert await ledger() == before


async def test_a_lettered_file_proposes_nothing(load: Load, tmp_path):
    year = unlettered(tmp_path).letter("F2", "A", "20250601").letter("R2", "A", "20250601")
    assert (await load("fec", year.written())).matches is None
