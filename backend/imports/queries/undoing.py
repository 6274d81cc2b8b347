"""Takes an applied run back, row by row as it remembered them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.database.transaction import execute, fetch_value
from backend.imports.queries.client_lines import FIELDS as CLIENT_FIELDS
from backend.imports.queries.numbering import ids_by

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

ALLOCATION_FIELDS = (
    "id, debit_document, debit_payment, credit_document, credit_payment, amount, value_on,"
    " value_after, source, import_run"
)
PAYMENT_FIELDS = (
    "id, client, original_client, value_on, currency, amount, reference, label, method, source,"
    " source_key, import_run"
)
MADE_OF = "SELECT row FROM made WHERE relation = '{relation}'"
MADE_CLIENTS = MADE_OF.format(relation="client")
# Each answers how many rows of somebody else's rest on what the run made.
BUILT_ON = {
    "allocations": """SELECT count(*) FROM allocation a
      WHERE a.import_run IS DISTINCT FROM $1 AND (
        EXISTS (SELECT FROM document d WHERE d.import_run = $1
          AND d.id IN (a.debit_document, a.credit_document))
        OR EXISTS (SELECT FROM payment p WHERE p.import_run = $1
          AND p.id IN (a.debit_payment, a.credit_payment)))""",
    "documents": f"""SELECT count(*) FROM document d WHERE d.import_run IS DISTINCT FROM $1
      AND (d.original_client IN ({MADE_CLIENTS}) OR d.client IN ({MADE_CLIENTS}))""",
    "payments": f"""SELECT count(*) FROM payment p WHERE p.import_run IS DISTINCT FROM $1
      AND (p.original_client IN ({MADE_CLIENTS}) OR p.client IN ({MADE_CLIENTS}))""",
    "disputes": """SELECT count(*) FROM dispute s JOIN document d ON d.id = s.document
      WHERE d.import_run = $1""",
    "contacts": """SELECT count(*) FROM contact c JOIN made m ON m.relation = 'client'
      AND m.row = c.client WHERE NOT EXISTS (SELECT FROM made k WHERE k.row = c.id)""",
    "promises": """SELECT count(*) FROM document d WHERE d.import_run = $1 AND (
        EXISTS (SELECT FROM promise_document p WHERE p.document = d.id)
        OR EXISTS (SELECT FROM plan_document p WHERE p.document = d.id))""",
    "merged clients": f"""SELECT count(*) FROM client c WHERE c.merged_into IS NOT NULL
      AND (c.merged_into IN ({MADE_CLIENTS}) OR c.id IN ({MADE_CLIENTS}))""",
    "clients": """SELECT count(*) FROM client c
      WHERE NOT EXISTS (
          SELECT FROM import_change x WHERE x.import_run = $1 AND x.row = c.id) AND (
        EXISTS (SELECT FROM made m WHERE m.relation = 'company' AND m.row = c.company)
        OR EXISTS (SELECT FROM made m WHERE m.relation = 'branch' AND m.row = c.branch)
        OR EXISTS (SELECT FROM made m WHERE m.relation = 'debtor' AND m.row = c.debtor))""",
    "people": """SELECT count(*) FROM account_branch b JOIN made m ON m.relation = 'branch'
      AND m.row = b.branch""",
    "changed clients": """SELECT count(*) FROM import_change x JOIN client c ON c.id = x.row
      WHERE x.import_run = $1 AND x.relation = 'client' AND x.after IS NOT NULL
        AND NOT to_jsonb(c) @> x.after""",
    "changed documents": """SELECT count(*) FROM import_change x JOIN document d ON d.id = x.row
      WHERE x.import_run = $1 AND x.relation = 'document' AND NOT to_jsonb(d) @> x.after""",
    "facts": """SELECT count(*) FROM activity f JOIN made m ON m.relation = 'client'
      AND m.row = f.client WHERE f.subject IS DISTINCT FROM $1
      AND f.kind NOT IN ('ledger-imported', 'import-undone')""",
}


async def what_builds_on(run_id: UUID) -> str | None:
    """What would lose its ground: the first kind of thing found, None where nothing does."""
    await execute(
        """CREATE TEMP TABLE made ON COMMIT DROP AS
           SELECT relation, row FROM import_change WHERE import_run = $1 AND before IS NULL""",
        run_id,
    )
    await execute("CREATE INDEX ON made (row)")
    await execute("ANALYZE made")
    for thing, statement in BUILT_ON.items():
        # Not every statement names the run.
        args = (run_id,) if "$1" in statement else ()
        if await fetch_value(statement, *args):
            return thing
    return None


async def remember_touched(run_id: UUID) -> None:
    """`touched`: whose file tells of the undoing, before the rows that say so are gone.

    `dated`: the companies of the run, with the age that their ledgers had by no import.
    """
    await execute(
        """CREATE TEMP TABLE touched ON COMMIT DROP AS
           SELECT DISTINCT client FROM activity WHERE subject = $1 AND client IS NOT NULL""",
        run_id,
    )
    await execute(
        """CREATE TEMP TABLE dated ON COMMIT DROP AS
           SELECT DISTINCT c.company, (x.before ->> 'ledger_loaded_at')::timestamptz AS loaded_at
           FROM import_coverage c LEFT JOIN import_change x ON x.import_run = c.import_run
             AND x.relation = 'company' AND x.row = c.company AND x.before IS NOT NULL
           WHERE c.import_run = $1""",
        run_id,
    )


async def take_back(run_id: UUID) -> None:
    """First what the run added, then what it changed, then what it had taken away."""
    await execute("DELETE FROM allocation WHERE import_run = $1", run_id)
    await execute("DELETE FROM payment WHERE import_run = $1", run_id)
    await execute("DELETE FROM document WHERE import_run = $1", run_id)
    await restore_documents(run_id)
    await restore_payments(run_id)
    await execute(
        f"""INSERT INTO allocation ({ALLOCATION_FIELDS})
            SELECT {prefixed("r", ALLOCATION_FIELDS)}
            FROM import_change x, jsonb_populate_record(NULL::allocation, x.before) r
            WHERE x.import_run = $1 AND x.relation = 'allocation' AND x.after IS NULL""",
        run_id,
    )
    await restore_parties(run_id)


def prefixed(alias: str, names: str) -> str:
    return ", ".join(f"{alias}.{name.strip()}" for name in names.split(","))


async def restore_documents(run_id: UUID) -> None:
    await execute(
        """UPDATE document d SET branch = r.branch, kind = r.kind, number = r.number,
             label = r.label, issued_on = r.issued_on, due_on = r.due_on,
             due_estimated = r.due_estimated, amount = r.amount
           FROM import_change x, jsonb_populate_record(NULL::document, x.before) r
           WHERE x.import_run = $1 AND x.relation = 'document' AND d.id = x.row""",
        run_id,
    )


async def restore_payments(run_id: UUID) -> None:
    await execute(
        """UPDATE payment p SET value_on = r.value_on, amount = r.amount, reference = r.reference,
             label = r.label
           FROM import_change x, jsonb_populate_record(NULL::payment, x.before) r
           WHERE x.import_run = $1 AND x.relation = 'payment' AND x.after IS NOT NULL
             AND p.id = x.row""",
        run_id,
    )
    await execute(
        f"""INSERT INTO payment ({PAYMENT_FIELDS})
            SELECT {prefixed("r", PAYMENT_FIELDS)}
            FROM import_change x, jsonb_populate_record(NULL::payment, x.before) r
            WHERE x.import_run = $1 AND x.relation = 'payment' AND x.after IS NULL""",
        run_id,
    )


async def restore_parties(run_id: UUID) -> None:
    fields = (*CLIENT_FIELDS, "debtor")
    sets = ", ".join(
        f"{name} = CASE WHEN x.before ? '{name}' THEN r.{name} ELSE c.{name} END" for name in fields
    )
    await execute(f"DELETE FROM contact WHERE id IN ({MADE_OF.format(relation='contact')})")
    await execute(
        f"""UPDATE client c SET {sets}
            FROM (SELECT row, jsonb_object_agg(b.key, b.value) AS before
                  FROM import_change, jsonb_each(before) b
                  WHERE import_run = $1 AND relation = 'client' AND before IS NOT NULL
                  GROUP BY row) x,
              jsonb_populate_record(NULL::client, x.before) r
            WHERE c.id = x.row""",
        run_id,
    )
    for relation in ("client", "debtor", "branch"):
        await execute(f"DELETE FROM {relation} WHERE id IN ({MADE_OF.format(relation=relation)})")
    await execute("DELETE FROM import_coverage WHERE import_run = $1", run_id)
    await execute("DELETE FROM import_change WHERE import_run = $1", run_id)
    await execute(f"DELETE FROM company WHERE id IN ({MADE_OF.format(relation='company')})")


async def tell_clients(run_id: UUID, actor: UUID | None, device: UUID | None, at: datetime) -> None:
    await execute(
        f"""INSERT INTO activity (id, recorded_at, said_at, actor, device, client, kind, subject)
            SELECT {ids_by("row_number() OVER () - 1")}, $2, $2, $3, $4, t.client, 'import-undone',
              $1
            FROM touched t""",
        run_id,
        at,
        actor,
        device,
    )


async def redate_companies() -> None:
    """The age of each ledger is that of the last run that still stands, or what it was before any.

    Of the `dated` companies only.
    """
    await execute("""
      UPDATE company k SET ledger_loaded_at = coalesce((
          SELECT max(r.applied_at) FROM import_run r
          JOIN import_coverage c ON c.import_run = r.id AND c.company = k.id
          WHERE r.state = 'applied'), d.loaded_at)
      FROM dated d WHERE d.company = k.id""")
