"""Client files: who they are, where, and whose."""

from __future__ import annotations

import pytest

from backend.database.transaction import execute, fetch_all, fetch_value
from shared.ids import new_id
from tests.imports.conftest import Load, ledger

pytestmark = pytest.mark.anyio


@pytest.fixture
async def organisation(database):
    company, branch = new_id(), new_id()
    await execute(
        "INSERT INTO company (id, code, name, currency) VALUES ($1, 'FR01', 'Nous', 'EUR')", company
    )
    await execute(
        "INSERT INTO branch (id, company, code, name) VALUES ($1, $2, 'LYO', 'Lyon')",
        branch,
        company,
    )
    for email, name in (
        ("ana@nous.test", "Ana Béranger"),
        ("bo@nous.test", "Bo Martin"),
        ("bo2@nous.test", "Bo Martin"),
    ):
        await execute(
            "INSERT INTO account (id, email, name, role, language, theme, sees_everything,"
            " sees_own_portfolio, created_at) VALUES ($1, $2, $3, 'sales', 'fr', 'system', false,"
            " true, now())",
            new_id(),
            email,
            name,
        )


FULL = "C1;Alpha SA;LYO;ana@nous.test;732829320;30 jours;compta@alpha.test;Lyon"


async def test_a_client_comes_with_branch_rep_debtor_terms_and_contact(load: Load, organisation):
    result = await load("clients", (FULL,))
    assert (result.end, result.added, result.changed) == ("applied", 1, 0)
    found = await ledger()
    assert found["clients"] == [
        {
            "code": "C1",
            "name": "Alpha SA",
            "siren": "732829320",
            "town": "Lyon",
            "terms_basis": "net",
            "terms_days": 30,
            "branch": "LYO",
            "rep": "ana@nous.test",
            "debtor": "Alpha SA",
        }
    ]
    assert [contact["email"] for contact in found["contacts"]] == ["compta@alpha.test"]


async def test_a_client_file_twice_changes_nothing(load: Load, organisation):
    await load("clients", (FULL,))
    before = await ledger()
    result = await load("clients", (FULL,))
    assert (result.added, result.changed) == (0, 0)
    assert await ledger() == before


async def test_branch_and_rep_may_be_named_as_people_name_them(load: Load, organisation):
    result = await load("clients", ("C1;Alpha;lyon;ana beranger;;;;",))
    assert result.end == "applied"
    assert (await ledger())["clients"][0]["rep"] == "ana@nous.test"


async def test_what_the_file_leaves_empty_stays(load: Load, organisation):
    await load("clients", (FULL,))
    result = await load("clients", ("C1;Alpha Distribution;;;;;;Nantes",))
    assert (result.added, result.changed) == (0, 1)
    client = (await ledger())["clients"][0]
    assert (client["name"], client["town"]) == ("Alpha Distribution", "Nantes")
    assert (client["siren"], client["rep"]) == ("732829320", "ana@nous.test")
    (fact,) = await fetch_all("SELECT before, after FROM activity WHERE kind = 'client-changed'")
    assert fact["before"] == {"name": "Alpha SA", "town": "Lyon"}
    assert fact["after"] == {"name": "Alpha Distribution", "town": "Nantes"}


async def test_unknown_people_and_branches_are_refused_with_their_lines(load: Load, organisation):
    rows = (
        FULL,
        "C2;Beta;XYZ;;;;;",
        "C3;Gamma;;nobody@nous.test;;;;",
        "C4;Delta;;Bo Martin;;;;",
    )
    result = await load("clients", rows)
    assert result.end == "refused"
    assert [(one.line, one.finding.code) for one in result.refused] == [
        (3, "branch-unknown"),
        (4, "rep-unknown"),
        (5, "rep-ambiguous"),
    ]
    assert await fetch_value("SELECT count(*) FROM client") == 0
    assert (await load("clients", rows, skip_refused=True)).added == 1


async def test_two_clients_of_one_siren_have_one_debtor(load: Load, organisation):
    await load("clients", (FULL, FULL.replace("C1", "C2")))
    assert await fetch_value("SELECT count(*) FROM debtor") == 1
    assert await fetch_value("SELECT count(DISTINCT debtor) FROM client") == 1
