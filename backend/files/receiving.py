"""Takes in what is being sent, block by block, never whole in memory."""

from __future__ import annotations

import errno
import hashlib
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from backend.files.refusals import DISK_FULL, EMPTY, TOO_LARGE
from backend.files.storage import blocks
from shared.contract.files import FILE_BYTES_MOST
from shared.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

# The last is what a limit of the process's own answers.
NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def received(sent: BinaryIO, draft: Path) -> str:
    """Writes the draft; answers the SHA-256 of what was sent.

    Raises:
        Refused: 422 `file-empty`, `file-too-large`; 503 `storage-full`.
    """
    digest, size = hashlib.sha256(), 0
    with room(), os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as to:
        for block in blocks(sent):
            size += len(block)
            if size > FILE_BYTES_MOST:
                raise Refused(TOO_LARGE)
            digest.update(block)
            to.write(block)
    if size == 0:
        raise Refused(EMPTY)
    return digest.hexdigest()


@contextmanager
def room() -> Iterator[None]:
    """Within it, a full disk is a refusal."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            raise Refused(DISK_FULL) from error
        raise
