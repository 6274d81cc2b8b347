"""Payment plans as they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from backend.database.transaction import execute, execute_many, fetch_all, fetch_one, fetch_value
from backend.promises.queries.promises import OF_CLIENTS, erasing
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from asyncpg import Record

    from shared.rules.payment_plan import Instalment

LISTED_MOST: Final = 100
INSTALMENTS_REPEAT: Final = ("said_by", "ended_why")
OF_CLIENT: Final = OF_CLIENTS.replace("p.client", "l.client")


async def add(plan_id: UUID, fields: Mapping[str, Any]) -> bool:
    """False where the id is taken."""
    names = ", ".join(fields)
    places = ", ".join(f"${place}" for place in range(2, 2 + len(fields)))
    added = await fetch_value(
        f"INSERT INTO payment_plan (id, {names}) VALUES ($1, {places})"
        " ON CONFLICT (id) DO NOTHING RETURNING true",
        plan_id,
        *fields.values(),
    )
    return bool(added)


async def add_parts(
    plan_id: UUID, document_ids: Iterable[UUID], instalments: Sequence[Instalment]
) -> None:
    await execute_many(
        "INSERT INTO plan_document (id, plan, document) VALUES ($1, $2, $3)",
        [(new_id(), plan_id, document_id) for document_id in document_ids],
    )
    await execute_many(
        "INSERT INTO plan_instalment (id, plan, place, due_on, amount) VALUES ($1, $2, $3, $4, $5)",
        [
            (new_id(), plan_id, place, one.due_on, one.amount)
            for place, one in enumerate(instalments, start=1)
        ],
    )


async def add_files(plan_id: UUID, file_ids: Iterable[UUID]) -> None:
    await execute_many(
        "INSERT INTO plan_file (id, plan, file) VALUES ($1, $2, $3)",
        [(new_id(), plan_id, file_id) for file_id in file_ids],
    )


async def locked(client_id: UUID, plan_id: UUID) -> Record | None:
    """The client's plan, held against other writers until the transaction's end."""
    return await fetch_one(
        f"SELECT l.* FROM payment_plan l WHERE l.id = $2 AND {OF_CLIENT} FOR UPDATE",
        [client_id],
        plan_id,
    )


async def documents_of(plan_id: UUID) -> list[UUID]:
    rows = await fetch_all(
        "SELECT document FROM plan_document WHERE plan = $1 ORDER BY document", plan_id
    )
    return [row["document"] for row in rows]


async def instalments_of(plan_id: UUID) -> list[Record]:
    return await fetch_all(
        "SELECT place, due_on, amount FROM plan_instalment WHERE plan = $1 ORDER BY place", plan_id
    )


async def change(plan_id: UUID, fields: Mapping[str, Any]) -> None:
    """`fields` are columns, by names of this program's own."""
    sets = ", ".join(f"{name} = ${place}" for place, name in enumerate(fields, start=2))
    await execute(f"UPDATE payment_plan SET {sets} WHERE id = $1", plan_id, *fields.values())


COVERED: Final = """
SELECT d.number FROM document d WHERE d.id = ANY ($1) AND EXISTS (
  SELECT FROM plan_document x JOIN payment_plan l ON l.id = x.plan
  WHERE x.document = d.id AND l.state IN ('accepted', 'active'))
ORDER BY d.due_on, d.id"""


async def covered(document_ids: Sequence[UUID]) -> list[str]:
    """The numbers of those that an accepted plan covers which goes on."""
    return [row["number"] for row in await fetch_all(COVERED, list(document_ids))]


REPLACED: Final = """
SELECT p.id FROM payment_plan l JOIN promise p ON p.plan = l.id AND p.state = 'open'
WHERE l.state = 'completed' AND EXISTS (
  SELECT FROM plan_document x JOIN document d ON d.id = x.document
  WHERE x.plan = l.id AND d.id = ANY ($1) AND d.residual > 0)
ORDER BY p.id FOR UPDATE OF p"""


async def instalments_replaced(document_ids: Sequence[UUID]) -> list[UUID]:
    """Open ones of plans paid before their time of whose invoices something is owed again."""
    return [row["id"] for row in await fetch_all(REPLACED, list(document_ids))]


async def open_instalments(plan_id: UUID) -> list[UUID]:
    rows = await fetch_all(
        "SELECT id FROM promise WHERE plan = $1 AND state = 'open' ORDER BY place FOR UPDATE",
        plan_id,
    )
    return [row["id"] for row in rows]


