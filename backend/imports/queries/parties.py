"""Whose lines these are: companies, branches and clients, found or to be made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.database.transaction import copy_rows, execute, fetch_all, fetch_value
from backend.imports.queries.numbering import ids_by
from backend.imports.reading.rows import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from asyncpg import Record

# Every line's party in one shape; "" where the file says nothing, so that it joins.
_NAMED = """SELECT line, coalesce(company_code, '') AS company_code,
  coalesce(branch_code, '') AS branch_code, client_code, client_name, currency, {terms} AS terms
  FROM {table}"""
PARTIES: dict[Kind, str] = {
    Kind.OPEN_ITEMS: _NAMED.format(table="staged_item", terms="terms"),
    Kind.HISTORY: _NAMED.format(table="staged_item", terms="terms"),
    Kind.PAYMENTS: _NAMED.format(table="staged_payment", terms="NULL::text"),
    Kind.CLIENTS: _NAMED.format(table="staged_client", terms="terms"),
    Kind.FEC: """SELECT line, '' AS company_code, '' AS branch_code, client_code, client_name,
      currency, NULL::text AS terms FROM staged_fec_item WHERE family = '411'""",
}


async def stated_places(kind: Kind) -> list[tuple[str, str]]:
    """The pairs of company and branch codes that the file writes."""
    rows = await fetch_all(
        f"SELECT DISTINCT company_code, branch_code FROM ({PARTIES[kind]}) p ORDER BY 1, 2"
    )
    return [(row["company_code"], row["branch_code"]) for row in rows]


async def companies() -> list[Record]:
    return await fetch_all("SELECT id, code, siren, currency FROM company ORDER BY code")


async def branches(company_ids: list[UUID]) -> list[Record]:
    return await fetch_all(
        "SELECT id, company, code, name FROM branch WHERE company = ANY ($1) ORDER BY code",
        company_ids,
    )


async def main_currency(kind: Kind) -> str:
    """The currency most of the file's lines are in."""
    found = await fetch_value(
        f"SELECT currency FROM ({PARTIES[kind]}) p WHERE currency IS NOT NULL"
        " GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"
    )
    return str(found or "EUR")


async def keep_places(rows: Iterable[tuple[Any, ...]]) -> None:
    """`place`: what each pair of stated codes means."""
    await execute(
        "CREATE TEMP TABLE place (company_code text, branch_code text, company_id uuid,"
        " branch_id uuid, PRIMARY KEY (company_code, branch_code)) ON COMMIT DROP"
    )
    await copy_rows("place", ("company_code", "branch_code", "company_id", "branch_id"), rows)


async def keep_terms(rows: Iterable[tuple[str, str, int]]) -> None:
    """`terms_meant`: the payment terms that the file's own codes stand for, where we know."""
    await execute(
        "CREATE TEMP TABLE terms_meant (code text PRIMARY KEY, basis text, days integer)"
        " ON COMMIT DROP"
    )
    await copy_rows("terms_meant", ("code", "basis", "days"), rows)


async def stated_terms(kind: Kind) -> list[str]:
    rows = await fetch_all(
        f"SELECT DISTINCT terms FROM ({PARTIES[kind]}) p WHERE terms IS NOT NULL LIMIT 100000"
    )
    return [row["terms"] for row in rows]


