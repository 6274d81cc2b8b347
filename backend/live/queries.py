"""What is new in the history, and which of the open screens may know."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backend.clients.visibility import ASKERS, visible_to
from backend.database.transaction import fetch_all

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID


class News(NamedTuple):
    """A sealed fact; `client` is the one that stands, None where the fact is of no client."""

    position: int
    fact: UUID
    kind: str
    client: UUID | None


async def news_after(position: int, limit: int) -> list[News]:
    rows = await fetch_all(
        """SELECT s.position, s.fact, a.kind, coalesce(c.merged_into, c.id) AS client
           FROM sealed_fact s JOIN activity a ON a.id = s.fact LEFT JOIN client c ON c.id = a.client
           WHERE s.position > $1 ORDER BY s.position LIMIT $2""",
        position,
        limit,
    )
    return [News(**row) for row in rows]


async def in_sight(
    device_ids: Collection[UUID], client_ids: Collection[UUID]
) -> dict[UUID, frozenset[UUID]]:
    """Which of these clients the person on each device sees now.

    A device that was signed out, or whose person is disabled, is not among them.
    """
    rows = await fetch_all(
        f"""SELECT asker.device, ARRAY(SELECT c.id FROM client c
              WHERE c.id = ANY ($2) AND {visible_to("c", "asker")}) AS clients
            FROM ({ASKERS}) asker""",
        list(device_ids),
        list(client_ids),
    )
    return {row["device"]: frozenset(row["clients"]) for row in rows}
