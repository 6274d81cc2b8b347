"""`encours check`: whether the ledger keeps what it promises, asked of the live database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.commands import complain, on_database, say
from backend.invariants import INVARIANTS, breaches

if TYPE_CHECKING:
    import argparse

    from backend.commands import Commands
    from backend.settings import Settings


def register(commands: Commands) -> None:
    about = "Check that every figure of the ledger follows from its documents and settlements"
    commands.add_parser("check", help=about, description=about).set_defaults(run=run)


def run(options: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001 - one shape for all
    return on_database(settings, check)


async def check() -> int:
    """0 where everything holds; 1, with the first rows of each breach, where it does not."""
    found = await breaches()
    for breach in found:
        complain(f"{breach.invariant.name}: not so: {breach.invariant.sentence}")
        complain(*(f"  {row}" for row in breach.rows))
    if not found:
        say(f"All {len(INVARIANTS)} promises of the ledger hold.")
    return 1 if found else 0
