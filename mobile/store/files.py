"""Files that the server keeps, as they are looked at: small, large, and where they open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mobile.api import files as api
from mobile.store.reading import Known, Reading
from mobile.store.shelf import Shelf

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.store.reach import Reach
    from shared.contract.files import FileLink

THUMBNAILS_KEPT: Final = 200
PICTURES_KEPT: Final = 4
"""Large ones are megabytes each."""


class Files:
    """By file id; each is read once and shown from then on. A link is good for five minutes: it is
    asked for anew whenever its file is opened.
    """

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self.thumbnails: Shelf[UUID, Reading[bytes]] = Shelf(self._thumbnail, THUMBNAILS_KEPT)
        self.pictures: Shelf[UUID, Reading[bytes]] = Shelf(self._picture, PICTURES_KEPT)
        self.links: Shelf[UUID, Reading[FileLink]] = Shelf(self._link)

    def _link(self, file_id: UUID) -> Reading[FileLink]:
        async def read(_: Known[FileLink] | None) -> Known[FileLink]:
            return Known.now(await api.link(self._reach.wire, file_id))

        return Reading(read)

    def _thumbnail(self, file_id: UUID) -> Reading[bytes]:
        async def read(_: Known[bytes] | None) -> Known[bytes]:
            return Known.now(await api.thumbnail(self._reach.wire, file_id))

        return Reading(read)

    def _picture(self, file_id: UUID) -> Reading[bytes]:
        async def read(_: Known[bytes] | None) -> Known[bytes]:
            return Known.now(await api.whole(self._reach.wire, file_id))

        return Reading(read)
