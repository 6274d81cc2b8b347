"""From one fiscal year to the next: what the opening items of a FEC stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.database.transaction import execute, fetch_all
from backend.imports.queries.settling import SOFT

if TYPE_CHECKING:
    from asyncpg import Record


async def carry_forward() -> None:
    """Opening items stand for what an earlier year, already loaded, left open.

    One that is the same item (client, number and what was open on the eve) *is* that document: it
    is not loaded again, and this year's lettering settles the document of its year. What else was
    open is settled on the opening day, and the opening items stand for it from that day on: what a
    client owed is counted once on any day. Without an opening entry nothing is carried.
    """
    await find_left_open()
    await keep_same_items()
    await settle_replaced()


async def find_left_open() -> None:
    """`earlier`: documents and payments of earlier years, and what was open on the opening day."""
    await execute("""
      CREATE TEMP TABLE earlier ON COMMIT DROP AS
      WITH opening AS (
        SELECT company_id, min(fiscal_year) AS fiscal_year, min(booked_on) AS day
        FROM item WHERE kind = 'opening_item' GROUP BY 1)
      SELECT * FROM (
        SELECT d.id, true AS is_document, d.original_client AS client_id, d.number, d.currency,
          o.day,
          d.amount
            - coalesce((SELECT sum(a.amount) FROM allocation a
                WHERE a.debit_document = d.id AND a.value_on < o.day), 0)
            + coalesce((SELECT sum(a.amount) FROM allocation a
                WHERE a.credit_document = d.id AND a.value_on < o.day), 0) AS left_open
        FROM opening o JOIN client c ON c.company = o.company_id
        JOIN document d ON d.original_client = c.id AND d.source = 'fec'
          AND split_part(d.source_key, ':', 2)::integer < o.fiscal_year
        UNION ALL
        SELECT p.id, false, p.original_client, p.reference, p.currency, o.day,
          -p.amount
            + coalesce((SELECT sum(a.amount) FROM allocation a
                WHERE a.credit_payment = p.id AND a.value_on < o.day), 0)
            - coalesce((SELECT sum(a.amount) FROM allocation a
                WHERE a.debit_payment = p.id AND a.value_on < o.day), 0)
        FROM opening o JOIN client c ON c.company = o.company_id
        JOIN payment p ON p.original_client = c.id AND p.source = 'fec'
          AND split_part(p.source_key, ':', 2)::integer < o.fiscal_year
      ) e WHERE left_open <> 0""")


async def keep_same_items() -> None:
    """`carried`: opening items that *are* an earlier document or payment; they leave `item`."""
    await execute("""
      CREATE TEMP TABLE carried ON COMMIT DROP AS
      SELECT i.line, e.id, e.is_document
      FROM (SELECT item.*, row_number() OVER (PARTITION BY client_id, number, currency, amount
                ORDER BY line) AS place
            FROM item WHERE kind = 'opening_item'
              AND NOT EXISTS (SELECT FROM found f WHERE f.line = item.line)) i
      JOIN (SELECT earlier.*, row_number() OVER (PARTITION BY client_id, number, currency, left_open
                ORDER BY id) AS place FROM earlier) e
        ON (e.client_id, e.number, e.currency, e.left_open, e.place)
          = (i.client_id, i.number, i.currency, i.amount, i.place)""")
    await execute("""
      INSERT INTO mapped (line, document_id, payment_id)
      SELECT line, CASE WHEN is_document THEN id END, CASE WHEN NOT is_document THEN id END
      FROM carried""")
    await execute("DELETE FROM item i USING carried c WHERE c.line = i.line")
    # An opening item that stands for something earlier begins on the opening day.
    await execute("""
      UPDATE item i SET issued_on = booked_on WHERE kind = 'opening_item'
        AND EXISTS (SELECT FROM earlier e WHERE e.client_id = i.client_id
          AND NOT EXISTS (SELECT FROM carried c WHERE c.id = e.id))""")


async def settle_replaced() -> None:
    """What was open and is no opening item of its own is settled on the opening day."""
    for is_document, signed in (("true", "e.left_open"), ("false", "-e.left_open")):
        kept = "document" if is_document == "true" else "payment"
        open_now = "residual" if kept == "document" else "unapplied"
        shares = (
            SOFT.format(share="x.share", document="x.id")
            if kept == "document"
            else "NULL, CASE WHEN x.share < 0 THEN x.id END, NULL,"
            " CASE WHEN x.share > 0 THEN x.id END, abs(x.share)"
        )
        await execute(f"""
          INSERT INTO new_allocation
          SELECT {shares}, x.day, x.day - 1, false
          FROM (SELECT e.id, e.day,
                  sign({signed}) * least(abs({signed}), abs(k.{open_now})) AS share
                FROM earlier e JOIN {kept} k ON k.id = e.id
                WHERE e.is_document = {is_document} AND k.{open_now} <> 0
                  AND NOT EXISTS (SELECT FROM carried c WHERE c.id = e.id)) x""")


async def opening_gaps() -> list[Record]:
    """Clients whose opening items do not add up to what the earlier year left open."""
    return await fetch_all("""
      SELECT p.code, opening.amount AS opening, earlier.amount AS earlier,
        count(*) OVER () AS clients
      FROM (SELECT client_id, sum(amount) AS amount FROM (
              SELECT p.client_id, s.amount FROM staged_fec_item s JOIN payer p
                ON p.code = s.client_code
              WHERE s.family = '411' AND s.kind = 'opening_item') o GROUP BY 1) opening
      FULL JOIN (SELECT client_id, sum(left_open) AS amount FROM earlier GROUP BY 1) earlier
        USING (client_id)
      JOIN client p ON p.id = client_id
      WHERE EXISTS (SELECT FROM earlier)
        AND coalesce(opening.amount, 0) <> coalesce(earlier.amount, 0)
      ORDER BY p.code LIMIT 20""")
