"""What came of a visit: reported once, in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from backend.activity.answered import Command, once
from backend.activity.service import Fact, record
from backend.clients.contacts import contact_name
from backend.clients.refusals import NOT_FOUND
from backend.clients.service import family_of, standing_client
from backend.database.transaction import transaction
from backend.threads.service.wording import overriding_of, require_factual
from backend.visits import queries
from backend.visits.service.planning import REPORTED, visit_of
from shared.refusal import Refusal, Refused
from shared.rules.visit import Told, may_report

if TYPE_CHECKING:
    from uuid import UUID

    from asyncpg import Record

    from backend.activity.saying import Said
    from backend.identity.viewer import Viewer
    from shared.contract.visits import ReportVisit

OTHER_CLIENT = Refusal("visit-of-another", 422, "The visit was planned for another client.")
FREE_TEXTS: Final = ("evidence", "next_step", "note")


async def report_visit(viewer: Viewer, client_id: UUID, data: ReportVisit, when: Said) -> Record:
    """Reports a visit, planned or not; once, where it is sent again under the same id.

    Raises:
        Refused: 404; 409 `visit-reported-already`, `id-taken`; 422 `visit-evidence-missing`,
            `visit-met-missing`, `visit-next-step-half`, `visit-next-step-past`,
            `visit-of-another`, `no-such-contact`, `wording-not-factual`, `said-too-long-ago`.
    """
    async with transaction():
        client = await standing_client(viewer, client_id)
        await queries.hold_list(viewer.account_id)

        async def add(report_id: UUID) -> bool:
            met = await contact_name(viewer, client["id"], data.met_contact_id, data.met)
            require_sense(data, met, when)
            texts = {name: getattr(data, name) for name in FREE_TEXTS}
            topics = require_factual(texts, data.override_reason, viewer.language)
            visit_id = await visit_reported(viewer, client["id"], data.visit_id, when)
            fields = {
                "visit": visit_id,
                "client": client["id"],
                "author": viewer.account_id,
                "visited_on": when.on,
                "said_at": when.at,
                "recorded_at": when.now,
                "met_contact": data.met_contact_id,
                "met": met,
                "mood": data.mood,
                "unpaid_reason": data.unpaid_reason,
                "next_step_on": data.next_step_on,
                **texts,
            }
            if not await queries.add_report(report_id, fields):
                return False
            fact = Fact(
                kind="visit-reported",
                subject=report_id,
                client=client["id"],
                after=told(data),
                said_at=when.at,
            )
            overridden = overriding_of(report_id, client["id"], topics, data.override_reason)
            await record(fact, *overridden, by=viewer.by, at=when.now)
            return True

        body = {"client": client_id, **data.model_dump(exclude={"id"})}
        report_id, _ = await once(
            Command("report-visit", data.id, body), add, by=viewer.by, at=when.now
        )
        return await report_of(viewer, report_id)


def told(data: ReportVisit) -> dict[str, Any]:
    """What the history says of a report: no name and no words, which stand in the report."""
    after: dict[str, Any] = {"mood": data.mood}
    if data.unpaid_reason is not None:
        after["unpaid_reason"] = data.unpaid_reason
    if data.next_step_on is not None:
        after["next_step_on"] = data.next_step_on
    return after


def require_sense(data: ReportVisit, met: str | None, when: Said) -> None:
    told_ = Told(data.mood, met is not None, data.evidence, data.next_step, data.next_step_on)
    refusal = may_report(told_, when.on)
    if refusal is not None:
        raise Refused(refusal)


async def visit_reported(
    viewer: Viewer, client_id: UUID, visit_id: UUID | None, when: Said
) -> UUID | None:
    """The visit that is done with it: the one named, else the client's on the day's list."""
    if visit_id is None:
        family = await family_of(viewer, client_id)
        return await queries.waiting(viewer.account_id, family, when.on)
    row = await visit_of(viewer, visit_id)
    if row["client"] != client_id:
        raise Refused(OTHER_CLIENT)
    if row["report"] is not None:
        raise Refused(REPORTED)
    return visit_id


async def reports_of_client(viewer: Viewer, client_id: UUID) -> list[Record]:
    """The newest first. Refused: 404."""
    client = await standing_client(viewer, client_id)
    return await queries.reports_of(viewer, client["id"])


async def report_of(viewer: Viewer, report_id: UUID) -> Record:
    """Refused (404) where the viewer sees no such report."""
    row = await queries.report(viewer, report_id)
    if row is None:
        raise Refused(NOT_FOUND)
    return row
