import pytest


@pytest.fixture(autouse=True)
async def lawful(lawful_ledger: None) -> None:
    """Every test here leaves a lawful ledger behind."""
