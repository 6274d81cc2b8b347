"""The `encours` command's own commands, one module each.

A module has `register(commands)`, which adds its parser and says what runs:

    def register(commands: Commands) -> None:
        parser = commands.add_parser("report", help="Print a report")
        parser.add_argument("--json", action="store_true")
        parser.set_defaults(run=run)

    def run(options: argparse.Namespace, settings: Settings) -> int:
        return on_database(settings, lambda: report(options, settings))

and stands in `COMMANDS` of backend/cli.py, which imports it when it is asked for. `run` answers the
exit code. What goes wrong is raised (`Refused`, `SettingsError`, `DatabaseUnavailable`): the
command line tells it and exits 1.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Coroutine
    from typing import Any, TypeAlias

    from backend.settings import Settings

    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse gives it no other name


def on_database(settings: Settings, work: Callable[[], Coroutine[Any, Any, int]]) -> int:
    """Runs `work` on the database, brought up to date; answers its exit code."""
    import asyncio  # noqa: PLC0415 - `--help` needs none of these

    from backend.database.migrate import migrate  # noqa: PLC0415 - as above
    from backend.database.opening import open_database  # noqa: PLC0415 - as above
    from backend.wiring import wire  # noqa: PLC0415 - as above

    wire()

    async def run() -> int:
        async with open_database(settings, pool_size=4):
            await migrate()
            return await work()

    return asyncio.run(run())


def say(*lines: str) -> None:
    """What was asked for, to the standard output."""
    for line in lines:
        sys.stdout.write(f"{line}\n")


def complain(*lines: str) -> None:
    """What went wrong or must be known beside it, to the standard error."""
    for line in lines:
        sys.stderr.write(f"{line}\n")
