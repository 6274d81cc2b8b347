"""What a device lacks, by the scope of the moment: lost clients first, then what it never had, then
what it has had longest.

A client of which a fact still waits to be sealed is left for the next reading: it would be sent
again anyway, and nothing is ever sent that the history up to the page's position does not tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import fetch_all

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from backend.identity.viewer import Viewer

# $1-$4 the scope, $5 the device, $6 the position of what concerns every client, $7 how many.
DIFFERENCE: Final = f"""
WITH held AS MATERIALIZED (
  SELECT h.client, h.version FROM held_client h WHERE h.device = $5 AND {{of_held}}),
seen AS MATERIALIZED (
  SELECT c.id FROM client c WHERE c.merged_into IS NULL AND {{of_client}} AND {visible("c", 1)}),
waiting AS MATERIALIZED (
  SELECT a.client AS id FROM unsealed_fact u JOIN activity a ON a.id = u.fact
  WHERE a.client IS NOT NULL
  UNION SELECT c.merged_into FROM unsealed_fact u JOIN activity a ON a.id = u.fact
    JOIN client c ON c.id = a.client WHERE c.merged_into IS NOT NULL),
lacking AS (
  SELECT h.client AS id, true AS is_gone, NULL::bigint AS version
  FROM held h WHERE NOT EXISTS (SELECT FROM seen WHERE seen.id = h.client)
  UNION ALL
  SELECT seen.id, false, h.version
  FROM seen LEFT JOIN held h ON h.client = seen.id LEFT JOIN client_version v ON v.id = seen.id
  WHERE h.client IS NULL OR h.version < greatest(v.position, $6))
SELECT l.id, l.is_gone, target.id AS became
FROM lacking l LEFT JOIN client old ON old.id = l.id
  LEFT JOIN seen target ON target.id = old.merged_into
WHERE NOT EXISTS (SELECT FROM waiting WHERE waiting.id = l.id)
ORDER BY l.is_gone DESC, l.version NULLS FIRST, l.id LIMIT $7"""
OF_ALL: Final = DIFFERENCE.format(of_held="true", of_client="true")
OF_SOME: Final = DIFFERENCE.format(of_held="h.client = ANY ($8)", of_client="c.id = ANY ($8)")
FROM_NOTHING: Final = f"""
SELECT c.id, false AS is_gone, NULL::uuid AS became FROM client c
WHERE c.merged_into IS NULL AND {visible("c", 1)}
  AND NOT EXISTS (SELECT FROM unsealed_fact u JOIN activity a ON a.id = u.fact
    LEFT JOIN client named ON named.id = a.client
    WHERE coalesce(named.merged_into, a.client) = c.id)
ORDER BY c.id LIMIT $5"""

CONCERNED: Final = """
SELECT DISTINCT unnest(ARRAY[a.client, c.merged_into]) AS id
FROM sealed_fact s JOIN activity a ON a.id = s.fact LEFT JOIN client c ON c.id = a.client
WHERE s.position > $1 AND s.position <= $2 AND a.client IS NOT NULL"""


class Lacking(NamedTuple):
    """A client to be sent, or to be forgotten; then perhaps for the one it was merged into."""

    id: UUID
    is_gone: bool
    became: UUID | None


async def from_nothing(viewer: Viewer, limit: int) -> list[Lacking]:
    """For a device that holds nothing, or nothing it may keep."""
    return [Lacking(*row) for row in await fetch_all(FROM_NOTHING, *scope_of(viewer), limit)]


async def lacking(
    viewer: Viewer, of_every_client: int, limit: int, among: Sequence[UUID] | None = None
) -> list[Lacking]:
    """Of all clients, or of those `among` which alone there can be something."""
    given = (*scope_of(viewer), viewer.device_id, of_every_client, limit)
    if among is None:
        rows = await fetch_all(OF_ALL, *given)
    else:
        rows = await fetch_all(OF_SOME, *given, list(among))
    return [Lacking(*row) for row in rows]


async def concerned(after: int, through: int) -> list[UUID]:
    """The clients of the facts in that stretch of the history, and those they have become."""
    rows = await fetch_all(CONCERNED, after, through)
    return [row["id"] for row in rows if row["id"] is not None]
