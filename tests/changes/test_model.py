"""Whatever happens in whatever order, a device that has caught up holds what its person sees."""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.activity.service import NOBODY, Fact, record
from backend.database.transaction import execute, transaction
from shared.ids import new_id
from tests.access.world import NOW, as_person
from tests.activity.written import writer
from tests.changes.phone import Phone
from tests.database_fixtures import empty
from tests.makers.ledger import insert, make_branch, make_client, make_company, make_person

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]

CLIENTS = 4
NUMBERS = st.integers(0, CLIENTS - 1)
HAPPENINGS = st.one_of(
    st.tuples(st.sampled_from(["rename", "take", "give", "part", "late", "unsay"]), NUMBERS),
    st.tuples(st.sampled_from(["move", "merge"]), NUMBERS, NUMBERS),
    st.tuples(st.just("scope"), st.sets(st.integers(0, 1)), st.booleans()),
    st.tuples(st.sampled_from(["commit", "new"])),
)
DEVICE = st.tuples(st.sampled_from(["next", "lost", "twice", "save", "fall back", "catch up"]))
STEPS = st.lists(st.one_of(HAPPENINGS, DEVICE), max_size=30)


class World:
    """Clients of two branches, one person, and a writer who takes time to commit."""

    def __init__(self, phone: Phone, person: UUID, other: asyncpg.Connection) -> None:
        self.phone, self.person, self.other = phone, person, other
        self.late: Any = None
        self.saved: dict[str, Any] = {}

    async def begin(self, branches: list[UUID]) -> None:
        self.branches = branches
        self.company = (await make_company()).id
        await execute("UPDATE branch SET company = $1", self.company)
        self.clients = [
            (await make_client(company=self.company, branch=branches[n % 2], name=f"C{n}")).id
            for n in range(CLIENTS)
        ]

    async def change(self, sql: str, *args: Any, told: list[UUID]) -> None:
        async with transaction():
            await execute(sql, *args)
            await record(*(Fact(kind="noted", client=id_) for id_ in told), by=NOBODY, at=NOW)

    async def happen(self, step: tuple[Any, ...]) -> None:
        match step:
            case "rename", n:
                sql = "UPDATE client SET name = name || '.' WHERE id = $1"
                await self.change(sql, self.clients[n], told=[self.clients[n]])
            case ("take" | "give") as what, n:
                rep = self.person if what == "take" else None
                sql = "UPDATE client SET rep = $2 WHERE id = $1"
                await self.change(sql, self.clients[n], rep, told=[self.clients[n]])
            case "move", n, b:
                sql = "UPDATE client SET branch = $2 WHERE id = $1"
                branch = self.branches[b % 2]
                await self.change(sql, self.clients[n], branch, told=[self.clients[n]])
            case "merge", n, m if n != m:
                sql = """UPDATE client SET merged_into = $2 WHERE id = $1 AND merged_into IS NULL
                  AND NOT EXISTS (SELECT FROM client o WHERE o.merged_into = $1)
                  AND NOT EXISTS (SELECT FROM client o WHERE o.id = $2
                                  AND o.merged_into IS NOT NULL)"""
                both = [self.clients[n], self.clients[m]]
                await self.change(sql, *both, told=both)
            case "part", n:
                sql = "UPDATE client SET merged_into = NULL WHERE id = $1"
                await self.change(sql, self.clients[n], told=self.clients)
            case "scope", seen, own:
                await self.see(seen, own=own)
            case "late", n:
                await self.write_late(self.clients[n])
            case ("commit",) | ("unsay", _):
                await self.end_late(commit=step[0] == "commit")
            case ("new",):
                made = await make_client(company=self.company, branch=self.branches[0])
                await self.change("SELECT", told=[made.id])

    async def see(self, seen: set[int], *, own: bool) -> None:
        """Without a fact: a day may end a scope."""
        await execute("DELETE FROM account_branch WHERE account = $1", self.person)
        for n in seen:
            await insert(
                "account_branch", id=new_id(), account=self.person, branch=self.branches[n]
            )
        await execute("UPDATE account SET sees_own_portfolio = $2 WHERE id = $1", self.person, own)

    async def write_late(self, client_id: UUID) -> None:
        if self.late is None:
            self.late = self.other.transaction()
            await self.late.start()
            await self.other.execute(
                "INSERT INTO contact (id, client, name, role) VALUES ($1, $2, 'Tard', 'owner')",
                new_id(),
                client_id,
            )
        await self.other.execute(
            "INSERT INTO activity (id, recorded_at, said_at, client, kind)"
            " VALUES ($1, $2, $2, $3, 'contact-added')",
            new_id(),
            NOW,
            client_id,
        )

    async def end_late(self, *, commit: bool) -> None:
        late, self.late = self.late, None
        if late is not None:
            await (late.commit() if commit else late.rollback())

    async def ask(self, what: str) -> None:
        match what:
            case "next":
                await self.phone.next()
            case "lost":
                await self.phone.ask()
            case "twice":
                await self.phone.ask()
                await self.phone.next()
            case "save":
                phone = self.phone
                self.saved = {"clients": dict(phone.clients), "cursor": phone.cursor}
            case "fall back" if self.saved:
                vars(self.phone).update(self.saved | {"clients": dict(self.saved["clients"])})
            case "catch up":
                await self.phone.catch_up()


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS, limit=st.integers(1, 3))
async def test_a_device_that_caught_up_holds_what_its_person_sees(
    steps, limit, http, database, database_url
):
    await empty(database)
    branches = [(await make_branch()).id, (await make_branch()).id]
    person = await make_person("sales", branches=(branches[0],))
    async with AsyncExitStack() as stack:
        other = await stack.enter_async_context(writer(database_url))
        world = World(Phone(http, person, limit), person.id, other)
        await world.begin(branches)
        for step in steps:
            if len(step) == 1 and step[0] not in {"commit", "new"}:
                await world.ask(step[0])
            else:
                # A row that the late writer holds would be waited for.
                if step[0] in {"rename", "take", "give", "move", "merge", "part"}:
                    await world.end_late(commit=True)
                await world.happen(step)
        await world.end_late(commit=True)
        await world.phone.catch_up()
    listed = await http.get("/api/clients", params={"limit": 200}, headers=as_person(person))
    assert set(world.phone.clients) == {row["id"] for row in listed.json()["items"]}
    new = Phone(http, person)
    await new.catch_up()
    assert world.phone.clients == new.clients
