"""What the command line says when the database says no."""

import asyncpg

from backend.cli import told


def test_a_full_disk_is_told_as_one():
    assert "disk of the database is full" in told(asyncpg.DiskFullError("could not extend file"))


def test_anything_else_is_told_in_the_databases_own_words():
    sentence = told(asyncpg.QueryCanceledError("canceling statement due to lock timeout"))
    assert "lock timeout" in sentence
    assert sentence.endswith(".")
