"""Who may be given a dispute: whoever may come in and sees its client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.clients.visibility import visible_to
from backend.database.transaction import fetch_all

if TYPE_CHECKING:
    from uuid import UUID

    from asyncpg import Record

OWNERS_MOST: Final = 200

OWNERS: Final = f"""
WITH person AS (
  SELECT p.id, p.name, p.role, p.sees_everything, p.sees_own_portfolio,
    ARRAY(SELECT held.branch FROM account_branch held WHERE held.account = p.id) AS branches
  FROM account p WHERE p.disabled_at IS NULL
)
SELECT person.id, person.name, person.role FROM person JOIN client c ON c.id = $1
WHERE {visible_to("c", "person")}
ORDER BY public.fold(person.name), person.id LIMIT {OWNERS_MOST}"""


async def owners(client_id: UUID) -> list[Record]:
    """Of a client that the caller has found in sight."""
    return await fetch_all(OWNERS, client_id)
