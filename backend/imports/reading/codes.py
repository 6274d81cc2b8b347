"""Codes and document numbers: text, whatever a spreadsheet made of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from backend.imports.reading.sheet_cells import Cell
from backend.imports.reading.unreadable import Unreadable, shown

_AS_NUMBER: Final = re.compile(r"\s*\d+[.,]0\s*")
_SCIENTIFIC: Final = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d{1,3}")
_SPECIAL: Final = re.compile(r"[='+]")
"""What every code that is not plain holds: `="012"`, `'012`, `2,96E+09`."""
_SPREADSHEET_TEXT: Final = re.compile(r'="(.*)"|\'(.*)')


@dataclass(slots=True)
class CodeColumn:
    """Whether a column of codes was written as numbers (`2960623488.0`), all of it."""

    as_numbers: bool = True
    filled: int = 0

    def see(self, cells: Iterable[Cell]) -> None:
        for cell in cells:
            if isinstance(cell, str) and cell and not cell.isspace():
                self.filled += 1
                if not _AS_NUMBER.fullmatch(cell):
                    self.as_numbers = False
            if not self.as_numbers:
                return


class CodeReader:
    """Cell → code as written, leading zeros kept; None where blank.

    `2,96E+09` is what a spreadsheet left of a long number: its last figures are lost, so it is
    `Unreadable`.
    """

    def __init__(self, *, as_numbers: bool) -> None:
        self._as_numbers = as_numbers

    def read_all(self, cells: Sequence[Cell]) -> list[str | Unreadable | None]:
        """As `read`, cell by cell; a column of plain codes is recognised in one go."""
        try:
            joined = "\n".join(cells)  # type: ignore[arg-type]
        except TypeError:  # a workbook's own numbers are among them
            return list(map(self.read, cells))
        if self._as_numbers or _SPECIAL.search(joined):
            return list(map(self.read, cells))
        return [text.strip() or None for text in cells]  # type: ignore[union-attr]

    def read(self, cell: Cell) -> str | Unreadable | None:
        if isinstance(cell, Decimal):
            return f"{cell:f}"
        if isinstance(cell, date):
            return cell.isoformat()
        text = cell.strip()
        if match := _SPREADSHEET_TEXT.fullmatch(text):
            text = (match[1] or match[2] or "").strip()
        if self._as_numbers and _AS_NUMBER.fullmatch(text):
            return text[:-2]
        if _SCIENTIFIC.fullmatch(text):
            return Unreadable("code-in-scientific-notation", shown(text))
        return text or None
