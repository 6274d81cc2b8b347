"""Who may be given a dispute: whoever may come in and sees its client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.clients.visibility import SEEING
from backend.database.transaction import fetch_all, fetch_value

if TYPE_CHECKING:
    from uuid import UUID

    from asyncpg import Record

OWNERS_MOST: Final = 200

MAY_ANSWER: Final = f"SELECT EXISTS ({SEEING} AND person.id = $2)"
OWNERS: Final = f"""{SEEING}
ORDER BY public.fold(person.name), person.id LIMIT {OWNERS_MOST}"""


async def may_answer(account_id: UUID, client_id: UUID) -> bool:
    return bool(await fetch_value(MAY_ANSWER, client_id, account_id))


async def owners(client_id: UUID) -> list[Record]:
    """Of a client that the caller has found in sight."""
    return await fetch_all(OWNERS, client_id)
