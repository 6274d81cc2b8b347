"""Every statement on documents, payments and allocations that is not a view of what is owed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import (
    execute,
    execute_many,
    fetch_all,
    fetch_one,
    fetch_value,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer


async def hold_ledger() -> None:
    """First thing in a transaction that writes: waits here while an import has the ledger.

    Waiting later, with rows in hand that the import wants, neither could go on. A few seconds at
    most: after that the request is refused, to be tried again.
    """
    await execute("SET LOCAL lock_timeout = '5s'")
    await execute("LOCK TABLE client, document, payment, allocation IN ROW EXCLUSIVE MODE")


# Held until the transaction's end, so that what is left cannot shrink while it is spent.
LOCK_DOCUMENT: Final = f"""
SELECT d.id, d.client, d.original_client, d.number, d.currency, d.amount, d.residual,
  d.issued_on AS on_day
FROM document d JOIN client c ON c.id = d.client
WHERE d.id = $1 AND {visible("c", 2)} FOR UPDATE OF d"""

LOCK_PAYMENT: Final = f"""
SELECT p.id, p.client, p.currency, p.unapplied, p.value_on AS on_day
FROM payment p JOIN client c ON c.id = p.client
WHERE p.id = $1 AND {visible("c", 2)} FOR UPDATE OF p"""


async def lock_document(viewer: Viewer, document_id: UUID) -> Record | None:
    return await fetch_one(LOCK_DOCUMENT, document_id, *scope_of(viewer))


async def lock_payment(viewer: Viewer, payment_id: UUID) -> Record | None:
    return await fetch_one(LOCK_PAYMENT, payment_id, *scope_of(viewer))


async def allocate(
    allocation_id: UUID,
    *,
    debit_document: UUID,
    credit_document: UUID | None,
    credit_payment: UUID | None,
    amount: Decimal,
    value_on: date,
) -> None:
    await execute(
        "INSERT INTO allocation (id, debit_document, credit_document, credit_payment, amount,"
        " value_on, source) VALUES ($1, $2, $3, $4, $5, $6, 'hand')",
        allocation_id,
        debit_document,
        credit_document,
        credit_payment,
        amount,
        value_on,
    )


ALLOCATION: Final = f"""
SELECT a.id, c.id AS client, a.debit_document, a.debit_payment, a.credit_document,
  a.credit_payment, a.amount, a.value_on
FROM allocation a
  LEFT JOIN document dd ON dd.id = a.debit_document
  LEFT JOIN payment dp ON dp.id = a.debit_payment
  LEFT JOIN document cd ON cd.id = a.credit_document
  LEFT JOIN payment cp ON cp.id = a.credit_payment
  JOIN client c ON c.id = coalesce(dd.client, dp.client, cd.client, cp.client)
WHERE a.id = $1 AND {visible("c", 2)} FOR UPDATE OF a"""


async def lock_allocation(viewer: Viewer, allocation_id: UUID) -> Record | None:
    return await fetch_one(ALLOCATION, allocation_id, *scope_of(viewer))


async def release(allocation_id: UUID) -> None:
    await execute("DELETE FROM allocation WHERE id = $1", allocation_id)


async def move_account(booked_on: UUID, owner: UUID) -> int:
    """All that was booked on one client is owed by another from now on; answers how many rows."""
    moved = 0
    for table in ("document", "payment"):
        tag = await execute(
            f"UPDATE {table} SET client = $2 WHERE original_client = $1 AND client <> $2",
            booked_on,
            owner,
        )
        moved += int(tag.removeprefix("UPDATE "))
    return moved


CROSSING: Final = """
SELECT count(*) FROM (
  SELECT a.id, b.original_client FROM document b
    JOIN allocation a ON b.id IN (a.debit_document, a.credit_document)
  WHERE b.original_client = $1
  UNION
  SELECT a.id, b.original_client FROM payment b
    JOIN allocation a ON b.id IN (a.debit_payment, a.credit_payment)
  WHERE b.original_client = $1
) own
  JOIN allocation a ON a.id = own.id
  LEFT JOIN document dd ON dd.id = a.debit_document
  LEFT JOIN payment dp ON dp.id = a.debit_payment
  LEFT JOIN document cd ON cd.id = a.credit_document
  LEFT JOIN payment cp ON cp.id = a.credit_payment
