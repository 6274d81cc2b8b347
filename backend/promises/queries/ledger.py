"""What the ledger says of the invoices that promises are about, in one statement: one state of it.

Rows of four kinds (`what`): `document`, `settlement` (of one of the documents), `money` (of a
client with a promise on the account: money not allocated, or allocated elsewhere since) and
`credit` (credit notes and deposits of such a client that settle nothing yet).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.database.transaction import fetch_all

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from asyncpg import Record

# A payment that a history made of the bare fact of a settlement is nobody's payment by name.
UNNAMED: Final = "(p.source = 'history' AND p.source_key LIKE 'settled:%')"
PAYMENT_NAME: Final = "p.original_client || ':' || p.source_key"

LEDGER: Final = f"""
SELECT 'document' AS what, d.id AS document, d.client, d.currency, d.amount, d.due_on AS value_on,
  NULL::date AS value_after, d.number AS credit, d.kind
FROM document d WHERE d.id = ANY ($1::uuid[])
UNION ALL
SELECT 'settlement', a.debit_document, NULL, NULL, a.amount, a.value_on, a.value_after,
  CASE WHEN n.id IS NOT NULL THEN n.id::text WHEN NOT {UNNAMED} THEN {PAYMENT_NAME} END,
  CASE WHEN n.id IS NOT NULL THEN 'credit_note' WHEN p.id IS NOT NULL THEN 'payment'
    ELSE 'unknown' END
FROM allocation a
  LEFT JOIN payment p ON p.id = a.credit_payment
  LEFT JOIN document n ON n.id = a.credit_document
WHERE a.debit_document = ANY ($1::uuid[])
UNION ALL
SELECT 'money', NULL, p.client, p.currency, p.unapplied, p.value_on, NULL, {PAYMENT_NAME}, 'payment'
FROM payment p WHERE p.client = ANY ($2::uuid[]) AND p.unapplied > 0
UNION ALL
SELECT 'money', a.debit_document, p.client, p.currency, a.amount, p.value_on, NULL, {PAYMENT_NAME},
  'payment'
FROM payment p JOIN allocation a ON a.credit_payment = p.id
WHERE p.client = ANY ($2::uuid[]) AND p.value_on >= $3 AND NOT {UNNAMED}
  AND a.debit_document IS NOT NULL AND a.debit_document <> ALL ($1::uuid[])
UNION ALL
SELECT 'credit', NULL, n.client, n.currency, -sum(n.residual), NULL, NULL, NULL, NULL
FROM document n WHERE n.client = ANY ($2::uuid[]) AND n.residual < 0 GROUP BY n.client, n.currency
"""


async def ledger(
    document_ids: Sequence[UUID], client_ids: Sequence[UUID], since: date
) -> list[Record]:
    """Of these documents, and of these clients' accounts from `since` on."""
    return await fetch_all(LEDGER, list(document_ids), list(client_ids), since)


OWED: Final = """
SELECT d.id FROM document d
WHERE d.client = $1 AND d.currency = $2 AND d.residual > 0 AND ($3::date IS NULL OR d.due_on < $3)
ORDER BY d.due_on, d.id"""


async def owed_documents(client_id: UUID, currency: str, *, overdue_on: date | None) -> list[UUID]:
    """What the client owes, all of it or what is overdue on a day; credit notes left out."""
    rows = await fetch_all(OWED, client_id, currency, overdue_on)
    return [row["id"] for row in rows]
