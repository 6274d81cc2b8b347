"""Fixtures every test may ask for."""

from backend.wiring import wire

pytest_plugins = [
    "tests.database_fixtures",
    "tests.edge_fixtures",
    "tests.invariant_fixtures",
    "tests.statement_fixtures",
]

wire()  # as every process of the product does
