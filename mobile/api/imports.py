"""Calls about loading a company's ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

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

if TYPE_CHECKING:
    from typing import BinaryIO
    from uuid import UUID

    from mobile.api.wire import Wire


async def send(
    wire: Wire, name: str, file: BinaryIO, kind: ImportKind, options: ImportOptions
) -> ImportRun:
    """The file is read in the background: the run is watched from here on."""
    form = {"kind": kind, "options": options.model_dump_json(exclude_none=True)}
    return await wire.upload("/api/imports", ImportRun, form, (name, file))


async def runs(wire: Wire) -> ImportRunPage:
    """The newest fifty."""
    return await wire.get("/api/imports", ImportRunPage)


async def run(wire: Wire, run_id: UUID) -> ImportRun:
    return await wire.get(f"/api/imports/{run_id}", ImportRun)


async def read_again(wire: Wire, run_id: UUID, options: ImportOptions) -> ImportRun:
    return await wire.send("POST", f"/api/imports/{run_id}/options", ImportRun, options)


async def apply(wire: Wire, run_id: UUID, accepted: ApplyImport) -> ImportRun:
    return await wire.send("POST", f"/api/imports/{run_id}/apply", ImportRun, accepted)


async def undo(wire: Wire, run_id: UUID) -> ImportRun:
    return await wire.send("POST", f"/api/imports/{run_id}/undo", ImportRun)


async def presets(wire: Wire) -> PresetList:
    return await wire.get("/api/import-presets", PresetList)


async def save_preset(wire: Wire, name: str, preset: SavePreset) -> Preset:
    return await wire.send("PUT", f"/api/import-presets/{quote(name, safe='')}", Preset, preset)


async def delete_preset(wire: Wire, kind: ImportKind, name: str) -> None:
    await wire.tell("DELETE", f"/api/import-presets/{kind}/{quote(name, safe='')}")
