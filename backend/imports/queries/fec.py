"""A FEC: each line on account 411 is a document or a payment, the lettering says what settles what.

A later export of the same year is the whole truth about that year: new lines are added, lettering
is taken over as it now stands, lines that are gone are closed. A later year opens with what the
earlier one left open: see `carrying`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.database.transaction import execute, fetch_all, fetch_value
from backend.imports.queries.applying import remember
from backend.imports.queries.items import OF_PAYER
from backend.imports.queries.numbering import ids_by

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from asyncpg import Record

KEY = "'fec:' || s.fiscal_year || ':' || s.journal || ':' || s.entry_number || ':' || s.entry_line"


async def last_entry_on() -> date | None:
    day: date | None = await fetch_value(
        "SELECT max(booked_on) FROM staged_fec_item WHERE family = '411'"
    )
    return day


async def open_elsewhere(company_ids: list[UUID]) -> int:
    """Open documents and payments that came by another kind of file: a FEC holds them again."""
    return int(
        await fetch_value(
            """SELECT (SELECT count(*) FROM document d JOIN client c ON c.id = d.original_client
                 WHERE c.company = ANY ($1) AND d.residual <> 0 AND d.source <> 'fec')
               + (SELECT count(*) FROM payment p JOIN client c ON c.id = p.original_client
                 WHERE c.company = ANY ($1) AND p.unapplied <> 0 AND p.source <> 'fec')""",
            company_ids,
        )
    )


async def keep_known_year() -> None:
    """Lines loaded before stay in the fiscal year they were loaded under.

    A file without its legal name does not say when its year closes: an export of July to December
    looks like 2023, the whole year to June like 2024. The same line (client, journal, number,
    place in the entry, date and amount) under another year is that line. Opening items prove
    nothing: the next year's may well look the same.
    """
    years = await fetch_all("""
      SELECT DISTINCT split_part(known.source_key, ':', 2)::integer AS year
      FROM staged_fec_item s
      JOIN payer p ON p.code = s.client_code
      JOIN (SELECT original_client, source_key, issued_on AS day, amount FROM document
              WHERE source = 'fec' AND kind <> 'opening_item'
            UNION ALL
            SELECT original_client, source_key, value_on, -amount FROM payment
              WHERE source = 'fec') known
        ON known.original_client = p.client_id AND known.day = s.issued_on
          AND known.amount = s.amount
          AND substr(known.source_key, length('fec:2026:') + 1)
            = s.journal || ':' || s.entry_number || ':' || s.entry_line
      WHERE s.family = '411' AND s.kind <> 'opening_item'""")
    if len(years) == 1:
        await execute("UPDATE staged_fec_item SET fiscal_year = $1", years[0]["year"])


async def make_items() -> None:
    """`item`: the lines that are documents; `money`: those that are payments."""
    await execute(f"""
      CREATE TEMP TABLE item ON COMMIT DROP AS
      SELECT s.line, {ids_by("row_number() OVER (ORDER BY s.line) - 1")} AS id, p.client_id,
        coalesce(p.merged_into, p.client_id) AS owes_id, p.is_new AS client_is_new,
        NULL::uuid AS branch_id, NULL::uuid AS stated_branch_id, p.company_id, s.kind, s.number,
        left(s.label, 300) AS label, s.issued_on, s.due_on AS stated_due_on,
        coalesce(s.due_on, {OF_PAYER}) AS due_on,
        s.due_on IS NULL AS due_estimated, s.currency, s.amount, s.amount AS residual,
        {KEY} AS source_key, s.booked_on, s.fiscal_year
      FROM staged_fec_item s
      JOIN payer p ON p.code = s.client_code
      WHERE s.family = '411' AND s.kind <> 'payment'""")
    await execute(f"""
      CREATE TEMP TABLE money ON COMMIT DROP AS
      SELECT s.line, {ids_by("row_number() OVER (ORDER BY s.line) - 1")} AS id, p.client_id,
        coalesce(p.merged_into, p.client_id) AS owes_id, s.issued_on AS value_on, s.currency,
        -s.amount AS amount, s.number AS reference, s.label, {KEY} AS source_key, p.company_id
      FROM staged_fec_item s
      JOIN payer p ON p.code = s.client_code
      WHERE s.family = '411' AND s.kind = 'payment'""")
    await execute(
        "CREATE TEMP TABLE mapped (line integer PRIMARY KEY, document_id uuid, payment_id uuid)"
        " ON COMMIT DROP"
    )


async def find_known() -> None:
    """The lines that an earlier export of the same year already brought."""
    await execute("""
      INSERT INTO found
      SELECT i.line, d.id FROM item i
      JOIN document d ON d.original_client = i.client_id AND d.source_key = i.source_key
        AND d.source = 'fec' AND d.currency = i.currency AND sign(d.amount) = sign(i.amount)""")
    await execute("""
      INSERT INTO mapped (line, payment_id)
      SELECT m.line, p.id FROM money m
      JOIN payment p ON p.original_client = m.client_id AND p.source_key = m.source_key
        AND p.source = 'fec' AND p.currency = m.currency AND sign(p.amount) = sign(m.amount)""")


async def map_lines() -> None:
    """`mapped`: the document or payment that each line is."""
    await execute("""
      INSERT INTO mapped (line, document_id)
      SELECT i.line, coalesce(f.document_id, i.id) FROM item i LEFT JOIN found f USING (line)""")
    await execute("""
      INSERT INTO new_payment
      SELECT m.id, m.owes_id, m.client_id, m.value_on, m.currency, m.amount, m.reference, m.label,
        NULL, m.source_key
      FROM money m WHERE NOT EXISTS (SELECT FROM mapped x WHERE x.line = m.line)""")
    await execute("""
      INSERT INTO mapped (line, payment_id)
      SELECT line, id FROM money m WHERE NOT EXISTS (SELECT FROM mapped x WHERE x.line = m.line)""")
    await execute("ANALYZE mapped")


async def find_changes() -> None:
    """`stand` and `payment_change`: amounts and days that another export tells otherwise."""
    await execute(
        "CREATE TEMP TABLE stand ON COMMIT DROP AS"
        " SELECT document_id, i.amount AS target_amount FROM found JOIN item i USING (line)"
    )
    await execute("""
      CREATE TEMP TABLE payment_change ON COMMIT DROP AS
      SELECT p.id, m.value_on, m.amount, m.reference, m.label
      FROM money m JOIN mapped x USING (line) JOIN payment p ON p.id = x.payment_id
      WHERE (p.value_on, p.amount, p.reference, p.label)
        IS DISTINCT FROM (m.value_on, m.amount, m.reference, m.label)""")


async def take_over_lettering() -> None:
    """The allocations as the lettering now says: what is new is added, what is gone is dropped."""
    await execute("""
      CREATE TEMP TABLE lettered ON COMMIT DROP AS
      SELECT d.document_id AS debit_document, d.payment_id AS debit_payment,
        c.document_id AS credit_document, c.payment_id AS credit_payment,
        sum(a.amount) AS amount, max(a.value_on) AS value_on
      FROM staged_fec_allocation a
      JOIN mapped d ON d.line = a.debit_line JOIN mapped c ON c.line = a.credit_line
      WHERE a.family = '411' AND NOT a.proposed
      GROUP BY 1, 2, 3, 4""")
    await execute("""
      CREATE TEMP TABLE known_lettering ON COMMIT DROP AS
      SELECT a.* FROM allocation a
      JOIN mapped d ON coalesce(d.document_id, d.payment_id)
        = coalesce(a.debit_document, a.debit_payment)
      JOIN mapped c ON coalesce(c.document_id, c.payment_id)
        = coalesce(a.credit_document, a.credit_payment)
      WHERE a.source = 'fec'""")
    ends = """(coalesce({0}.debit_document, {0}.debit_payment),
      coalesce({0}.credit_document, {0}.credit_payment), {0}.amount, {0}.value_on)"""
    same = f"{ends.format('l')} = {ends.format('k')}"
    await execute(f"""
      INSERT INTO dropped_allocation
      SELECT k.id FROM known_lettering k
      WHERE NOT EXISTS (SELECT FROM lettered l WHERE {same})""")
    # A line that is in the file again was never settled by its absence.
    await execute("""
      INSERT INTO dropped_allocation
      SELECT a.id FROM allocation a
      JOIN mapped m ON coalesce(m.document_id, m.payment_id) = coalesce(a.debit_document,
        a.debit_payment, a.credit_document, a.credit_payment)
      WHERE a.source = 'fec' AND num_nonnulls(a.debit_document, a.debit_payment,
        a.credit_document, a.credit_payment) = 1
      ON CONFLICT DO NOTHING""")
    await execute(f"""
      INSERT INTO new_allocation
      SELECT debit_document, debit_payment, credit_document, credit_payment, amount, value_on,
        NULL, false
      FROM lettered l WHERE NOT EXISTS (SELECT FROM known_lettering k WHERE {same})""")


async def reappeared(limit: int) -> Record | None:
    """As in `settling`: lines that an export between this one and the first did not have."""
    rows = await fetch_all(
        """SELECT count(*) AS count, (array_agg(s.number ORDER BY s.line))[1:$1] AS numbers,
             (array_agg(s.line ORDER BY s.line))[1:20] AS lines
           FROM dropped_allocation x JOIN allocation a USING (id)
           JOIN mapped m ON coalesce(m.document_id, m.payment_id) = coalesce(a.debit_document,
             a.debit_payment, a.credit_document, a.credit_payment)
           JOIN staged_fec_item s ON s.line = m.line
           WHERE num_nonnulls(a.debit_document, a.debit_payment, a.credit_document,
             a.credit_payment) = 1""",
        limit,
    )
    return rows[0] if rows[0]["count"] else None


async def change_payments(run_id: UUID) -> None:
    await execute(
        remember(
            "payment",
            "p.id, jsonb_build_object('value_on', p.value_on, 'amount', p.amount, 'reference',"
            " p.reference, 'label', p.label), jsonb_build_object('value_on', x.value_on, 'amount',"
            " x.amount, 'reference', x.reference, 'label', x.label)"
            " FROM payment_change x JOIN payment p USING (id)",
        ),
        run_id,
    )
    await execute(
        """UPDATE payment p SET value_on = x.value_on, amount = x.amount, reference = x.reference,
             label = x.label FROM payment_change x WHERE x.id = p.id"""
    )


async def count_new_payments() -> int:
    return int(await fetch_value("SELECT count(*) FROM new_payment"))
