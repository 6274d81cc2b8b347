"""What is said goes out one way: kept first where the device keeps, and sent where it does not."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from mobile.api.failures import Refused
from mobile.api.wire import Wire
from mobile.screens.failures import sentence
from mobile.store import outgoing
from mobile.store.device import Device
from mobile.store.local import Local
from mobile.store.promise_draft import Draft
from mobile.store.reach import Reach
from mobile.store.sent_draft import draft_refused
from mobile.strings import strings
from mobile.sync.entries import Entry, NewFile
from mobile.sync.refusals import (
    AlreadyEntered,
    FileTooLarge,
    MayHaveArrived,
    NotKept,
    OutboxFull,
    RefusedHere,
    TooManyFiles,
)
from shared.contract.problems import Problem
from shared.contract.threads import PostComment
from shared.contract.visits import PlanVisit, RemoveVisit, Visit
from shared.ids import new_id
from tests.mobile.store.test_local import Phone, Vault

pytestmark = pytest.mark.anyio
CLIENT = new_id()
TAKEN = Problem(title="Taken", status=409, code="id-taken", detail="It stands for other words.")


class Server:
    """Takes everything, unless it was told to have a problem."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str, dict[str, Any]]] = []
        self.problem: Problem | None = None

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(200, json={})
        body = json.loads(request.content)
        self.heard.append((request.method, request.url.path, body))
        if self.problem is not None:
            return httpx.Response(self.problem.status, json=self.problem.model_dump(mode="json"))
        if request.url.path.endswith("/remove"):
            return httpx.Response(204)
        return httpx.Response(201, json=visit(body))


def visit(body: dict[str, Any]) -> dict[str, Any]:
    client = {"id": str(new_id()), "name": "Vauclair"}
    more = {"client": client, "town": None, "place": 1, "report_id": None}
    return {"id": body["id"], "planned_on": body["planned_on"], **more}


def reaching(server: Server, phone: Phone | None) -> Reach:
    http = httpx.AsyncClient(
        transport=httpx.MockTransport(server), base_url="https://credit.example.com"
    )
    wire = Wire(http, Device(Vault()))
    return Reach(wire, Local(phone, wire))


async def test_where_nothing_is_kept_a_word_is_sent_to_where_its_command_says():
    server = Server()
    client, word = new_id(), PlanVisit(id=new_id(), planned_on=date(2026, 11, 23))
    made = await reaching(server, None).say("plan-visit", client, word, Visit)
    assert isinstance(made, Visit)
    assert made.id == word.id
    [(method, path, body)] = server.heard
    assert (method, path) == ("POST", f"/api/clients/{client}/visits")
    assert body == {"id": str(word.id), "planned_on": "2026-11-23"}


async def test_where_nothing_is_kept_a_refusal_is_told_and_nothing_remembered():
    server = Server()
    server.problem = TAKEN
    with pytest.raises(Refused) as refused:
        await reaching(server, None).tell("remove-visit", new_id(), RemoveVisit(), new_id())
    assert not isinstance(refused.value, RefusedHere)


@pytest.fixture
async def kept(tmp_path: Path):
    """A device that keeps what is entered, and nobody to send it."""
    reach = reaching(Server(), Phone(tmp_path))
    await reach.local.open(new_id())
    yield reach
    await reach.local.close()


async def said(reach: Reach, word: PostComment, *files: NewFile) -> Entry:
    outbox = reach.local.outbox
    assert outbox is not None
    saying = outgoing.Saying("post-comment", CLIENT, word, None, files)
    return await outgoing.recorded(outbox, saying)


async def test_what_was_refused_is_said_again_as_the_same_entry_with_its_files(kept: Reach):
    photo = NewFile(new_id(), "porte.jpg", b"a photo")
    word = PostComment(id=new_id(), text="Benne voilée", files=[photo.id])
    first = await said(kept, word, photo)
    assert kept.local.outbox is not None
    async with kept.local.outbox.disk.writing() as rows:
        rows.review(first.id, TAKEN)
    again = await said(kept, word.model_copy(update={"text": "Benne cabossée"}), photo)
    assert (again.id, again.state) == (first.id, "waiting")
    assert again.body["text"] == "Benne cabossée"
    assert [file.id for file in again.files] == [photo.id]
    assert kept.local.outbox.counts().waiting == 1


def test_what_the_device_keeps_is_said_again_under_its_own_id():
    draft = Draft()
    assert draft_refused(RefusedHere(TAKEN), draft).id == draft.id
    assert draft_refused(Refused(TAKEN), draft).id != draft.id
    assert draft_refused(AlreadyEntered(draft.id), draft).id != draft.id


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_device_says_in_words_why_it_does_not_take_an_entry(language):
    words = strings(language)
    refusals = [
        NotKept("disk full"),
        OutboxFull(200_000_000),
        FileTooLarge("plan.pdf", 15_000_000),
        TooManyFiles(20),
        AlreadyEntered(new_id()),
        MayHaveArrived(new_id()),
    ]
    told = [sentence(words, one) for one in refusals]
    assert len(set(told)) == len(told)
    assert "plan.pdf" in told[2]
    assert "20" in told[3]
    assert words.failure.server not in told
