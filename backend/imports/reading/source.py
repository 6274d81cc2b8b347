"""What kind of file lies on disk: its fingerprint, its format, its encoding.

The whole file is read once, in blocks, because one byte late in it can decide the encoding.
"""

import codecs
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from backend.imports.reading.findings import Finding

Progress = Callable[[int, int], None]
"""Called with bytes read so far and bytes to read in all (every pass counted)."""

BLOCK_BYTES: Final = 1 << 20
SIZE_LIMIT_BYTES: Final = 4 << 30
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_FORMATS: Final = {
    b"%PDF": "PDF",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "7z",
    b"Rar!": "RAR",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"PK\x05\x06": "ZIP",
}
# Bytes of old DOS text (é è à ê ç ô ù). In cp1252 they are quotes, dashes and daggers, which stand
# beside a word and not within it; its low quote never follows a letter at all.
_DOS_LETTERS: Final = frozenset(b"\x82\x8a\x85\x88\x87\x93\x97")
_DOS_LETTER_IN_WORD: Final = re.compile(
    rb"(?<=[A-Za-z\x82\x8a\x85\x88\x87\x93\x97])[\x82\x8a\x85\x88\x87\x93\x97]"
    rb"(?=[A-Za-z\x82\x8a\x85\x88\x87\x93\x97])|(?<=[A-Za-z])\x82"
)
_C1: Final = frozenset(range(0x80, 0xA0))
_EURO_BYTES: Final = frozenset(b"\xa4\xbc\xbd\xbe")
_TYPED_MARKS: Final = frozenset(b"\xa6\xa8\xb4\xb8")


class Format(StrEnum):
    TEXT = "text"
    WORKBOOK = "xlsx"
    OLD_WORKBOOK = "workbook"


# One field is at most this many characters: what is longer is no cell of a ledger. In a text file
# it is an unclosed quote that swallowed the rest, in a workbook a few bytes that unpack to many.
FIELD_LIMIT: Final = 131_072


class UnreadableFileError(Exception):
    """The file as a whole cannot be read; `finding` says why."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.finding = Finding(code, facts)


@dataclass(frozen=True, slots=True)
class Nature:
    """What one reading of all bytes tells. `encoding` is None for a workbook."""

    path: Path
    name: str
    fingerprint: str
    size_bytes: int
    format: Format
    encoding: str | None
    has_quotes: bool


def inspect_file(path: Path, name: str | None, progress: Progress | None = None) -> Nature:
    """The file's nature; raises `UnreadableFileError` where it is nothing we can read."""
    size = _size_of(path)
    digest = hashlib.sha256()
    text: _TextWatch | None = None
    form = Format.TEXT
    with path.open("rb") as stream:
        while block := stream.read(BLOCK_BYTES):
            digest.update(block)
            if text is None:
                form = _format_of(block, path)
                text = _TextWatch(block)
            if form is Format.TEXT:
                text.see(block)
            if progress:
                progress(stream.tell(), size)
    encoding = text.encoding() if text and form is Format.TEXT else None
    return Nature(
        path=path,
        name=name or path.name,
        fingerprint=digest.hexdigest(),
        size_bytes=size,
        format=form,
        encoding=encoding,
        has_quotes=bool(text and text.has_quotes),
    )


def _size_of(path: Path) -> int:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise UnreadableFileError("file-not-found", file=path.name) from error
    if not path.is_file():
        raise UnreadableFileError("not-a-file", file=path.name)
    if size == 0:
        raise UnreadableFileError("empty-file", file=path.name)
    if size > SIZE_LIMIT_BYTES:
        raise UnreadableFileError("file-too-large", file=path.name, limit_gb=SIZE_LIMIT_BYTES >> 30)
    return size


def _format_of(head: bytes, path: Path) -> Format:
    for magic, name in _OTHER_FORMATS.items():
        if head.startswith(magic):
            raise UnreadableFileError("not-a-ledger-format", file=path.name, format=name)
    if head.startswith(_ZIP):
        return Format.WORKBOOK
    if head.startswith(_OLE):
        return Format.OLD_WORKBOOK
    opening = head[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if opening.startswith((b"<!doctype html", b"<html", b"<table", b"<meta")):
        raise UnreadableFileError("html-in-disguise", file=path.name)
    if opening.startswith(b"<?xml"):
        raise UnreadableFileError("not-a-ledger-format", file=path.name, format="XML")
    return Format.TEXT


class _TextWatch:
    """Follows the bytes of a text file and ends with the one encoding that explains them all."""

    def __init__(self, head: bytes) -> None:
        self._bom = _bom_of(head)
        self._utf8 = codecs.getincrementaldecoder("utf-8")("strict")
        self._is_utf8 = True
        self._high = [0] * 256
        self._dos_letters = 0
        self._nul = 0
        self._nul_odd = 0
        self._seen = 0
        self._ascii_only = True
        self.has_quotes = False

    def see(self, block: bytes) -> None:
        self.has_quotes = self.has_quotes or b'"' in block
        self._nul += block.count(0)
        self._nul_odd += block[(self._seen + 1) % 2 :: 2].count(0) if b"\0" in block else 0
        self._seen += len(block)
        if block.isascii() and self._ascii_only:
            return
        self._ascii_only = False
        if self._is_utf8:
            try:
                self._utf8.decode(block)
            except UnicodeDecodeError:
                self._is_utf8 = False
        self._count_high(block)

    def _count_high(self, block: bytes) -> None:
        high = block.translate(None, delete=bytes(range(128)))
        for byte in set(high):
            self._high[byte] += high.count(byte)
        if _DOS_LETTERS & set(high):
            self._dos_letters += len(_DOS_LETTER_IN_WORD.findall(block))

    def encoding(self) -> str:
        if self._bom:
            return self._bom
        if self._nul > self._seen // 5:
            return "utf-16-le" if self._nul_odd * 2 > self._nul else "utf-16-be"
        if self._nul:
            raise UnreadableFileError("binary-file")
        if self._is_utf8 and self._ends_whole():
            return "utf-8"
        return self._single_byte()

    def _ends_whole(self) -> bool:
        try:
            self._utf8.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
        return True

    def _single_byte(self) -> str:
        used = {byte for byte, count in enumerate(self._high) if count}
        dos_bytes = sum(self._high[byte] for byte in _DOS_LETTERS)
        if dos_bytes and self._dos_letters * 2 >= dos_bytes:
            return "cp850"
        if used & _C1:
            return "cp1252"
        if used & _EURO_BYTES or not used & _TYPED_MARKS:
            return "iso8859-15"
        return "cp1252"


def _bom_of(head: bytes) -> str | None:
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return None
