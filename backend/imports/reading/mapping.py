"""The fields of each kind of file, as whoever maps columns by hand may name them."""

from collections.abc import Collection
from typing import NamedTuple

from backend.imports.reading.fec_layout import LEGAL, SIDES, SIGNED
from backend.imports.reading.headers import AMOUNT_WAYS, FIELDS, REQUIRED
from backend.imports.reading.rows import Kind


class Field(NamedTuple):
    name: str
    is_required: bool


def fields_of(kind: Kind, matched: Collection[str]) -> list[Field]:
    """Those without which the file is not read come first; `matched` are those that have a column.

    A document's amount may be told in several ways: none is required once another is there.
    """
    if kind is Kind.FEC:
        needed = set(LEGAL) - set(SIDES)
        if not set(SIGNED) <= set(matched):
            needed |= set(SIDES)
        return [Field(name, name in needed) for name in (*LEGAL, *SIGNED)]
    needed = set(REQUIRED[kind])
    is_ledger = kind in {Kind.OPEN_ITEMS, Kind.HISTORY}
    if is_ledger and not any(set(way) <= set(matched) for way in AMOUNT_WAYS):
        needed.add("amount")
    fields = [Field(name, name in needed) for name in FIELDS[kind]]
    return sorted(fields, key=lambda field: not field.is_required)
