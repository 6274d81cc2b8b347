"""What an open-item file settles: shares paid in part, items no longer in it, items back again.

A *soft* settlement has no counterpart that we know: the item left a file, or a history says that it
was settled on a day. A file may take it back. What a payment or a credit note settled stays.
All shares here are signed as the document is: those of a credit note are negative.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.database.transaction import copy_rows, execute, fetch_all, fetch_value
from backend.imports.queries.numbering import ids_by

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from asyncpg import Record

HISTORY_PAYMENT = "settled:"

SETTLEMENTS = f"""
  SELECT a.debit_document AS document_id, a.id, a.amount AS share, a.value_on, p.id AS payment_id,
    num_nonnulls(a.credit_document, a.credit_payment) = 0 OR p.id IS NOT NULL AS is_soft
  FROM allocation a JOIN doubtful t ON t.document_id = a.debit_document
  LEFT JOIN payment p ON p.id = a.credit_payment AND p.source = 'history'
    AND p.source_key LIKE '{HISTORY_PAYMENT}%'
  UNION ALL
  SELECT a.credit_document, a.id, -a.amount, a.value_on, NULL,
    num_nonnulls(a.debit_document, a.debit_payment) = 0
  FROM allocation a JOIN doubtful t ON t.document_id = a.credit_document"""

# A signed share of a document, as an allocation without counterpart.
SOFT = """CASE WHEN {share} > 0 THEN {document} END, NULL::uuid,
  CASE WHEN {share} < 0 THEN {document} END, NULL::uuid, abs({share})"""


async def settle_new(as_of: date) -> None:
    """A new item of which a part is paid already: between its issue and the file's day."""
    await execute(
        f"""INSERT INTO new_allocation
            SELECT {SOFT.format(share="(i.amount - i.residual)", document="i.id")},
              $1::date, least(i.issued_on, $1::date), false
            FROM item i WHERE i.amount <> i.residual
              AND NOT EXISTS (SELECT FROM found f WHERE f.line = i.line)""",
        as_of,
    )


async def compare(as_of: date, *, whole_stated: bool) -> None:
    """`stand`: where the file and the ledger disagree about what is open, and what each should be.

    What was settled after the file's day is not contradicted by it. Where the file has one amount
    only, less than before is a part paid, more than the document ever was a new amount.
    """
    await execute("""
      CREATE TEMP TABLE doubtful ON COMMIT DROP AS
      SELECT f.document_id, i.line, i.amount AS stated, i.residual, d.amount, i.company_id,
        d.issued_on
      FROM found f JOIN item i USING (line) JOIN document d ON d.id = f.document_id
      WHERE d.residual <> i.residual OR d.amount <> i.amount""")
    await execute("ALTER TABLE doubtful ADD PRIMARY KEY (document_id)")
    await execute("ANALYZE doubtful")
    target = (
        "t.stated"
        if whole_stated
        else "CASE WHEN abs(t.residual) <= abs(t.amount) THEN t.amount ELSE t.residual + k.now END"
    )
    await execute(
        f"""CREATE TEMP TABLE stand ON COMMIT DROP AS
            SELECT t.document_id, t.line, t.amount, t.residual, t.company_id, t.issued_on,
              target.amount AS target_amount, k.soft,
              -- Between nothing and what known settlements leave of the document.
              CASE WHEN t.amount > 0
                THEN greatest(0, least(target.amount - t.residual - k.now, target.amount - k.known))
                ELSE least(0, greatest(target.amount - t.residual - k.now,
                                       target.amount - k.known)) END AS target_soft,
              target.amount - t.residual - k.now AS wanted_soft
            FROM doubtful t
            LEFT JOIN (SELECT document_id,
                sum(share) FILTER (WHERE is_soft AND value_on <= $1) AS soft,
                sum(share) FILTER (WHERE NOT is_soft AND value_on <= $1) AS now,
                sum(share) FILTER (WHERE NOT is_soft OR value_on > $1) AS known
              FROM ({SETTLEMENTS}) s GROUP BY 1) sums USING (document_id),
            LATERAL (SELECT coalesce(sums.soft, 0) AS soft, coalesce(sums.now, 0) AS now,
              coalesce(sums.known, 0) AS known) k,
            LATERAL (SELECT {target} AS wished) w,
            -- An amount below what is known to be settled of it cannot be.
            LATERAL (SELECT CASE WHEN abs(w.wished) >= abs(k.known) THEN w.wished ELSE t.amount END
              AS amount) target""",
        as_of,
    )


async def settle_found(as_of: date) -> None:
    """Adds the share that was settled since the last file, or takes back what it presumed."""
    await execute(
        f"""INSERT INTO new_allocation
            SELECT {SOFT.format(share="(s.target_soft - s.soft)", document="s.document_id")},
              $1::date, coalesce(v.latest, least(s.issued_on, $1::date)), false
            FROM stand s LEFT JOIN latest_as_of v USING (company_id)
            WHERE abs(s.target_soft) > abs(s.soft)""",
        as_of,
    )
    await execute(
        f"""WITH back AS (
              SELECT s.document_id, s.target_soft, x.id, x.payment_id, x.value_on
              FROM stand s JOIN ({SETTLEMENTS}) x USING (document_id)
              WHERE abs(s.target_soft) < abs(s.soft) AND x.is_soft AND x.value_on <= $1
            ), allocations AS (
              INSERT INTO dropped_allocation SELECT id FROM back
            ), payments AS (
              INSERT INTO dropped_payment
              SELECT DISTINCT payment_id FROM back WHERE payment_id IS NOT NULL)
            INSERT INTO new_allocation
            SELECT {SOFT.format(share="target_soft", document="document_id")},
              max(value_on), NULL::date, false
            FROM back WHERE target_soft <> 0 GROUP BY document_id, target_soft""",
        as_of,
    )


