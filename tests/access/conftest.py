"""What the cases of files need to know of the application under test."""

from __future__ import annotations

import pytest

from backend.settings import Settings
from tests.access.import_cases import Uploads


@pytest.fixture(autouse=True)
def where_uploads_lie(settings: Settings) -> None:
    Uploads.data = settings.data
