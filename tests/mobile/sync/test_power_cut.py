"""The phone dies at any step, and starts again: the real server has every entry once.

Each life is a process that is killed (SIGKILL) where it stands; the server is `encours serve`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

import httpx
import pytest

from mobile.sync.entries import Entry, Step
from shared.ids import new_id
from tests.edge_fixtures import PASSWORD, TEST_SECRET, AddPerson
from tests.files.samples import picture
from tests.journeys.deployment import Server, deployed
from tests.journeys.people import done, sign_in
from tests.makers.ledger import make_client, make_document
from tests.mobile.sync.device import Life, Phones, Said
from tests.mobile.sync.pieces import outbox

pytestmark = pytest.mark.anyio

EVERY_STEP: dict[Step, int] = {
    "file-kept": 1,
    "recorded": 2,
    "flushed": 2,
    "begun": 2,
    "file-sent": 1,
    "file-noted": 1,
    "answered": 3,
    "settled": 3,
    "refused": 1,
    "for-review": 1,
    "files-dropped": 2,
}
"""Each named step, and how often it is reached before it is deadly: in the midst of the day."""
KILLED = -9
NAMES = ("remark", "dispute", "promise", "answer", "later", "word", "door")
ENDS = {
    "remark": "sent",
    "dispute": "sent",
    "promise": "review",
    "answer": "sent",
    "later": "held",
    "word": "sent",
}


@pytest.fixture(scope="module")
def server(database_url: str) -> Iterator[Server]:
    settings = {
        "DATABASE_URL": database_url,
        "ENCOURS_SECRET_KEY": TEST_SECRET,
        "ENCOURS_TODAY": "2026-11-20",
    }
    with deployed(**settings) as deployment, deployment.serving() as server:
        yield server


@pytest.fixture(scope="module")
def phones() -> Iterator[Phones]:
    made = Phones()
    yield made
    made.close()


@pytest.fixture
async def day(database: Any, tmp_path: Path) -> Day:
    """Two clients, and what is said of them."""
    alpha, beta = await make_client(name="Alpha"), await make_client(name="Beta")
    invoice = await make_document(alpha, "5200.00", due_on=date(2026, 9, 1))
    await make_document(beta, "100.00", due_on=date(2026, 9, 1))
    taken = tmp_path / "door.jpg"
    taken.write_bytes(picture(size=(400, 300)))
    ids = {name: str(new_id()) for name in NAMES}
    return Day(str(alpha.id), str(beta.id), str(invoice.id), str(taken), ids)


@dataclass(frozen=True)
class Day:
    alpha: str
    beta: str
    invoice: str
    photo: str
    ids: dict[str, str]

    def said(self) -> tuple[Said, ...]:
        ids = self.ids
        contested = {"document_id": self.invoice, "reason": "quality"}
        contested |= {"id": ids["dispute"], "origin_comment_id": ids["remark"]}
        broken = {"id": ids["promise"], "about": "overdue", "promised_on": "2026-01-02"}
        later = {"id": ids["later"], "promised_on": "2026-11-27"}
        remark = {"id": ids["remark"], "text": "Deux portes voilées."}
        answer = {"id": ids["answer"], "text": "Constaté sur place."}
        word = {"id": ids["word"], "text": "Il rappelle lundi."}
        door = {ids["door"]: self.photo}
        return (
            Said("remark", "post-comment", self.alpha, remark),
            Said("dispute", "open-dispute", self.alpha, contested, files=door),
            Said("promise", "take-promise", self.beta, broken),
            Said("answer", "add-dispute-entry", self.alpha, answer, ids["dispute"]),
            Said("later", "reschedule-promise", self.beta, later, ids["promise"]),
            Said("word", "post-comment", self.beta, word),
        )


@pytest.fixture
async def life(server: Server, day: Day, add_person: AddPerson, tmp_path: Path) -> Life:
    """Somebody who sees both, on a new phone."""
    person = await add_person("sales", everything=True)
    whose = (str(person.id), person.email, PASSWORD)
    return Life(str(tmp_path / "phone"), server.url, *whose, said=day.said())


def test_every_step_there_is_has_its_power_cut():
    assert set(EVERY_STEP) == set(get_args(Step))


@pytest.mark.parametrize("step", EVERY_STEP)
async def test_every_entry_is_there_once_whenever_the_phone_dies(
    step: Step, life: Life, day: Day, server: Server, phones: Phones
):
    assert phones.lived(replace(life, dies_at=step, nth=EVERY_STEP[step])) == KILLED
    assert phones.lived(life) == 0
    assert standing_of(life, day) == ENDS
    told = sign_in(server, life.email)
    assert comments(told, day.alpha) == [day.ids["remark"]]
    assert comments(told, day.beta) == [day.ids["word"]]
    assert done(told.get(f"/api/clients/{day.beta}/promises"))["items"] == []
    [opened] = done(told.get(f"/api/clients/{day.alpha}/disputes"))["items"]
    assert opened["id"] == day.ids["dispute"]
    entries = done(told.get(f"/api/disputes/{opened['id']}"))["entries"]
    assert [entry["move"] for entry in entries] == ["open", None]
    assert [file["id"] for file in entries[0]["files"]] == [day.ids["door"]]


def standing_of(life: Life, day: Day) -> dict[str, str]:
    """What the phone itself says became of each, in order; and nothing is left lying about."""
    with outbox(Path(life.root), life.owner) as kept:
        found: list[Entry] = kept.entries()
        told = kept.standings()
        assert kept.disk.keeping.kept() == set()
        names = {id_: name for name, id_ in day.ids.items()}
        return {names[str(entry.id)]: told[entry.id] for entry in found}


def comments(http: httpx.Client, client_id: str) -> list[str]:
    items = done(http.get(f"/api/clients/{client_id}/thread"))["items"]
    return [item["comment"]["id"] for item in items if item["kind"] == "comment"]