async def find_payers(kind: Kind) -> None:
    """`payer`: each client of the file, found by its code or to be made.

    A client is its code, whatever its name's spelling: a new one takes the spelling most of its
    lines have, the earliest of two that are as frequent.
    """
    new_id = ids_by("row_number() OVER (ORDER BY s.first_line) - 1")
    await execute(f"""
      CREATE TEMP TABLE payer ON COMMIT DROP AS
      WITH spelt AS MATERIALIZED (
        SELECT pl.company_id, pl.branch_id, p.client_code AS code, p.client_name AS name,
          p.currency, p.terms, count(*) AS lines, min(p.line) AS first_line
        FROM ({PARTIES[kind]}) p JOIN place pl USING (company_code, branch_code)
        GROUP BY 1, 2, 3, 4, 5, 6
      ), seen AS (
        SELECT company_id, code, min(first_line) AS first_line FROM spelt GROUP BY 1, 2
      )
      SELECT company_id, code, s.first_line, coalesce(c.id, {new_id}) AS client_id,
        c.id IS NULL AS is_new, name.name,
        CASE WHEN c.id IS NULL THEN branch.branch_id ELSE c.branch END AS branch_id,
        currency.currency, coalesce(c.terms_basis, terms.basis) AS terms_basis,
        CASE WHEN c.terms_basis IS NULL THEN terms.days ELSE c.terms_days END AS terms_days,
        c.known_name, c.merged_into
      FROM seen s
      LEFT JOIN (SELECT id, company AS company_id, code, branch, terms_basis, terms_days,
          name AS known_name, merged_into FROM client) c USING (company_id, code)
      LEFT JOIN (SELECT DISTINCT ON (company_id, code) company_id, code, name FROM (
            SELECT company_id, code, name, sum(lines) AS lines, min(first_line) AS first_line
            FROM spelt WHERE name IS NOT NULL GROUP BY 1, 2, 3) n
          ORDER BY company_id, code, lines DESC, first_line) name USING (company_id, code)
      LEFT JOIN (SELECT DISTINCT ON (company_id, code) company_id, code, branch_id FROM (
            SELECT company_id, code, branch_id, sum(lines) AS lines, min(first_line) AS first_line
            FROM spelt WHERE branch_id IS NOT NULL GROUP BY 1, 2, 3) n
          ORDER BY company_id, code, lines DESC, first_line) branch USING (company_id, code)
      LEFT JOIN (SELECT DISTINCT ON (company_id, code) company_id, code, currency FROM (
            SELECT company_id, code, currency, sum(lines) AS lines, min(first_line) AS first_line
            FROM spelt WHERE currency IS NOT NULL GROUP BY 1, 2, 3) n
          ORDER BY company_id, code, lines DESC, first_line) currency USING (company_id, code)
      LEFT JOIN (SELECT DISTINCT ON (company_id, code) company_id, code, basis, days FROM (
            SELECT company_id, spelt.code, m.basis, m.days, sum(lines) AS lines,
              min(first_line) AS first_line
            FROM spelt JOIN terms_meant m ON m.code = spelt.terms GROUP BY 1, 2, 3, 4) n
          ORDER BY company_id, code, lines DESC, first_line) terms USING (company_id, code)
    """)
    await execute("ALTER TABLE payer ADD PRIMARY KEY (company_id, code)")
    await execute("ANALYZE payer")


async def forget_payers() -> None:
    await execute("DROP TABLE payer")


async def zeros_apart() -> list[Record]:
    """New codes that are a client's we have, but for leading zeros."""
    return await fetch_all("""
      SELECT ARRAY[p.code, c.code] AS codes, count(*) OVER () AS groups
      FROM payer p JOIN client c ON c.company = p.company_id AND c.code <> p.code
        AND ltrim(c.code, '0') = ltrim(p.code, '0')
      WHERE p.is_new AND ltrim(p.code, '0') <> ''
      ORDER BY p.first_line LIMIT 1""")


async def make_clients(run_id: UUID, language: str, now: datetime) -> int:
    """The new clients; and a name for those that only had their code for one."""
    made = await execute(
        """INSERT INTO client (id, company, code, name, language, currency, branch, terms_basis,
             terms_days, created_at)
           SELECT client_id, company_id, code, coalesce(name, code), $1, coalesce(currency, 'EUR'),
             branch_id, terms_basis, terms_days, $2
           FROM payer WHERE is_new ORDER BY client_id""",
        language,
        now,
    )
    await execute(
        f"""INSERT INTO import_change (id, import_run, relation, row)
            SELECT {ids_by("row_number() OVER () - 1")}, $1, 'client', client_id
            FROM payer WHERE is_new""",
        run_id,
    )
    return int(made.rpartition(" ")[2])


async def name_clients(run_id: UUID) -> None:
    """A client known by its code alone gets the name that the file has."""
    await execute(
        f"""WITH named AS (
              UPDATE client c SET name = p.name FROM payer p
              WHERE c.id = p.client_id AND NOT p.is_new AND p.known_name = p.code
                AND p.name <> p.code
              RETURNING c.id, p.known_name, p.name)
            INSERT INTO import_change (id, import_run, relation, row, before, after)
            SELECT {ids_by("row_number() OVER () - 1")}, $1, 'client', id,
              jsonb_build_object('name', known_name), jsonb_build_object('name', name)
            FROM named""",
        run_id,
    )


async def make_companies(rows: Iterable[tuple[Any, ...]]) -> None:
    for row in rows:
        await execute(
            "INSERT INTO company (id, code, name, siren, currency) VALUES ($1, $2, $3, $4, $5)",
            *row,
        )


async def make_branches(rows: Iterable[tuple[Any, ...]]) -> None:
    for row in rows:
        await execute("INSERT INTO branch (id, company, code, name) VALUES ($1, $2, $3, $4)", *row)


async def keep_siren(company_id: UUID, siren: str) -> None:
    await execute(
        "UPDATE company SET siren = $2 WHERE id = $1 AND siren IS NULL", company_id, siren
    )


async def remember_added(run_id: UUID, relation: str, ids: list[UUID]) -> None:
    """Rows that this run made, for its undoing."""
    await execute(
        f"""INSERT INTO import_change (id, import_run, relation, row)
            SELECT {ids_by("row_number() OVER () - 1")}, $1, $2, made
            FROM unnest($3::uuid[]) AS made""",
        run_id,
        relation,
        ids,
    )
