"""Records of the older and the open workbook formats (.xls, .xlsb, .ods), by way of calamine.

These are loaded whole, so they are bounded; XLSX, which has no such bound, has its own reader.
"""

import math
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any, Final

import python_calamine

from backend.imports.reading.rows import BATCH_ROWS
from backend.imports.reading.sheet_cells import Cell
from backend.imports.reading.source import Nature, Progress, UnreadableFileError
from backend.imports.reading.workbook import Sheet

LIMIT_BYTES: Final = 16 << 20
UNPACKED_LIMIT_BYTES: Final = 256 << 20
_BLOCK_BYTES: Final = 1 << 16


class OldWorkbook:
    """An open .xls, .xlsb or .ods file; `sheets` in workbook order."""

    def __init__(self, nature: Nature) -> None:
        self.nature = nature
        if nature.size_bytes > LIMIT_BYTES:
            raise UnreadableFileError("old-workbook-too-large", limit_mb=LIMIT_BYTES >> 20)
        _refuse_bomb(nature)
        try:
            self._book = python_calamine.load_workbook(nature.path)
        except python_calamine.PasswordError as error:
            raise UnreadableFileError("workbook-locked", file=nature.name) from error
        except python_calamine.CalamineError as error:
            raise UnreadableFileError("not-a-workbook", file=nature.name) from error
        self.sheets = tuple(
            Sheet(one.name, one.name, one.visible == python_calamine.SheetVisibleEnum.Visible)
            for one in self._book.sheets_metadata
            if one.typ == python_calamine.SheetTypeEnum.WorkSheet
        )
        if not self.sheets:
            raise UnreadableFileError("not-a-workbook", file=nature.name)

    def chunks(
        self, sheet: Sheet, progress: Progress | None = None
    ) -> Iterator[tuple[Sequence[int], list[list[Cell]]]]:
        """The sheet's rows that are not blank, with their row numbers."""
        numbered = enumerate(self._book.get_sheet_by_name(sheet.name).iter_rows(), start=1)
        while batch := list(islice(numbered, BATCH_ROWS)):
            kept = [(line, [_cell(value) for value in row]) for line, row in batch if any(row)]
            yield [line for line, _ in kept], [row for _, row in kept]
        if progress:
            progress(self.nature.size_bytes, self.nature.size_bytes)


def _refuse_bomb(nature: Nature) -> None:
    """An archive (.ods, .xlsb) is loaded unpacked, however few bytes it was packed to."""
    if not zipfile.is_zipfile(nature.path):
        return
    unpacked = 0
    try:
        with zipfile.ZipFile(nature.path) as archive:
            for member in archive.infolist():
                with archive.open(member) as part:
                    while block := part.read(_BLOCK_BYTES):
                        unpacked += len(block)
                        if unpacked > UNPACKED_LIMIT_BYTES:
                            limit = UNPACKED_LIMIT_BYTES >> 20
                            raise UnreadableFileError("old-workbook-too-large", limit_mb=limit)
    except (RuntimeError, NotImplementedError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise UnreadableFileError("not-a-workbook", file=nature.name) from error


def _cell(value: Any) -> Cell:
    match value:
        case datetime():
            return value.date()
        case bool() | str():
            return str(value).strip()
        case date():
            return value
        case int():
            return Decimal(value)
        case float() if math.isfinite(value):
            return Decimal(int(value)) if value.is_integer() else Decimal(repr(value))
        case _:
            return str(value)
