"""Disputes over the API: signal, answer, decide, and see why clients do not pay."""

from datetime import date, datetime
from typing import Final
from uuid import UUID

from litestar import Controller, get, post, put
from litestar.params import FromPath, FromQuery, JSONBody

from backend.disputes.rules import states_wanted
from backend.disputes.service import moving, opening, reading
from backend.disputes.telling import dispute_told, entry_told, owner_told
from backend.edge.provided import CursorGiven, TheClock, TheCursors, TheSettings
from backend.identity.access import TheViewer, problems, require
from backend.identity.viewer import Viewer
from shared.contract.disputes import (
    AddDisputeEntry,
    AssignDispute,
    CloseDispute,
    Dispute,
    DisputeCause,
    DisputeCauses,
    DisputeFile,
    DisputeFilter,
    DisputeOwners,
    DisputePage,
    DisputeReason,
    DisputeReasonList,
    OpenDispute,
    ReopenDispute,
    ResolveDispute,
    SetDisputePolicy,
)
from shared.rules.dispute import Reason

DISPUTES_A_PAGE: Final = 50
OF_CLIENT: Final = "disputes of a client, last moved first"
TO_ANSWER: Final = "disputes, due first"
NOT_YOURS: Final = problems(403)


async def told(viewer: Viewer, dispute_id: UUID, today: date) -> Dispute:
    return dispute_told(await reading.dispute_of(viewer, dispute_id), today)


