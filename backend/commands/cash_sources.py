"""`encours cash-source …`: what tells of money received, and how far."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from backend.activity.service import NOBODY
from backend.catalogue.console import said
from backend.clock import SystemClock
from backend.commands import on_database, say
from backend.receivables.cash_sources import cash_sources, set_cash_source
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from asyncpg import Record

    from backend.commands import Commands
    from backend.settings import Settings

ABOUT = "List the cash sources, and say which are waited for"


def register(commands: Commands) -> None:
    parser = commands.add_parser("cash-source", help=ABOUT, description=ABOUT)
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="How far each source covers")
    listing.add_argument("--json", action="store_true", help="for a program")
    listing.set_defaults(
        run=lambda options, settings: on_database(settings, lambda: list_sources(options, settings))
    )
    for name, about in (
        ("retire", "Wait for a source no more: its bank account is closed, say"),
        ("resume", "Wait for it again"),
    ):
        action = actions.add_parser(name, help=about, description=about)
        action.add_argument("name")
        action.add_argument("--company", metavar="CODE", help="where several have one of that name")
        action.set_defaults(run=changing(is_active=name == "resume"))


def changing(*, is_active: bool) -> Callable[[argparse.Namespace, Settings], int]:
    def run(options: argparse.Namespace, settings: Settings) -> int:
        return on_database(settings, lambda: change(options, settings, is_active=is_active))

    return run


async def list_sources(options: argparse.Namespace, settings: Settings) -> int:
    rows = await cash_sources()
    if options.json:
        fields = ("company", "name", "is_active", "covers_through")
        found = [{name: row[name] for name in fields} for row in rows]
        say(json.dumps(found, default=str, ensure_ascii=False))
        return 0
    for row in rows:
        state = said(settings.language, "source-active" if row["is_active"] else "source-retired")
        say("\t".join((row["company"], row["name"], f"{row['covers_through']}", state)))
    return 0


async def change(options: argparse.Namespace, settings: Settings, *, is_active: bool) -> int:
    source = one_of(await cash_sources(), options.name, options.company)
    await set_cash_source(
        source["id"], is_active=is_active, by=NOBODY, now=SystemClock.of(settings).now()
    )
    say(
        said(
            settings.language,
            "source-is",
            name=source["name"],
            state=said(settings.language, "source-active" if is_active else "source-retired"),
        )
    )
    return 0


def one_of(rows: list[Record], name: str, company: str | None) -> Record:
    """Refused where no source, or more than one, is called so."""
    found = [row for row in rows if row["name"] == name and company in {None, row["company"]}]
    if len(found) != 1:
        raise Refused(
            Refusal(
                "cash-source-unclear",
                422,
                "{count} cash sources are called “{name}”: see `encours cash-source list`.",
                {"count": len(found), "name": name},
            )
        )
    return found[0]
