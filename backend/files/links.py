"""Addresses that open one file, for one person on one device, for five minutes.

They hold no secret but their seal, and give no right: whoever opens one is looked up in the
database like anybody who asks, and the file is read within that person's scope of that moment.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from backend.identity.viewer import Bearer

if TYPE_CHECKING:
    from backend.edge.keys import Keys

LIFE: Final = timedelta(minutes=5)
PURPOSE: Final = "file link"
UUID_BYTES, TIME_BYTES, SEAL_BYTES = 16, 8, 32
SAID_BYTES: Final = 3 * UUID_BYTES + TIME_BYTES
LINK_CHARACTERS: Final = -(-(SAID_BYTES + SEAL_BYTES) * 4 // 3)


class Opened(NamedTuple):
    """What a link that holds says: which file, for whom."""

    file_id: UUID
    bearer: Bearer


def written(file_id: UUID, bearer: Bearer, keys: Keys, *, until: datetime) -> str:
    said = b"".join(
        (
            file_id.bytes,
            bearer.account_id.bytes,
            bearer.device_id.bytes,
            int(until.timestamp()).to_bytes(TIME_BYTES, "big"),
        )
    )
    return base64.urlsafe_b64encode(said + seal(said, keys)).rstrip(b"=").decode()


def read(link: str, keys: Keys, *, now: datetime) -> Opened | None:
    """None for what this server did not write, and from the moment it ends."""
    try:
        raw = base64.b64decode(link + "=" * (-len(link) % 4), b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    said, sealed = raw[:SAID_BYTES], raw[SAID_BYTES:]
    if not hmac.compare_digest(sealed, seal(said, keys)):
        return None
    ids = [UUID(bytes=said[at : at + UUID_BYTES]) for at in range(0, 3 * UUID_BYTES, UUID_BYTES)]
    until = datetime.fromtimestamp(int.from_bytes(said[-TIME_BYTES:], "big"), UTC)
    return Opened(ids[0], Bearer(ids[1], ids[2])) if now < until else None


def seal(said: bytes, keys: Keys) -> bytes:
    return hmac.digest(keys.key(PURPOSE), said, "sha256")
