from pathlib import Path

import pytest

from backend.database.engine import Engine
from tests.exports.console import Console


@pytest.fixture
def console(database: Engine, database_url: str, tmp_path: Path) -> Console:
    return Console(database_url, tmp_path)
