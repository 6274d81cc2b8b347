"""A device and the real server: what is entered arrives, what changes comes, scope is kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from litestar import Litestar

from mobile.api.identity import sign_in as sign_in_with
from mobile.api.wire import Wire
from mobile.sync.keeping import Memory
from mobile.sync.outbox import Outbox
from mobile.sync.owner import Owner
from mobile.sync.portfolio import Portfolio
from mobile.sync.sending import Sending
from mobile.sync.synchronising import Synchronising
from mobile.sync.writing import NoLock
from shared.contract.promises import NewPromise
from shared.contract.threads import PostComment
from tests.edge_fixtures import AddPerson, SignIn, Somebody, client_of
from tests.files.samples import picture
from tests.makers.ledger import TODAY, make_client, make_document
from tests.mobile.sync.pieces import dispute, photo

pytestmark = pytest.mark.anyio


class InMemory:
    kept: str | None = None

    async def token(self) -> str | None:
        return self.kept

    async def keep(self, token: str | None) -> None:
        self.kept = token


class Device:
    """One person's phone."""

    def __init__(self, wire: Wire, owner: Owner) -> None:
        keeping = Memory()
        self.wire = wire
        self.entries = Outbox(keeping, owner)
        self.held = Portfolio(keeping, owner)
        self.sync = Synchronising(Sending(self.entries, wire), self.held, wire, NoLock())

    async def synchronise(self) -> None:
        await self.sync.once()
        assert self.sync.state == "fresh", self.sync.failure

    def names(self) -> list[str]:
        return [row.name for row in self.held.listed(TODAY).rows]


@asynccontextmanager
async def device(app: Litestar, person: Somebody) -> AsyncIterator[Device]:
    wire = Wire(client_of(app), InMemory())
    await sign_in_with(wire, person.email, person.password, "A phone")
    opened = Device(wire, Owner("http://encours.test", person.id))
    try:
        yield opened
    finally:
        opened.entries.close()
        opened.held.close()
        await wire.close()


async def test_what_one_enters_the_other_reads(app: Litestar, add_person: AddPerson):
    alpha = await make_client(name="Alpha")
    invoice = await make_document(alpha, "5200.00", due_on=TODAY)
    ana, lou = (
        await add_person("sales", everything=True),
        await add_person("collector", everything=True),
    )
    async with device(app, ana) as hers, device(app, lou) as his:
        for one in (hers, his):
            await one.synchronise()
            assert one.names() == ["Alpha"]
        said = await hers.entries.record(
            "post-comment", alpha.id, PostComment(text="Deux portes voilées.")
        )
        contested = dispute(document_id=invoice.id, origin_comment_id=said.id)
        await hers.entries.record(
            "open-dispute", alpha.id, contested, files=[photo(picture(size=(400, 300)))]
        )
        late = await hers.entries.record(
            "take-promise",
            alpha.id,
            NewPromise(about="account", promised_on=TODAY.replace(year=2020)),
        )
        await hers.synchronise()
        assert list(hers.entries.standings().values()) == ["sent", "sent", "review"]
        refused = hers.entries.entry(late.id).problem
        assert refused is not None
        assert refused.code == "promise-in-the-past"
        await his.synchronise()
        copies = [one.held.copy(alpha.id) for one in (hers, his)]
        for copy in copies:
            assert copy is not None
            [opened] = copy.disputes
            assert (opened.document_id, opened.origin_comment_id) == (invoice.id, said.id)
            assert said.id in [item.comment.id for item in copy.thread if item.comment]
        assert his.names() == [row.name for row in his.held.listed(TODAY, chosen="disputed").rows]


async def test_lost_scope_takes_the_client_and_explains_the_entry(
    app: Litestar, add_person: AddPerson, sign_in: SignIn
):
    admin = await sign_in("admin", everything=True)
    rep = await add_person("sales")
    alpha = await make_client(name="Alpha", rep=rep.id)
    await make_client(name="Beta", rep=rep.id)
    async with device(app, rep) as phone:
        await phone.synchronise()
        assert phone.names() == ["Alpha", "Beta"]
        said = await phone.entries.record("post-comment", alpha.id, PostComment(text="Il paie."))
        taken = await admin.patch(f"/api/clients/{alpha.id}", json={"rep_id": None})
        assert taken.is_success, taken.text
        await phone.synchronise()
        assert phone.names() == ["Beta"]
        kept = phone.entries.entry(said.id)
        assert (kept.state, kept.body["text"]) == ("review", "Il paie.")
        assert kept.problem is not None
        assert (kept.problem.code, kept.problem.facts) == ("not-found", {})
        assert "Alpha" not in str(kept)
