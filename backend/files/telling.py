"""How a stored file is told, by whichever module refers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.contract.clients import Person
from shared.contract.files import StoredFile

if TYPE_CHECKING:
    from asyncpg import Record


def file_told(row: Record) -> StoredFile:
    person = row["uploaded_by"]
    return StoredFile(
        id=row["id"],
        client_id=row["client"],
        name=row["name"],
        media_type=row["media_type"],
        size_bytes=row["size_bytes"],
        width=row["width"],
        height=row["height"],
        has_thumbnail=row["thumbnail"] is not None,
        uploaded_at=row["uploaded_at"],
        uploaded_by=None if person is None else Person(id=person, name=row["uploaded_by_name"]),
    )
