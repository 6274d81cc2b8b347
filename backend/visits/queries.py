"""Every statement on visits and their reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import execute, execute_many, fetch_all, fetch_one, fetch_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer

# Two numbers name a lock: our space, and whose list it is.
SPACE: Final = 7_230_420
REPORTS_MOST: Final = 100

# A list is its owner's alone; what left their scope is not shown.
VISITS: Final = """
SELECT v.id, v.planned_on, v.place, v.client AS said_of, c.id AS client, c.name AS client_name,
  c.town, r.id AS report
FROM visit v
  JOIN client said_of ON said_of.id = v.client
  JOIN client c ON c.id = coalesce(said_of.merged_into, said_of.id)
  LEFT JOIN visit_report r ON r.visit = v.id
WHERE v.removed_at IS NULL"""
ONE: Final = f"{VISITS} AND v.id = $1 AND v.account = $2 AND {visible('c', 3)}"
OF_DAY: Final = f"""
{VISITS} AND v.account = $1 AND v.planned_on = $2 AND {visible("c", 3)} ORDER BY v.place, v.id"""

REPORTS: Final = """
SELECT r.id, r.visit, c.id AS client, c.name AS client_name, r.author, author.name AS author_name,
  r.visited_on, r.said_at, r.recorded_at, r.met_contact, r.met, r.mood, r.evidence,
  r.unpaid_reason, r.next_step, r.next_step_on, r.note
FROM visit_report r
  JOIN client said_of ON said_of.id = r.client
  JOIN client c ON c.id = coalesce(said_of.merged_into, said_of.id)
  JOIN account author ON author.id = r.author"""
ONE_REPORT: Final = f"{REPORTS} WHERE r.id = $1 AND {visible('c', 2)}"
REPORTS_OF: Final = f"""
{REPORTS} WHERE r.client IN (SELECT id FROM client WHERE id = $1 OR merged_into = $1)
  AND c.id = $1 AND {visible("c", 2)}
ORDER BY r.said_at DESC, r.id DESC LIMIT {REPORTS_MOST}"""


async def hold_list(account_id: UUID) -> None:
    """Until the transaction's end nobody else arranges this person's visits."""
    await execute("SELECT pg_advisory_xact_lock($1, hashtext($2))", SPACE, str(account_id))


async def visit(viewer: Viewer, visit_id: UUID) -> Record | None:
    return await fetch_one(ONE, visit_id, viewer.account_id, *scope_of(viewer))


async def of_day(viewer: Viewer, day: date) -> list[Record]:
    return await fetch_all(OF_DAY, viewer.account_id, day, *scope_of(viewer))


async def order_of(account_id: UUID, day: date) -> list[UUID]:
    """The whole list, out of sight or not: places are everybody's."""
    rows = await fetch_all(
        "SELECT id FROM visit WHERE account = $1 AND planned_on = $2 AND removed_at IS NULL"
        " ORDER BY place, id",
        account_id,
        day,
    )
    return [row["id"] for row in rows]


async def waiting(account_id: UUID, client_ids: Sequence[UUID], day: date) -> UUID | None:
    """The visit to one of these clients on that day's list that is not reported yet."""
    found: UUID | None = await fetch_value(
        "SELECT v.id FROM visit v WHERE v.account = $1 AND v.client = ANY ($2)"
        " AND v.planned_on = $3 AND v.removed_at IS NULL"
        " AND NOT EXISTS (SELECT FROM visit_report r WHERE r.visit = v.id)"
        " ORDER BY v.place, v.id LIMIT 1",
        account_id,
        list(client_ids),
        day,
    )
    return found


async def add(
    visit_id: UUID, account_id: UUID, client_id: UUID, planned_on: date, at: datetime
) -> bool:
    """At the end for now; False where the id is in use."""
    tag = await execute(
        "INSERT INTO visit (id, account, client, planned_on, place, planned_at)"
        " VALUES ($1, $2, $3, $4, 1000000, $5) ON CONFLICT (id) DO NOTHING",
        visit_id,
        account_id,
        client_id,
        planned_on,
        at,
    )
    return tag == "INSERT 0 1"


async def move_to(visit_id: UUID, planned_on: date) -> None:
    await execute("UPDATE visit SET planned_on = $2 WHERE id = $1", visit_id, planned_on)


async def arrange(order: Sequence[UUID]) -> None:
    """Gives each its place in that order, from 1."""
    await execute_many(
        "UPDATE visit SET place = $2 WHERE id = $1",
        [(id_, place) for place, id_ in enumerate(order, start=1)],
    )


async def remove(visit_id: UUID, at: datetime) -> None:
    await execute("UPDATE visit SET removed_at = $2 WHERE id = $1", visit_id, at)


async def report(viewer: Viewer, report_id: UUID) -> Record | None:
    return await fetch_one(ONE_REPORT, report_id, *scope_of(viewer))


async def reports_of(viewer: Viewer, client_id: UUID) -> list[Record]:
    """Of a client that stands, the newest first."""
    return await fetch_all(REPORTS_OF, client_id, *scope_of(viewer))


async def add_report(report_id: UUID, fields: Mapping[str, Any]) -> bool:
    """`fields` are columns, by names of this program's own. False where the id is in use."""
    names = ", ".join(fields)
    places = ", ".join(f"${place}" for place in range(2, len(fields) + 2))
    tag = await execute(
        f"INSERT INTO visit_report (id, {names}) VALUES ($1, {places}) ON CONFLICT (id) DO NOTHING",
        report_id,
        *fields.values(),
    )
    return tag == "INSERT 0 1"


async def erase_words(report_id: UUID, erased: str) -> None:
    """Whom they met, what shows the mood, the next step, the note."""
    await execute(
        "UPDATE visit_report SET met = CASE WHEN met IS NOT NULL THEN $2 END,"
        " evidence = CASE WHEN evidence IS NOT NULL THEN $2 END,"
        " next_step = CASE WHEN next_step IS NOT NULL THEN $2 END,"
        " note = CASE WHEN note IS NOT NULL THEN $2 END WHERE id = $1",
        report_id,
        erased,
    )
