"""The demo company on a real server, in a real Chromium. One of each for the whole session."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.e2e.office import Office
from tests.files.samples import picture
from tools.browser import browsing
from tools.demo_server import Demo, demo_server


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with demo_server(tmp_path_factory.mktemp("demo") / "data") as served:
        yield served


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with browsing() as browser:
        yield browser


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "porte.jpg"
    path.write_bytes(picture(size=(1600, 1200)))
    return path


@pytest.fixture
def office(demo: Demo) -> Iterator[Office]:
    """Who may load files and say who looks after whom."""
    with Office(demo, demo.person("admin")) as office:
        yield office
