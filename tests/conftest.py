"""Fixtures every test may ask for."""

pytest_plugins = ["tests.database_fixtures", "tests.edge_fixtures", "tests.invariant_fixtures"]
