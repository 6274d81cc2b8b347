"""Files made for a test, read in one go."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from backend.imports.reading.diagnosis import Diagnosis, Options, Outcome
from backend.imports.reading.ledger_file import open_ledger_file
from backend.imports.reading.rows import FecAllocation, FecItem, Kind

SHARED = Path(__file__).parents[4] / "shared" / "data"


def shared(name: str) -> Path:
    """A public ledger from the folder beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the shared data folder is not beside this checkout")
    return SHARED / name


class Read(NamedTuple):
    """A file read to its end; `outcome` is None where it was not ready."""

    diagnosis: Diagnosis
    rows: list[Any]
    outcome: Outcome | None

    @property
    def done(self) -> Outcome:
        assert self.outcome is not None, self.diagnosis
        return self.outcome

    @property
    def items(self) -> list[FecItem]:
        return [row for row in self.rows if isinstance(row, FecItem)]

    @property
    def allocations(self) -> list[FecAllocation]:
        return [row for row in self.rows if isinstance(row, FecAllocation)]

    @property
    def refused(self) -> dict[int, str]:
        """The first reason each refused line is given."""
        return {one.line: one.finding.code for one in reversed(self.done.refused)}

    @property
    def warned(self) -> dict[str, str | int]:
        return {one.code: one.facts["count"] for one in self.done.warnings}

    @property
    def problems(self) -> list[str]:
        return [one.code for one in self.diagnosis.refusals]

    @property
    def questions(self) -> list[str]:
        return [one.option for one in self.diagnosis.questions]


def read(path: Path, kind: Kind, options: Options | None = None) -> Read:
    ledger = open_ledger_file(path, kind, options or Options())
    if not ledger.diagnosis.ready:
        return Read(ledger.diagnosis, [], None)
    rows = [row for batch in ledger.batches() for row in batch]
    return Read(ledger.diagnosis, rows, ledger.outcome())


def write(
    folder: Path,
    lines: Iterable[str],
    *,
    name: str = "ledger.csv",
    encoding: str = "utf-8",
    end: str = "\n",
) -> Path:
    path = folder / name
    path.write_bytes("".join(line + end for line in lines).encode(encoding))
    return path


def column(rows: Sequence[Any], field: str) -> list[Any]:
    return [getattr(row, field) for row in rows]
