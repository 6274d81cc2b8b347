"""Records of a delimited text file: its separator, its quoting, its lines."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple, TextIO

if TYPE_CHECKING:
    from _csv import Reader

from backend.imports.reading.rows import BATCH_ROWS
from backend.imports.reading.sheet_cells import Cell
from backend.imports.reading.source import FIELD_LIMIT, Nature, Progress, UnreadableFileError

SEPARATORS: Final = ("\t", ";", "|", ",")
_SAMPLE_RECORDS: Final = 200
_LINE_END: Final = re.compile(r"\r\n|\r|\n")

Chunk = tuple[Sequence[int], list[list[str]]]
"""Line numbers and the records that start on them; blank records are left out."""


@dataclass(frozen=True, slots=True)
class Delimited:
    """A text file cut into records. `separator` is empty where a record is one single field."""

    nature: Nature
    separator: str
    quoted: bool

    def chunks(self, progress: Progress | None = None) -> Iterator[Chunk]:
        """All records, header included, in file order, at most `BATCH_ROWS` at a time."""
        with _open_text(self.nature) as stream:
            reader = _reader(stream, self.separator, quoted=self.quoted)
            first_line = 1
            while records := _next(reader):
                lines = _starts(records, first_line, reader.line_num)
                first_line = reader.line_num + 1
                if progress:
                    progress(stream.buffer.tell(), self.nature.size_bytes)
                yield _without_blanks(lines, records)


def _next(reader: "Reader") -> list[list[str]]:
    try:
        return list(islice(reader, BATCH_ROWS))
    except csv.Error as error:
        raise _too_long() from error


def _too_long() -> UnreadableFileError:
    return UnreadableFileError("field-too-long", limit=FIELD_LIMIT)


def cut(nature: Nature, headers_known: Callable[[Sequence[Cell]], int]) -> Delimited:
    """Chooses the separator under which most headers are known, and whether quotes quote.

    `headers_known` tells how many of a record's fields are headers of the kind being read; where
    it knows none, the separator that cuts the records most evenly wins.
    """
    separator = max(SEPARATORS, key=lambda one: _fit(nature, one, headers_known))
    if not _mode(_sample(nature, separator, quoted=nature.has_quotes))[0] > 1:
        separator = ""
    quoted = nature.has_quotes and _quotes_quote(nature, separator)
    return Delimited(nature, separator, quoted)


def _fit(
    nature: Nature, separator: str, headers_known: Callable[[Sequence[Cell]], int]
) -> tuple[int, float, int]:
    records = _sample(nature, separator, quoted=nature.has_quotes)
    fields, share = _mode(records)
    known = max((headers_known(record) for record in records[:30]), default=0)
    return (known if fields > 1 else 0, share if fields > 1 else 0.0, fields)


def _sample(nature: Nature, separator: str, *, quoted: bool) -> list[list[str]]:
    with _open_text(nature) as stream:
        reader = _reader(stream, separator, quoted=quoted)
        try:
            return [record for record in islice(reader, _SAMPLE_RECORDS) if any(record)]
        except csv.Error as error:
            if quoted:
                return _sample(nature, separator, quoted=False)
            raise _too_long() from error


def _mode(records: Sequence[Sequence[str]]) -> tuple[int, float]:
    """The commonest number of fields, and the share of records that have it."""
    counts = Counter(len(record) for record in records)
    if not counts:
        return 1, 0.0
    fields, records_like_it = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
    return fields, records_like_it / len(records)


def _quotes_quote(nature: Nature, separator: str) -> bool:
    """Whether quotation marks enclose fields, told by what cuts the whole file more evenly.

    A stray quote (a 12" pipe in a label) read as quoting swallows the lines up to the next one:
    where both ways cut evenly, quoting is believed only if it swallowed none.
    """
    plain = _evenness(nature, separator, quoted=False)
    quoted = _evenness(nature, separator, quoted=True)
    if quoted is None or plain is None:
        return plain is None
    if quoted.uneven == plain.uneven:
        return quoted.lines_swallowed == 0
    return quoted.uneven < plain.uneven


class _Evenness(NamedTuple):
    uneven: int
    lines_swallowed: int


def _evenness(nature: Nature, separator: str, *, quoted: bool) -> _Evenness | None:
    """Records that differ from the commonest shape; None where the file cannot be cut so."""
    counts: Counter[int] = Counter()
    with _open_text(nature) as stream:
        reader = _reader(stream, separator, quoted=quoted)
        try:
            counts.update(map(len, reader))
        except csv.Error:
            return None
        swallowed = reader.line_num - counts.total()
    del counts[0]
    return _Evenness(counts.total() - max(counts.values(), default=0), swallowed)


def _open_text(nature: Nature) -> TextIO:
    return nature.path.open(encoding=nature.encoding, errors="replace", newline="")


def _reader(stream: TextIO, separator: str, *, quoted: bool) -> "Reader":
    csv.field_size_limit(FIELD_LIMIT)
    return csv.reader(
        stream,
        delimiter=separator or "\x1f",
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
    )


def _starts(records: Sequence[Sequence[str]], first: int, last: int) -> Sequence[int]:
    """The line each record starts on, knowing the first and the last line of them all."""
    if last - first + 1 == len(records):
        return range(first, last + 1)
    starts = []
    line = first
    for record in records:
        starts.append(line)
        line += 1 + sum(len(_LINE_END.findall(field)) for field in record)
    return starts


def _without_blanks(lines: Sequence[int], records: list[list[str]]) -> Chunk:
    suspects = [
        at
        for at, record in enumerate(records)
        if not record or not record[0] or record[0].isspace()
    ]
    blank = {at for at in suspects if not any(map(str.strip, records[at]))}
    if not blank:
        return lines, records
    kept = [at for at in range(len(records)) if at not in blank]
    return [lines[at] for at in kept], [records[at] for at in kept]
