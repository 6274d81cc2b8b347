"""`encours database …`: the embedded server, and whether the migrations still fit the tables."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from backend.commands import complain, on_database, say
from backend.database.drift import drift
from backend.database.embedded import EmbeddedPostgres
from backend.settings import SettingsError

if TYPE_CHECKING:
    import argparse

    from backend.commands import Commands
    from backend.settings import Settings


def register(commands: Commands) -> None:
    parser = commands.add_parser("database", help="Start, stop and check the embedded database")
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    for name, about, run in (
        ("start", "Start it and keep it running", start),
        ("stop", "Stop it, whoever uses it", stop),
        ("status", "Tell whether it runs, and which version it is", status),
        ("migrate", "Bring the tables up to date", bring_up_to_date),
        ("drift", "Compare the tables with what the migrations make", compare),
    ):
        actions.add_parser(name, help=about, description=about).set_defaults(run=run)


def embedded(settings: Settings) -> EmbeddedPostgres:
    """Raises `SettingsError` where the database is not ours to start."""
    if settings.database_url is not None:
        raise SettingsError("DATABASE_URL names a server of its own: start and stop it there.")
    return EmbeddedPostgres(settings.data, postgres_bin=settings.postgres_bin)


def start(options: argparse.Namespace, settings: Settings) -> int:
    embedded(settings).start(keep_running=True)
    return status(options, settings)


def stop(options: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001 - one shape for all
    say("Stopped." if embedded(settings).stop() else "It did not run.")
    return 0


def status(options: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001 - one shape for all
    found = embedded(settings).status()
    running = f"runs (process {found.pid})" if found.is_running else "does not run"
    say(f"{found.data}: PostgreSQL {found.version or 'not made yet'}, {running}")
    return 0 if found.is_running else 1


def bring_up_to_date(options: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001 - one shape for all
    return on_database(settings, _nothing_more)


async def _nothing_more() -> int:
    return 0


def compare(options: argparse.Namespace, settings: Settings) -> int:  # noqa: ARG001 - one shape for all
    """In a database of its own, made for it and thrown away."""
    with tempfile.TemporaryDirectory(prefix="encours-drift-") as folder:
        Path(folder).chmod(0o755)
        return on_database(replace(settings, data=Path(folder) / "data", database_url=None), _drift)


async def _drift() -> int:
    from backend.database.piccolo_app import APP_CONFIG  # noqa: PLC0415 - imports every table

    differences = await drift(APP_CONFIG.table_classes)
    if differences:
        complain("The tables and the migrations have parted:", *differences)
        return 1
    say("The migrations make what the tables say.")
    return 0
