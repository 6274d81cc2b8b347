"""Signalling a dispute: how much of an invoice the client contests, and who should answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.activity.answered import Command, once
from backend.activity.saying import Said, said
from backend.activity.service import Fact, record
from backend.clients.service import standing_client
from backend.database.transaction import transaction
from backend.disputes.queries import people, policies, writing
from backend.files.service import require_files_of
from backend.receivables.service import hold_document
from shared.ids import new_id
from shared.money import Money
from shared.refusal import Refusal, Refused
from shared.rules.dispute import answer_due_on, may_dispute, policy_of, room_left

if TYPE_CHECKING:
    from decimal import Decimal
    from uuid import UUID

    from asyncpg import Record

    from backend.clock import Clock
    from backend.identity.viewer import Viewer
    from backend.settings import Settings
    from shared.contract.disputes import OpenDispute

OWNER_OUT_OF_SCOPE = Refusal(
    "owner-out-of-scope", 422, "Only somebody who sees this client can answer."
)
NOT_OF_CLIENT = Refusal(
    "dispute-of-no-invoice", 422, "A dispute is about an invoice of the client."
)


async def open_dispute(
    viewer: Viewer, client_id: UUID, asked: OpenDispute, *, clock: Clock, settings: Settings
) -> UUID:
    """Opens a dispute; once, where it is sent again under the same id.

    Raises:
        Refused: 404; 409 `nothing-left-to-dispute`, `disputed-too-much`, `id-taken`; 422
            `dispute-of-no-invoice`, `owner-out-of-scope`, `no-such-file`, `no-such-comment`,
            `said-too-long-ago`.
    """
    when = said(asked.said_at, clock, settings)

    async def add(dispute_id: UUID) -> bool:
        return await written(viewer, client["id"], dispute_id, asked, when)

    async with transaction():
        client = await standing_client(viewer, client_id)
        command = Command("open-dispute", asked.id, {"client": client_id, **words_of(asked)})
        dispute_id, _ = await once(command, add, by=viewer.by, at=when.now)
    return dispute_id


def words_of(asked: Any) -> dict[str, Any]:
    """What was sent, but the id it was sent under."""
    words: dict[str, Any] = asked.model_dump(exclude={"id"})
    return words


async def written(
    viewer: Viewer, client_id: UUID, dispute_id: UUID, asked: OpenDispute, when: Said
) -> bool:
    """Under the invoice's lock: nobody else disputes it, and nothing settles it, meanwhile."""
    document = await hold_document(viewer, asked.document_id)
    if document["client"] != client_id or document["amount"] <= 0:
        raise Refused(NOT_OF_CLIENT)
    claimed = await claimable(document, asked.amount)
    await require_files_of(client_id, asked.file_ids)
    if asked.owner_id is not None:
        await require_owner(asked.owner_id, client_id)
    policy = policy_of(asked.reason, when.on, await policies.overrides())
    state = "opened" if asked.owner_id is None else "assigned"
    fields = {
        "client": document["original_client"],
        "document": document["id"],
        "reason": asked.reason,
        "department": asked.department or policy.department,
        "claimed": claimed,
        "blocked": claimed,
        "state": state,
        "owner": asked.owner_id,
        "opened_by": viewer.account_id,
        "opened_at": when.at,
        "opened_on": when.on,
        "due_on": answer_due_on(when.on, policy),
        "moved_at": when.now,
        "origin_comment": asked.origin_comment_id,
    }
    if not await writing.add(dispute_id, fields):
        return False
    await writing.block(dispute_id, claimed, when.on)
    first = {"move": "open", "state": state, "amount": claimed, "owner": asked.owner_id}
    await append(viewer, dispute_id, None, when, first | {"text": asked.note}, asked.file_ids)
    told = {"document": document["number"], "amount": claimed, "currency": document["currency"]}
    told |= {name: fields[name] for name in ("reason", "department", "owner", "due_on")}
    if asked.origin_comment_id is not None:
        told["origin_comment"] = asked.origin_comment_id
    fact = Fact(
        kind="dispute-opened", subject=dispute_id, client=client_id, after=told, said_at=when.at
    )
    await record(fact, by=viewer.by, at=when.now)
    return True


async def claimable(document: Record, asked: Decimal | None, *, but: UUID | None = None) -> Decimal:
    """What may be disputed of it: what was asked for, or all that is left.

    Raises:
        Refused: as `may_dispute`; 422 `amount-too-fine`.
    """
    held = await writing.blocked(document["id"], but=but)
    room = room_left(document["residual"], held)
    claimed = room if asked is None else Money(asked, document["currency"]).amount
    refusal = may_dispute(claimed, document["residual"], held)
    if refusal is not None:
        raise Refused(refusal)
    return claimed


async def require_owner(account_id: UUID, client_id: UUID) -> None:
    if not await people.may_answer(account_id, client_id):
        raise Refused(OWNER_OUT_OF_SCOPE)


async def append(
    viewer: Viewer,
    dispute_id: UUID,
    entry_id: UUID | None,
    when: Said,
    fields: dict[str, Any],
    file_ids: list[UUID],
) -> bool:
    """Adds an entry with its evidence; False where the id is in use."""
    entry_id = entry_id or new_id()
    about = {
        "dispute": dispute_id,
        "author": viewer.account_id,
        "said_at": when.at,
        "recorded_at": when.now,
    }
    if not await writing.add_entry(entry_id, about | fields):
        return False
    await writing.add_files(entry_id, list(dict.fromkeys(file_ids)))
    return True
