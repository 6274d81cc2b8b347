"""What is told of an applied import: to each client's file, to the companies, to the run itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.database.transaction import connection, execute, fetch_value
from backend.imports.queries.numbering import ids_by

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

CHANGES_TOLD_MOST = 20
"""Changed rows a client's fact shows before and after; the run keeps them all."""


NEW_ITEMS = """SELECT owes_id, count(*), 0, 0 FROM item i
  WHERE NOT EXISTS (SELECT FROM found f WHERE f.line = i.line) GROUP BY 1"""
NO_ITEMS = "SELECT NULL::uuid, 0, 0, 0 WHERE false"
TOLD = f"""
  SELECT client, jsonb_agg(before ORDER BY number) AS before,
    jsonb_agg(after ORDER BY number) AS after
  FROM (
    SELECT d.client, d.number, c.before || jsonb_build_object('number', d.number) AS before,
      c.after, row_number() OVER (PARTITION BY d.client ORDER BY d.number) AS place
    FROM import_change c JOIN document d ON d.id = c.row
    WHERE c.import_run = $1 AND c.relation = 'document'
  ) x WHERE place <= {CHANGES_TOLD_MOST} GROUP BY client"""
"""Of each client: its first changed documents, before and after. $1 is the run."""


TAKEN_BACK = "import_change x WHERE x.import_run = $1 AND x.relation = 'allocation'"


def ends(what: str) -> str:
    """The documents, or the payments, that the run settled otherwise. $1 is the run."""
    return " UNION ".join(
        f"SELECT {side}_{what} FROM new_allocation{' WHERE NOT closes' * (what == 'document')}"
        f" UNION SELECT (x.before ->> '{side}_{what}')::uuid FROM {TAKEN_BACK}"
        for side in ("debit", "credit")
    )


def touched(*, with_items: bool) -> str:
    """Of each client: documents and payments that came, changed and closed. $1 is the run.

    What is settled no more has changed, and so has money that settles something else: whoever is
    not told of here keeps the old figures on their phone.
    """
    return f"""
    SELECT client, sum(added) AS added, sum(changed) AS changed, sum(closed) AS closed
    FROM (
      SELECT client_id AS client, count(*) AS added, 0 AS changed, 0 AS closed
      FROM new_payment GROUP BY 1
      UNION ALL
      {NEW_ITEMS if with_items else NO_ITEMS}
      UNION ALL
      SELECT d.client, 0, count(*), 0 FROM document d
      WHERE d.import_run IS DISTINCT FROM $1 AND d.id IN (
        SELECT document_id FROM change UNION {ends("document")})
      GROUP BY 1
      UNION ALL
      SELECT p.client, 0, count(*), 0 FROM payment p
      WHERE p.import_run IS DISTINCT FROM $1 AND p.id IN (
        SELECT x.row FROM import_change x WHERE x.import_run = $1 AND x.relation = 'payment'
        UNION {ends("payment")})
      GROUP BY 1
      UNION ALL
      SELECT (x.before ->> 'client')::uuid, 0, count(*), 0 FROM import_change x
      WHERE x.import_run = $1 AND x.relation = 'payment' AND x.after IS NULL GROUP BY 1
      UNION ALL
      SELECT d.client, 0, 0, count(*) FROM new_allocation n
      JOIN document d ON d.id = coalesce(n.debit_document, n.credit_document)
      WHERE n.closes GROUP BY 1
    ) t GROUP BY client"""


async def tell_clients(
    run_id: UUID,
    *,
    file_kind: str,
    with_items: bool,
    actor: UUID | None,
    device: UUID | None,
    at: datetime,
) -> None:
    """A fact for each client whose documents or payments the run touched."""
    await execute(
        f"""
        WITH touched AS ({touched(with_items=with_items)}), told AS ({TOLD})
        INSERT INTO activity (id, recorded_at, said_at, actor, device, client, kind, subject,
          before, after)
        SELECT {ids_by("row_number() OVER (ORDER BY t.client) - 1")}, $2, $2, $3, $4, t.client,
          'ledger-imported', $1,
          CASE WHEN told.before IS NOT NULL THEN jsonb_build_object('documents', told.before) END,
          jsonb_build_object('file', $5::text, 'added', t.added, 'changed', t.changed,
            'closed', t.closed) || CASE WHEN told.after IS NULL THEN '{{}}'::jsonb
            ELSE jsonb_build_object('documents', told.after) END
        FROM touched t LEFT JOIN told USING (client)""",
        run_id,
        at,
        actor,
        device,
        file_kind,
    )


async def tell_names(run_id: UUID, actor: UUID | None, device: UUID | None, at: datetime) -> None:
    """A fact for each client that had its code for a name, and has the file's now."""
    await execute(
        f"""INSERT INTO activity (id, recorded_at, said_at, actor, device, client, kind, subject,
              before, after)
            SELECT {ids_by("row_number() OVER () - 1")}, $2, $2, $3, $4, row, 'client-changed', $1,
              before, after
            FROM import_change
            WHERE import_run = $1 AND relation = 'client' AND before IS NOT NULL""",
        run_id,
        at,
        actor,
        device,
    )


async def date_companies(run_id: UUID, company_ids: list[UUID], at: datetime) -> None:
    """An age that no import gave, the demo company's, is remembered: undoing falls back on it."""
    await execute(
        """INSERT INTO import_change (id, import_run, relation, row, before, after)
           SELECT gen_random_uuid(), $1, 'company', k.id,
             jsonb_build_object('ledger_loaded_at', k.ledger_loaded_at),
             jsonb_build_object('ledger_loaded_at', $3::timestamptz)
           FROM company k WHERE k.id = ANY ($2) AND k.ledger_loaded_at IS NOT NULL
             AND NOT EXISTS (SELECT FROM import_run r
               JOIN import_coverage c ON c.import_run = r.id AND c.company = k.id
               WHERE r.state = 'applied')""",
        run_id,
        company_ids,
        at,
    )
    await execute("UPDATE company SET ledger_loaded_at = $2 WHERE id = ANY ($1)", company_ids, at)


async def refresh_statistics() -> None:
    """Tells the planner, and makes the new pages visible to index-only scans; no transaction."""
    async with connection() as borrowed:
        for table in ("client", "document", "payment", "allocation"):
            await borrowed.execute(f"VACUUM (ANALYZE) {table}")


async def changed_count() -> int:
    """Known documents of which something changed that is not their leaving the file."""
    return int(
        await fetch_value("""
          SELECT count(*) FROM (
            SELECT document_id FROM change
            UNION
            SELECT f.document_id FROM found f JOIN (
              SELECT debit_document AS id FROM new_allocation
              UNION ALL SELECT credit_document FROM new_allocation
              UNION ALL SELECT a.debit_document FROM allocation a
                JOIN dropped_allocation x USING (id)
              UNION ALL SELECT a.credit_document FROM allocation a
                JOIN dropped_allocation x USING (id)
            ) n ON n.id = f.document_id
          ) u""")
    )


async def closed_count() -> int:
    return int(await fetch_value("SELECT count(*) FROM new_allocation WHERE closes"))


async def refusals(limit: int) -> tuple[int, list[Any]]:
    async with connection() as borrowed:
        count = await borrowed.fetchval("SELECT count(*) FROM refusal")
        rows = await borrowed.fetch(
            "SELECT line, code, facts FROM refusal ORDER BY line, code LIMIT $1", limit
        )
    return int(count), list(rows)
