"""Where a device stands in the feed, and what it says that it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from backend.clients.visibility import company_in_sight, scope_of
from backend.database.transaction import execute, fetch_one, fetch_value
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer

# A database put back from a dump has another server, another number of its own, or at least
# another table of this name.
IDENTITY: Final = """
  SELECT server.system_identifier || ':' || db.oid || ':' || 'feed_epoch'::regclass::oid AS identity
  FROM pg_control_system() server, pg_database db WHERE db.datname = current_database()"""

COMPANIES: Final = f"""
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id,
    'currency', c.currency, 'data_as_of', c.ledger_loaded_at,
    'cash_through', (SELECT min(s.covers_through) FROM cash_source s
                     WHERE s.company = c.id AND s.is_active)) ORDER BY c.id), '[]')
  FROM company c WHERE {company_in_sight("c", 3)}"""

STANDING: Final = f"""
SELECT e.id AS epoch,
  (SELECT page FROM device_feed WHERE id = $1) AS page,
  EXISTS (SELECT FROM unsealed_fact) AS has_unsealed,
  (SELECT coalesce(max(position), 0) FROM sealed_fact) AS head,
  (SELECT hash FROM sealed_fact WHERE position = $2) AS hash_at,
  ({COMPANIES}) AS companies
FROM ({IDENTITY}) this LEFT JOIN feed_epoch e ON e.identity = this.identity"""


class Standing(NamedTuple):
    """`hash_at` is that of the history's fact at the asked position, None where there is none."""

    epoch: UUID | None
    page: UUID | None
    has_unsealed: bool
    head: int
    hash_at: bytes | None
    companies: list[dict[str, object]]


async def standing(viewer: Viewer, position: int) -> Standing:
    """All that a reading where nothing is new needs, in one statement."""
    row = await fetch_one(STANDING, viewer.device_id, position, *scope_of(viewer))
    if row is None:
        raise LookupError("A database has an identity.")
    return Standing(**row)


BEGIN_EPOCH: Final = f"""
INSERT INTO feed_epoch (id, identity, began_at) SELECT $1, identity, $2 FROM ({IDENTITY}) this
ON CONFLICT (identity) DO NOTHING"""


async def begin_epoch(now: datetime) -> None:
    """An epoch of its own for a database that has none: a new one, or one put back."""
    await execute(BEGIN_EPOCH, new_id(), now)


async def hold_device(device_id: UUID) -> bool:
    """Until the transaction's end nobody else tells what it holds; False once it is signed out."""
    row = await fetch_one(
        "SELECT FROM device WHERE id = $1 AND revoked_at IS NULL FOR NO KEY UPDATE", device_id
    )
    return row is not None


async def page_of(device_id: UUID) -> UUID | None:
    """The last page it has taken in."""
    found: UUID | None = await fetch_value("SELECT page FROM device_feed WHERE id = $1", device_id)
    return found


async def turn_to(device_id: UUID, page: UUID, now: datetime) -> None:
    await execute(
        "INSERT INTO device_feed (id, page, told_at) VALUES ($1, $2, $3)"
        " ON CONFLICT (id) DO UPDATE SET page = excluded.page, told_at = excluded.told_at",
        device_id,
        page,
        now,
    )


async def hold_nothing(device_id: UUID) -> None:
    await execute("DELETE FROM held_client WHERE device = $1", device_id)


async def hold(device_id: UUID, sent: Sequence[UUID], gone: Sequence[UUID], version: int) -> None:
    """What the device has taken in: these with all up to `version`, and those no more."""
    if gone:
        await execute(
            "DELETE FROM held_client WHERE device = $1 AND client = ANY ($2)", device_id, gone
        )
    if sent:
        await execute(
            "INSERT INTO held_client (id, device, client, version)"
            " SELECT gen_random_uuid(), $1, client, $3 FROM unnest($2::uuid[]) AS sent (client)"
            " ON CONFLICT (device, client) DO UPDATE SET version = excluded.version",
            device_id,
            sent,
            version,
        )


UNSEEN: Final = "(SELECT id FROM device WHERE last_seen_at < $1)"


async def forget_unseen(before: datetime) -> int:
    """All that devices hold which were seen last before that; answers of how many clients."""
    await execute(f"DELETE FROM device_feed WHERE id IN {UNSEEN}", before)
    tag = await execute(f"DELETE FROM held_client WHERE device IN {UNSEEN}", before)
    return int(tag.removeprefix("DELETE "))


HEAD: Final = """
SELECT coalesce(max(position), 0) AS position,
  (SELECT hash FROM sealed_fact ORDER BY position DESC LIMIT 1) AS hash,
  (SELECT coalesce(max(position), 0) FROM client_version
   WHERE id = '00000000-0000-0000-0000-000000000000') AS of_every_client
FROM sealed_fact"""


async def head() -> Record:
    """The end of the history, and of what concerns every client, in the caller's snapshot."""
    row = await fetch_one(HEAD)
    if row is None:
        raise LookupError("A count has a row.")
    return row