class ClientDisputeController(Controller):
    tags = ("Disputes",)

    @post("/clients/{client_id:uuid}/disputes", summary="Signal a dispute")
    async def open_dispute(
        self,
        client_id: FromPath[UUID],
        data: JSONBody[OpenDispute],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> Dispute:
        """The same body with the same `id` again answers the same dispute."""
        id_ = await opening.open_dispute(viewer, client_id, data, clock=clock, settings=settings)
        return await told(viewer, id_, clock.today())

    @get("/clients/{client_id:uuid}/disputes", summary="A client's disputes, last moved first")
    async def list_client_disputes(
        self,
        client_id: FromPath[UUID],
        viewer: TheViewer,
        clock: TheClock,
        cursors: TheCursors,
        cursor: CursorGiven = None,
    ) -> DisputePage:
        before = None if cursor is None else cursors.read(OF_CLIENT, cursor, tuple[datetime, UUID])
        rows = await reading.disputes_of_client(viewer, client_id, before, DISPUTES_A_PAGE + 1)
        page, more = rows[:DISPUTES_A_PAGE], len(rows) > DISPUTES_A_PAGE
        last = (page[-1]["moved_at"], page[-1]["id"]) if more else None
        return DisputePage(
            items=[dispute_told(row, clock.today()) for row in page],
            next_cursor=None if last is None else cursors.write(OF_CLIENT, last),
        )

    @get("/clients/{client_id:uuid}/dispute-owners", summary="Who may answer a client's disputes")
    async def list_dispute_owners(
        self, client_id: FromPath[UUID], viewer: TheViewer
    ) -> DisputeOwners:
        """Everybody who sees the client, in whatever department."""
        rows = await reading.owners_of_client(viewer, client_id)
        return DisputeOwners(items=[owner_told(row) for row in rows])

    @get("/documents/{document_id:uuid}/disputes", summary="An invoice's disputes, oldest first")
    async def list_document_disputes(
        self, document_id: FromPath[UUID], viewer: TheViewer, clock: TheClock
    ) -> DisputePage:
        rows = await reading.disputes_of_document(viewer, document_id)
        return DisputePage(items=[dispute_told(row, clock.today()) for row in rows])


class DisputeController(Controller):
    path = "/disputes"
    tags = ("Disputes",)

    @get("", summary="The disputes in scope, those due first")
    async def list_disputes(
        self,
        viewer: TheViewer,
        clock: TheClock,
        cursors: TheCursors,
        filter: FromQuery[DisputeFilter] = "open",  # noqa: A002 - the parameter's name
        cursor: CursorGiven = None,
    ) -> DisputePage:
        """`mine`: undecided; mine or my department's to answer, or the client's and mine to ask."""
        after = None if cursor is None else cursors.read(TO_ANSWER, cursor, tuple[date, UUID])
        rows = await reading.disputes_to_answer(
            viewer,
            is_mine=filter == "mine",
            states=states_wanted(filter),
            after=after,
            limit=DISPUTES_A_PAGE + 1,
        )
        page, more = rows[:DISPUTES_A_PAGE], len(rows) > DISPUTES_A_PAGE
        last = (page[-1]["due_on"], page[-1]["id"]) if more else None
        return DisputePage(
            items=[dispute_told(row, clock.today()) for row in page],
            next_cursor=None if last is None else cursors.write(TO_ANSWER, last),
        )

    @get("/causes", opt=problems(422), summary="Why clients do not pay: what each reason blocked")
    async def dispute_causes(
        self,
        from_on: FromQuery[date],
        to_on: FromQuery[date],
        viewer: TheViewer,
        clock: TheClock,
        branch_id: FromQuery[UUID | None] = None,
    ) -> DisputeCauses:
        """Both days included; one line a reason, department and currency."""
        rows = await reading.causes(
            viewer, from_on, to_on, today=clock.today(), branch_id=branch_id
        )
        return DisputeCauses(
            from_on=from_on, to_on=to_on, causes=[DisputeCause(**row) for row in rows]
        )

    @get("/reasons", summary="The reasons, who answers for each and by when")
    async def list_dispute_reasons(self, clock: TheClock) -> DisputeReasonList:
        found = await reading.policies_on(clock.today())
        return DisputeReasonList(
            items=[
                DisputeReason(
                    reason=reason,
                    department=policy.department,
                    sla_days=policy.sla_days,
                    e_invoicing=policy.e_invoicing,
                )
                for reason, policy in found.items()
            ]
        )

    @put(
        "/reasons/{reason:str}",
        guards=[require("manage-organisation")],
        status_code=204,
        summary="Say who answers for a reason, and by when, from a day on",
    )
    async def set_dispute_policy(
        self,
        reason: FromPath[Reason],
        data: JSONBody[SetDisputePolicy],
        viewer: TheViewer,
        clock: TheClock,
    ) -> None:
        await reading.set_policy(viewer, reason, data, now=clock.now())

    @get("/{dispute_id:uuid}", summary="A dispute and all that was said about it")
    async def read_dispute(
        self, dispute_id: FromPath[UUID], viewer: TheViewer, clock: TheClock
    ) -> DisputeFile:
        row = await reading.dispute_of(viewer, dispute_id)
        entries, files = await reading.conversation(dispute_id)
        return DisputeFile(
            dispute=dispute_told(row, clock.today()),
            entries=[entry_told(entry, files) for entry in entries],
            may=reading.moves_of(viewer, row),
        )

    @post("/{dispute_id:uuid}/entries", opt=NOT_YOURS, summary="Say, show or answer something")
    async def add_dispute_entry(
        self,
        dispute_id: FromPath[UUID],
        data: JSONBody[AddDisputeEntry],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> Dispute:
        """With `waiting_on`, an answer: from whoever answers for the dispute."""
        await moving.add_entry(viewer, dispute_id, data, clock=clock, settings=settings)
        return await told(viewer, dispute_id, clock.today())

    @post(
        "/{dispute_id:uuid}/assign",
        status_code=200,
        opt=NOT_YOURS,
        summary="Say who should answer a dispute",
    )
    async def assign_dispute(
        self,
        dispute_id: FromPath[UUID],
        data: JSONBody[AssignDispute],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> Dispute:
        await moving.assign(viewer, dispute_id, data, clock=clock, settings=settings)
        return await told(viewer, dispute_id, clock.today())

    @post("/{dispute_id:uuid}/resolve", status_code=200, opt=NOT_YOURS, summary="Decide a dispute")
    async def resolve_dispute(
        self,
        dispute_id: FromPath[UUID],
        data: JSONBody[ResolveDispute],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> Dispute:
        await moving.resolve(viewer, dispute_id, data, clock=clock, settings=settings)
        return await told(viewer, dispute_id, clock.today())

    @post("/{dispute_id:uuid}/close", status_code=200, opt=NOT_YOURS, summary="Close a dispute")
    async def close_dispute(
        self,
        dispute_id: FromPath[UUID],
        data: JSONBody[CloseDispute],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> Dispute:
        """Once it is decided; one whose invoice is settled closes by itself."""
        await moving.close(viewer, dispute_id, data, clock=clock, settings=settings)
        return await told(viewer, dispute_id, clock.today())

    @post("/{dispute_id:uuid}/reopen", status_code=200, opt=NOT_YOURS, summary="Reopen a dispute")
    async def reopen_dispute(
        self,
        dispute_id: FromPath[UUID],
        data: JSONBody[ReopenDispute],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> Dispute:
        await moving.reopen(viewer, dispute_id, data, clock=clock, settings=settings)
        return await told(viewer, dispute_id, clock.today())
