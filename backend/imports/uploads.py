"""Files sent to the server, kept under the data folder until their import is over."""

from __future__ import annotations

import os
import re
import time
import unicodedata
from typing import TYPE_CHECKING, Final

from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO
    from uuid import UUID

    from backend.settings import Settings

UPLOAD_BYTES_MOST: Final = 512 << 20
BLOCK_BYTES: Final = 1 << 20
KEPT_DAYS_MOST: Final = 14
NAME_CHARACTERS_MOST: Final = 120
_UNSAFE: Final = re.compile(r"[^\w .()+,@=-]")


def safe_name(name: str) -> str:
    """The file's own name without folders, control characters or a leading point."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    plain = _UNSAFE.sub("_", last).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if len(plain) > NAME_CHARACTERS_MOST:
        plain = stem[: NAME_CHARACTERS_MOST - len(ending) - 1] + dot + ending[:20]
    return plain or "file"


def path_of(settings: Settings, run_id: UUID) -> Path:
    """Where the run's file lies; its name comes from us alone."""
    return settings.data / "imports" / f"{run_id}.upload"


def keep(settings: Settings, run_id: UUID, sent: IO[bytes]) -> int:
    """Copies what was sent, block by block; answers its size in bytes.

    Raises:
        Refused: 422 `upload-too-large`, and nothing is kept.
    """
    path = path_of(settings, run_id)
    make_folder(path.parent)
    size = 0
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as kept:
            while block := sent.read(BLOCK_BYTES):
                size += len(block)
                refuse_too_large(size)
                kept.write(block)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return size


def refuse_too_large(size: int) -> None:
    if size > UPLOAD_BYTES_MOST:
        raise Refused(
            Refusal(
                "upload-too-large",
                422,
                "Files up to {limit_mb} MB are taken.",
                {"limit_mb": UPLOAD_BYTES_MOST >> 20},
            )
        )


def browsers_folder(settings: Settings) -> Path:
    """Made if need be: where the app's server writes a browser's file before the API takes it."""
    folder = settings.data / "uploads"
    make_folder(folder)
    return folder


def make_folder(folder: Path) -> None:
    """For ledgers, so for nobody else to read; rid of what was left there."""
    # With a database elsewhere and a secret key given, this may be the first thing kept here.
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    forget_old(folder)


def forget(settings: Settings, run_id: UUID) -> None:
    path_of(settings, run_id).unlink(missing_ok=True)


def forget_old(folder: Path) -> None:
    """Previews that nobody came back to, half a file: a ledger is not left lying about."""
    oldest = time.time() - KEPT_DAYS_MOST * 86_400
    for path in folder.glob("*.upload"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
