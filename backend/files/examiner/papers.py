"""PDF, text, and the packages of Excel and Word: taken as they are, or not at all.

They are never opened here, only looked at: what reads them is whoever saves them.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final

from backend.files.examiner.verdict import Unfit

if TYPE_CHECKING:
    from pathlib import Path

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIN_PARTS: Final = {"xl/workbook.xml": XLSX, "word/document.xml": DOCX}
TYPES_PART: Final = "[Content_Types].xml"
TYPES_BYTES_MOST: Final = 1 << 20

PARTS_MOST: Final = 2_000
UNPACKED_BYTES_MOST: Final = 300 << 20
RATIO_MOST: Final = 200
"""Unpacked to packed, of the whole: sheets of zeros come to 30 at most."""
ENCRYPTED_FLAG: Final = 0x1
PROGRAMS: Final = ("vbaproject.bin", ".exe", ".dll", ".js", ".vbs", ".ps1", ".bat", ".jar")

TAIL_BYTES: Final = 2_048
BLANK: Final = b"\0\t\n\f\r "

MARKUP: Final = (b"<", b"%!ps", b"#!")
MARKUP_WITHIN: Final = (b"<script", b"<svg", b"<html", b"<!doctype", b"<?php", b"<iframe")
CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\r\f")) + b"\x7f"


def examine_pdf(path: Path) -> str:
    """A PDF from its first byte to its last, and nothing else beside."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL_BYTES))
        tail = file.read()
    # Appended archives are found from the end of a file.
    if zipfile.is_zipfile(path):
        raise Unfit("file-two-kinds")
    _, marker, after = tail.rpartition(b"%%EOF")
    if not marker:
        raise Unfit("file-damaged")
    if after.strip(BLANK):
        raise Unfit("file-two-kinds")
    return "application/pdf"


def examine_package(path: Path) -> str:
    """Raises Unfit unless it is a workbook or a letter, whole, of sane size, without program."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
            refuse_insane(parts, path.stat().st_size)
            names = {part.filename for part in parts}
            refuse_programs(package, names)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise Unfit("file-damaged") from error
    for part, media_type in MAIN_PARTS.items():
        if part in names:
            return media_type
    raise Unfit("file-type-unknown")


def refuse_insane(parts: list[zipfile.ZipInfo], size: int) -> None:
    unpacked = sum(part.file_size for part in parts)
    if (
        len(parts) > PARTS_MOST
        or unpacked > UNPACKED_BYTES_MOST
        or unpacked > RATIO_MOST * max(size, 1)
    ):
        raise Unfit("file-too-heavy")
    if any(part.flag_bits & ENCRYPTED_FLAG for part in parts):
        raise Unfit("file-encrypted")
    # Archives of another kind begin elsewhere: the first part stands at the first byte.
    if not parts or min(part.header_offset for part in parts) != 0:
        raise Unfit("file-two-kinds" if parts else "file-damaged")
    names = [part.filename for part in parts]
    climbing = any(name.startswith("/") or ".." in name.split("/") for name in names)
    if climbing or len(set(names)) < len(names):
        raise Unfit("file-damaged")


def refuse_programs(package: zipfile.ZipFile, names: set[str]) -> None:
    """Macros lie in a part of their own, and the list of types says so."""
    if TYPES_PART not in names:
        raise Unfit("file-type-unknown")
    if any(name.lower().endswith(PROGRAMS) for name in names):
        raise Unfit("file-with-program")
    with package.open(TYPES_PART) as types:
        said = types.read(TYPES_BYTES_MOST + 1)
    if len(said) > TYPES_BYTES_MOST:
        raise Unfit("file-too-heavy")
    if b"macroenabled" in said.lower():
        raise Unfit("file-with-program")


def examine_text(path: Path, sent_name: str) -> str:
    """Words and figures in UTF-8 or in the old western alphabet: no markup, no binary."""
    said = path.read_bytes()
    start = said.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(MARKUP) or any(mark in said.lower() for mark in MARKUP_WITHIN):
        raise Unfit("file-markup")
    if said.translate(None, CONTROLS) != said or not is_western(said):
        raise Unfit("file-type-unknown")
    return "text/csv" if sent_name.lower().endswith(".csv") else "text/plain"


def is_western(said: bytes) -> bool:
    """In UTF-8, else in what Windows writes in western Europe."""
    for encoding in ("utf-8", "cp1252"):
        try:
            said.decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False
