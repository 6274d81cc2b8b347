"""`encours erase-text`: takes words out of the history and from where they stand; facts stay."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING
from uuid import UUID

from backend.activity.erasing import erase_text
from backend.activity.service import NOBODY
from backend.clock import SystemClock
from backend.commands import on_database, say
from backend.files.storage import storage_of
from backend.files.sweeping import sweep

if TYPE_CHECKING:
    from backend.commands import Commands
    from backend.settings import Settings


def register(commands: Commands) -> None:
    about = "Take the words of facts out of the history, which still verifies, and where they stand"
    parser = commands.add_parser("erase-text", help=about, description=about)
    parser.add_argument("facts", nargs="+", type=fact_id, metavar="FACT", help="id of a fact")
    parser.add_argument(
        "--why", required=True, help="kept for ever in the history: name nobody in it"
    )
    parser.set_defaults(
        run=lambda options, settings: on_database(settings, lambda: erase(options, settings))
    )


def fact_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not the id of a fact") from None


async def erase(options: argparse.Namespace, settings: Settings) -> int:
    now = SystemClock.of(settings).now()
    erased = await erase_text(options.facts, by=NOBODY, at=now, why=options.why)
    # The bytes of photos erased with them; what was sent within the hour goes with the next sweep.
    await sweep(storage_of(settings))
    say(f"Erased the text of {erased} of {len(set(options.facts))} facts.")
    return 0
