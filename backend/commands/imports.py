"""`encours import …`: load a ledger file, take the last one back, list them."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from contextlib import asynccontextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from backend.activity.service import NOBODY
from backend.catalogue.console import said
from backend.clock import SystemClock
from backend.commands import on_database, say
from backend.commands.import_outcome import print_json, print_text
from backend.imports import presets, runs
from backend.imports.judging import Job
from backend.imports.loading import Progress
from backend.imports.memory import bounded_memory
from backend.imports.reading.rows import Kind
from backend.imports.service import import_file, undo_last
from backend.imports.telling import run_told
from shared.contract.imports import ImportOptions
from shared.ids import new_id
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from backend.commands import Commands
    from backend.settings import Settings

REFUSED_LINES = 2
ASKED = 3
RUNS_LISTED = 50

KINDS = {
    Kind.OPEN_ITEMS: "what is open now; what was open and is not in the file any more closes",
    Kind.HISTORY: "documents with the day each was settled",
    Kind.PAYMENTS: "payments with the documents they settle",
    Kind.CLIENTS: "the client file",
    Kind.FEC: "the French accounting export (fichier des écritures comptables)",
}


def register(commands: Commands) -> None:
    parser = commands.add_parser(
        "import",
        help="Load a ledger file",
        description="Load a ledger file: all of it or nothing. Exit code 0: applied (or previewed);"
        " 2: lines are refused, nothing was applied; 3: an option has to settle something first.",
    )
    kinds = parser.add_subparsers(title="kinds and actions", metavar="KIND", required=True)
    for kind, about in KINDS.items():
        file_options(kinds.add_parser(kind.value, help=about, description=about), kind)
    undo = kinds.add_parser("undo", help="take the last applied import back")
    undo.set_defaults(run=lambda _, settings: on_database(settings, lambda: take_back(settings)))
    listing = kinds.add_parser("list", help="list the imports, newest first")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(
        run=lambda options, settings: on_database(settings, lambda: list_runs(options, settings))
    )


def file_options(parser: argparse.ArgumentParser, kind: Kind) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("--preset", metavar="NAME", help="read the file as this preset says")
    parser.add_argument("--as-of", type=day, metavar="DATE", help="the day the file is of (today)")
    parser.add_argument("--currency", metavar="CODE", help="of amounts that do not say theirs")
    parser.add_argument("--company", metavar="CODE", help="which of our companies the file is of")
    parser.add_argument(
        "--source", metavar="NAME", help="which bank or ledger the file is from (two banks)"
    )
    parser.add_argument("--date-order", choices=("dmy", "mdy", "ymd"))
    parser.add_argument("--decimal", choices=("comma", "point"))
    parser.add_argument("--sheet", metavar="NAME", help="of a workbook")
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        type=mapping,
        metavar="FIELD=HEADER",
        help="read a field from this column, or with an empty header from none; may be repeated",
    )
    parser.add_argument("--skip-refused", action="store_true", help="apply without refused lines")
    parser.add_argument(
        "--confirm-closing", action="store_true", help="let the file close many open items"
    )
    if kind is Kind.FEC:
        parser.add_argument(
            "--accept-matches",
            action="store_true",
            help="where nothing is lettered, settle invoices by the payments proposed for them"
            " (one reference, else one amount); without it they are only shown",
        )
    parser.add_argument("--dry-run", action="store_true", help="say what would happen")
    parser.add_argument("--json", action="store_true", help="print the outcome as JSON")
    parser.add_argument("--save-preset", metavar="NAME", help="keep these options under a name")
    parser.set_defaults(
        run=lambda options, settings: on_database(settings, lambda: load(options, kind, settings))
    )


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date as 2026-01-31") from None


def mapping(text: str) -> tuple[str, str]:
    name, equals, header = text.partition("=")
    if not (equals and name.strip()):
        raise argparse.ArgumentTypeError(f"“{text}” is not FIELD=HEADER")
    return name.strip(), header.strip()


async def load(options: argparse.Namespace, kind: Kind, settings: Settings) -> int:
    given = import_options(options)
    if options.save_preset:
        await presets.save_preset(kind.value, options.save_preset, given)
    job = Job(
        run_id=new_id(),
        kind=kind,
        path=options.file,
        file_name=options.file.name,
        options=await presets.with_preset(kind.value, given),
        apply=not options.dry_run,
        by=NOBODY,
        language=settings.language,
    )
    progress = Progress()
    async with shown(progress):
        with bounded_memory():
            result = await import_file(job, SystemClock.of(settings), progress)
    if options.json:
        print_json(result)
    else:
        print_text(result, settings.language)
    match result.end:
        case "refused":
            return REFUSED_LINES
        case "question":
            return ASKED
        case _:
            return 0


def import_options(options: argparse.Namespace) -> ImportOptions:
    try:
        return ImportOptions(
            preset=options.preset,
            as_of=options.as_of,
            currency=options.currency.upper() if options.currency else None,
            company=options.company,
            source=options.source,
            date_order=options.date_order,
            decimal=options.decimal,
            columns=dict(options.map),
            sheet=options.sheet,
            skip_refused=options.skip_refused,
            confirm_closing=options.confirm_closing,
            accept_matches=getattr(options, "accept_matches", False),
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise Refused(
            Refusal("option-unusable", 422, f"--{first['loc'][0]}: {first['msg']}.")
        ) from None


@asynccontextmanager
async def shown(progress: Progress) -> AsyncIterator[None]:
    """Tells a person at a terminal how far the import is; nobody else."""
    if not sys.stderr.isatty():
        yield
        return
    telling = asyncio.create_task(tell(progress))
    try:
        yield
    finally:
        telling.cancel()
        with suppress(asyncio.CancelledError):
            await telling
        sys.stderr.write("\r\033[K")


async def tell(progress: Progress) -> None:
    while True:
        sys.stderr.write(f"\r{progress.share:4.0%}")
        sys.stderr.flush()
        await asyncio.sleep(0.2)


async def take_back(settings: Settings) -> int:
    run_id = await undo_last(NOBODY, SystemClock.of(settings))
    run = await runs.run(run_id)
    say(said(settings.language, "undone", kind=run["kind"], file=run["file_name"]))
    return 0


async def list_runs(options: argparse.Namespace, settings: Settings) -> int:
    found = await runs.page(None, RUNS_LISTED, SystemClock.of(settings))
    told = [run_told(row, "en") for row in found]
    if options.json:
        say(json.dumps([run.model_dump(mode="json") for run in told], ensure_ascii=False, indent=2))
        return 0
    for run in told:
        day_asked = f"{run.requested_at:%Y-%m-%d %H:%M}"
        say("\t".join((day_asked, run.kind, run.state, run.file_name, run.requested_by or "–")))
    return 0
