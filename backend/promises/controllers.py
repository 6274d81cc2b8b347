"""Promises and payment plans over the API."""

from uuid import UUID

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from backend.edge.provided import TheClock, TheSettings
from backend.identity.access import TheViewer, require
from backend.promises.service import moving, plans, reading, taking
from backend.promises.telling import plans_told, promise_told, rate_told
from shared.contract.promises import (
    AcceptPlan,
    EndPromise,
    NewPlan,
    NewPromise,
    Plan,
    PlanList,
    Promise,
    PromiseList,
    ReschedulePromise,
)
from shared.rules.payment_plan import Instalment


class PromiseController(Controller):
    path = "/clients/{client_id:uuid}/promises"
    tags = ("Promises",)

    @get("", summary="What the client promised, and what it was worth")
    async def list_promises(
        self,
        client_id: FromPath[UUID],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> PromiseList:
        found = await reading.promises(
            viewer, client_id, today=clock.today(), policy=settings.promises
        )
        rates = await reading.rates(viewer, client_id)
        return PromiseList(
            items=[promise_told(one) for one in found],
            rates=[rate_told(row) for row in rates if row["is_whole"]],
            rates_by_contact=[rate_told(row) for row in rates if not row["is_whole"]],
        )

    @post("", guards=[require("take-promises")], summary="Take a promise")
    async def take_promise(
        self,
        client_id: FromPath[UUID],
        data: JSONBody[NewPromise],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> Promise:
        """The same body with the same `id` again answers the same promise."""
        promise_id = await taking.take_promise(
            viewer,
            client_id,
            word_of(data),
            of=data.about,
            document_ids=tuple(data.document_ids),
            currency=data.currency,
            clock=clock,
            settings=settings,
        )
        return await told(viewer, client_id, promise_id, clock, settings)

    @post(
        "/{promise_id:uuid}/reschedule",
        guards=[require("take-promises")],
        summary="Put a promise off to another day",
    )
    async def reschedule_promise(
        self,
        client_id: FromPath[UUID],
        promise_id: FromPath[UUID],
        data: JSONBody[ReschedulePromise],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> Promise:
        """Answers the new promise, which takes the place of the other."""
        new_id = await moving.reschedule_promise(
            viewer, client_id, promise_id, word_of(data), clock=clock, settings=settings
        )
        return await told(viewer, client_id, new_id, clock, settings)

    @post(
        "/{promise_id:uuid}/withdraw",
        guards=[require("take-promises")],
        status_code=200,
        summary="Withdraw a promise",
    )
    async def withdraw_promise(
        self,
        client_id: FromPath[UUID],
        promise_id: FromPath[UUID],
        data: JSONBody[EndPromise],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> Promise:
        """One's own; somebody else's with the capability `withdraw-promises`."""
        await moving.withdraw_promise(
            viewer,
            client_id,
            promise_id,
            id_=data.id,
            why=data.why,
            said_at=data.said_at,
            clock=clock,
            settings=settings,
        )
        return await told(viewer, client_id, promise_id, clock, settings)


def word_of(data: NewPromise | ReschedulePromise) -> taking.Word:
    return taking.Word(
        id=data.id,
        said_at=data.said_at,
        promised_on=data.promised_on,
        amount=data.amount,
        said_by_contact=data.said_by_contact_id,
        said_by=data.said_by,
        channel=data.channel,
        note=data.note,
        origin_comment=data.origin_comment_id if isinstance(data, NewPromise) else None,
    )


async def told(
    viewer: TheViewer, client_id: UUID, promise_id: UUID, clock: TheClock, settings: TheSettings
) -> Promise:
    return promise_told(
        await reading.promise(
            viewer, client_id, promise_id, today=clock.today(), policy=settings.promises
        )
    )


class PlanController(Controller):
    path = "/clients/{client_id:uuid}/plans"
    tags = ("Promises",)

    @get("", summary="The client's payment plans")
    async def list_plans(self, client_id: FromPath[UUID], viewer: TheViewer) -> PlanList:
        return PlanList(items=await plans_told(await reading.plans(viewer, client_id)))

    @post("", guards=[require("take-promises")], summary="Propose a payment plan")
    async def propose_plan(
        self,
        client_id: FromPath[UUID],
        data: JSONBody[NewPlan],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> Plan:
        plan_id = await plans.propose_plan(
            viewer,
            client_id,
            id_=data.id,
            document_ids=data.document_ids,
            instalments=[Instalment(one.due_on, one.amount) for one in data.instalments],
            said_by_contact=data.said_by_contact_id,
            said_by=data.said_by,
            note=data.note,
            said_at=data.said_at,
            clock=clock,
            settings=settings,
        )
        return await one_plan(viewer, client_id, plan_id)

    @post(
        "/{plan_id:uuid}/accept",
        guards=[require("agree-plans")],
        status_code=200,
        summary="Keep the client's acceptance of a plan",
    )
    async def accept_plan(
        self,
        client_id: FromPath[UUID],
        plan_id: FromPath[UUID],
        data: JSONBody[AcceptPlan],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> Plan:
        """With its proof; the instalments become promises."""
        await plans.accept_plan(
            viewer,
            client_id,
            plan_id,
            id_=data.id,
            proof=data.proof,
            file_ids=data.file_ids,
            said_at=data.said_at,
            clock=clock,
            settings=settings,
        )
        return await one_plan(viewer, client_id, plan_id)

    @post(
        "/{plan_id:uuid}/cancel",
        guards=[require("agree-plans")],
        status_code=200,
        summary="Cancel a payment plan",
    )
    async def cancel_plan(
        self,
        client_id: FromPath[UUID],
        plan_id: FromPath[UUID],
        data: JSONBody[EndPromise],
        viewer: TheViewer,
        clock: TheClock,
        settings: TheSettings,
    ) -> Plan:
        await plans.cancel_plan(
            viewer,
            client_id,
            plan_id,
            id_=data.id,
            why=data.why,
            said_at=data.said_at,
            clock=clock,
            settings=settings,
        )
        return await one_plan(viewer, client_id, plan_id)


async def one_plan(viewer: TheViewer, client_id: UUID, plan_id: UUID) -> Plan:
    [told_] = await plans_told([await reading.plan(viewer, client_id, plan_id)])
    return told_
