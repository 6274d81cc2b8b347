"""Two phones and one server: a day without a network, while others change the same clients.

The server is `encours serve`, each life of a phone a process of its own, and the files are imported
as anybody does it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, get_args
from uuid import UUID

import httpx
import pytest

from backend.database.transaction import fetch_all
from mobile.sync.entries import Entry, Step
from mobile.sync.keeping import Folders
from mobile.sync.portfolio import Portfolio
from shared.ids import new_id
from tests.edge_fixtures import TEST_SECRET, AddPerson, Somebody
from tests.journeys.deployment import Server, deployed
from tests.journeys.offline_day import DEBTS, ENDS, FACTS, LATER, TODAY, Ledger
from tests.journeys.people import ITEMS, apply, done, send_file, sign_in
from tests.mobile.sync.device import Life, Phones, Said
from tests.mobile.sync.pieces import outbox

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("lawful_ledger")]

KILLED = -9
TYPING: Final[tuple[Step, ...]] = ("file-kept", "recorded", "flushed")
"""Where the app can die without a network."""
Deaths = list[tuple[Step, int]]
AT_EVERY_STEP: Final[Deaths] = [(step, 2) for step in get_args(Step)]


def at_random(seed: int) -> Deaths:
    drawn = random.Random(seed)  # noqa: S311 - the same every time
    return [(drawn.choice(get_args(Step)), drawn.randint(1, 5)) for _ in range(12)]


@pytest.fixture(scope="module")
def server(database_url: str) -> Iterator[Server]:
    settings = {
        "DATABASE_URL": database_url,
        "ENCOURS_SECRET_KEY": TEST_SECRET,
        "ENCOURS_TODAY": TODAY,
        "ENCOURS_LANGUAGE": "fr",
    }
    with deployed(**settings) as deployment, deployment.serving() as server:
        yield server


@pytest.fixture(scope="module")
def phones() -> Iterator[Phones]:
    made = Phones()
    yield made
    made.close()


class Scene:
    """Ana the rep and Lou the collector, each with a phone, and an administrator at a desk."""

    def __init__(self, server: Server, folder: Path, phones: Phones) -> None:
        self.server, self.folder, self.phones = server, folder, phones
        self.ana: Life
        self.lou: Life
        self.admin: httpx.Client
        self.ledger: Ledger

    def phone(self, person: Somebody) -> Life:
        whose = (str(person.id), person.email, person.password)
        return Life(str(self.folder / person.role), self.server.url, *whose)

    def lives(self, life: Life) -> None:
        assert self.phones.lived(life) == 0

    def load(self, *lines: str, as_of: str) -> None:
        path = self.folder / "items.csv"
        header = ITEMS.rpartition(";")[0]
        path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
        options = {"currency": "EUR", "as_of": as_of, "confirm_closing": True}
        apply(self.admin, send_file(self.admin, path, "open-items", **options)["id"])

    def begin(self, rep_id: UUID) -> None:
        """The ledger as it was the day before, Ana's portfolio, and what she had begun."""
        self.load(*DEBTS, as_of="2026-11-18")
        clients = {one["code"]: one["id"] for one in done(self.admin.get("/api/clients"))["items"]}
        documents: dict[str, str] = {}
        for id_ in clients.values():
            done(self.admin.patch(f"/api/clients/{id_}", json={"rep_id": str(rep_id)}))
            file = done(self.admin.get(f"/api/clients/{id_}"))
            documents |= {one["number"]: one["id"] for one in file["open_documents"]}
        self.ledger = Ledger(clients, documents, str(new_id()), self.folder)
        contested = {"id": self.ledger.dispute, "document_id": documents["E1"], "reason": "price"}
        begun = Said("begun", "open-dispute", clients["E"], contested)
        self.lives(replace(self.ana, said=(begun,)))
        self.lives(self.lou)

    def meanwhile(self, bo: Somebody) -> None:
        """Lou works, a file is loaded, and Delta is given to another."""
        clients, documents = self.ledger.clients, self.ledger.documents
        dispute = self.ledger.dispute
        over = {"resolution": "confirmed_due", "granted": "0.00", "why": "Prix du contrat."}
        most = {"document_id": documents["G1"], "reason": "delivery", "amount": "250.00"}
        self.lives(
            replace(
                self.lou,
                said=(
                    Said("1", "open-dispute", clients["G"], most | {"id": str(new_id())}),
                    Said("2", "resolve-dispute", clients["E"], over, dispute),
                    Said("3", "close-dispute", clients["E"], {}, dispute),
                    Said("4", "post-comment", clients["A"], {"text": "Relancé ce matin."}),
                    Said("5", "post-comment", clients["Z"], {"text": "Ils déménagent."}),
                ),
            )
        )
        self.load(*LATER, as_of="2026-11-19")
        done(self.admin.patch(f"/api/clients/{clients['D']}", json={"rep_id": str(bo.id)}))


@pytest.fixture
async def scene(server: Server, phones: Phones, add_person: AddPerson, tmp_path: Path) -> Scene:
    made = Scene(server, tmp_path, phones)
    roles = ("admin", "sales", "collector")
    people = {role: await add_person(role, everything=role != "sales") for role in roles}
    made.admin = sign_in(server, people["admin"].email)
    made.ana, made.lou = (made.phone(people[role]) for role in ("sales", "collector"))
    made.begin(people["sales"].id)
    return made


