"""The fields of each kind of file, as whoever maps columns by hand may name them."""

from typing import NamedTuple

from backend.imports.reading.fec_layout import LEGAL, SIDES, SIGNED
from backend.imports.reading.headers import FIELDS, REQUIRED
from backend.imports.reading.rows import Kind


class Field(NamedTuple):
    name: str
    is_required: bool


def fields_of(kind: Kind) -> list[Field]:
    """Those without which no file of the kind is read come first."""
    if kind is Kind.FEC:
        names = (*LEGAL, *SIGNED)
        required = set(LEGAL) - set(SIDES)
        return [Field(name, name in required) for name in names]
    required = set(REQUIRED[kind])
    fields = [Field(name, name in required) for name in FIELDS[kind]]
    return sorted(fields, key=lambda field: not field.is_required)
