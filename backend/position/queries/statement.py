"""What a statement of account is made of: the client, our company, and every open item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import fetch_all, fetch_one
from backend.position.queries.open_items import open_items

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer

# A client merged into another is shown as the one it became, as its file is.
PARTIES: Final = f"""
SELECT c.id, c.code, c.name, c.address, c.postcode, c.town, c.country, c.siren, c.vat_number,
  c.language, c.currency, company.name AS company, company.siren AS company_siren,
  company.ledger_loaded_at
FROM client named
  JOIN client c ON c.id = coalesce(named.merged_into, named.id)
  JOIN company ON company.id = c.company
WHERE named.id = $1 AND {visible("c", 2)}"""

ITEMS: Final = """
SELECT coalesce(d.kind, CASE WHEN p.amount < 0 THEN 'refund' ELSE 'payment' END) AS kind,
  CASE WHEN d.id IS NULL THEN p.reference ELSE d.number END AS number,
  CASE WHEN d.id IS NULL THEN p.label ELSE d.label END AS label,
  coalesce(d.issued_on, p.value_on) AS issued_on, d.due_on, coalesce(d.due_estimated, false)
    AS due_estimated, item.currency, coalesce(d.amount, -p.amount) AS amount,
  item.amount AS residual
FROM ({items}) item
  LEFT JOIN document d ON d.id = item.document
  LEFT JOIN payment p ON p.id = item.payment"""


async def parties(viewer: Viewer, client_id: UUID) -> Record | None:
    """The client and our company; None where the viewer sees no such client."""
    return await fetch_one(PARTIES, client_id, *scope_of(viewer))


async def items(client_id: UUID, as_of: date, *, is_past: bool) -> Sequence[Record]:
    """Open documents and free payments, in no order; amounts as the account has them."""
    if is_past:
        sql = ITEMS.format(items=open_items("$1::date", is_past=True, client="$2::uuid"))
        return await fetch_all(sql, as_of, client_id)
    return await fetch_all(
        ITEMS.format(items=open_items("", is_past=False, client="$1::uuid")), client_id
    )
