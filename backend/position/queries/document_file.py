"""One document and its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import fetch_one

if TYPE_CHECKING:
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer

# The other end of an allocation says what it was; without one, nobody knows.
SETTLEMENTS: Final = """
  SELECT coalesce(json_agg(s ORDER BY s.value_on, s.id), '[]') FROM (
    SELECT a.id, a.amount::text AS amount, a.value_on, a.value_after,
      CASE WHEN p.id IS NOT NULL THEN 'payment'
           WHEN other.kind IN ('credit_note', 'deposit') THEN other.kind
           WHEN other.id IS NOT NULL THEN 'document'
           ELSE 'unknown' END AS by,
      coalesce(other.number, p.reference) AS reference
    FROM (
      SELECT id, amount, value_on, value_after, credit_document AS document,
        credit_payment AS payment FROM allocation WHERE debit_document = d.id
      UNION ALL
      SELECT id, amount, value_on, value_after, debit_document, debit_payment
      FROM allocation WHERE credit_document = d.id
    ) a
      LEFT JOIN document other ON other.id = a.document
      LEFT JOIN payment p ON p.id = a.payment) s"""

DOCUMENT_FILE: Final = f"""
SELECT d.id, d.kind, d.number, d.label, d.issued_on, d.due_on, d.due_estimated, d.currency,
  d.amount, d.residual, branch.name AS branch, d.source,
  CASE WHEN d.residual = 0 THEN d.last_settled_on END AS settled_on,
  c.id AS client_id, c.name AS client_name, import_run.file_name AS source_file,
  ({SETTLEMENTS}) AS settlements
FROM document d
  JOIN client c ON c.id = d.client
  LEFT JOIN branch ON branch.id = d.branch
  LEFT JOIN import_run ON import_run.id = d.import_run
WHERE d.id = $1 AND {visible("c", 2)}"""


async def document_file(viewer: Viewer, document_id: UUID) -> Record | None:
    return await fetch_one(DOCUMENT_FILE, document_id, *scope_of(viewer))
