"""The app on the tests' server."""

from __future__ import annotations

from pathlib import Path

import pytest
from litestar import Litestar

from tests.mobile.app_fixtures import Browser


@pytest.fixture
def browser(app: Litestar, tmp_path: Path) -> Browser:
    """Somebody's browser, on the running application."""
    return Browser(app, tmp_path)
