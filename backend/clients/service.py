"""Whose a client is and how it pays; a portfolio that changes hands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from backend.activity.service import Fact, changed, record
from backend.clients import queries
from backend.clients.refusals import NOT_FOUND
from backend.clients.rules import Mergeable, may_merge
from backend.database.transaction import transaction
from backend.identity.rules import may
from backend.identity.service import people
from backend.organisation.service import our_organisation
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from asyncpg import Record

    from backend.activity.service import By
    from backend.identity.viewer import Viewer

ASSIGNMENT: Final = ("branch", "rep", "collector")
TERMS: Final = ("terms_basis", "terms_days")
NOT_EMPTY: Final = ("language",)


async def standing_client(viewer: Viewer, client_id: UUID) -> Record:
    """The client, or the one it became. Refused (404) where the viewer sees none."""
    row = await queries.standing(viewer, client_id)
    if row is None:
        raise Refused(NOT_FOUND)
    return row


async def merged_clients(viewer: Viewer, client_id: UUID) -> list[Record]:
    """Those that became this client, by code. Refused (404) where the viewer sees none."""
    row = await standing_client(viewer, client_id)
    return await queries.merged_into(row["id"])


async def family_of(viewer: Viewer, client_id: UUID) -> list[UUID]:
    """The client and those that became it: what was said of any of them. Refused (404)."""
    row = await standing_client(viewer, client_id)
    return await queries.family(row["id"])


async def change_client(
    viewer: Viewer, client_id: UUID, fields: Mapping[str, Any], *, now: datetime
) -> tuple[UUID, Mapping[str, Any]]:
    """Changes columns of the client; answers which client, and what is different now.

    Raises:
        Refused: 404; 403 `role-may-not` to assign without being entitled to; 422
            `branch-of-another-company`, `no-such-person`, `cannot-be-empty`.
    """
    async with transaction():
        row = await standing_client(viewer, client_id)
        await queries.lock([row["id"]])
        before = dict(await standing_client(viewer, row["id"]))
        _, different = changed(before, fields)
        if not different:
            return before["id"], {}
        await require_sense(viewer, before, different)
        await queries.change(before["id"], different)
        after = dict(await queries.standing(viewer, before["id"]) or before | different)
        await record(*facts_of_change(before, after, different), by=viewer.by, at=now)
    return before["id"], different


async def require_sense(
    viewer: Viewer, client: Mapping[str, Any], fields: Mapping[str, Any]
) -> None:
    for name in NOT_EMPTY:
        if name in fields and fields[name] is None:
            raise Refused(Refusal("cannot-be-empty", 422, "{field} is needed.", {"field": name}))
    if not fields.keys().isdisjoint(ASSIGNMENT) and not may(viewer.role, "assign-clients"):
        raise Refused(
            Refusal(
                "role-may-not",
                403,
                "Your role does not allow this.",
                {"role": viewer.role, "capability": "assign-clients"},
            )
        )
    if fields.get("branch") is not None:
        await require_branch(fields["branch"], client["company"])
    for name in ("rep", "collector"):
        if fields.get(name) is not None:
            await require_present(fields[name])


async def require_branch(branch_id: UUID, company_id: UUID) -> None:
    ours = await our_organisation()
    if not any(b.id == branch_id and b.company == company_id for b in ours.branches):
        raise Refused(
            Refusal("branch-of-another-company", 422, "The client's company has no such branch.")
        )


async def require_present(person_id: UUID) -> None:
    """Somebody who may come in; a portfolio is not given to who has left."""
    try:
        person = await people.person(person_id)
    except Refused:
        person = None
    if person is None or person.disabled_at is not None:
        raise Refused(Refusal("no-such-person", 422, "There is no such person among us."))


def facts_of_change(
    before: Mapping[str, Any], after: Mapping[str, Any], fields: Mapping[str, Any]
) -> list[Fact]:
    """Assignments and the rest apart: the first decide who sees the client."""
    facts = []
    for kind, names in (
        ("client-assigned", [name for name in fields if name in ASSIGNMENT]),
        ("client-changed", [name for name in fields if name not in ASSIGNMENT]),
    ):
        if names:
            told = names + [f"{name}_name" for name in names if name in ASSIGNMENT]
            facts.append(
                Fact(
                    kind=kind,
                    subject=before["id"],
                    client=before["id"],
                    before={name: before[name] for name in told},
                    # Out of the viewer's own sight now, its names are known no more.
                    after={name: after.get(name) for name in told}
                    | {name: fields[name] for name in names},
                )
            )
    return facts


async def hand_over(
    old: UUID, new: UUID, *, as_rep: bool, as_collector: bool, by: By, now: datetime
) -> int:
    """Everything of one person's becomes another's, in one step; answers how many clients.

    Raises:
        Refused: 404 for an unknown person; 409 `same-person`; 422 `no-such-person` where the one
            who should take over is unknown or has left.
    """
    if old == new:
        raise Refused(Refusal("same-person", 409, "A portfolio is handed over to somebody else."))
    async with transaction():
        await people.person(old)
        await require_present(new)
        facts: list[Fact] = []
        for column, wanted in (("rep", as_rep), ("collector", as_collector)):
            given = await queries.take_over(column, old, new) if wanted else []
            facts += [
                Fact(
                    kind="client-assigned",
                    subject=id_,
                    client=id_,
                    before={column: old},
                    after={column: new},
                    why="handover",
                )
                for id_ in given
            ]
        clients = len({fact.client for fact in facts})
        summary = Fact(
            kind="portfolio-handed-over", subject=old, after={"to": new, "clients": clients}
        )
        await record(*facts, summary, by=by, at=now)
    return clients


async def merge(viewer: Viewer, source_id: UUID, target_id: UUID) -> tuple[Mergeable, Mergeable]:
    """Names the target as what the source became; inside the caller's transaction.

    What the source owes is not the business of this module: `receivables.merging` moves it.

    Raises:
        Refused: 404 unless both are visible; 409 as `rules.may_merge`.
    """
    await queries.lock([source_id, target_id])
    source, target = await mergeable(viewer, source_id), await mergeable(viewer, target_id)
    refusal = may_merge(source, target)
    if refusal is not None:
        raise Refused(refusal)
    await queries.change(source.id, {"merged_into": target.id})
    return source, target


async def part(viewer: Viewer, client_id: UUID) -> tuple[Mergeable, UUID]:
    """Takes a merge back, inside the caller's transaction; answers also what it had become.

    Raises:
        Refused: 404; 409 `not-merged`.
    """
    await queries.lock([client_id])
    source = await mergeable(viewer, client_id)
    if source.merged_into is None:
        raise Refused(
            Refusal("not-merged", 409, "Client {code} is not merged.", {"code": source.code})
        )
    await queries.change(source.id, {"merged_into": None})
    return source, source.merged_into


async def mergeable(viewer: Viewer, client_id: UUID) -> Mergeable:
    row = await queries.itself(viewer, client_id)
    if row is None:
        raise Refused(NOT_FOUND)
    return Mergeable(**{name: row[name] for name in Mergeable.__slots__})
