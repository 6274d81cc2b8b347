"""How tests read back what was exported."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import httpx
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def sheet_at(client: httpx.AsyncClient, address: str, **parameters: Any) -> Worksheet:
    answer = await client.get(address, params=parameters)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == XLSX
    return sheet_of(answer.content)


def sheet_of(body: bytes) -> Worksheet:
    """The only sheet; nothing in the file is a formula, and nothing leads out of it."""
    with ZipFile(BytesIO(body)) as parts:
        names = parts.namelist()
        assert not [name for name in names if "externalLink" in name or "connections" in name]
        assert not any(b"<hyperlink" in parts.read(name) for name in names)
    book = load_workbook(BytesIO(body))
    assert len(book.worksheets) == 1
    sheet = book.worksheets[0]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    return sheet


def rows_of(sheet: Worksheet) -> list[dict[str, Any]]:
    """The rows under the headings of row 1, down to the first empty one."""
    found = list(sheet.iter_rows(values_only=True))
    headings = found[0]
    rows: list[dict[str, Any]] = []
    for row in found[1:]:
        if not any(value is not None for value in row):
            break
        rows.append(dict(zip(map(str, headings), row, strict=True)))
    return rows


async def pdf_at(client: httpx.AsyncClient, address: str, **parameters: Any) -> PdfReader:
    answer = await client.get(address, params=parameters)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == PDF
    return PdfReader(BytesIO(answer.content))


def text_of(document: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in document.pages)
