"""`encours check`: whether ledger and history are what they promise, asked of the live database."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from backend.activity.rules import read_head
from backend.activity.verifying import verify
from backend.commands import complain, on_database, say
from backend.invariants import INVARIANTS, breaches
from shared.refusal import Refusal

if TYPE_CHECKING:
    from backend.activity.history import Head
    from backend.commands import Commands
    from backend.settings import Settings


def register(commands: Commands) -> None:
    about = (
        "Check that every figure of the ledger follows from its documents and settlements,"
        " and that the history is as it was sealed"
    )
    parser = commands.add_parser("check", help=about, description=about)
    parser.add_argument(
        "--head",
        type=head,
        metavar="POSITION:HASH",
        help="a head that an earlier check printed: the history must still lead to it",
    )
    parser.set_defaults(run=run)


def head(text: str) -> Head:
    read = read_head(text)
    if isinstance(read, Refusal):
        raise argparse.ArgumentTypeError(f"“{text}” is not a head as “12:” and 64 hexadecimals")
    return read


def run(options: argparse.Namespace, settings: Settings) -> int:
    return on_database(settings, lambda: check(options.head))


async def check(earlier: Head | None) -> int:
    """0 where everything holds; 1, with the first of what does not, where something does not."""
    found = await breaches()
    for breach in found:
        complain(f"{breach.invariant.name}: not so: {breach.invariant.sentence}")
        complain(*(f"  {row}" for row in breach.rows))
    if not found:
        say(f"All {len(INVARIANTS)} promises of the ledger hold.")
    verified = await verify(earlier)
    for finding in verified.findings:
        place = f" at {finding.position}" if finding.position else ""
        fact = f" (fact {finding.fact})" if finding.fact else ""
        complain(f"history{place}: {finding.sentence}{fact}.")
    if not verified.findings:
        say(f"All {verified.head.position} facts of the history are as they were sealed.")
    say(f"Head of the history: {verified.head}")
    return 1 if found or verified.findings else 0
