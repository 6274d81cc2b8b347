"""A mail server, and the application that mails through it."""

from collections.abc import AsyncIterator, Iterator

import pytest
from litestar import Litestar

from backend.app import create_app
from backend.database.engine import Engine
from backend.settings import Settings
from tests.edge_fixtures import MovingClock, running, with_secret
from tests.identity.following import PUBLIC, MailServer


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    server = MailServer()
    yield server
    server.stop()


@pytest.fixture
async def mailing(
    settings: Settings,
    database: Engine,
    clock: MovingClock,
    mail_server: MailServer,
) -> AsyncIterator[Litestar]:
    """The application with a mail server and a public address."""
    with_mail = with_secret(
        settings, smtp_url=mail_server.url, public_url=PUBLIC, mail_from="encours@example.test"
    )
    async with running(create_app(with_mail, clock=clock)) as app:
        yield app