WHERE coalesce(dd.original_client, dp.original_client) <>
      coalesce(cd.original_client, cp.original_client)"""


async def allocations_across(booked_on: UUID) -> int:
    """How many allocations have one end booked on this client and the other on another."""
    return int(await fetch_value(CROSSING, booked_on))


async def estimated_documents(client_id: UUID) -> Sequence[Record]:
    """Open documents whose due date came from terms."""
    return await fetch_all(
        "SELECT id, issued_on, due_on FROM document"
        " WHERE client = $1 AND residual <> 0 AND due_estimated ORDER BY id FOR UPDATE",
        client_id,
    )


async def set_due_dates(rows: Sequence[tuple[UUID, date]]) -> None:
    await execute_many("UPDATE document SET due_on = $2 WHERE id = $1", rows)


KEEP_SOURCES: Final = """
WITH told AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS t (id, company, name)
), source AS (
  INSERT INTO cash_source (id, company, name, is_active, covers_through)
  SELECT id, company, name, true, $4 FROM told
  ON CONFLICT (company, name) DO UPDATE
    SET covers_through = greatest(cash_source.covers_through, excluded.covers_through)
  RETURNING id, company, name
)
SELECT id FROM source"""


async def keep_cash_sources(told: Sequence[tuple[UUID, UUID, str]], through: date) -> list[UUID]:
    """`told`: a new id, the company and the name of each; answers the ids they stand under."""
    ids, companies, names = zip(*told, strict=True)
    rows = await fetch_all(KEEP_SOURCES, list(ids), list(companies), list(names), through)
    return [row["id"] for row in rows]


async def keep_cash_coverage(rows: Sequence[tuple[UUID, UUID, UUID, date]]) -> None:
    await execute_many(
        "INSERT INTO cash_coverage (id, source, import_run, covers_through)"
        " VALUES ($1, $2, $3, $4)",
        rows,
    )


async def forget_cash_coverage(run_id: UUID) -> None:
    """Each source covers what its other imports do; one without any is gone."""
    gone = await fetch_all(
        "DELETE FROM cash_coverage WHERE import_run = $1 RETURNING source", run_id
    )
    sources = [row["source"] for row in gone]
    await execute(
        "DELETE FROM cash_source s WHERE s.id = ANY ($1)"
        " AND NOT EXISTS (SELECT FROM cash_coverage c WHERE c.source = s.id)",
        sources,
    )
    await execute(
        "UPDATE cash_source s SET covers_through ="
        " (SELECT max(c.covers_through) FROM cash_coverage c WHERE c.source = s.id)"
        " WHERE s.id = ANY ($1)",
        sources,
    )


async def cash_sources() -> list[Record]:
    return await fetch_all(
        "SELECT s.id, k.code AS company, s.name, s.is_active, s.covers_through"
        " FROM cash_source s JOIN company k ON k.id = s.company ORDER BY k.code, s.name"
    )


async def set_cash_source(source_id: UUID, *, is_active: bool) -> Record | None:
    """Answers the source as it was; None where there is none."""
    row = await fetch_one(
        "SELECT s.id, k.code AS company, s.name, s.is_active, s.covers_through"
        " FROM cash_source s JOIN company k ON k.id = s.company WHERE s.id = $1 FOR UPDATE OF s",
        source_id,
    )
    await execute("UPDATE cash_source SET is_active = $2 WHERE id = $1", source_id, is_active)
    return row


async def cash_through() -> dict[UUID, date]:
    """By company, the last day that all its active sources cover; a company without is absent."""
    rows = await fetch_all(
        "SELECT company, min(covers_through) AS through FROM cash_source WHERE is_active GROUP BY 1"
    )
    return {row["company"]: row["through"] for row in rows}


async def named(document_ids: Sequence[UUID]) -> list[Record]:
    """Of documents whose client was found in sight: number, as `document`, and currency."""
    return await fetch_all(
        "SELECT id, number AS document, currency FROM document WHERE id = ANY ($1)",
        list(document_ids),
    )
