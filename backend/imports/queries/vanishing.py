"""Lines that an earlier export of the year had and this one no longer has.

A FEC is the whole truth about its year: what is gone from it settles nothing that is still there,
and is open no more (docs/decisions/0024).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.database.transaction import execute, fetch_all
from backend.imports.queries.matches import CONFIRMED
from backend.imports.queries.settling import SOFT

if TYPE_CHECKING:
    from datetime import date

    from asyncpg import Record

YEARS = "(SELECT DISTINCT 'fec:' || fiscal_year || ':%' FROM staged_fec_item)"
FROM_FEC = f"a.source IN ('fec', '{CONFIRMED}')"
# Both ways round: each end of an allocation as the one that may be gone, with what would then be
# open of it (a document's as it is signed, a payment's the other way round), and the other end.
SETTLED_WITH = " UNION ALL ".join(
    f"""SELECT a.id, a.{gone} AS gone, {sign}a.amount AS amount, coalesce({still}) AS still
        FROM allocation a WHERE {FROM_FEC} AND a.{gone} IS NOT NULL"""
    for gone, sign, still in (
        ("debit_document", "", "a.credit_document, a.credit_payment"),
        ("debit_payment", "", "a.credit_document, a.credit_payment"),
        ("credit_document", "-", "a.debit_document, a.debit_payment"),
        ("credit_payment", "-", "a.debit_document, a.debit_payment"),
    )
)


async def find_vanished() -> None:
    """`vanished`: documents and payments of the file's years that it has no line of."""
    await execute(f"""
      CREATE TEMP TABLE vanished ON COMMIT DROP AS
      SELECT d.id, true AS is_document FROM document d JOIN client c ON c.id = d.original_client
      WHERE c.company IN (SELECT company_id FROM payer) AND d.source = 'fec'
        AND d.source_key LIKE ANY (ARRAY{YEARS})
        AND NOT EXISTS (SELECT FROM mapped m WHERE m.document_id = d.id)
      UNION ALL
      SELECT p.id, false FROM payment p JOIN client c ON c.id = p.original_client
      WHERE c.company IN (SELECT company_id FROM payer) AND p.source = 'fec'
        AND p.source_key LIKE ANY (ARRAY{YEARS})
        AND NOT EXISTS (SELECT FROM mapped m WHERE m.payment_id = p.id)""")
    await execute("CREATE INDEX ON vanished (id)")
    await execute("ANALYZE vanished")


async def take_back() -> None:
    """`freed`: what lines that are gone had settled of those still there is dropped.

    Where both are gone, nothing says that what the one settled of the other is open. What people
    settled by hand stays: account 411 then differs, and that is told.
    """
    await execute(f"""
      CREATE TEMP TABLE freed ON COMMIT DROP AS
      SELECT e.id, e.gone, e.amount, e.still FROM vanished v
      JOIN ({SETTLED_WITH}) e ON e.gone = v.id
      JOIN (SELECT DISTINCT coalesce(document_id, payment_id) AS id FROM mapped) m
        ON m.id = e.still""")
    await execute("INSERT INTO dropped_allocation SELECT id FROM freed ON CONFLICT DO NOTHING")


async def owed_again(limit: int) -> Record | None:
    """Documents still there of which so much was settled by what is gone, and not anew."""
    rows = await fetch_all(
        """SELECT count(*) AS count, (array_agg(number ORDER BY number))[1:$1] AS numbers
           FROM (SELECT DISTINCT d.id, d.number FROM freed f JOIN document d ON d.id = f.still
                 WHERE NOT EXISTS (SELECT FROM lettered l
                   WHERE d.id IN (l.debit_document, l.credit_document))) back""",
        limit,
    )
    return rows[0] if rows[0]["count"] else None


async def close_vanished(as_of: date) -> None:
    """What was open of them is settled, and what they settle no more."""
    await execute(
        f"""INSERT INTO new_allocation
            SELECT {SOFT.format(share="x.open", document="x.id")}, $1::date, NULL::date, true
            FROM (SELECT d.id, d.residual + coalesce(sum(f.amount), 0) AS open
                  FROM vanished v JOIN document d ON d.id = v.id LEFT JOIN freed f ON f.gone = d.id
                  GROUP BY d.id) x WHERE x.open <> 0""",
        as_of,
    )
    await execute(
        """INSERT INTO new_allocation
           SELECT NULL, CASE WHEN x.open < 0 THEN x.id END, NULL,
             CASE WHEN x.open > 0 THEN x.id END, abs(x.open), $1::date, NULL, true
           FROM (SELECT p.id, p.unapplied - coalesce(sum(f.amount), 0) AS open
                 FROM vanished v JOIN payment p ON p.id = v.id LEFT JOIN freed f ON f.gone = p.id
                 GROUP BY p.id) x WHERE x.open <> 0""",
        as_of,
    )
