"""The installable app as it is built: one build for all processes of a test run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.pwa.building import ROOT, build


@pytest.fixture(scope="session")
def pwa_site() -> Path:
    """Its folder. Who comes second waits for the first, and finds it done."""
    build(ROOT / "build/pwa")
    return ROOT / "build/pwa/site"
