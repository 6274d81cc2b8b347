"""What a file is, by its first bytes; its name and what its sender says of it count for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.files.examiner import papers, pictures
from backend.files.examiner.verdict import Examined

if TYPE_CHECKING:
    from pathlib import Path

HEAD_BYTES: Final = 64
PICTURES: Final = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG"}
HEIC_BRANDS: Final = {b"heic", b"heix", b"heim", b"heis", b"mif1"}
"""Of still photos, as phones write them (ISO/IEC 23008-12, annex B)."""


def examine(sent: Path, body: Path, thumbnail: Path, sent_name: str) -> Examined:
    """What the file is; a photo is drawn anew into `body` and `thumbnail`, others stay as sent.

    Raises:
        Unfit: with the code of what is the matter.
    """
    with sent.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if (kind := picture_kind(head)) is not None:
        return pictures.redraw(sent, body, thumbnail, kind)
    if head.startswith(b"%PDF-"):
        return Examined(papers.examine_pdf(sent))
    if head.startswith(b"PK\x03\x04"):
        return Examined(papers.examine_package(sent))
    return Examined(papers.examine_text(sent, sent_name))


def picture_kind(head: bytes) -> str | None:
    """A key of `pictures.KEPT_AS`, None for what is no photo of a kind taken here."""
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS:
        return "HEIF"
    return next((kind for start, kind in PICTURES.items() if head.startswith(start)), None)
