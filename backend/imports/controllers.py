"""Imports over the API: send a file, watch it, settle its questions, apply it, take it back."""

from dataclasses import dataclass
from typing import Annotated, Any, get_args
from uuid import UUID

from litestar import Controller, delete, get, post, put
from litestar.connection import ASGIConnection
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.handlers import BaseRouteHandler
from litestar.params import Body, FromPath, JSONBody
from pydantic import ValidationError

from backend.edge.provided import CursorGiven, TheClock, TheCursors, TheSettings
from backend.identity.access import TheViewer, require
from backend.identity.viewer import Viewer
from backend.imports import presets, runs
from backend.imports.telling import preset_told, run_told
from backend.imports.uploads import UPLOAD_BYTES_MOST
from shared.contract.base import Text
from shared.contract.imports import (
    ApplyImport,
    ImportKind,
    ImportOptions,
    ImportRun,
    ImportRunPage,
    Preset,
    PresetList,
    SavePreset,
)
from shared.refusal import Refusal, Refused

RUNS_A_PAGE = 50
PLACE = "imports, newest first"


async def sees_everything(
    connection: ASGIConnection[Any, Any, Any, Any],
    handler: BaseRouteHandler,  # noqa: ARG001 - Litestar's signature
) -> None:
    """A file speaks of every client of a company: so must the scope of who brings it."""
    viewer: Viewer = connection.scope["user"]
    if not viewer.sees_everything:
        raise Refused(
            Refusal("import-needs-everything", 403, "Importing needs a scope of every client.")
        )


@dataclass
class Upload:
    """A form: the file, its kind, and the options as the JSON text of `ImportOptions`."""

    file: UploadFile
    kind: str
    options: str = "{}"


class ImportController(Controller):
    path = "/imports"
    tags = ("Imports",)
    guards = (require("import-ledger"), sees_everything)

    @post(
        "",
        status_code=202,
        request_max_body_size=UPLOAD_BYTES_MOST + (1 << 20),
        summary="Send a file and have it read",
    )
    async def send_import(
        self,
        data: Annotated[Upload, Body(media_type=RequestEncodingType.MULTI_PART)],
        viewer: TheViewer,
        settings: TheSettings,
        clock: TheClock,
    ) -> ImportRun:
        """Nothing is applied: the run is read in the background until it is previewed, or asks."""
        row = await runs.take_upload(
            data.file.file,
            kind=known_kind(data.kind),
            file_name=data.file.filename,
            options=read_options(data.options),
            by=viewer.by,
            settings=settings,
            clock=clock,
        )
        return run_told(row, viewer.language)

    @get("", summary="The imports, newest first")
    async def list_imports(
        self,
        viewer: TheViewer,
        cursors: TheCursors,
        clock: TheClock,
        cursor: CursorGiven = None,
    ) -> ImportRunPage:
        before = None if cursor is None else cursors.read(PLACE, cursor, tuple[UUID])[0]
        found = await runs.page(before, RUNS_A_PAGE + 1, clock)
        page, more = found[:RUNS_A_PAGE], len(found) > RUNS_A_PAGE
        return ImportRunPage(
            items=[run_told(row, viewer.language) for row in page],
            next_cursor=cursors.write(PLACE, (page[-1]["id"],)) if more else None,
        )

    @get("/{run_id:uuid}", summary="How far an import is, and what it found")
    async def read_import(
        self, run_id: FromPath[UUID], viewer: TheViewer, clock: TheClock
    ) -> ImportRun:
        return run_told(await runs.poll(run_id, clock), viewer.language)

    @post("/{run_id:uuid}/options", status_code=202, summary="Read the file again, otherwise")
    async def reread_import(
        self,
        run_id: FromPath[UUID],
        data: JSONBody[ImportOptions],
        viewer: TheViewer,
        settings: TheSettings,
        clock: TheClock,
    ) -> ImportRun:
        """The options replace those the file was read with; a question is answered so."""
        row = await runs.read_again(run_id, data, by=viewer.by, settings=settings, clock=clock)
        return run_told(row, viewer.language)

    @post("/{run_id:uuid}/apply", status_code=202, summary="Apply a previewed import")
    async def apply_import(
        self,
        run_id: FromPath[UUID],
        data: JSONBody[ApplyImport],
        viewer: TheViewer,
        settings: TheSettings,
        clock: TheClock,
    ) -> ImportRun:
        row = await runs.apply(
            run_id,
            skip_refused=data.skip_refused,
            confirm_closing=data.confirm_closing,
            accept_matches=data.accept_matches,
            by=viewer.by,
            settings=settings,
            clock=clock,
        )
        return run_told(row, viewer.language)

    @post("/{run_id:uuid}/undo", status_code=200, summary="Take the last applied import back")
    async def undo_import(
        self, run_id: FromPath[UUID], viewer: TheViewer, clock: TheClock
    ) -> ImportRun:
        return run_told(await runs.undo(run_id, by=viewer.by, clock=clock), viewer.language)


class PresetController(Controller):
    path = "/import-presets"
    tags = ("Imports",)
    guards = (require("import-ledger"), sees_everything)

    @get("", summary="The presets, by kind and name")
    async def list_presets(self) -> PresetList:
        return PresetList(items=[preset_told(row) for row in await presets.list_presets()])

    @put("/{name:str}", summary="Keep how a kind of file is read")
    async def save_preset(self, name: FromPath[Text], data: JSONBody[SavePreset]) -> Preset:
        """A preset of that kind and name is replaced."""
        return preset_told(await presets.save_preset(data.kind, name, data.options))

    @delete("/{kind:str}/{name:str}", summary="Forget a preset")
    async def delete_preset(self, kind: FromPath[ImportKind], name: FromPath[Text]) -> None:
        await presets.delete_preset(kind, name)


def known_kind(kind: str) -> ImportKind:
    for known in get_args(ImportKind):
        if kind == known:
            return known  # type: ignore[no-any-return]
    raise Refused(
        Refusal("import-kind-unknown", 422, "“{kind}” is no kind of import.", {"kind": kind[:40]})
    )


def read_options(text: str) -> ImportOptions:
    try:
        return ImportOptions.model_validate_json(text or "{}")
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"]) or "options"
        raise Refused(
            Refusal(
                "options-unreadable",
                422,
                "The options of the import cannot be read ({field}).",
                {"field": where[:80]},
            )
        ) from None
