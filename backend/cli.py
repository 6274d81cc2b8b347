"""The `encours` command. Each of its commands is a module of backend/commands."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from backend.commands import complain
from backend.settings import Settings, SettingsError
from shared.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    import asyncpg

    from backend.settings import Language


class Listed(NamedTuple):
    """Where a command is, and what `encours --help` says of it: its module's own words."""

    module: str
    about: str


# Every command, in the order `encours --help` shows them. Only the one that is asked for is
# imported: all of them together take a second.
COMMANDS = {
    "serve": Listed("backend.commands.serve", "Serve the app and the API on one port"),
    "demo": Listed(
        "backend.commands.demo", "Make a demo company, print its sign-ins, and serve it"
    ),
    "user": Listed("backend.commands.user", "Add, list and change the people of the company"),
    "import": Listed("backend.commands.imports", "Load a ledger file"),
    "close-day": Listed(
        "backend.commands.close_day",
        "Judge the promises whose day is over, by the cash that is known",
    ),
    "cash-source": Listed(
        "backend.commands.cash_sources", "List the cash sources, and say which are waited for"
    ),
    "report": Listed("backend.commands.report", "Print what is owed"),
    "check": Listed(
        "backend.commands.check",
        "Check that every figure of the ledger follows from its documents and settlements,"
        " and that the history is as it was sealed",
    ),
    "erase-text": Listed(
        "backend.commands.erase",
        "Take the words of facts out of the history, which still verifies, and where they stand",
    ),
    "database": Listed("backend.commands.database", "Start, stop and check the embedded database"),
}

FAILED = 1
INTERRUPTED = 130


def parser(asked: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The command line with the options of the commands in `asked`; the others only by name."""
    root = argparse.ArgumentParser(
        prog="encours", description="What each client owes, for a company's whole team."
    )
    commands = root.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, listed in COMMANDS.items():
        if name in asked:
            import_module(listed.module).register(commands)
        else:
            commands.add_parser(name, help=listed.about)
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and answers its exit code: 0 done, 1 refused or failed, 2 misused."""
    given = sys.argv[1:] if arguments is None else arguments
    options = parser(given).parse_args(given)
    language: Language = "en"
    try:
        settings = Settings.from_environment()
        language = settings.language
        code: int = options.run(options, settings)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        sentence = sentence_of(error, language)
        if sentence is None:
            raise
        complain(sentence)
        return FAILED
    return code


def sentence_of(error: Exception, language: Language) -> str | None:
    """What the operator is told of a failure that has a sentence; None for a bug of ours."""
    if isinstance(error, SettingsError):
        return str(error)

    import asyncpg  # noqa: PLC0415 - whatever else goes wrong, a database was in use

    from backend.catalogue import sentence  # noqa: PLC0415 - as above
    from backend.database.errors import DatabaseUnavailable  # noqa: PLC0415 - as above

    match error:
        case Refused(refusal=refusal):
            return sentence(refusal.code, refusal.message, refusal.facts_for_wire(), language)
        case DatabaseUnavailable():
            return str(error)
        case asyncpg.PostgresError():
            return f"{told(error)} What was under way was undone."
        case _:
            return None


def told(error: asyncpg.PostgresError) -> str:
    """A failure of the database that nobody foresaw, as a sentence for the operator."""
    # By name: asyncpg is imported by who meets it.
    if type(error).__name__ == "DiskFullError":
        return "The disk of the database is full: make room and try again."
    return f"The database refused ({type(error).__name__}: {error})."


if __name__ == "__main__":
    sys.exit(main())
