"""What fits on a screen is read whole: functions and files keep a size."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = ("backend", "mobile", "shared", "tools", "bench", "main.py", "serving.py")
FUNCTION_LINES_MOST = 50
FILE_LINES_MOST = 250
MIGRATIONS = ROOT / "backend" / "database" / "migrations"
"""What was once released is never written again, and the tool that writes them knows no size."""


def sources() -> list[Path]:
    found: list[Path] = []
    for name in SOURCES:
        source = ROOT / name
        found += [source] if source.is_file() else source.rglob("*.py")
    return [file for file in found if MIGRATIONS not in file.parents]


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """From its `def` to its last line, with its docstring."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_all_sources_are_looked_at():
    assert len(sources()) > 100
    assert ROOT / "serving.py" in sources()


def test_no_function_is_longer_than_a_screen():
    long = [
        f"{file.relative_to(ROOT)}:{function.lineno} {function.name}: {lines(function)} lines"
        for file in sources()
        for function in functions(file)
        if lines(function) > FUNCTION_LINES_MOST
    ]
    assert not long, f"split by meaning what is above {FUNCTION_LINES_MOST} lines: {long}"


def test_no_file_is_too_long_to_be_known():
    counted = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in sources()}
    long = [f"{f.relative_to(ROOT)}: {n}" for f, n in counted.items() if n > FILE_LINES_MOST]
    assert not long, f"split by meaning what is above {FILE_LINES_MOST} lines: {long}"