RUNNING: Final = f"""
SELECT l.id, coalesce(c.merged_into, c.id) AS client, l.state, l.amount, l.currency, l.accepted_at,
  array_agg(p.id ORDER BY p.place) AS promises, array_agg(p.state ORDER BY p.place) AS states,
  EXISTS (SELECT FROM plan_document x JOIN plan_document y ON y.document = x.document
    JOIN payment_plan later ON later.id = y.plan AND later.accepted_at >= l.accepted_at
    WHERE x.plan = l.id AND later.id <> l.id) AS is_replaced
FROM payment_plan l JOIN client c ON c.id = l.client JOIN promise p ON p.plan = l.id
WHERE l.state IN ('accepted', 'active', 'completed') AND {OF_CLIENT}
GROUP BY l.id, c.id"""


async def running(client_ids: Sequence[UUID]) -> list[Record]:
    """Accepted plans of these clients with the states of their instalments, in their order.

    `is_replaced`: another plan was accepted since on one of its invoices.
    """
    return await fetch_all(RUNNING, list(client_ids))


ROWS: Final = """
SELECT l.*, proposer.name AS proposed_by_name, accepter.name AS accepted_by_name,
  ender.name AS ended_by_name, covered.documents, parts.instalments,
  coalesce(said_of.merged_into, said_of.id) AS client_now,
  ARRAY(SELECT f.file FROM plan_file f WHERE f.plan = l.id ORDER BY f.id) AS files
FROM payment_plan l JOIN client said_of ON said_of.id = l.client
  LEFT JOIN account proposer ON proposer.id = l.proposed_by
  LEFT JOIN account accepter ON accepter.id = l.accepted_by
  LEFT JOIN account ender ON ender.id = l.ended_by
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('id', d.id, 'number', d.number, 'due_on', d.due_on)
        ORDER BY d.due_on, d.id) AS documents
    FROM plan_document x JOIN document d ON d.id = x.document WHERE x.plan = l.id) covered
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('place', i.place, 'due_on', i.due_on, 'amount',
        i.amount::text, 'promise_id', p.id, 'state', p.state) ORDER BY i.place) AS instalments
    FROM plan_instalment i LEFT JOIN promise p ON p.plan = i.plan AND p.place = i.place
    WHERE i.plan = l.id) parts"""
TOLD: Final = f"""{ROWS}
WHERE {OF_CLIENT} AND ($2::uuid IS NULL OR l.id = $2)
ORDER BY l.recorded_at DESC, l.id DESC LIMIT {LISTED_MOST}"""


async def told(client_id: UUID, plan_id: UUID | None = None) -> list[Record]:
    """The client's plans, newest first; or one of them."""
    return await fetch_all(TOLD, [client_id], plan_id)


RECENT: Final = f"""{ROWS}
WHERE l.id IN (SELECT id FROM (
    SELECT l.id, row_number() OVER (PARTITION BY coalesce(c.merged_into, c.id)
      ORDER BY l.recorded_at DESC, l.id DESC) AS back
    FROM payment_plan l JOIN client c ON c.id = l.client WHERE l.client = ANY ($1)) told
  WHERE told.back <= $2)
ORDER BY l.recorded_at DESC, l.id DESC"""


async def recent(client_ids: Sequence[UUID], most: int) -> list[Record]:
    """The last plans of each of these, the newest first."""
    return await fetch_all(RECENT, list(client_ids), most)


async def erase_files(plan_id: UUID, erased: str) -> list[UUID]:
    """Its papers show nothing any more; answers them.

    That its acceptance could be shown stays, in place of what showed it.
    """
    rows = await fetch_all("DELETE FROM plan_file WHERE plan = $1 RETURNING file", plan_id)
    if rows:
        await execute("UPDATE payment_plan SET proof = $2 WHERE id = $1", plan_id, erased)
    return [row["file"] for row in rows]


async def erase_words(plan_id: UUID, columns: Sequence[str], erased: str) -> None:
    """In these columns of the plan, and in those of them that its instalments repeat."""
    await execute(
        f"UPDATE payment_plan SET {erasing(columns)} WHERE id = $1",
        plan_id,
        erased,
    )
    repeated = [name for name in columns if name in INSTALMENTS_REPEAT]
    if repeated:
        await execute(
            f"UPDATE promise SET {erasing(repeated)} WHERE plan = $1",
            plan_id,
            erased,
        )
