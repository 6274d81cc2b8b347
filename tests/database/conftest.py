"""A table of no module, to try transactions on."""

import pytest

from backend.database.transaction import execute


@pytest.fixture
async def notes(database):  # noqa: ARG001 - opens it
    """A table `note` whose `word` is unique, checked when the transaction commits."""
    await execute(
        "CREATE TABLE note (word text, CONSTRAINT note_said_once UNIQUE (word)"
        " DEFERRABLE INITIALLY DEFERRED)"
    )
    yield
    await execute("DROP TABLE note")
