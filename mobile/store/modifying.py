"""From the words that are kept back to a sheet in which they can be changed. Pure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from mobile.store.comment_entry import Draft as CommentDraft
from mobile.store.dispute_draft import DisputeDraft
from mobile.store.origin import Origin
from mobile.store.promise_draft import Draft
from mobile.store.visit_entry import VisitDraft

if TYPE_CHECKING:
    from mobile.sync.entries import Entry
    from shared.contract.identity import Language


def promise_draft(entry: Entry, language: Language) -> Draft:
    body = entry.body
    return Draft(
        id=entry.id,
        currency=body.get("currency"),
        ticked=frozenset(UUID(id_) for id_ in body.get("document_ids") or []),
        amount=amount_typed(body.get("amount"), language),
        promised_on=date.fromisoformat(body["promised_on"]),
        contact_id=id_in(body, "said_by_contact_id"),
        someone=body.get("said_by"),
        channel=body.get("channel") or "other",
        note=body.get("note") or "",
        origin=origin_in(body),
    )


def dispute_draft(entry: Entry, language: Language) -> DisputeDraft:
    body = entry.body
    return DisputeDraft(
        id=entry.id,
        document_id=UUID(body["document_id"]),
        reason=body["reason"],
        amount=amount_typed(body.get("amount"), language),
        note=body.get("note") or "",
        owner_id=id_in(body, "owner_id"),
        department=body.get("department"),
        origin=origin_in(body),
    )


def comment_draft(entry: Entry) -> CommentDraft:
    return CommentDraft(entry.id, entry.body["text"], entry.body.get("override_reason") or "")


def visit_draft(entry: Entry) -> VisitDraft:
    body = entry.body
    step_on = body.get("next_step_on")
    return VisitDraft(
        id=entry.id,
        contact_id=id_in(body, "met_contact_id"),
        someone=body.get("met"),
        mood=body["mood"],
        evidence=body.get("evidence") or "",
        unpaid_reason=body.get("unpaid_reason"),
        next_step=body.get("next_step") or "",
        next_step_on=date.fromisoformat(step_on) if step_on else None,
        note=body.get("note") or "",
        override=body.get("override_reason") or "",
    )


def amount_typed(amount: str | None, language: Language) -> str | None:
    """As the person would have typed it."""
    if amount is None:
        return None
    return amount.replace(".", ",") if language == "fr" else amount


def id_in(body: dict[str, Any], name: str) -> UUID | None:
    return UUID(body[name]) if body.get(name) else None


def origin_in(body: dict[str, Any]) -> Origin | None:
    """Who wrote the comment is not among the words."""
    comment_id = id_in(body, "origin_comment_id")
    return Origin(comment_id, "") if comment_id else None
