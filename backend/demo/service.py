"""Makes the demo company in an empty database, once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from backend.activity.service import NOBODY, Fact, record
from backend.clock import SystemClock
from backend.database.transaction import transaction
from backend.demo import queries
from backend.demo.ledger import generate
from backend.demo.loading import rows_of
from backend.demo.people import PEOPLE, demo_password
from backend.identity.passwords import hashed

if TYPE_CHECKING:
    from backend.identity.viewer import Role
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
    ledger = await asyncio.to_thread(generate, clock.today())
    rows = rows_of(ledger, at=clock.now(), hashes=await _hashes(settings))
    made = Fact(kind="demo-company-made", after={"clients": len(ledger.clients)})
    async with transaction():
        for table in queries.COLUMNS:
            await queries.load(table, rows[table])
        await record(made, by=NOBODY, at=clock.now())
    await queries.settle_in()
    return True


async def _hashes(settings: Settings) -> dict[str, str]:
    offered = sign_ins(settings)
    hashes = await asyncio.gather(*(hashed(one.password) for one in offered))
    return dict(zip((one.email for one in offered), hashes, strict=True))
