"""The columns a file has, as a person recognises them: by their header and a value or two."""

from collections.abc import Iterable
from typing import Final

from backend.imports.reading.diagnosis import Heading
from backend.imports.reading.table import Table
from backend.imports.reading.unreadable import shown

HEADINGS_MOST: Final = 200
HEADER_CHARACTERS_MOST: Final = 1_000
SAMPLES_EACH: Final = 2


def headings_of(table: Table) -> tuple[Heading, ...]:
    """The first columns that have a name, once each, with different values from the first rows."""
    rows = next((chunk.rows for chunk in table.chunks()), ())
    found: dict[str, Heading] = {}
    for at, header in enumerate(table.headers):
        if header and header not in found and len(header) <= HEADER_CHARACTERS_MOST:
            found[header] = Heading(header, _samples(row[at] for row in rows))
        if len(found) == HEADINGS_MOST:
            break
    return tuple(found.values())


def _samples(cells: Iterable[object]) -> tuple[str, ...]:
    samples: list[str] = []
    for cell in cells:
        text = shown(str(cell).strip()).replace("\0", "")
        if text and text not in samples:
            samples.append(text)
        if len(samples) == SAMPLES_EACH:
            break
    return tuple(samples)
