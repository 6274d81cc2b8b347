"""Records of an XLSX workbook, read as a stream: memory does not grow with the sheet.

A loaded sheet of a million rows takes most of a gigabyte, so the sheet's XML is parsed as it
unpacks. Reading the parts ourselves also tells what a loader hides: a number shown as `0001234`
is a code with leading zeros, a number shown as a day is a date. Formulas count as their last
computed value. Numbers are the shortest decimal that means the same binary number: Excel writes
2309.79 as 2309.7900000000001 and 2309.7899999999995 as itself.
"""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import IO, Final

from backend.imports.reading.rows import BATCH_ROWS
from backend.imports.reading.shared_strings import STRINGS_LIMIT_CHARACTERS, StringTable
from backend.imports.reading.sheet_cells import Cell, SheetCells
from backend.imports.reading.source import Nature, Progress, UnreadableFileError
from backend.imports.reading.xml_parts import PartFeed

_BLOCK_BYTES: Final = 1 << 16
_PART_LIMIT_BYTES: Final = 4 << 30
_SMALL_PART_LIMIT_BYTES: Final = 32 << 20
_DATE_FORMATS: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_NOT_FORMAT_LETTERS: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_ZEROS_ONLY: Final = re.compile(r"0{2,20}")

Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    part: str
    visible: bool


@dataclass(frozen=True, slots=True)
class CellStyles:
    """What each cell format of the workbook makes of a number."""

    dates: frozenset[str]
    padded: dict[str, int]
    epoch: date


class Workbook:
    """An open XLSX file; `sheets` in workbook order."""

    def __init__(self, nature: Nature) -> None:
        self.nature = nature
        with self._archive() as archive:
            names = set(archive.namelist())
            main = _main_part(archive, names)
            folder = posixpath.dirname(main)
            targets = _relations(archive, names, main)
            self.sheets, epoch = _sheets(archive, main, targets)
            self._strings_part = _first(names, targets, f"{folder}/sharedStrings.xml", "Strings")
            styles_part = _first(names, targets, f"{folder}/styles.xml", "styles")
            self._styles = _styles(archive, styles_part, epoch)
        self._strings: list[str] | None = None

    def chunks(
        self, sheet: Sheet, progress: Progress | None = None
    ) -> Iterator[tuple[Sequence[int], list[list[Cell]]]]:
        """The sheet's rows that are not blank, with their row numbers."""
        with self._archive() as archive, _open_part(archive, sheet.part) as part:
            if self._strings is None:
                self._strings = _shared_strings(archive, self._strings_part)
            feed = PartFeed(self.nature.name)
            cells = SheetCells(
                feed.parser, self._strings, self._styles.dates, self._styles.padded, self._day
            )
            for block in _blocks(part, self.nature.name):
                feed.feed(block)
                if len(cells.rows) >= BATCH_ROWS:
                    if progress:
                        progress(_position(archive), self.nature.size_bytes)
                    yield cells.take()
            feed.feed(b"")
            yield cells.take()

    def _day(self, serial: float) -> date:
        return self._styles.epoch + timedelta(days=int(serial))

    def _archive(self) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(self.nature.path)
        except (zipfile.BadZipFile, OSError) as error:
            raise UnreadableFileError("damaged-workbook", file=self.nature.name) from error


def _position(archive: zipfile.ZipFile) -> int:
    return archive.fp.tell() if archive.fp else 0


