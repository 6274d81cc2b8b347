"""What `encours` offers, and that it says so without loading everything."""

from __future__ import annotations

import subprocess
import sys

import pytest

from backend.cli import COMMANDS, main, parser

HEAVY = ("asyncpg", "piccolo", "pydantic", "litestar", "asyncio", "openpyxl", "backend.database")


def test_the_list_tells_of_each_command_what_the_command_tells_itself():
    names_only, whole = parser().format_help(), parser(list(COMMANDS)).format_help()
    assert names_only == whole
    assert all(name in whole for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_its_options(name: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert len(capsys.readouterr().out.splitlines()) > 3


@pytest.mark.parametrize("arguments", [[], ["no-such-command"], ["--no-such-option"]])
def test_what_is_no_command_is_misuse(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: encours" in capsys.readouterr().err


def test_help_loads_nothing_that_only_commands_need():
    script = (
        "import sys\nfrom backend.cli import parser\nparser().format_help()\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_report_loads_neither_the_imports_nor_what_makes_tables():
    script = (
        "import sys\nfrom backend.cli import parser\nparser(['report'])\n"
        "import backend.database.migrate\nbackend.database.migrate.migrations()\n"
        "print([name for name in sys.modules if name.startswith("
        "('backend.imports', 'backend.demo', 'piccolo.apps.migrations.auto', 'granian'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
