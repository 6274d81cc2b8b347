"""Does what the script says, through the services that the app's own requests go through."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from backend.activity.saying import Said
from backend.demo.field import deeds as did
from backend.demo.field.photos import photo
from backend.disputes.service import moving, opening
from backend.files.service import Sent, keep_file
from backend.promises.service import moving as promises
from backend.promises.service import plans
from backend.promises.service.taking import Word, take_promise
from backend.threads.service.commenting import pin_comment, post_comment
from backend.visits.service.planning import plan_visit
from backend.visits.service.reporting import report_visit
from shared.contract.disputes import (
    AddDisputeEntry,
    AssignDispute,
    CloseDispute,
    OpenDispute,
    ReopenDispute,
    ResolveDispute,
)
from shared.contract.threads import PostComment
from shared.contract.visits import PlanVisit, ReportVisit

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from backend.demo.loading import Rows
    from backend.files.storage import Storage
    from backend.identity.viewer import Viewer
    from backend.settings import Settings


@dataclass(frozen=True, slots=True)
class Moment:
    """The clock of somebody who acts at that instant, on that day of the business."""

    at: datetime
    on: date

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.on


@dataclass(slots=True)
class Actor:
    """What the deeds made, by deed; refused deeds are errors of the script, and are raised."""

    rows: Rows
    viewers: dict[str, Viewer]
    settings: Settings
    storage: Storage
    made: dict[did.Deed, UUID] = field(default_factory=dict)

    async def act(self, deed: did.Deed, on: date) -> None:
        viewer, client = self.viewers[deed.by], self.rows.clients[deed.client.code]
        when = {"clock": Moment(deed.at, on), "settings": self.settings}
        match deed:
            case did.Promised() | did.PutOff() | did.TookBack():
                await self._promise(deed, viewer, client, when)
            case did.ProposedPlan() | did.AcceptedPlan() | did.CancelledPlan():
                await self._plan(deed, viewer, client, when)
            case did.Commented() | did.Pinned():
                await self._comment(deed, viewer, client)
            case did.PlannedVisit() | did.ReportedVisit():
                await self._visit(deed, viewer, client, Said(deed.at, on, deed.at))
            case did.Disputed():
                await self._dispute(deed, viewer, client, when)
            case _:
                await self._move(deed, viewer, client, when)

    async def _promise(
        self,
        deed: did.Promised | did.PutOff | did.TookBack,
        viewer: Viewer,
        client: UUID,
        when: dict[str, Any],
    ) -> None:
        match deed:
            case did.Promised():
                of: Literal["documents", "account"] = "documents" if deed.invoices else "account"
                self.made[deed] = await take_promise(
                    viewer,
                    client,
                    self._word(deed),
                    of=of,
                    document_ids=tuple(self.rows.items[id(one)] for one in deed.invoices),
                    currency=deed.client.currency,
                    **when,
                )
            case did.PutOff():
                promise = self.made[deed.promise]
                self.made[deed] = await promises.reschedule_promise(
                    viewer, client, promise, self._word(deed), **when
                )
            case did.TookBack():
                promise = self.made[deed.promise]
                await promises.withdraw_promise(
                    viewer, client, promise, id_=None, why=deed.why, said_at=None, **when
                )

    def _word(self, deed: did.Promised | did.PutOff) -> Word:
        first = deed if isinstance(deed, did.Promised) else deed.promise
        return Word(
            promised_on=deed.promised_on,
            amount=first.amount if deed is first else None,
            said_by_contact=self.rows.contacts[deed.client.code][first.contact],
            channel=first.channel,
            note=deed.note,
        )

    async def _plan(
        self,
        deed: did.ProposedPlan | did.AcceptedPlan | did.CancelledPlan,
        viewer: Viewer,
        client: UUID,
        when: dict[str, Any],
    ) -> None:
        match deed:
            case did.ProposedPlan():
                self.made[deed] = await plans.propose_plan(
                    viewer,
                    client,
                    id_=None,
                    document_ids=[self.rows.items[id(one)] for one in deed.plan.invoices],
                    instalments=deed.plan.instalments,
                    said_by_contact=self.rows.contacts[deed.client.code][-1],
                    said_by=None,
                    note=deed.note,
                    said_at=None,
                    **when,
                )
            case did.AcceptedPlan():
                plan = self.made[deed.proposal]
                await plans.accept_plan(
                    viewer,
                    client,
                    plan,
                    id_=None,
                    proof=deed.proof,
                    file_ids=[],
                    said_at=None,
                    **when,
                )
            case did.CancelledPlan():
                plan = self.made[deed.proposal]
                await plans.cancel_plan(
                    viewer, client, plan, id_=None, why=deed.why, said_at=None, **when
                )

    async def _comment(
        self, deed: did.Commented | did.Pinned, viewer: Viewer, client: UUID
    ) -> None:
        if isinstance(deed, did.Pinned):
            await pin_comment(viewer, self.made[deed.comment], is_pinned=True, now=deed.at)
            return
        people = [self.viewers[email].account_id for email in deed.people]
        comment = PostComment(text=deed.text, mentions=people, roles=list(deed.roles))
        row = await post_comment(viewer, client, comment, now=deed.at)
        self.made[deed] = row["id"]

    async def _visit(
        self,
        deed: did.PlannedVisit | did.ReportedVisit,
        viewer: Viewer,
        client: UUID,
        when: Said,
    ) -> None:
        if isinstance(deed, did.PlannedVisit):
            await plan_visit(viewer, client, PlanVisit(planned_on=deed.planned_on), when)
            return
        contacts = self.rows.contacts[deed.client.code]
        told = ReportVisit(
            met_contact_id=None if deed.contact is None else contacts[deed.contact],
            mood=deed.mood,
            evidence=deed.evidence,
            unpaid_reason=deed.unpaid_reason,
            next_step=deed.next_step,
            next_step_on=deed.next_step_on,
            note=deed.note,
        )
        await report_visit(viewer, client, told, when)

    async def _dispute(
        self, deed: did.Disputed, viewer: Viewer, client: UUID, when: dict[str, Any]
    ) -> None:
        asked = OpenDispute(
            document_id=self.rows.items[id(deed.invoice)],
            reason=deed.reason,
            amount=deed.amount,
            note=deed.note,
            file_ids=await self._evidence(deed, deed.photo, viewer, client),
        )
        self.made[deed] = await opening.open_dispute(viewer, client, asked, **when)

    async def _evidence(
        self, deed: did.Deed, name: str | None, viewer: Viewer, client: UUID
    ) -> list[UUID]:
        if name is None:
            return []
        sent = Sent(None, name, io.BytesIO(photo(name)))
        row = await keep_file(viewer, client, sent, storage=self.storage, now=deed.at)
        return [row["id"]]

    async def _move(
        self, deed: did.Deed, viewer: Viewer, client: UUID, when: dict[str, Any]
    ) -> None:
        match deed:
            case did.Said():
                files = await self._evidence(deed, deed.photo, viewer, client)
                said = AddDisputeEntry(text=deed.text, waiting_on=deed.waiting_on, file_ids=files)
                await moving.add_entry(viewer, self.made[deed.dispute], said, **when)
            case did.Assigned():
                owner = AssignDispute(owner_id=self.viewers[deed.owner].account_id)
                await moving.assign(viewer, self.made[deed.dispute], owner, **when)
            case did.Resolved():
                decided = ResolveDispute(
                    resolution=deed.resolution, granted=deed.granted, why=deed.why
                )
                await moving.resolve(viewer, self.made[deed.dispute], decided, **when)
            case did.Closed():
                end = CloseDispute(why=deed.why)
                await moving.close(viewer, self.made[deed.dispute], end, **when)
            case did.Reopened():
                again = ReopenDispute(why=deed.why)
                await moving.reopen(viewer, self.made[deed.dispute], again, **when)
            case _:
                raise TypeError(f"Nobody knows how to {type(deed).__name__}.")
