"""Random lives of an invoice's disputes, held after every step against DOMAIN §9 told once more.

The model counts in cents and knows nothing of the rule: what each dispute holds, who may move it,
and what its next state is, are written out here.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import pytest

from backend.database.transaction import fetch_all
from backend.identity.viewer import Viewer
from backend.receivables.service import allocate_payment, release_allocation
from shared.ids import new_id
from tests.disputes.scene import Scene, make_scene
from tests.makers.ledger import make_payment
from tests.makers.viewers import viewer_of

pytestmark = pytest.mark.anyio

GROSS = 100_000
PEOPLE = ("sales", "after_sales", "collector", "colleague")
OPENER, DEPARTMENT = "sales", "after_sales"
LEADER: Final = "collector"
UNDECIDED = {"opened", "assigned", "waiting_client", "waiting_internal"}
DECIDED = {"accepted", "partly_accepted", "rejected"}
MOVES = ("assign", "answer", "resolve", "close", "reopen")
DONE_LEAST = 0.2
"""Of what is tried, how much is let happen in each life."""


def text(cents: int) -> str:
    return f"{Decimal(cents) / 100:.2f}"


@dataclass
class ModelDispute:
    claimed: int
    state: str = "opened"
    granted: int = 0
    owner: str | None = None
    before: str | None = None
    """What it was when full settlement closed it."""

    @property
    def held(self) -> int:
        if self.state in UNDECIDED:
            return self.claimed
        return self.granted if self.state in DECIDED else 0

    def may(self, who: str, move: str) -> int:
        """The status a move is answered with."""
        answers = who in {LEADER, self.owner or DEPARTMENT}
        if not (answers or (who == OPENER and move in {"assign", "close", "reopen"})):
            return 403
        starts = {"close": DECIDED, "reopen": DECIDED | {"closed"}}.get(move, UNDECIDED)
        return 201 if self.state in starts else 409


@dataclass
class Model:
    residual: int = GROSS
    disputes: dict[str, ModelDispute] = field(default_factory=dict)

    def room(self, but: ModelDispute | None = None) -> int:
        held = sum(one.held for one in self.disputes.values() if one is not but)
        return max(0, self.residual - held)

    def shares(self) -> dict[str, int]:
        left, found = self.residual, {}
        for id_, one in self.disputes.items():
            found[id_] = min(one.held, left)
            left -= found[id_]
        return found

    def pay(self, cents: int) -> None:
        self.residual -= cents
        for one in self.disputes.values():
            if not self.residual and one.state != "closed":
                one.before, one.state = one.state, "closed"

    def take_back(self, cents: int) -> None:
        self.residual += cents
        for one in self.disputes.values():
            if one.before is not None:
                one.state, one.before = one.before, None


class Life:
    """One invoice, its people, and the model beside it."""

    def __init__(self, scene: Scene, seed: int) -> None:
        self.scene, self.model = scene, Model()
        self.paid: list[tuple[UUID, int]] = []
        self.chance = random.Random(seed)  # noqa: S311 - of a test
        self.asked: Counter[str] = Counter()
        self.done: Counter[str] = Counter()

    async def step(self) -> None:
        self.scene.clock.move(seconds=1)
        what = self.chance.choice(("open", "open", "pay", "pay", "take_back", *MOVES, *MOVES))
        if what in {"open", "pay", "take_back"}:
            await getattr(self, what)()
        elif self.model.disputes:
            await self.move(what)

    def note(self, what: str, *, done: bool) -> None:
        self.asked[what] += 1
        self.done[what] += done

    async def open(self) -> None:
        cents = self.chance.choice((None, 1, 5_000, 40_000, GROSS))
        id_, room = str(new_id()), self.model.room()
        said = {} if cents is None else {"amount": text(cents)}
        answer = await self.scene.ask(
            OPENER,
            self.scene.disputes,
            id=id_,
            document_id=str(self.scene.invoice.id),
            reason="quality",
            **said,
        )
        fits = room > 0 and (cents is None or cents <= room)
        assert answer.status_code == (201 if fits else 409), answer.text
        self.note("open", done=fits)
        if fits:
            self.model.disputes[id_] = ModelDispute(room if cents is None else cents)

    async def pay(self) -> None:
        cents = min(self.model.residual, self.chance.choice((2_500, 9_999, 30_000)))
        if not cents:
            return
        payment = await make_payment(self.scene.client, text(cents))
        allocation = await allocate_payment(
            self.leader,
            payment.id,
            self.scene.invoice.id,
            Decimal(cents) / 100,
            today=self.scene.clock.today(),
            now=self.scene.clock.now(),
        )
        self.model.pay(cents)
        self.note("pay", done=True)
        self.paid.append((allocation, cents))

    async def take_back(self) -> None:
        if self.paid:
            allocation, cents = self.paid.pop(self.chance.randrange(len(self.paid)))
            await release_allocation(self.leader, allocation, now=self.scene.clock.now())
            self.model.take_back(cents)
            self.note("take_back", done=True)

    @property
    def leader(self) -> Viewer:
        return viewer_of(self.scene.people[LEADER], LEADER, branches=(self.scene.branch.id,))

    async def move(self, move: str) -> None:
        id_ = self.chance.choice(list(self.model.disputes))
        one = self.model.disputes[id_]
        who = self.somebody(one, move)
        said, status, after = self.planned(one, who, move)
        path = f"/disputes/{id_}/{'entries' if move == 'answer' else move}"
        answer = await self.scene.ask(who, path, id=str(new_id()), **said)
        allowed = one.may(who, move)
        expected = status if allowed == 201 else allowed
        assert answer.status_code in {expected, 200 if expected == 201 else expected}, answer.text
        self.note(move, done=expected == 201)
        if expected == 201:
            for name, value in after.items():
                setattr(one, name, value)

    def somebody(self, one: ModelDispute, move: str) -> str:
        """As often one of those who may as anybody."""
        may = [who for who in PEOPLE if one.may(who, move) == 201]
        return self.chance.choice(may if may and self.chance.random() < 0.5 else PEOPLE)

    def planned(
        self, one: ModelDispute, who: str, move: str
    ) -> tuple[dict[str, Any], int, dict[str, Any]]:
        """What is said, what is answered where the move is allowed, and what it makes of it."""
        chance = self.chance
        match move:
            case "assign":
                to = chance.choice(PEOPLE)
                said = {"owner_id": self.scene.id_of(to)}
                return said, 201, {"owner": to, "state": "assigned"}
            case "answer":
                on = chance.choice(("client", "internal"))
                after = {"state": f"waiting_{on}", "owner": one.owner or who}
                return {"text": "Vu.", "waiting_on": on}, 201, after
            case "resolve":
                return self.decided(one)
            case "close":
                return {}, 201, {"state": "closed"}
            case _:
                return self.reopened(one)

    def decided(self, one: ModelDispute) -> tuple[dict[str, Any], int, dict[str, Any]]:
        granted = self.chance.choice((0, one.claimed, one.claimed // 2, one.claimed + 1))
        how = self.chance.choice(("credit_note", "gesture", "confirmed_due"))
        said = {"resolution": how, "granted": text(granted), "why": "Constaté."}
        makes_sense = granted <= one.claimed and (granted == 0) == (how == "confirmed_due")
        state = "rejected" if granted == 0 else "partly_accepted"
        state = "accepted" if granted == one.claimed else state
        return said, 201 if makes_sense else 422, {"state": state, "granted": granted}

    def reopened(self, one: ModelDispute) -> tuple[dict[str, Any], int, dict[str, Any]]:
        room, cents = self.model.room(but=one), self.chance.choice((None, 3_000, GROSS))
        said = {"why": "À revoir."} | ({} if cents is None else {"amount": text(cents)})
        fits = room > 0 and (cents is None or cents <= room)
        claimed = min(one.claimed, room) if cents is None else cents
        state = "opened" if one.owner is None else "assigned"
        return said, 201 if fits else 409, {"state": state, "claimed": claimed, "granted": 0}

    async def stands_as_the_model(self) -> None:
        told = await self.scene.get(LEADER, f"/documents/{self.scene.invoice.id}/disputes")
        found = {
            one["id"]: (one["state"], one["claimed"], one["effective"]) for one in told["items"]
        }
        shares = self.model.shares()
        assert found == {
            id_: (one.state, text(one.claimed), text(shares[id_]))
            for id_, one in self.model.disputes.items()
        }
        assert sum(shares.values()) <= self.model.residual


@pytest.mark.usefixtures("lawful_ledger")
@pytest.mark.parametrize("seed", range(8))
async def test_disputes_live_as_the_model_says_and_no_euro_is_contested_twice(http, clock, seed):
    life = Life(await make_scene(http, clock, text(GROSS)), seed)
    told: list[Any] = []
    for _ in range(40):
        await life.step()
        await life.stands_as_the_model()
        entries = await fetch_all(
            "SELECT dispute, place, move, state, amount FROM dispute_entry ORDER BY dispute, place"
        )
        # What was said is never rewritten.
        assert all(one in entries for one in told)
        told = entries
    # People try much that is refused, but no life stands still.
    assert life.done.total() >= life.asked.total() * DONE_LEAST
