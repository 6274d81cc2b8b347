"""Whom a thread may name: the people who see its client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.clients.visibility import SEEING
from backend.database.transaction import fetch_all

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from asyncpg import Record

PEOPLE_SHOWN_MOST: Final = 50

FOUND: Final = f"""{SEEING}
  AND ' ' || regexp_replace(public.fold(person.name), '[^[:alnum:]]+', ' ', 'g')
      LIKE '% ' || $2 || '%'
ORDER BY public.fold(person.name), person.id LIMIT {PEOPLE_SHOWN_MOST}"""
ROLES: Final = f"SELECT DISTINCT role FROM ({SEEING}) seeing ORDER BY role"
AMONG: Final = f"{SEEING} AND person.id = ANY ($2)"


async def found(client_id: UUID, said: str) -> list[Record]:
    """Those a word of whose name begins with `said`, which is folded."""
    return await fetch_all(FOUND, client_id, said)


async def roles(client_id: UUID) -> list[str]:
    """The roles that somebody in scope has."""
    return [row["role"] for row in await fetch_all(ROLES, client_id)]


async def names(account_ids: Sequence[UUID]) -> dict[UUID, str]:
    rows = await fetch_all("SELECT id, name FROM account WHERE id = ANY ($1)", list(account_ids))
    return {row["id"]: row["name"] for row in rows}


async def among(client_id: UUID, account_ids: Sequence[UUID]) -> set[UUID]:
    """Those of `account_ids` who see the client."""
    return {row["id"] for row in await fetch_all(AMONG, client_id, list(account_ids))}
