"""What may happen to the payment plans of one client, told to the API and to the model."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from backend.promises.service.closing import close_day
from backend.receivables.service import allocate_payment, release_allocation
from shared.calendar import add_business_days
from shared.ids import new_id
from shared.rules.promise import PromisePolicy
from tests.disputes.scene import Scene
from tests.makers.ledger import make_document, make_payment
from tests.makers.promises import cover
from tests.makers.viewers import viewer_of
from tests.promises.plan_model import ModelPlan
from tests.shared.rules.promise_model import Model
from tests.shared.rules.promise_parts import ModelPayment, ModelPromise

GROSS = 60_00
STEPS = (
    *("propose", "propose", "accept", "cancel", "promise", "pay", "pay", "pay", "take_back"),
    *("know", "know", "close", "close", "close"),
)
DAY = timedelta(days=1)


def euros(cents: int) -> Decimal:
    return Decimal(cents) / 100


class Life:
    """Invoices of one client, the plans made of them, and the model beside it."""

    def __init__(self, scene: Scene, source: UUID, seed: int) -> None:
        self.scene, self.source = scene, source
        self.model = Model({str(scene.invoice.id): GROSS})
        self.model.cash_through = self.today - DAY
        self.plans: dict[str, ModelPlan] = {}
        self.words: dict[str, ModelPromise] = {}
        self.paid: list[tuple[UUID, ModelPayment]] = []
        self.chance = random.Random(seed)  # noqa: S311 - of a test

    @property
    def today(self) -> date:
        return self.scene.clock.today()

    @property
    def path(self) -> str:
        return f"/clients/{self.scene.client.id}/plans"

    async def step(self) -> None:
        self.scene.clock.move(days=self.chance.choice((0, 1, 1, 2, 4)), seconds=1)
        await getattr(self, self.chance.choice(STEPS))()

    async def bill(self) -> None:
        cents = self.chance.choice((20_00, 41_03, 300_00))
        invoice = await make_document(self.scene.client, euros(cents), due_on=date(2026, 10, 1))
        self.model.amounts[str(invoice.id)] = cents

    def owed(self, invoices: frozenset[str]) -> int:
        return sum(self.model.owed(one) for one in invoices)

    def status(self, invoices: frozenset[str], parts: list[tuple[date, int]]) -> int:
        """With what such a plan is answered, said today; 200 where it is one."""
        owed = self.owed(invoices)
        if not owed or any(one.goes_on_with(invoices) for one in self.plans.values()):
            return 409
        if any(cents <= 0 for _, cents in parts):
            return 422
        if sum(cents for _, cents in parts) != owed:
            return 409
        return 422 if parts[0][0] < self.today else 200

    async def propose(self) -> None:
        chance = self.chance
        if chance.random() < 0.7:
            await self.bill()
        last = list(self.model.amounts)[-2:]
        wanted = last if chance.random() < 0.3 else last[-1:]
        invoices, number = frozenset(wanted), chance.choice((2, 3, 4))
        begins, every = self.today + chance.choice((-1, 0, 2, 5, 9)) * DAY, chance.choice((3, 7))
        owed = self.owed(invoices) + chance.choice((*[0] * 8, 1, -1))
        amounts = [owed // number] * (number - 1)
        amounts.append(owed - sum(amounts))
        parts = [(begins + place * every * DAY, cents) for place, cents in enumerate(amounts)]
        said = [{"due_on": f"{on}", "amount": f"{euros(cents)}"} for on, cents in parts]
        answer = await self.scene.ask(
            "sales", self.path, id=(id_ := str(new_id())), document_ids=wanted, instalments=said
        )
        status = self.status(invoices, parts)
        if status == 200:
            self.plans[id_] = ModelPlan(invoices, parts)
        assert answer.status_code == (201 if status == 200 else status), answer.text
        if status == 200 and chance.random() < 0.7:
            await self.accept(id_)

    async def promise(self) -> None:
        """A word beside all plans, on one invoice."""
        invoice = list(self.model.amounts)[-1]
        cents = min(self.chance.choice((5_00, 20_00)), self.model.owed(invoice))
        if not cents:
            return
        day = self.today + self.chance.choice((0, 2, 6)) * DAY
        answer = await self.scene.ask(
            "sales",
            self.path.replace("plans", "promises"),
            id=(id_ := str(new_id())),
            document_ids=[invoice],
            amount=f"{euros(cents)}",
            promised_on=f"{day}",
        )
        assert answer.status_code == 201, answer.text
        self.words[id_] = self.given(frozenset({invoice}), day, cents)

    def given(self, invoices: frozenset[str], day: date, cents: int) -> ModelPromise:
        deadline, seen = add_business_days(day, 2), self.model.seen(invoices)
        name = len(self.model.promises)
        one = ModelPromise(name, invoices, cents, self.today, deadline, seen)
        self.model.promises.append(one)
        return one

    def any_plan(self) -> str | None:
        """One of the last two: those are the ones that can still be moved."""
        return self.chance.choice(list(self.plans)[-2:]) if self.plans else None

    async def accept(self, id_: str | None = None) -> None:
        id_ = id_ or self.any_plan()
        if id_ is None:
            return
        plan = self.plans[id_]
        proof = self.chance.choice(("Courriel du jour", "Signé", "Signé", None))
        answer = await self.scene.ask("collector", f"{self.path}/{id_}/accept", proof=proof)
        status = 409 if plan.state != "proposed" else self.status(plan.invoices, plan.parts)
        assert answer.status_code == (status if proof else 422), answer.text
        if proof and status == 200:
            plan.told.append("accepted")
            plan.accepted_on = self.today
            plan.take_place(self.plans.values(), self.model.owed)
            for word in self.model.promises:
                word.give_way(plan.invoices, self.today)
            plan.promises += [self.given(plan.invoices, on, cents) for on, cents in plan.parts]

    async def cancel(self) -> None:
        if (id_ := self.any_plan()) is None or self.chance.random() < 0.7:
            return
        plan = self.plans[id_]
        answer = await self.scene.ask("collector", f"{self.path}/{id_}/cancel", why="À revoir")
        if plan.state in {"proposed", "accepted", "active"}:
            assert answer.status_code == 200, answer.text
            plan.end("cancelled")
        else:
            assert (answer.status_code, answer.json()["code"]) == (409, "plan-state")

    async def pay(self) -> None:
        invoice = self.chance.choice(list(self.model.amounts)[-2:])
        usual = [cents for plan in self.plans.values() for _, cents in plan.parts]
        cents = self.chance.choice((5_00, *usual[-5:]))
        cents = min(cents, self.model.owed(invoice))
        if not cents:
            return
        on = self.today - self.chance.choice((0, 0, 1, 3, 8)) * DAY
        payment = await make_payment(self.scene.client, euros(cents), value_on=on)
        allocation = await allocate_payment(
            self.collector,
            payment.id,
            UUID(invoice),
            euros(cents),
            today=self.today,
            now=self.scene.clock.now(),
        )
        told = ModelPayment(str(payment.id), invoice, cents, on)
        self.model.payments.append(told)
        self.paid.append((allocation, told))

    async def take_back(self) -> None:
        if self.paid:
            allocation, told = self.paid.pop(self.chance.randrange(-3, 0) % len(self.paid))
            await release_allocation(self.collector, allocation, now=self.scene.clock.now())
            self.model.payments.remove(told)

    async def know(self) -> None:
        through = self.today - self.chance.choice((0, 0, 1, 4)) * DAY
        if self.model.cash_through is None or through > self.model.cash_through:
            await cover(self.source, through)
            self.model.cash_through = through

    async def close(self) -> None:
        day = self.today - self.chance.choice((0, 0, 0, 2, 9)) * DAY
        now = datetime.combine(self.today, time(22), UTC)
        await close_day(day, today=self.today, now=now, policy=PromisePolicy())
        self.model.close(day)
        shares = self.model.shares()
        paid = {
            id_: sum(len(shares[one.name]) for one in plan.promises if not one.ended)
            for id_, plan in self.plans.items()
        }
        for id_, plan in self.plans.items():
            plan.follow(day, paid[id_])

    @property
    def collector(self) -> Any:
        branches = (self.scene.branch.id,)
        return viewer_of(self.scene.people["collector"], "collector", branches=branches)

    async def stands_as_the_model(self) -> None:
        told = (await self.scene.get("collector", self.path))["items"]
        found = {
            one["id"]: (one["state"], [part["state"] for part in one["instalments"]])
            for one in told
        }
        nothing_yet = {id_: [None] * len(one.parts) for id_, one in self.plans.items()}
        assert found == {
            id_: (one.state, one.states or nothing_yet[id_]) for id_, one in self.plans.items()
        }
        await self.is_served_as_the_model()

    async def is_served_as_the_model(self) -> None:
        """Each instalment by its own cents, and no cent of what was paid by two of them."""
        promises = (await self.scene.get("collector", f"/clients/{self.scene.client.id}/promises"))[
            "items"
        ]
        ids = {id_: one.promises for id_, one in self.plans.items()}
        shares, used = self.model.shares(), Decimal(0)
        for told in promises:
            plan = told["plan_id"]
            one = ids[plan][told["place"] - 1] if plan else self.words[told["id"]]
            assert [was["verdict"] for was in told["judgements"]] == one.history
            if not one.ended:
                assert Decimal(told["counted"]) == euros(len(shares[one.name]))
                used += Decimal(told["counted"])
        assert len(promises) == len(self.model.promises)
        assert used <= euros(sum(one.cents for one in self.model.payments))
