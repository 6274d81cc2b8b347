"""Payment plans: proposed, accepted with proof, cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.activity.answered import Command, once
from backend.activity.service import Fact, record
from backend.clients.contacts import contact_name
from backend.clients.refusals import NOT_FOUND
from backend.clients.service import standing_client
from backend.database.transaction import transaction
from backend.files.service import require_files_of
from backend.promises.queries import plans as queries
from backend.promises.queries import promises as promise_queries
from backend.promises.queries.closing import one_closing_at_a_time
from backend.promises.service.covering import about_free, take_the_place
from backend.promises.service.instalments import promise_instalments, proposed
from backend.promises.service.said import said
from shared.money import Money
from shared.refusal import Refusal, Refused
from shared.rules.payment_plan import Instalment, may_accept, may_cancel, may_propose

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from asyncpg import Record

    from backend.clock import Clock
    from backend.identity.viewer import Viewer
    from backend.promises.service.said import About, Said
    from backend.settings import Settings

NO_PROOF = Refusal(
    "plan-proof-missing", 422, "Say how the client's acceptance can be shown, or add the paper."
)


async def propose_plan(
    viewer: Viewer,
    client_id: UUID,
    *,
    id_: UUID | None,
    document_ids: Sequence[UUID],
    instalments: Sequence[Instalment],
    said_by_contact: UUID | None,
    said_by: str | None,
    note: str | None,
    said_at: datetime | None,
    clock: Clock,
    settings: Settings,
) -> UUID:
    """Proposes instalments that add up to what is owed of the invoices.

    Raises:
        Refused: 404; 409 `plan-not-whole`, `plan-covered`, `promise-not-owed`; 422
            `plan-instalments`, `plan-order`, `promise-of-nothing`, `promise-in-the-past`,
            `promise-too-far`, `promise-of-no-invoice`, `promise-one-currency`, `no-such-contact`.
    """
    when = said(said_at, clock, settings)
    body = {
        "client": client_id,
        "documents": list(document_ids),
        "instalments": [(one.due_on, one.amount) for one in instalments],
        "said_by_contact": said_by_contact,
        "said_by": said_by,
        "note": note,
        "said_at": said_at,
    }
    async with transaction():
        client = await standing_client(viewer, client_id)

        async def propose(plan_id: UUID) -> bool:
            about = await about_free(client["id"], document_ids, when)
            require(whole(instalments, about, when))
            name = await contact_name(viewer, client["id"], said_by_contact, said_by)
            who = {"said_by_contact": said_by_contact, "said_by": name, "note": note}
            fields = proposed(viewer, client["id"], about, when) | who
            if not await queries.add(plan_id, fields):
                return False
            await queries.add_parts(plan_id, about.document_ids, instalments)
            after = {"amount": about.owed, "currency": about.currency, "parts": len(instalments)}
            await tell(viewer, client["id"], plan_id, "plan-proposed", when, after=after, why=note)
            return True

        command = Command("propose-plan", id_, body)
        plan_id, _ = await once(command, propose, by=viewer.by, at=when.now)
    return plan_id


def whole(instalments: Sequence[Instalment], about: About, when: Said) -> Refusal | None:
    """They are money of the currency, and add up. Raises `Refused` where one is finer than it."""
    for one in instalments:
        Money(one.amount, about.currency)
    return may_propose(
        instalments,
        covered=about.owed,
        currency=about.currency,
        said_on=when.on,
        policy=when.policy,
    )


async def accept_plan(
    viewer: Viewer,
    client_id: UUID,
    plan_id: UUID,
    *,
    id_: UUID | None,
    proof: str | None,
    file_ids: Sequence[UUID],
    said_at: datetime | None,
    clock: Clock,
    settings: Settings,
) -> None:
    """The client agreed, and it can be shown: each instalment becomes a promise.

    Raises:
        Refused: 404; 409 `plan-state`, `plan-covered`, and `plan-not-whole` where what is owed has
            changed since it was proposed; 422 `plan-proof-missing`, `no-such-file`.
    """
    if not proof and not file_ids:
        raise Refused(NO_PROOF)
    when = said(said_at, clock, settings)
    async with transaction():
        await one_closing_at_a_time()
        client = await standing_client(viewer, client_id)
        row = await plan_of(client["id"], plan_id)

        async def accept(_: UUID) -> bool:
            require(may_accept(row["state"]))
            await agree(viewer, client["id"], row, proof, file_ids, when)
            return True

        body = {"plan": plan_id, "proof": proof, "files": list(file_ids)}
        await once(Command("accept-plan", id_, body), accept, by=viewer.by, at=when.now)


async def agree(
    viewer: Viewer,
    client_id: UUID,
    row: Record,
    proof: str | None,
    file_ids: Sequence[UUID],
    when: Said,
) -> None:
    await require_files_of(client_id, file_ids)
    plan_id: UUID = row["id"]
    about = await about_free(client_id, await queries.documents_of(plan_id), when)
    parts = await queries.instalments_of(plan_id)
    instalments = [Instalment(part["due_on"], part["amount"]) for part in parts]
    require(whole(instalments, about, when))
    accepted = {"accepted_by": viewer.account_id, "accepted_at": when.now, "proof": proof}
    await queries.change(plan_id, {"state": "accepted"} | accepted)
    await queries.add_files(plan_id, list(dict.fromkeys(file_ids)))
    await take_the_place(about, viewer.account_id, when.now)
    await promise_instalments(viewer, row, instalments, about, when)
    after = {"proof": proof} | ({"files": list(file_ids)} if file_ids else {})
    await tell(viewer, client_id, plan_id, "plan-accepted", when, after=after)


async def cancel_plan(
    viewer: Viewer,
    client_id: UUID,
    plan_id: UUID,
    *,
    id_: UUID | None,
    why: str,
    said_at: datetime | None,
    clock: Clock,
    settings: Settings,
) -> None:
    """Its instalments that are still open are withdrawn. Refused: 404; 409 `plan-state`."""
    when = said(said_at, clock, settings)
    async with transaction():
        client = await standing_client(viewer, client_id)
        row = await plan_of(client["id"], plan_id)

        async def cancel(_: UUID) -> bool:
            require(may_cancel(row["state"]))
            ended = {"ended_by": viewer.account_id, "ended_at": when.now, "ended_why": why}
            await queries.change(plan_id, {"state": "cancelled"} | ended)
            await withdraw_instalments(plan_id, viewer.account_id, when.now, why)
            before = {"state": row["state"]}
            await tell(
                viewer, client["id"], plan_id, "plan-cancelled", when, before=before, why=why
            )
            return True

        command = Command("cancel-plan", id_, {"plan": plan_id, "why": why})
        await once(command, cancel, by=viewer.by, at=when.now)


async def withdraw_instalments(
    plan_id: UUID, by: UUID | None, at: datetime, why: str | None
) -> None:
    for promise_id in await queries.open_instalments(plan_id):
        await promise_queries.end(promise_id, "withdrawn", by=by, at=at, why=why)


async def tell(
    viewer: Viewer,
    client_id: UUID,
    plan_id: UUID,
    kind: str,
    when: Said,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    why: str | None = None,
) -> None:
    fact = Fact(
        kind=kind,
        subject=plan_id,
        client=client_id,
        before=before,
        after=after,
        why=why,
        said_at=when.at,
    )
    await record(fact, by=viewer.by, at=when.now)


async def plan_of(client_id: UUID, plan_id: UUID) -> Record:
    row = await queries.locked(client_id, plan_id)
    if row is None:
        raise Refused(NOT_FOUND)
    return row


def require(refusal: Refusal | None) -> None:
    if refusal is not None:
        raise Refused(refusal)
