"""Every test here writes, and must leave a lawful database."""

import pytest


@pytest.fixture(autouse=True)
def _lawful(lawful_ledger: None) -> None:
    """Checks afterwards."""
