"""`encours report …`: figures for the operator, who sees everything."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from pydantic_core import to_json

from backend.clock import SystemClock
from backend.commands import on_database, say
from backend.exports.aging_report import table, wire
from backend.identity.viewer import Viewer
from backend.organisation.service import company_named
from backend.position.aging import portfolio_aging

if TYPE_CHECKING:
    from backend.commands import Commands
    from backend.settings import Language, Settings

NOBODY = UUID(int=0)


def register(commands: Commands) -> None:
    parser = commands.add_parser("report", help="Print what is owed")
    reports = parser.add_subparsers(title="reports", metavar="REPORT", required=True)
    about = "What is open by days past due, on a day, currency by currency"
    aging = reports.add_parser("aging", help=about, description=about)
    aging.add_argument("--as-of", type=day, metavar="DATE", help="the day to tell of (today)")
    aging.add_argument("--company", metavar="CODE", help="one of our companies only")
    aging.add_argument("--json", action="store_true", help="for a program; amounts are text")
    aging.set_defaults(
        run=lambda options, settings: on_database(settings, lambda: report_aging(options, settings))
    )


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date as 2026-01-31") from None


async def report_aging(options: argparse.Namespace, settings: Settings) -> int:
    company = await company_named(options.company) if options.company else None
    aging = await portfolio_aging(
        operator(settings.language),
        options.as_of,
        today=SystemClock.of(settings).today(),
        company_id=company.id if company else None,
    )
    if options.json:
        say(to_json(wire(aging), indent=2).decode())
    else:
        say(*table(aging, settings.language))
    return 0


def operator(language: Language) -> Viewer:
    """Whoever may start commands on the server may read its database: there is nothing to hide."""
    return Viewer(
        account_id=NOBODY,
        device_id=NOBODY,
        name="",
        role="admin",
        language=language,
        sees_everything=True,
        sees_own_portfolio=False,
        branch_ids=(),
    )
