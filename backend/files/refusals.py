"""The noes of files, in one place: the examiner says them by code, from another process."""

from __future__ import annotations

from typing import Final

from shared.contract.files import FILE_BYTES_MOST
from shared.refusal import Refusal

FILES_MOST_MB: Final = FILE_BYTES_MOST >> 20

NOT_FOUND: Final = Refusal("not-found", 404, "Not found.")

EMPTY: Final = Refusal("file-empty", 422, "The file is empty.")
TOO_LARGE: Final = Refusal(
    "file-too-large", 422, "Files up to {limit_mb} MB are taken.", {"limit_mb": FILES_MOST_MB}
)
DISK_FULL: Final = Refusal("storage-full", 503, "The server's disk is full; the file was not kept.")
BUSY: Final = Refusal("files-busy", 503, "Too many files at once. Try again in a moment.")

UNFIT: Final = {
    "file-type-unknown": "This kind of file is not taken: photos, PDF, text, CSV, Excel and Word.",
    "file-markup": "Web pages and SVG drawings are not taken: they may hold a program.",
    "file-with-program": "The file holds a program (macros): save it without.",
    "file-damaged": "The file is damaged or not whole.",
    "file-two-kinds": "The file is of two kinds at once, and is not taken.",
    "file-encrypted": "The file is protected by a password: send it without.",
    "picture-too-large": "The picture has too many pixels: up to {limit_megapixels} million.",
    "file-too-heavy": "The file cannot be examined: it asks for too much.",
}


def unfit(code: str, facts: dict[str, int] | None = None) -> Refusal:
    """What is the matter with the file itself."""
    return Refusal(code, 422, UNFIT[code], facts or {})
