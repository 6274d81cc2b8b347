"""The application under test: in this process, over HTTP's own interface, on a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from litestar import Litestar

from backend.app import create_app, held
from backend.clock import Clock
from backend.database.engine import Engine
from backend.database.transaction import execute, transaction
from backend.identity import passwords
from backend.identity.queries import accounts
from backend.identity.service import sessions
from backend.settings import Settings
from shared.ids import new_id

PASSWORD = "une phrase assez longue"
TEST_SECRET = "a secret of the tests, long enough to sign with"


@dataclass
class MovingClock:
    """Tests move it by hand."""

    instant: datetime = field(default_factory=lambda: datetime(2026, 11, 20, 9, 0, tzinfo=UTC))

    def now(self) -> datetime:
        return self.instant

    def today(self) -> date:
        return self.instant.date()

    def move(self, **by: float) -> None:
        self.instant += timedelta(**by)


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@asynccontextmanager
async def running(app: Litestar) -> AsyncIterator[Litestar]:
    """The application between its startup and its shutdown."""
    async with app.lifespan():
        yield app


def client_of(app: Litestar, **options: Any) -> httpx.AsyncClient:
    """An HTTP client of the application, from one address; failures are answered, not raised."""
    transport = httpx.ASGITransport(
        app=app,  # type: ignore[arg-type]  # the two libraries spell ASGI differently
        raise_app_exceptions=False,
        client=(options.pop("address", "192.0.2.1"), 4000),
    )
    return httpx.AsyncClient(transport=transport, base_url="http://encours.test", **options)


@asynccontextmanager
async def started(built: Litestar, settings: Settings, clock: Clock) -> AsyncIterator[Litestar]:
    """An application that was built once, as in a process of its own that has these settings.

    Putting the routes together takes longer than most tests.
    """
    built.state.update(held(settings, clock))
    async with running(built) as app:
        yield app


@pytest.fixture(scope="session")
def built(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Litestar:
    settings = Settings(data=tmp_path_factory.mktemp("app"), database_url=database_url)
    return create_app(with_secret(settings))


@pytest.fixture
async def app(
    built: Litestar,
    settings: Settings,
    database: Engine,
    clock: MovingClock,
) -> AsyncIterator[Litestar]:
    async with started(built, with_secret(settings), clock) as app:
        yield app


def with_secret(settings: Settings, **changes: Any) -> Settings:
    return replace(settings, given_secret_key=TEST_SECRET, **changes)


@pytest.fixture
async def http(app: Litestar) -> AsyncIterator[httpx.AsyncClient]:
    """Nobody, asking."""
    async with client_of(app) as client:
        yield client


@dataclass(frozen=True)
class Somebody:
    """A person of the tests, and how they sign in."""

    id: UUID
    email: str
    role: str
    password: str = PASSWORD


AddPerson = Callable[..., Awaitable[Somebody]]


@pytest.fixture(scope="session")
def password_hash() -> str:
    return passwords.HASHER.hash(PASSWORD)


@pytest.fixture
async def add_person(
    database: Engine,
    password_hash: str,
    clock: MovingClock,
) -> AddPerson:
    """`await add_person("sales", branches=[…], everything=True)`: a person who can sign in."""

    async def add(
        role: str = "sales",
        *,
        email: str | None = None,
        name: str | None = None,
        everything: bool = False,
        own_portfolio: bool = True,
        branches: list[UUID] | None = None,
        invited: bool = False,
    ) -> Somebody:
        id_ = new_id()
        email = email or f"{role.replace('_', '-')}.{id_.hex[-6:]}@example.test"
        fields = {
            "email": email,
            "name": name or f"Camille {role}",
            "role": role,
            "language": "fr",
            "sees_everything": everything,
            "sees_own_portfolio": own_portfolio,
        }
        async with transaction():
            assert await accounts.add(id_, fields, clock.now())
            if not invited:
                await accounts.change(id_, {"password_hash": password_hash})
            await accounts.set_branches(id_, branches or [])
        return Somebody(id_, email, role)

    return add


SignIn = Callable[..., Awaitable[httpx.AsyncClient]]


@pytest.fixture
async def sign_in(app: Litestar, add_person: AddPerson) -> AsyncIterator[SignIn]:
    """`await sign_in("admin")` or `await sign_in(person)`: an HTTP client that is signed in."""
    opened: list[httpx.AsyncClient] = []

    async def signed_in(who: Somebody | str = "sales", **scope: Any) -> httpx.AsyncClient:
        person = await add_person(who, **scope) if isinstance(who, str) else who
        client = client_of(app)
        opened.append(client)
        # As the route does once the password is verified, which takes longer than most tests.
        async with transaction():
            session = await sessions.open_session(
                person.id, "–", keys=app.state.signing_keys, now=app.state.clock.now()
            )
        client.headers["Authorization"] = f"Bearer {session.access_token}"
        return client

    yield signed_in
    for client in opened:
        await client.aclose()


AddCompany = Callable[..., Awaitable[UUID]]


@pytest.fixture
async def add_company(database: Engine) -> AddCompany:
    async def add(code: str = "FR01", currency: str = "EUR") -> UUID:
        id_ = new_id()
        await execute(
            "INSERT INTO company (id, code, name, currency) VALUES ($1, $2, $3, $4)",
            id_,
            code,
            f"Société {code}",
            currency,
        )
        return id_

    return add


@pytest.fixture
async def add_branch(database: Engine) -> AddCompany:
    async def add(company: UUID, code: str = "LYO") -> UUID:
        id_ = new_id()
        await execute(
            "INSERT INTO branch (id, company, code, name) VALUES ($1, $2, $3, $4)",
            id_,
            company,
            code,
            f"Agence {code}",
        )
        return id_

    return add
