"""Rows of `clients` files: the client file, with branch and rep."""

import re
from typing import Any, Final

from backend.imports.reading.building import Builder
from backend.imports.reading.cells import Columns
from backend.imports.reading.rows import Client

_FIELDS: Final = Client._fields[1:]
_NOT_ALPHANUMERIC: Final = re.compile(r"[^0-9A-Za-z]")
_SIREN: Final = re.compile(r"\d{9}")
_SIRET: Final = re.compile(r"\d{14}")
_SIREN_LENGTH: Final = 9
_LANGUAGES: Final = {
    "francais": "fr",
    "french": "fr",
    "fra": "fr",
    "fre": "fr",
    "anglais": "en",
    "english": "en",
    "eng": "en",
    "gb": "en",
}


def build_clients(columns: Columns, builder: Builder) -> list[Client]:
    """The chunk's clients; what is not taken is noted with its line."""
    refused = builder.refused_positions(columns, ("client_code",))
    clients: list[Client] = []
    for at, *cells in columns.rows(*_FIELDS):
        if at in refused or builder.is_totals_line(columns, at):
            continue
        client = _client(columns.lines[at], dict(zip(_FIELDS, cells, strict=True)), builder)
        clients.append(client)
        builder.rows += 1
        builder.clients.see(client.client_code, client.client_name)
    return clients


def _client(line: int, cells: dict[str, Any], builder: Builder) -> Client:
    siret = _checked(line, cells["siret"], _SIRET, "unreadable-siret", builder)
    siren = _checked(line, cells["siren"], _SIREN, "unreadable-siren", builder)
    cells["company_code"] = cells["company_code"] or builder.options.company_code
    cells["siret"] = siret
    cells["siren"] = siren or (siret[:_SIREN_LENGTH] if siret else None)
    if cells["vat_number"]:
        cells["vat_number"] = _NOT_ALPHANUMERIC.sub("", cells["vat_number"]).upper()
    if cells["language"]:
        cells["language"] = _language(cells["language"])
    return Client(line, **cells)


def _checked(
    line: int, text: str | None, shape: re.Pattern[str], code: str, builder: Builder
) -> str | None:
    """The number without its spaces; a SIREN of another length is left out with a warning."""
    if not text:
        return None
    tight = _NOT_ALPHANUMERIC.sub("", text)
    if shape.fullmatch(tight):
        return tight
    builder.notes.warn(code, line, text=text[:40])
    return None


def _language(text: str) -> str | None:
    folded = text.strip().lower().replace("ç", "c")
    return _LANGUAGES.get(folded, folded[:2] if folded[:2] in {"fr", "en"} else None)
