"""The columns of a FEC (article A47 A-1 of the Livre des procédures fiscales), in any order.

Eighteen fields, `Debit` and `Credit` being replaced by `Montant` and `Sens` in some programs; case,
accents and spaces do not matter, and further columns may follow.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from backend.imports.reading.findings import Finding
from backend.imports.reading.sheet_cells import Cell
from backend.imports.reading.unreadable import shown

LEGAL: Final = (
    "JournalCode",
    "JournalLib",
    "EcritureNum",
    "EcritureDate",
    "CompteNum",
    "CompteLib",
    "CompAuxNum",
    "CompAuxLib",
    "PieceRef",
    "PieceDate",
    "EcritureLib",
    "Debit",
    "Credit",
    "EcritureLet",
    "DateLet",
    "ValidDate",
    "Montantdevise",
    "Idevise",
)
SIDES: Final = ("Debit", "Credit")
SIGNED: Final = ("Montant", "Sens")
_FURTHER: Final = ("EcheanceDate",)
_ALIASES: Final = {
    "iddevise": "Idevise",
    "devise": "Idevise",
    "montantendevise": "Montantdevise",
    "compteauxnum": "CompAuxNum",
    "compteauxlib": "CompAuxLib",
    "lettrage": "EcritureLet",
    "ecriturelettrage": "EcritureLet",
    "datelettrage": "DateLet",
    "datevalid": "ValidDate",
    "validationdate": "ValidDate",
    "dateecheance": "EcheanceDate",
    "echeance": "EcheanceDate",
    "dateech": "EcheanceDate",
}


def _folded(header: str) -> str:
    decomposed = unicodedata.normalize("NFKD", header)
    return "".join(char for char in decomposed if char.isascii() and char.isalnum()).lower()


_NAMES: Final = {_folded(name): name for name in (*LEGAL, *SIGNED, *_FURTHER)} | _ALIASES
NEEDED_LAST: Final = ("ValidDate", "Montantdevise", "Idevise", *_FURTHER)
"""Fields that an editor may have trimmed from the end of a line: nothing is lost with them."""


def known_headers(cells: Sequence[Cell]) -> int:
    """How many cells of a record are names of FEC fields."""
    return len({_NAMES.get(_folded(cell)) for cell in cells if isinstance(cell, str)} - {None})


@dataclass(frozen=True, slots=True)
class Layout:
    """Field → position. `is_signed` where `Montant` and `Sens` stand for debit and credit."""

    headers: tuple[str, ...]
    positions: Mapping[str, int]
    is_signed: bool
    unmatched: tuple[str, ...]
    refusals: tuple[Finding, ...]

    @property
    def least_cells(self) -> int:
        """A line with fewer cells lacks a field that matters."""
        needed = (at for name, at in self.positions.items() if name not in NEEDED_LAST)
        return max(needed, default=-1) + 1


def lay_out(headers: Sequence[str], mapped: Mapping[str, str]) -> Layout:
    """Where each field stands; a refusal for each legal field that does not."""
    positions: dict[str, int] = {}
    refusals: list[Finding] = []
    without: set[str] = set()
    for field, header in mapped.items():
        _map(field, header, headers, positions, without, refusals)
    for at, header in enumerate(headers):
        name = _NAMES.get(_folded(header))
        if name and name not in positions and name not in without and at not in positions.values():
            positions[name] = at
    is_signed = not positions.keys() >= set(SIDES) and positions.keys() >= set(SIGNED)
    replaced = SIDES if is_signed else ()
    listed = ", ".join(filter(None, headers))
    refusals += [
        Finding("missing-fec-column", {"column": name, "headers": shown(listed)})
        for name in LEGAL
        if name not in positions and name not in replaced
    ]
    taken = set(positions.values())
    unmatched = tuple(h for at, h in enumerate(headers) if h and at not in taken)
    return Layout(tuple(headers), positions, is_signed, unmatched, tuple(refusals))


def _map(
    field: str,
    header: str,
    headers: Sequence[str],
    positions: dict[str, int],
    without: set[str],
    refusals: list[Finding],
) -> None:
    name = _NAMES.get(_folded(field))
    if name is None:
        facts = {"field": shown(field), "fields": ", ".join((*LEGAL, *SIGNED))}
        refusals.append(Finding("unknown-field", facts))
    elif not header.strip():
        without.add(name)
    elif header not in headers:
        facts = {"header": shown(header), "headers": ", ".join(filter(None, headers))}
        refusals.append(Finding("unknown-header", facts))
    else:
        positions[name] = headers.index(header)
