"""Folders of Python as one archive, alike for alike content."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip can tell: when a file was written is not part of what it says."""


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip whose members are not compressed: what it travels in compresses it better whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), content)
    return out.getvalue()


def tree(folder: Path, pattern: str = "**/*") -> Iterable[tuple[str, bytes]]:
    for file in folder.glob(pattern):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_bytes()
