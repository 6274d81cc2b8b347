"""An outbox on a folder, what people enter, and a picture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

from PIL import Image

from mobile.sync.entries import NewFile
from mobile.sync.keeping import Folders
from mobile.sync.outbox import Outbox
from mobile.sync.owner import Owner
from shared.contract.disputes import AddDisputeEntry, OpenDispute
from shared.contract.promises import NewPromise
from shared.contract.threads import PostComment
from shared.ids import new_id

ALPHA, BETA = new_id(), new_id()
"""Two clients."""


@contextmanager
def outbox(root: Path, owner: Owner, **options: Any) -> Iterator[Outbox]:
    opened = Outbox(Folders(root).of(owner), owner, **options)
    try:
        yield opened
    finally:
        opened.close()


def comment(text: str = "Il paie vendredi.", **more: Any) -> PostComment:
    return PostComment(text=text, **more)


def promise(**more: Any) -> NewPromise:
    return NewPromise(about="overdue", promised_on=date(2026, 11, 27), **more)


def dispute(note: str = "Deux portes voilées.", **more: Any) -> OpenDispute:
    return OpenDispute(**{"document_id": new_id(), "reason": "quality", "note": note} | more)


def answer(text: str = "Constaté sur place.") -> AddDisputeEntry:
    return AddDisputeEntry(text=text)


def photo(content: bytes = b"a small photo", id_: UUID | None = None) -> NewFile:
    return NewFile(id_ or new_id(), "porte.jpg", content)


class Darkroom:
    """Pillow's."""

    async def size(self, content: bytes) -> tuple[int, int] | None:
        try:
            with Image.open(BytesIO(content)) as image:
                return image.size
        except OSError:
            return None

    async def drawn(self, content: bytes, pixels_most: int, quality: int) -> bytes:
        with Image.open(BytesIO(content)) as image:
            image.thumbnail((pixels_most, pixels_most))
            out = BytesIO()
            image.save(out, "JPEG", quality=quality)
            return out.getvalue()
