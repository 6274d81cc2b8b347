"""Files of a client: bring one, take one away, and addresses that open one for a few minutes."""

from dataclasses import dataclass
from typing import Annotated, Final
from uuid import UUID

from litestar import Controller, get, post
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.openapi import ResponseSpec
from litestar.params import Body, FromPath
from litestar.response import Stream
from pydantic import StringConstraints

from backend.edge.file_names import attachment
from backend.edge.provided import TheClock, TheKeys, TheSettings
from backend.files import links, service
from backend.files.links import LINK_CHARACTERS
from backend.files.refusals import NOT_FOUND
from backend.files.service import Sent
from backend.files.storage import Storage, blocks, storage_of
from backend.files.telling import file_told
from backend.identity.access import OPEN_TO_ALL, TheViewer, problems
from backend.identity.service.sessions import viewer_of
from backend.identity.viewer import Bearer, Viewer
from shared.contract.files import FILE_BYTES_MOST, FileLink, StoredFile
from shared.ids import instant_of
from shared.refusal import Refusal, Refused

FORM_BYTES_MOST: Final = FILE_BYTES_MOST + (1 << 20)
JPEG: Final = "image/jpeg"

Link = Annotated[
    str,
    StringConstraints(
        min_length=LINK_CHARACTERS, max_length=LINK_CHARACTERS, pattern=r"^[A-Za-z0-9_-]+$"
    ),
]


@dataclass
class Upload:
    """A form: the file, and the id its sender made for it (a UUID version 7)."""

    file: UploadFile
    id: str | None = None


def a_file(media_type: str, description: str) -> dict[int, ResponseSpec]:
    """For the documentation."""
    return {200: ResponseSpec(data_container=bytes, media_type=media_type, description=description)}


WHOLE: Final = a_file("*/*", "The file, of the kind its `media_type` says")
SMALL: Final = a_file(JPEG, "The photo, 320 pixels at most")


class FileController(Controller):
    tags = ("Files",)

    @post(
        "/clients/{client_id:uuid}/files",
        request_max_body_size=FORM_BYTES_MOST,
        opt=problems(429),
        summary="Add a photo or a paper to a client's file",
    )
    async def add_file(
        self,
        client_id: FromPath[UUID],
        data: Annotated[Upload, Body(media_type=RequestEncodingType.MULTI_PART)],
        viewer: TheViewer,
        settings: TheSettings,
        clock: TheClock,
    ) -> StoredFile:
        """Up to 15 MB: JPEG, PNG, WebP, PDF, text, CSV, XLSX, DOCX, whatever its name says.

        Photos are drawn anew: without place, camera or anything else but what is seen. The same
        bytes under the same name and `id` again answer the same file. A person sends up to 200
        files and 500 MB in 24 hours; one that nothing refers to is taken away after as long.
        """
        # A spooled file is a BinaryIO in all but its type.
        sent = Sent(read_id(data.id), data.file.filename, data.file.file)  # type: ignore[arg-type]
        row = await service.keep_file(
            viewer, client_id, sent, storage=storage_of(settings), now=clock.now()
        )
        return file_told(row)

    @get("/files/{file_id:uuid}", responses=WHOLE, summary="Take a file away")
    async def read_file(
        self, file_id: FromPath[UUID], viewer: TheViewer, settings: TheSettings
    ) -> Stream:
        return await whole(viewer, file_id, storage_of(settings))

    @get("/files/{file_id:uuid}/thumbnail", responses=SMALL, summary="A photo, small")
    async def read_thumbnail(
        self, file_id: FromPath[UUID], viewer: TheViewer, settings: TheSettings
    ) -> Stream:
        """404 also for what is no photo."""
        return await small(viewer, file_id, storage_of(settings))

    @post("/files/{file_id:uuid}/link", status_code=200, summary="Address a file for five minutes")
    async def link_file(
        self, file_id: FromPath[UUID], viewer: TheViewer, keys: TheKeys, clock: TheClock
    ) -> FileLink:
        """For what cannot send a token, as a picture on a page.

        It opens the file as long as its asker may still see it, on a device still signed in.
        """
        row = await service.file_of(viewer, file_id)
        until = clock.now() + links.LIFE
        bearer = Bearer(viewer.account_id, viewer.device_id)
        url = f"/api/file-links/{links.written(row['id'], bearer, keys, until=until)}"
        thumbnail_url = None if row["thumbnail"] is None else f"{url}/thumbnail"
        return FileLink(url=url, thumbnail_url=thumbnail_url, expires_at=until)


class FileLinkController(Controller):
    path = "/file-links"
    tags = ("Files",)
    opt = OPEN_TO_ALL | problems(401)

    @get("/{link:str}", responses=WHOLE, summary="Open a file by its address")
    async def open_file(
        self, link: FromPath[Link], settings: TheSettings, keys: TheKeys, clock: TheClock
    ) -> Stream:
        opened = opened_link(link, keys, clock)
        viewer = await viewer_of(opened.bearer)
        return await whole(viewer, opened.file_id, storage_of(settings))

    @get("/{link:str}/thumbnail", responses=SMALL, summary="Open a photo, small, by its address")
    async def open_thumbnail(
        self, link: FromPath[Link], settings: TheSettings, keys: TheKeys, clock: TheClock
    ) -> Stream:
        opened = opened_link(link, keys, clock)
        viewer = await viewer_of(opened.bearer)
        return await small(viewer, opened.file_id, storage_of(settings))


def opened_link(link: str, keys: TheKeys, clock: TheClock) -> links.Opened:
    """Refused (404) for what we did not write, and once it has ended."""
    opened = links.read(link, keys, now=clock.now())
    if opened is None:
        raise Refused(NOT_FOUND)
    return opened


async def whole(viewer: Viewer, file_id: UUID, storage: Storage) -> Stream:
    row = await service.file_of(viewer, file_id)
    body = await service.opened(storage, row["body"])
    return download(row["name"], row["media_type"], body)


async def small(viewer: Viewer, file_id: UUID, storage: Storage) -> Stream:
    row = await service.thumbnail_of(viewer, file_id)
    body = await service.opened(storage, row["thumbnail"])
    return download(f"{row['name'].rpartition('.')[0]}.jpg", JPEG, body)


def download(name: str, media_type: str, body: service.Opened) -> Stream:
    """Saved and not shown, whatever it is: nothing in it may run as if it were ours."""
    stem, _, ending = name.rpartition(".")
    headers = {
        "Content-Disposition": attachment(stem, ending),
        "Content-Length": str(body.size_bytes),
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return Stream(blocks(body.file), media_type=media_type, headers=headers)


def read_id(text: str | None) -> UUID | None:
    """What a form says, which knows only text. Refused (422) where that is no UUID version 7."""
    if not text:
        return None
    try:
        id_ = UUID(text)
    except ValueError:
        raise Refused(
            Refusal("id-not-uuid7", 422, "An id must be a UUID version 7.", {"id": text[:40]})
        ) from None
    instant_of(id_)
    return id_
