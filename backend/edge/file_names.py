"""What a browser is told to call a file (RFC 6266, RFC 5987)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import quote

NAME_MOST: Final = 100
"""Characters; file systems take 255 bytes, and a character has up to four."""

_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*%]+')
_SPELT_OUT: Final = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"})
_NOT_PLAIN: Final = re.compile(r"[^A-Za-z0-9._-]+")


def attachment(name: str, ending: str) -> str:
    """The Content-Disposition of a download: a plain name for old readers, and the true one."""
    true = f"{file_name(name)}.{ending}"
    plain = (
        unicodedata.normalize("NFKD", true.translate(_SPELT_OUT)).encode("ascii", "ignore").decode()
    )
    plain = _NOT_PLAIN.sub("-", plain).strip("-.") or f"encours.{ending}"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(true, safe='')}"


def file_name(name: str) -> str:
    """The name without what a file system refuses or a path would take for a folder."""
    printable = "".join(sign if sign.isprintable() else " " for sign in name)
    kept = " ".join(_FORBIDDEN.sub(" ", printable).split())
    return kept[:NAME_MOST].strip(" .") or "encours"