def _blocks(part: IO[bytes], name: str) -> Iterator[bytes]:
    """What the part unpacks to, never more than a block of it at once."""
    try:
        yield from iter(lambda: part.read(_BLOCK_BYTES), b"")
    except (EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise UnreadableFileError("damaged-workbook", file=name) from error


def _open_part(archive: zipfile.ZipFile, part: str) -> IO[bytes]:
    try:
        info = archive.getinfo(part)
        if info.file_size > _PART_LIMIT_BYTES:
            raise UnreadableFileError("workbook-too-large", limit_gb=_PART_LIMIT_BYTES >> 30)
        return archive.open(info)
    except (KeyError, RuntimeError, NotImplementedError, zipfile.BadZipFile) as error:
        raise UnreadableFileError("damaged-workbook", file=part) from error


def _walk(archive: zipfile.ZipFile, part: str, seen: Callable[[str, Attributes], None]) -> None:
    """Calls `seen` with every element of a small part, by its local name."""
    feed = PartFeed(part)
    feed.parser.StartElementHandler = lambda name, attributes: seen(
        name.rpartition(":")[2],
        {key.rpartition(":")[2]: value for key, value in attributes.items()},
    )
    unpacked = 0
    with _open_part(archive, part) as stream:
        for block in _blocks(stream, part):
            unpacked += len(block)
            if unpacked > _SMALL_PART_LIMIT_BYTES:
                raise UnreadableFileError("workbook-too-large", limit_gb=_PART_LIMIT_BYTES >> 30)
            feed.feed(block)
    feed.feed(b"")


def _main_part(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "xl/workbook.xml" in names:
        return "xl/workbook.xml"
    found: list[str] = []

    def seen(name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            found.append(attributes.get("Target", "").lstrip("/"))

    if "_rels/.rels" in names:
        _walk(archive, "_rels/.rels", seen)
    if not found or found[0] not in names or not found[0].endswith(".xml"):
        raise UnreadableFileError("not-a-workbook", file=archive.filename or "")
    return found[0]


def _relations(archive: zipfile.ZipFile, names: set[str], main: str) -> dict[str, str]:
    folder, file = posixpath.split(main)
    part = f"{folder}/_rels/{file}.rels"
    targets: dict[str, str] = {}

    def seen(name: str, attributes: Attributes) -> None:
        if name == "Relationship" and "Target" in attributes:
            target = attributes["Target"]
            whole = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            targets[attributes.get("Id", "")] = posixpath.normpath(whole)

    if part in names:
        _walk(archive, part, seen)
    return targets


def _first(names: set[str], targets: dict[str, str], usual: str, word: str) -> str | None:
    if usual in names:
        return usual
    return next((part for part in targets.values() if word in part and part in names), None)


def _sheets(
    archive: zipfile.ZipFile, main: str, targets: dict[str, str]
) -> tuple[tuple[Sheet, ...], date]:
    sheets: list[Sheet] = []
    epochs = [date(1899, 12, 30)]

    def seen(name: str, attributes: Attributes) -> None:
        if name == "workbookPr" and attributes.get("date1904") in {"1", "true"}:
            epochs.append(date(1904, 1, 1))
        if name == "sheet" and "worksheets" in targets.get(attributes.get("id", ""), ""):
            part = targets[attributes["id"]]
            visible = attributes.get("state", "visible") == "visible"
            sheets.append(Sheet(attributes.get("name", ""), part, visible))

    _walk(archive, main, seen)
    if not sheets:
        raise UnreadableFileError("not-a-workbook", file=archive.filename or "")
    return tuple(sheets), epochs[-1]


def _styles(archive: zipfile.ZipFile, part: str | None, epoch: date) -> CellStyles:
    dates: set[str] = set()
    padded: dict[str, int] = {}
    codes: dict[str, str] = {}
    inside: list[str] = []
    count = [0]

    def seen(name: str, attributes: Attributes) -> None:
        if name in {"cellStyleXfs", "cellXfs", "cellStyles", "dxfs"}:
            inside.append(name)
        elif name == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "xf" and inside and inside[-1] == "cellXfs":
            number_format = attributes.get("numFmtId", "0")
            code = codes.get(number_format, "")
            if _ZEROS_ONLY.fullmatch(code):
                padded[str(count[0])] = len(code)
            if number_format in _BUILT_IN_DATES or _is_date_code(code):
                dates.add(str(count[0]))
            count[0] += 1

    if part:
        _walk(archive, part, seen)
    return CellStyles(frozenset(dates), padded, epoch)


_BUILT_IN_DATES: Final = frozenset(map(str, _DATE_FORMATS))


def _is_date_code(code: str) -> bool:
    letters = _NOT_FORMAT_LETTERS.sub("", code.split(";", maxsplit=1)[0]).lower()
    return bool(letters) and "general" not in letters and any(c in letters for c in "ydaj")


def _shared_strings(archive: zipfile.ZipFile, part: str | None) -> list[str]:
    feed = PartFeed(part or "")
    table = StringTable(feed.parser)
    if part is None:
        return table.strings
    with _open_part(archive, part) as stream:
        for block in _blocks(stream, part):
            feed.feed(block)
            if table.characters > STRINGS_LIMIT_CHARACTERS:
                raise UnreadableFileError("workbook-too-large", limit_gb=_PART_LIMIT_BYTES >> 30)
    return table.strings
