"""One table out of any file: a header and the rows under it, whatever the format."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from backend.imports.reading.delimited import Delimited, cut
from backend.imports.reading.diagnosis import Source
from backend.imports.reading.findings import Finding
from backend.imports.reading.old_workbook import OldWorkbook
from backend.imports.reading.sheet_cells import Cell
from backend.imports.reading.source import (
    Format,
    Nature,
    Progress,
    UnreadableFileError,
)
from backend.imports.reading.workbook import Sheet, Workbook

_HEADER_WITHIN: Final = 30
"""A header stands among the first records: above it, titles and dates of printing."""
_LEAST_HEADERS: Final = 2


class Chunk(NamedTuple):
    """Rows cut and padded to the header's width.

    `overlong` and `short` give the number of cells of those that had more (and not blank) or
    fewer, by their position in the chunk.
    """

    lines: Sequence[int]
    rows: Sequence[Sequence[Cell]]
    overlong: Mapping[int, int]
    short: Mapping[int, int]


class _Records(Protocol):
    def chunks(
        self, progress: Progress | None = None
    ) -> Iterator[tuple[Sequence[int], Sequence[Sequence[Cell]]]]: ...


@dataclass(frozen=True, slots=True)
class _SheetRecords:
    book: Workbook | OldWorkbook
    sheet: Sheet

    def chunks(
        self, progress: Progress | None = None
    ) -> Iterator[tuple[Sequence[int], Sequence[Sequence[Cell]]]]:
        return self.book.chunks(self.sheet, progress)


@dataclass(frozen=True, slots=True)
class Table:
    """A header and what stands under it."""

    records: _Records
    source: Source
    headers: tuple[str, ...]
    header_row: Sequence[Cell]
    warnings: tuple[Finding, ...]

    def chunks(self, progress: Progress | None = None) -> Iterator[Chunk]:
        """The rows below the header; a header repeated further down (page breaks) is left out."""
        width, header_line = len(self.headers), self.source.header_line
        for lines, rows in self.records.chunks(progress):
            if not lines:
                continue
            if lines[0] > header_line and self.header_row not in rows:
                yield _chunk(lines, list(rows), width)
                continue
            kept = [
                at
                for at, row in enumerate(rows)
                if lines[at] > header_line and row != self.header_row
            ]
            if kept:
                yield _chunk([lines[at] for at in kept], [rows[at] for at in kept], width)


def _chunk(lines: Sequence[int], rows: list[Sequence[Cell]], width: int) -> Chunk:
    overlong: dict[int, int] = {}
    short: dict[int, int] = {}
    for at, row in enumerate(rows):
        if len(row) == width:
            continue
        if len(row) < width:
            short[at] = len(row)
            rows[at] = [*row, *[""] * (width - len(row))]
        else:
            if any(cell != "" and str(cell).strip() for cell in row[width:]):
                overlong[at] = len(row)
            rows[at] = row[:width]
    return Chunk(lines, rows, overlong, short)


KnownHeaders = Callable[[Sequence[Cell]], int]
"""How many cells of a record are headers of the kind of file that is being read."""


def open_table(nature: Nature, known: KnownHeaders, sheet_name: str | None = None) -> Table:
    """The file's table; raises `UnreadableFileError` where there is none."""
    if nature.format is Format.TEXT:
        cut_file = cut(nature, known)
        line, row = _header_of(cut_file, known)
        return Table(cut_file, _source(nature, cut_file, line), _texts(row), row, ())
    book = _open_book(nature)
    sheet, warnings = _choose_sheet(book, known, sheet_name)
    records = _SheetRecords(book, sheet)
    line, row = _header_of(records, known)
    return Table(records, _source(nature, None, line, sheet.name), _texts(row), row, warnings)


def _open_book(nature: Nature) -> Workbook | OldWorkbook:
    if nature.format is Format.OLD_WORKBOOK:
        return OldWorkbook(nature)
    try:
        return Workbook(nature)
    except UnreadableFileError as error:
        if error.finding.code != "not-a-workbook":
            raise
    return OldWorkbook(nature)  # .ods and .xlsb are archives too


def _source(
    nature: Nature, cut_file: Delimited | None, line: int, sheet: str | None = None
) -> Source:
    return Source(
        fingerprint=nature.fingerprint,
        size_bytes=nature.size_bytes,
        format=nature.format.value,
        encoding=nature.encoding,
        separator=cut_file.separator if cut_file else None,
        sheet=sheet,
        header_line=line,
    )


def _choose_sheet(
    book: Workbook | OldWorkbook, known_headers: KnownHeaders, name: str | None
) -> tuple[Sheet, tuple[Finding, ...]]:
    """The sheet asked for, else the first one whose header knows the most fields."""
    if name:
        for sheet in book.sheets:
            if sheet.name == name:
                return sheet, ()
        names = ", ".join(sheet.name for sheet in book.sheets)
        raise UnreadableFileError("unknown-sheet", sheet=name, sheets=names)
    visible = [sheet for sheet in book.sheets if sheet.visible] or list(book.sheets)
    known = {
        sheet: max(
            (known_headers(row) for _, row in _first_records(_SheetRecords(book, sheet))),
            default=-1,
        )
        for sheet in visible
    }
    best = max(visible, key=lambda sheet: known[sheet])
    if known[best] < 0:
        raise UnreadableFileError("nothing-in-file")
    alike = [sheet.name for sheet in visible if sheet != best and known[sheet] >= _LEAST_HEADERS]
    if alike:
        facts = {"sheet": best.name, "others": ", ".join(alike)}
        return best, (Finding("other-sheets-unread", facts),)
    return best, ()


def _header_of(records: _Records, known_headers: KnownHeaders) -> tuple[int, Sequence[Cell]]:
    """The record that knows the most headers among the first, else the first of all."""
    first = _first_records(records)
    if not first:
        raise UnreadableFileError("nothing-in-file")
    known = [known_headers(row) for _, row in first]
    return first[known.index(max(known)) if max(known) >= _LEAST_HEADERS else 0]


def _first_records(records: _Records) -> list[tuple[int, Sequence[Cell]]]:
    for lines, rows in records.chunks():
        if rows:
            return list(zip(lines, rows, strict=True))[:_HEADER_WITHIN]
    return []


def _texts(row: Sequence[Cell]) -> tuple[str, ...]:
    """The names in a header, without the unnamed columns at its end."""
    texts = [str(cell).replace("\0", "").strip() for cell in row]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)
