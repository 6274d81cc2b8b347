"""Five times as many rows are read with as many statements: nothing is asked row by row."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import pytest

from shared.ids import new_id
from tests.disputes.scene import ROLES, Scene
from tests.makers.comments import make_comment
from tests.makers.disputes import make_dispute
from tests.makers.ledger import LONG_AGO, TODAY, insert, make_client, make_document, make_person
from tests.makers.promises import make_judgement, make_plan, make_promise
from tests.makers.visits import make_report, make_visit
from tests.statement_fixtures import Counted

pytestmark = pytest.mark.anyio
LATE: Final = date(2026, 9, 30)
TIMES: Final = 5

OF_A_CLIENT: Final = (
    "",
    "/brief",
    "/documents",
    "/thread",
    "/thread/head",
    "/promises",
    "/plans",
    "/disputes",
    "/visit-reports",
    "/contacts",
)
LISTS: Final = ("/clients", "/clients?sort=overdue", "/disputes", "/mentions", "/visits")


async def one_more_of_each(scene: Scene) -> None:
    """On the scene's client, and a client more that a day is made of."""
    rep, collector = scene.people["sales"].id, scene.people["collector"].id
    client = await make_client(
        company=scene.branch.company, branch=scene.branch.id, rep=rep, collector=collector
    )
    await make_document(client, "90.00", due_on=LATE)
    for about in (scene.client, client):
        await say(scene, about)
    for person in scene.people.values():
        await make_visit(person.id, scene.client.id)


async def say(scene: Scene, client: Any) -> None:
    rep = scene.people["sales"].id
    invoice = await make_document(client, "300.00", due_on=LATE)
    await make_promise(client, invoice, amount="50.00", promised_on=TODAY, taken_by=rep)
    broken = await make_promise(
        client, invoice, amount="50.00", promised_on=TODAY - timedelta(days=20), taken_by=rep
    )
    await make_judgement(broken, "broken")
    await make_plan(client, await make_document(client, "100.00", due_on=LATE))
    disputed = await make_document(client, "60.00", due_on=LATE)
    for role in ("sales", "collector"):
        await make_dispute(client, disputed, "20.00", owner=scene.people[role].id)
    await make_dispute(client, disputed, "20.00")
    author = await make_person("sales", branches=(scene.branch.id,))
    comment = await make_comment(client.id, author=author.id)
    for role in ROLES:
        await insert("comment_mention", id=new_id(), comment=comment, role=role)
    await insert("comment_mention", id=new_id(), comment=comment, account=rep)
    for number in range(2):
        file_id = await make_file(client.id, author.id, f"photo {number}.jpg")
        await insert("comment_file", id=new_id(), comment=comment, file=file_id)
    await make_report(author.id, client.id, visited_on=TODAY - timedelta(days=1))
    await insert(
        "contact", id=new_id(), client=client.id, name="Mme Roche", role="owner", phone="1"
    )


async def make_file(client: Any, by: Any, name: str) -> Any:
    """A row alone: nobody opens it here."""
    id_ = new_id()
    await insert(
        "stored_file",
        id=id_,
        client=client,
        uploaded_by=by,
        uploaded_at=LONG_AGO,
        name=name,
        media_type="text/plain",
        size_bytes=1,
        body=new_id(),
        sha256="0" * 64,
    )
    return id_


async def asked(scene: Scene, statements: Counted) -> dict[str, tuple[Any, int]]:
    """What each read answers, and with how many statements it came."""
    told = {}
    reads = [("sales", f"/clients/{scene.client.id}{part}") for part in OF_A_CLIENT]
    reads += [("sales", path) for path in LISTS] + [(role, "/today") for role in ROLES]
    for role, path in reads:
        async with statements() as sent:
            answer = await scene.get(role, path)
        told[f"{role} {path}"] = (answer, len(sent))
    return told


async def test_what_is_read_asks_no_more_of_the_database_the_more_there_is(scene, statements):
    await one_more_of_each(scene)
    await asked(scene, statements)  # what is asked once, of a device or a type, has been asked
    before = await asked(scene, statements)
    for _ in range(TIMES - 1):
        await one_more_of_each(scene)
    after = await asked(scene, statements)
    assert {read: number for read, (_, number) in after.items()} == {
        read: number for read, (_, number) in before.items()
    }
    assert all(number > 0 for _, number in before.values())
    assert [read for read, (answer, _) in after.items() if answer == before[read][0]] == []
