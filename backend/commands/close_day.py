"""`encours close-day`: judge the promises whose day is over; every night, after the imports."""

from __future__ import annotations

import argparse
import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

from backend.catalogue.console import said
from backend.changes.service.forgetting import forget_expired
from backend.clock import SystemClock
from backend.commands import on_database, say
from backend.promises.service.closing import close_day

if TYPE_CHECKING:
    from backend.commands import Commands
    from backend.promises.service.closing import Closed
    from backend.settings import Language, Settings

ABOUT = "Judge the promises whose day is over, by the cash that is known"


def register(commands: Commands) -> None:
    parser = commands.add_parser("close-day", help=ABOUT, description=ABOUT)
    parser.add_argument(
        "--date",
        type=day,
        metavar="DATE",
        help="the day to close (yesterday); any day, in any order, and again",
    )
    parser.add_argument("--json", action="store_true", help="for a program")
    parser.set_defaults(run=run)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date as 2026-01-31") from None


def run(options: argparse.Namespace, settings: Settings) -> int:
    return on_database(settings, lambda: close(options, settings))


async def close(options: argparse.Namespace, settings: Settings) -> int:
    clock = SystemClock.of(settings)
    closed = await close_day(
        options.date or clock.today() - timedelta(days=1),
        today=clock.today(),
        now=clock.now(),
        policy=settings.promises,
    )
    await forget_expired(clock.now())
    if options.json:
        say(json.dumps(as_json(closed)))
    else:
        say(*lines(closed, settings.language))
    return 0


def as_json(closed: Closed) -> dict[str, object]:
    return {
        "day": closed.day.isoformat(),
        "judged": dict(closed.judged),
        "unknown": closed.unknown,
        "plans": dict(closed.plans),
    }


def lines(closed: Closed, language: Language) -> list[str]:
    found = [said(language, "day-closed", day=closed.day.isoformat(), count=closed.judged.total())]
    found += [f"  {verdict}: {count}" for verdict, count in sorted(closed.judged.items())]
    if closed.unknown:
        found.append(said(language, "promises-unknown", count=closed.unknown))
    if closed.plans:
        found.append(said(language, "plans-moved", count=closed.plans.total()))
    return found
