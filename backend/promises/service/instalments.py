"""What a payment plan is kept as: itself, and a promise for each instalment once accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.promises.queries import promises as promise_queries
from shared.ids import new_id
from shared.rules.promise import deadline_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer
    from backend.promises.service.said import About, Said
    from shared.rules.payment_plan import Instalment


def proposed(viewer: Viewer, client_id: UUID, about: About, when: Said) -> dict[str, Any]:
    """A plan's row while it is proposed, but for who said it."""
    return {
        "client": client_id,
        "currency": about.currency,
        "amount": about.owed,
        "state": "proposed",
        "proposed_by": viewer.account_id,
        "said_at": when.at,
        "taken_on": when.on,
        "recorded_at": when.now,
    }


async def promise_instalments(
    viewer: Viewer, plan: Record, instalments: Sequence[Instalment], about: About, when: Said
) -> None:
    for place, one in enumerate(instalments, start=1):
        promise_id = new_id()
        fields = {
            "client": plan["client"],
            "on_account": False,
            "currency": plan["currency"],
            "amount": one.amount,
            "promised_on": one.due_on,
            "deadline_on": deadline_of(one.due_on, when.policy),
            "state": "open",
            "said_by_contact": plan["said_by_contact"],
            "said_by": plan["said_by"],
            "channel": "other",
            "taken_by": viewer.account_id,
            "said_at": when.at,
            "taken_on": when.on,
            "recorded_at": when.now,
            "reschedules": 0,
            "plan": plan["id"],
            "place": place,
        }
        await promise_queries.add(promise_id, fields)
        await promise_queries.add_documents(promise_id, about.document_ids)
        await promise_queries.add_known(promise_id, about.known)
