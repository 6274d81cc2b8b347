"""Makes the demo company in an empty database, once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import Enum
from typing import TYPE_CHECKING, cast

from backend.activity.sealing import seal
from backend.activity.service import NOBODY, Fact, record
from backend.clock import SystemClock
from backend.database.transaction import transaction
from backend.demo import queries
from backend.demo.field.acting import Actor
from backend.demo.field.reading import read_marks
from backend.demo.field.replay import Replay
from backend.demo.field.script import written
from backend.demo.ledger import HISTORY, generate
from backend.demo.loading import DAY_COLUMN, rows_of
from backend.demo.people import PEOPLE, demo_password
from backend.files.storage import storage_of
from backend.identity.passwords import hashed
from backend.identity.viewer import Viewer
from shared.ids import new_id

if TYPE_CHECKING:
    from backend.demo.loading import Rows
    from backend.identity.viewer import Language, Role
    from backend.settings import Settings


@dataclass(frozen=True, slots=True)
class SignInOffered:
    """One of the demo company's people, and the password of this data folder."""

    name: str
    email: str
    role: Role
    password: str


class DemoState(Enum):
    """What a database holds, as far as the demo is concerned."""

    EMPTY = "empty"
    MADE = "the demo company"
    FOREIGN = "somebody's real ledger"


async def state_of() -> DemoState:
    if not await queries.has_a_company():
        return DemoState.EMPTY
    return DemoState.MADE if await queries.is_the_demo() else DemoState.FOREIGN


def sign_ins(settings: Settings) -> list[SignInOffered]:
    key = settings.secret_key()
    return [
        SignInOffered(person.name, person.email, person.role, demo_password(key, person.email))
        for person in PEOPLE
    ]


async def make_demo_company(settings: Settings) -> bool:
    """Fills an empty database; False, and nothing touched, where a company stands already."""
    if await state_of() is not DemoState.EMPTY:
        return False
    clock = SystemClock.of(settings)
    today, first = clock.today(), clock.today() - HISTORY
    ledger = await asyncio.to_thread(generate, today)
    script = await asyncio.to_thread(written, ledger, today, settings.time_zone)
    began_at = datetime.combine(first, time(0), settings.time_zone).astimezone(UTC)
    rows = rows_of(ledger, at=began_at, loaded_at=clock.now(), hashes=await _hashes(settings))
    made = Fact(kind="demo-company-made", after={"clients": len(ledger.clients)})
    async with transaction():
        for table in queries.COLUMNS:
            if table not in DAY_COLUMN:
                await queries.load(table, rows.of_table[table])
        actor = Actor(rows, viewers(rows), settings, storage_of(settings))
        await Replay(actor, ledger, today).play(script, first)
        await queries.mark_read(
            [
                (new_id(), rows.clients[client.code], rows.people[person.email], through)
                for person, client, through in read_marks(script, today, settings.time_zone)
            ]
        )
        await record(made, by=NOBODY, at=clock.now())
    await queries.settle_in()
    await seal()
    return True


def viewers(rows: Rows) -> dict[str, Viewer]:
    """The people as their requests show them, each on a telephone of their own."""
    return {
        person.email: Viewer(
            account_id=rows.people[person.email],
            device_id=new_id(),
            name=person.name,
            role=person.role,
            language=cast("Language", person.language),
            sees_everything=person.everything,
            sees_own_portfolio=person.own_portfolio,
            branch_ids=tuple(rows.branches[code] for code in person.branches),
        )
        for person in PEOPLE
    }


async def _hashes(settings: Settings) -> dict[str, str]:
    offered = sign_ins(settings)
    hashes = await asyncio.gather(*(hashed(one.password) for one in offered))
    return dict(zip((one.email for one in offered), hashes, strict=True))
