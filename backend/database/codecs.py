"""How values travel between Python and PostgreSQL."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backend.database.pool import Connection


async def set_codecs(connection: Connection) -> None:
    """JSON as objects (a `str` is taken as JSON text already, as Piccolo writes it), plain UUIDs.

    All in binary, so that COPY can use them. Numbers need nothing: asyncpg answers Decimal.
    """
    await connection.set_type_codec(
        "jsonb",
        schema="pg_catalog",
        format="binary",
        encoder=lambda value: b"\x01" + json_bytes(value),
        decoder=lambda raw: json.loads(raw[1:]),
    )
    await connection.set_type_codec(
        "json", schema="pg_catalog", format="binary", encoder=json_bytes, decoder=json.loads
    )
    await connection.set_type_codec(
        "uuid",
        schema="pg_catalog",
        format="binary",
        encoder=lambda value: (value if isinstance(value, uuid.UUID) else uuid.UUID(value)).bytes,
        decoder=lambda raw: uuid.UUID(bytes=raw),
    )


def json_bytes(value: object) -> bytes:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text.encode()
