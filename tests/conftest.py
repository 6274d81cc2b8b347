"""Fixtures every test may ask for."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from backend.wiring import wire

pytest_plugins = [
    "tests.database_fixtures",
    "tests.edge_fixtures",
    "tests.invariant_fixtures",
    "tests.pwa.pwa_site",
    "tests.statement_fixtures",
]

# How long a rule takes is measured in bench/, against a floor; a busy machine fails no test.
settings.register_profile("encours", deadline=None)
settings.load_profile("encours")

wire()  # as every process of the product does


def pytest_collection_finish(session: pytest.Session) -> None:
    """Hypothesis makes its table of Unicode once on a machine, for seconds: before tests draw.

    Its health check takes them for a slow test otherwise, whichever first draws text.
    """
    if any(item.get_closest_marker("hypothesis") for item in session.items):
        st.text().validate()