@pytest.mark.parametrize(
    "deaths",
    [[], AT_EVERY_STEP, at_random(2026)],
    ids=["alive", "killed at every step", "killed at random"],
)
async def test_a_day_offline_is_applied_once_or_explained(
    deaths: Deaths, scene: Scene, add_person: AddPerson
):
    day = replace(scene.ana, said=scene.ledger.day())
    typing = [death for death in deaths if death[0] in TYPING]
    killed = die(scene, replace(day, is_online=False), typing)
    scene.meanwhile(await add_person("sales"))
    killed += die(scene, day, [death for death in deaths if death not in typing])
    scene.lives(scene.lou)
    assert killed >= (len(deaths) if deaths == AT_EVERY_STEP else len(deaths) // 2)
    assert told(scene) == ENDS
    await is_applied_once_and_in_order(scene)
    nobodys_words_are_overwritten(scene)
    both_phones_show_the_same(scene)


def die(scene: Scene, life: Life, deaths: Deaths) -> int:
    """Starts again after each death, and in the end lives; answers how often it was killed."""
    ends = [scene.phones.lived(replace(life, dies_at=step, nth=nth)) for step, nth in deaths]
    assert set(ends) <= {KILLED, 0}
    scene.lives(life)
    return ends.count(KILLED)


def told(scene: Scene) -> dict[str, str]:
    """What the phone says became of each entry, in its order; refusals have the server's facts."""
    names = {id_: name for name, id_ in scene.ledger.ids.items()}
    found: dict[str, str] = {}
    with outbox(Path(scene.ana.root), scene.ana.owner) as kept:
        standings = kept.standings()
        for entry in kept.entries():
            if str(entry.id) not in names:
                continue
            found[names[str(entry.id)]] = standings[entry.id]
            if entry.problem is not None:
                found[names[str(entry.id)]] = explained(entry)
        needed = {file.id for entry in kept.unsent() for file in entry.files}
        assert kept.disk.keeping.kept() == needed
    return found


def explained(entry: Entry) -> str:
    assert entry.state == "review"
    assert entry.problem is not None
    assert entry.problem.detail
    facts = FACTS.get(entry.problem.code)
    assert facts is None or entry.problem.facts == facts
    if entry.problem.code == "not-found":
        assert "Delta" not in str(entry)
        assert "70" not in entry.problem.detail
    return entry.problem.code


async def is_applied_once_and_in_order(scene: Scene) -> None:
    """Every command of hers is answered once; of one client, in the order they were typed."""
    ledger = scene.ledger
    rows = await fetch_all(
        "SELECT id, asked_id FROM answered_command WHERE account = $1 ORDER BY answered_at, id",
        UUID(scene.ana.user_id),
    )
    names = {id_: name for name, id_ in ledger.ids.items()}
    taken = [names[str(row["asked_id"])] for row in rows if str(row["asked_id"]) in names]
    sent = [name for name, end in ENDS.items() if end == "sent"]
    assert sorted(taken) == sorted(sent)
    for client in {name.partition(":")[0] for name in sent}:
        of_client = [name for name in sent if name.startswith(client)]
        assert [name for name in taken if name.startswith(client)] == of_client


def nobodys_words_are_overwritten(scene: Scene) -> None:
    clients = scene.ledger.clients
    assert comments(scene, clients["A"]) == {
        "Trois portes voilées.",
        "Il attend la pose.",
        "Relancé ce matin.",
    }
    assert "Ils déménagent." in comments(scene, clients["Z"])
    assert comments(scene, clients["D"]) == set()
    closed = done(scene.admin.get(f"/api/disputes/{scene.ledger.dispute}"))
    assert [entry["move"] for entry in closed["entries"]] == ["open", "resolve", "close"]
    [doors] = done(scene.admin.get(f"/api/clients/{clients['A']}/disputes"))["items"]
    entries = done(scene.admin.get(f"/api/disputes/{doors['id']}"))["entries"]
    assert [len(entry["files"]) for entry in entries] == [2, 1]


def comments(scene: Scene, client_id: str) -> set[str]:
    items = done(scene.admin.get(f"/api/clients/{client_id}/thread"))["items"]
    return {item["comment"]["text"] for item in items if item["kind"] == "comment"}


def both_phones_show_the_same(scene: Scene) -> None:
    hers, his = (held(scene, life) for life in (scene.ana, scene.lou))
    assert {code for code, copy in his.items() if code not in hers} == {"D"}
    for code, copy in hers.items():
        assert copy == his[code], code
    assert [one["number"] for one in hers["B"]["open_documents"]] == []
    [promise] = [one for one in hers["A"]["promises"] if one["state"] == "open"]
    assert promise["promised_on"] == TODAY


def held(scene: Scene, life: Life) -> dict[str, Any]:
    """The phone's portfolio by code; until when its author may change a comment is theirs alone."""
    keeping = Folders(Path(life.root)).of(life.owner)
    with closing(Portfolio(keeping, life.owner)) as portfolio:
        copies = [portfolio.copy(UUID(id_)) for id_ in scene.ledger.clients.values()]
    left_out = {"thread": {"__all__": {"comment": {"editable_until"}}}}
    found = [copy.model_dump(mode="json", exclude=left_out) for copy in copies if copy is not None]
    return {copy["identity"]["code"]: copy for copy in found}
