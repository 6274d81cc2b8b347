"""Calls about the photos and papers of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import httpx

from shared.contract.files import FileLink, StoredFile

if TYPE_CHECKING:
    from typing import BinaryIO
    from uuid import UUID

    from mobile.api.wire import Wire

PHOTO_TIMES: Final = httpx.Timeout(15, write=60, read=120)
"""Seconds to be connected, for each block to go, and to look into the whole."""


async def send(
    wire: Wire,
    client_id: UUID,
    file_id: UUID,
    name: str,
    file: BinaryIO,
    *,
    whose: UUID | None = None,
) -> StoredFile:
    """Under an id made here: sent again, it is kept once."""
    path = f"/api/clients/{client_id}/files"
    form = {"id": str(file_id)}
    return await wire.upload(path, StoredFile, form, (name, file), PHOTO_TIMES, whose)


async def whole(wire: Wire, file_id: UUID) -> bytes:
    return await wire.fetch(f"/api/files/{file_id}")


async def thumbnail(wire: Wire, file_id: UUID) -> bytes:
    """Of a photo, 320 pixels at most."""
    return await wire.fetch(f"/api/files/{file_id}/thumbnail")


async def link(wire: Wire, file_id: UUID) -> FileLink:
    """Addresses that open it without a token, for five minutes."""
    return await wire.send("POST", f"/api/files/{file_id}/link", FileLink)
