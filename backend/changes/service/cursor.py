"""What a device gives back to say how far it is, and what it took in to get there."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from shared.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backend.identity.viewer import Viewer
    from backend.paging import Cursors

FORM: Final = 1
"""Of cursors and of what is sent; after a release with another one every device begins anew."""
HASH_CHARACTERS: Final = 16
ID_BYTES: Final = 16


class Place(NamedTuple):
    """The end of one page, on one device.

    `page` names it, `base` the page it is to be applied on; None for one that begins anew.
    `position` and the beginning of its `hash` say which history the page tells, up to where.
    `scope` is the digest of the scope in which nothing more was lacking, None where more was.
    """

    epoch: UUID
    page: UUID
    base: UUID | None
    position: int
    hash: str
    scope: str | None
    sent: tuple[UUID, ...] = ()
    gone: tuple[UUID, ...] = ()


def written(place: Place, cursors: Cursors, viewer: Viewer) -> str:
    values = (*place[:-2], packed(place.sent), packed(place.gone))
    return cursors.write(name_of(viewer), values)


def read(cursor: str, cursors: Cursors, viewer: Viewer) -> Place | None:
    """None for what this server did not write for this device, in this form and language."""
    try:
        told = cursors.read(
            name_of(viewer),
            cursor,
            tuple[UUID, UUID, UUID | None, int, str, str | None, str, str],
        )
    except Refused:
        return None
    return Place(*told[:6], unpacked(told[6]), unpacked(told[7]))


def name_of(viewer: Viewer) -> str:
    return f"changes {FORM} {viewer.language} {viewer.device_id}"


def packed(ids: Sequence[UUID]) -> str:
    """22 characters an id: the cursor travels in an address."""
    return base64.b85encode(b"".join(id_.bytes for id_ in ids)).decode()


def unpacked(text: str) -> tuple[UUID, ...]:
    raw = base64.b85decode(text)
    return tuple(
        UUID(bytes=raw[first : first + ID_BYTES]) for first in range(0, len(raw), ID_BYTES)
    )
