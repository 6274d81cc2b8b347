"""Photos and papers of a client's file."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from shared.contract.base import Answer
from shared.contract.clients import Person

FILE_BYTES_MOST = 15 << 20
"""15 MB, as the phone checks before sending and the server when receiving."""

MediaType = Literal[
    "image/jpeg",
    "image/png",
    "image/webp",
    "application/pdf",
    "text/plain",
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
]


class StoredFile(Answer):
    """A file as it was kept: a photo is drawn anew, without where it was taken."""

    id: UUID
    client_id: UUID
    name: str = Field(description="As shown; its ending is that of what the file really is.")
    media_type: MediaType
    size_bytes: int
    width: int | None = Field(default=None, description="Pixels; photos only.")
    height: int | None = None
    has_thumbnail: bool
    uploaded_at: datetime
    uploaded_by: Person | None = None


class FileLink(Answer):
    """Addresses that open the file without a sign-in, for a few minutes and its asker's scope."""

    url: str
    thumbnail_url: str | None = None
    expires_at: datetime
