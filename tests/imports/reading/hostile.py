"""Workbooks made to harm: small on disk, endless in memory."""

import zipfile
from collections.abc import Iterable
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MEGABYTE = 1 << 20


def workbook(path: Path, sheet: Iterable[bytes], strings: Iterable[bytes] = ()) -> Path:
    """A workbook of one sheet whose XML is what the blocks say."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}">'
            '<Relationship Id="r1" Type="t/worksheet" Target="worksheets/sheet1.xml"/>'
            "</Relationships>",
        )
        for name, blocks in (("worksheets/sheet1", sheet), ("sharedStrings", strings)):
            with archive.open(f"xl/{name}.xml", "w") as part:
                part.writelines(blocks)
    return path


def with_a_huge_attribute(folder: Path, megabytes: int = 200) -> Path:
    def blocks() -> Iterable[bytes]:
        yield f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="'.encode()
        for _ in range(megabytes):
            yield b"y>" * (MEGABYTE // 2)
        yield b'"><v>1</v></c></row></sheetData></worksheet>'

    return workbook(folder / "attribute.xlsx", blocks())


def with_entities(folder: Path) -> Path:
    """Each entity is ten of the one before (the "billion laughs")."""
    entities = b"".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">'.encode() for n in range(1, 10))
    return workbook(
        folder / "entities.xlsx",
        [
            b'<!DOCTYPE worksheet [<!ENTITY e0 "ha">' + entities + b"]>",
            f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="str">'.encode(),
            b"<v>&e9;</v></c></row></sheetData></worksheet>",
        ],
    )


def with_many_names(folder: Path, names: int) -> Path:
    """A parser remembers every name of an element it has seen."""

    def blocks() -> Iterable[bytes]:
        yield f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">'.encode()
        for begin in range(0, names, 10_000):
            yield b"".join(f"<n{n:0200x}/>".encode() for n in range(begin, begin + 10_000))
        yield b"</row></sheetData></worksheet>"

    return workbook(folder / "names.xlsx", blocks())


def spreadsheet_of(folder: Path, megabytes: int) -> Path:
    """An .ods, which is loaded whole."""
    path = folder / "whole.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        with archive.open("content.xml", "w", force_zip64=True) as part:
            for _ in range(megabytes):
                part.write(b" " * MEGABYTE)
    return path