async def reappeared(limit: int) -> Record | None:
    """Items whose whole settlement was presumed, and is taken back: they are in the file again."""
    rows = await fetch_all(
        """SELECT count(*) AS count, (array_agg(d.number ORDER BY s.line))[1:$1] AS numbers,
             (array_agg(s.line ORDER BY s.line))[1:20] AS lines
           FROM stand s JOIN document d ON d.id = s.document_id
           WHERE d.residual = 0 AND abs(s.target_soft) < abs(s.soft)""",
        limit,
    )
    return rows[0] if rows[0]["count"] else None


async def settled_better_here() -> Record | None:
    """Lines whose item is settled here, by payments we know, further than the file says."""
    rows = await fetch_all(
        "SELECT count(*) AS count, (array_agg(line ORDER BY line))[1:20] AS lines FROM stand"
        " WHERE target_soft <> wanted_soft"
    )
    return rows[0] if rows[0]["count"] else None


async def keep_covered(rows: Iterable[tuple[Any, ...]]) -> None:
    """`covered`: the companies, or branches of them, that the file speaks of."""
    await execute(
        "CREATE TEMP TABLE covered (company_id uuid, branch_id uuid, is_whole boolean)"
        " ON COMMIT DROP"
    )
    await copy_rows("covered", ("company_id", "branch_id", "is_whole"), rows)


async def find_latest_as_of(kind: str) -> date | None:
    """`latest_as_of`: the day of the last such file that spoke of each company, or this branch."""
    await execute(
        """CREATE TEMP TABLE latest_as_of ON COMMIT DROP AS
           SELECT v.company_id, max(c.as_of) AS latest
           FROM covered v
           JOIN import_coverage c ON c.company = v.company_id
             AND (v.is_whole OR c.branch IS NULL OR c.branch = v.branch_id)
           JOIN import_run r ON r.id = c.import_run AND r.state = 'applied' AND r.kind = $1
           GROUP BY 1""",
        kind,
    )
    latest: date | None = await fetch_value("SELECT max(latest) FROM latest_as_of")
    return latest


CLOSABLE = """
  SELECT c.company, d.id, {document} FROM document d JOIN client c ON c.id = d.original_client
  JOIN covered v ON v.company_id = c.company AND {scope}
  WHERE d.residual <> 0 AND (d.issued_on <= $1 OR d.source = 'open-items')
    AND NOT EXISTS (SELECT FROM found f WHERE f.document_id = d.id)"""
WHOLE = "v.is_whole"
NIL = "'00000000-0000-0000-0000-000000000000'::uuid"
BRANCH = (
    "NOT v.is_whole AND coalesce(v.branch_id, {nil}) = coalesce({own}, c.branch, {nil})".replace(
        "{nil}", NIL
    )
)


async def close_missing(as_of: date) -> None:
    """What was open and is no longer in the file was settled between the two files' days."""
    for scope in (WHOLE, BRANCH.format(own="d.branch")):
        closable = CLOSABLE.format(document="d.residual, d.issued_on", scope=scope)
        await execute(
            f"""INSERT INTO new_allocation
                SELECT {SOFT.format(share="x.residual", document="x.id")},
                  $1::date, coalesce(l.latest, least(x.issued_on, $1::date)), true
                FROM ({closable}) x LEFT JOIN latest_as_of l ON l.company_id = x.company""",
            as_of,
        )
    for scope in (WHOLE, BRANCH.format(own="NULL")):
        await execute(
            f"""INSERT INTO new_allocation
                SELECT NULL, CASE WHEN p.unapplied < 0 THEN p.id END, NULL,
                  CASE WHEN p.unapplied > 0 THEN p.id END, abs(p.unapplied),
                  $1::date, coalesce(l.latest, p.value_on), true
                FROM payment p JOIN client c ON c.id = p.original_client
                JOIN covered v ON v.company_id = c.company AND {scope}
                LEFT JOIN latest_as_of l ON l.company_id = c.company
                WHERE p.unapplied <> 0 AND p.value_on <= $1""",
            as_of,
        )


async def closings() -> list[Record]:
    """Per company: how many items the file closes, of how many that were open."""
    return await fetch_all("""
      SELECT k.id, k.code, coalesce(x.closed, 0) AS closed, o.open AS open_before
      FROM company k
      JOIN (SELECT c.company, count(*) AS open FROM document d
            JOIN client c ON c.id = d.original_client
            WHERE d.residual <> 0 AND c.company IN (SELECT company_id FROM covered)
            GROUP BY 1) o ON o.company = k.id
      LEFT JOIN (SELECT c.company, count(*) AS closed FROM new_allocation n
            JOIN document d ON d.id = coalesce(n.debit_document, n.credit_document)
            JOIN client c ON c.id = d.original_client
            WHERE n.closes GROUP BY 1) x ON x.company = k.id
      ORDER BY k.code""")


async def keep_coverage(run_id: UUID, as_of: date) -> None:
    await execute(
        f"""INSERT INTO import_coverage (id, import_run, company, branch, as_of)
           SELECT {ids_by("row_number() OVER () - 1")}, $1, company_id, branch_id, $2
           FROM covered""",
        run_id,
        as_of,
    )
