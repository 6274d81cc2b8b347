"""Writes the plan. In this order, so that no document is ever settled beyond its amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.database.transaction import execute
from backend.imports.queries.numbering import ids_by

if TYPE_CHECKING:
    from uuid import UUID

DOCUMENT_FIELDS = (
    "branch", "kind", "number", "label", "issued_on", "due_on", "due_estimated", "amount"
)  # fmt: skip
REMEMBER = """INSERT INTO import_change (id, import_run, relation, row, before, after)
  SELECT {ids}, $1, '{relation}', {columns}"""


def count_of(tag: str) -> int:
    return int(tag.rpartition(" ")[2])


def remember(relation: str, columns: str) -> str:
    return REMEMBER.format(
        ids=ids_by("row_number() OVER () - 1"), relation=relation, columns=columns
    )


async def drop(run_id: UUID) -> None:
    """Takes settlements back, and keeps them for the undoing."""
    await execute(
        "WITH gone AS (DELETE FROM allocation a USING dropped_allocation x WHERE a.id = x.id"
        f" RETURNING a.*) {remember('allocation', 'id, to_jsonb(gone.*), NULL FROM gone')}",
        run_id,
    )
    await execute(
        "WITH gone AS (DELETE FROM payment p USING dropped_payment x WHERE p.id = x.id"
        " RETURNING p.*)"
        f" {remember('payment', 'id, to_jsonb(gone.*), NULL FROM gone')}",
        run_id,
    )


async def change_documents(run_id: UUID) -> None:
    before = ", ".join(f"'{name}', d.{name}" for name in DOCUMENT_FIELDS)
    after = ", ".join(
        f"'{name}', x.{'branch_id' if name == 'branch' else name}" for name in DOCUMENT_FIELDS
    )
    await execute(
        remember(
            "document",
            f"d.id, jsonb_build_object({before}), jsonb_build_object({after})"
            " FROM change x JOIN document d ON d.id = x.document_id",
        ),
        run_id,
    )
    await execute(
        """UPDATE document d SET branch = x.branch_id, kind = x.kind, number = x.number,
             label = x.label, issued_on = x.issued_on, due_on = x.due_on,
             due_estimated = x.due_estimated, amount = x.amount
           FROM change x WHERE d.id = x.document_id"""
    )


async def add_items(run_id: UUID, source: str) -> int:
    """The new documents, in the order of their ids, which is that of their clients."""
    return count_of(
        await execute(
            """INSERT INTO document (id, client, original_client, branch, kind, number, label,
                 issued_on, due_on, due_estimated, currency, amount, source, source_key, import_run)
               SELECT id, owes_id, client_id, branch_id, kind, number, label, issued_on, due_on,
                 due_estimated, currency, amount, $2, source_key, $1
               FROM item i
               WHERE NOT EXISTS (SELECT FROM found f WHERE f.line = i.line)""",
            run_id,
            source,
        )
    )


async def add_payments(run_id: UUID, source: str) -> int:
    return count_of(
        await execute(
            """INSERT INTO payment (id, client, original_client, value_on, currency, amount,
                 reference, label, method, source, source_key, import_run)
               SELECT id, client_id, original_client_id, value_on, currency, amount, reference,
                 label, method, $2, source_key, $1
               FROM new_payment ORDER BY id""",
            run_id,
            source,
        )
    )


async def add_allocations(run_id: UUID, source: str) -> int:
    return count_of(
        await execute(
            f"""INSERT INTO allocation (id, debit_document, debit_payment, credit_document,
                  credit_payment, amount, value_on, value_after, source, import_run)
                SELECT {ids_by("row_number() OVER () - 1")}, debit_document, debit_payment,
                  credit_document, credit_payment, amount, value_on, value_after,
                  coalesce(source, $2), $1
                FROM new_allocation""",
            run_id,
            source,
        )
    )
