"""Aujourd'hui across branches: nothing of what a scope does not hold, whoever it once concerned.

The person brought, took or was given all of it, and then it left their scope: their portfolio of
the other branch, the promises they took there, the disputes in their hands, the comments that name
them. A day is compared whole, figures and counts included.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import httpx
import pytest

from backend.database.transaction import execute
from backend.identity.viewer import Role
from shared.ids import new_id
from shared.rules.dispute_people import departments_of
from tests.access.world import ROLES, Place, as_person, make_place
from tests.makers.comments import make_comment
from tests.makers.disputes import make_dispute
from tests.makers.ledger import TODAY, MadePerson, insert, make_document, make_person
from tests.makers.promises import make_judgement, make_promise
from tests.makers.visits import make_visit

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database", "lawful_ledger")]

LATE: Final = date(2026, 9, 30)
FOR_ALL: Final = {"visits", "disputes", "mentions"}
PROMISED: Final = {"promises_due", "promises_broken"}
PARTS: Final = {
    "sales": FOR_ALL | PROMISED | {"suggestions"},
    "collector": FOR_ALL | PROMISED | {"worklist"},
    "after_sales": FOR_ALL,
} | dict.fromkeys(
    ("branch_manager", "credit_manager", "finance_director", "admin"), FOR_ALL | {"branches"}
)


async def fill(place: Place, person: MadePerson, role: Role) -> None:
    """Everything a day may be made of, of this place and of this person."""
    await execute(
        "UPDATE client SET rep = $2, collector = $2 WHERE id = $1", place.sibling.id, person.id
    )
    await make_document(place.sibling, "50.00", due_on=LATE)
    await insert(
        "contact",
        id=new_id(),
        client=place.sibling.id,
        name=f"Camille {place.mark}",
        role="owner",
        phone="04 72 1",
    )
    await make_visit(person.id, place.client.id)
    due = await make_document(place.client, "40.00", due_on=LATE)
    await make_promise(place.client, due, amount="40.00", promised_on=TODAY, taken_by=person.id)
    missed = await make_document(place.client, "30.00", due_on=LATE)
    day = TODAY - timedelta(days=20)
    broken = await make_promise(
        place.client, missed, amount="30.00", promised_on=day, taken_by=person.id
    )
    await make_judgement(broken, "broken")
    await make_dispute(place.client, place.document, "20.00", owner=person.id, state="assigned")
    for department in departments_of(role)[:1]:
        await make_dispute(place.client, place.document, "5.00", department=department)
    for named in ({"account": person.id}, {"role": role}):
        comment = await make_comment(place.client.id, f"Vu à Ville-{place.mark}.")
        await insert("comment_mention", id=new_id(), comment=comment, **named)


async def day_of(http: httpx.AsyncClient, person: MadePerson) -> dict[str, Any]:
    answer = await http.get("/api/today", headers=as_person(person))
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def counted(day: dict[str, Any]) -> dict[str, int]:
    """How many lines each part has, those of nothing left out."""
    return {part: len(lines) for part, lines in day.items() if isinstance(lines, list) and lines}


@pytest.mark.parametrize("role", ROLES)
async def test_a_day_holds_nothing_of_a_branch_out_of_sight_nor_counts_it(http, role):
    here, there = await make_place("ICI"), await make_place("AILLEURS")
    person = await make_person(role, own_portfolio=False, branches=(here.branch.id,))
    await fill(here, person, role)
    before = await day_of(http, person)
    assert set(counted(before)) == PARTS[role]
    await fill(there, person, role)
    assert await day_of(http, person) == before
    # The same lines, once the branch is theirs: nothing but the scope kept them away.
    await insert("account_branch", id=new_id(), account=person.id, branch=there.branch.id)
    both = await day_of(http, person)
    assert counted(both) == {part: 2 * number for part, number in counted(before).items()}


async def test_who_collected_only_what_left_their_sight_collects_what_is_in_it(http):
    """Else they would neither call anybody nor be told why."""
    here, there = await make_place("ICI"), await make_place("AILLEURS")
    person = await make_person("collector", own_portfolio=False, branches=(here.branch.id,))
    await execute("UPDATE client SET collector = $2 WHERE id = $1", there.client.id, person.id)
    (work,) = (await day_of(http, person))["worklist"]
    assert work["client"]["id"] == str(here.client.id)
