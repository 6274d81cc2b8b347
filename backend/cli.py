"""The `encours` command. Each of its commands is a module of backend/commands."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

import asyncpg

from backend.catalogue import sentence
from backend.commands import check, complain, database, demo, imports, report, serve, user
from backend.database.errors import DatabaseUnavailable
from backend.settings import Settings, SettingsError
from shared.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

# Every command, in the order `encours --help` shows them.
COMMANDS = (serve, demo, user, imports, report, check, database)

FAILED = 1
INTERRUPTED = 130


def parser() -> argparse.ArgumentParser:
    root = argparse.ArgumentParser(
        prog="encours", description="What each client owes, for a company's whole team."
    )
    commands = root.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.register(commands)
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and answers its exit code: 0 done, 1 refused or failed, 2 misused."""
    options = parser().parse_args(arguments)
    try:
        code: int = options.run(options, Settings.from_environment())
    except Refused as error:
        refusal = error.refusal
        complain(sentence(refusal.code, refusal.message, refusal.facts_for_wire(), "en"))
        return FAILED
    except (SettingsError, DatabaseUnavailable) as error:
        complain(str(error))
        return FAILED
    except asyncpg.PostgresError as error:
        complain(f"{told(error)} What was under way was undone.")
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def told(error: asyncpg.PostgresError) -> str:
    """A failure of the database that nobody foresaw, as a sentence for the operator."""
    if isinstance(error, asyncpg.DiskFullError):
        return "The disk of the database is full: make room and try again."
    return f"The database refused ({type(error).__name__}: {error})."


if __name__ == "__main__":
    sys.exit(main())
