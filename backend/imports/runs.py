"""Imports that are asked for over the API: kept, then read and applied by a worker."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from backend.database.transaction import transaction
from backend.imports import uploads
from backend.imports.presets import with_preset
from backend.imports.queries import runs
from backend.imports.service import undo_last
from backend.imports.watching import settle_abandoned, start
from shared.contract.imports import ImportOptions
from shared.ids import new_id
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from typing import IO
    from uuid import UUID

    from asyncpg import Record

    from backend.activity.service import By
    from backend.clock import Clock
    from backend.settings import Settings

# From here a file may be read again with other options.
READ_AGAIN_FROM = ["question", "previewed", "refused", "failed"]
APPLY_FROM = ["previewed", "refused"]

NOT_FOUND = Refusal("not-found", 404, "Not found.")


async def take_upload(
    sent: IO[bytes],
    *,
    kind: str,
    file_name: str,
    options: ImportOptions,
    by: By,
    settings: Settings,
    clock: Clock,
) -> Record:
    """Keeps the file and starts reading it; answers the run as it stands."""
    run_id = new_id()
    options = await with_preset(kind, options)
    size = await asyncio.to_thread(uploads.keep, settings, run_id, sent)
    async with transaction():
        await runs.add(
            run_id,
            kind=kind,
            file_name=uploads.safe_name(file_name),
            file_size=size,
            fingerprint="",
            state="reading",
            by=by,
            at=clock.now(),
            options=options.model_dump(mode="json", exclude_none=True),
        )
    await start("preview", run_id, by, settings, clock)
    return await run(run_id)


async def read_again(
    run_id: UUID, options: ImportOptions, *, by: By, settings: Settings, clock: Clock
) -> Record:
    """Reads the kept file with other options: an answer to its question, another column.

    Raises:
        Refused: 404, or 409 `import-state` while it is read or once it is applied.
    """
    row = await run(run_id)
    options = await with_preset(row["kind"], options)
    await claim(row, READ_AGAIN_FROM, "reading", options, settings, clock)
    await start("preview", run_id, by, settings, clock)
    return await run(run_id)


async def apply(
    run_id: UUID,
    *,
    skip_refused: bool,
    confirm_closing: bool,
    accept_matches: bool = False,
    by: By,
    settings: Settings,
    clock: Clock,
) -> Record:
    """Applies the kept file as it was previewed; the plan is made anew, on the ledger of now."""
    row = await run(run_id)
    options = ImportOptions.model_validate(row["options"])
    accepted: dict[str, Any] = {"skip_refused": skip_refused, "accept_matches": accept_matches}
    accepted["confirm_closing"] = confirm_closing
    if row["kind"] == "open-items":
        # Previewed today and applied tomorrow, a file is still of the day it was previewed for.
        accepted["as_of"] = options.as_of or row["as_of"]
        accepted["as_of_presumed"] = options.as_of is None or options.as_of_presumed
    options = options.model_copy(update=accepted)
    await claim(row, APPLY_FROM, "applying", options, settings, clock)
    await start("apply", run_id, by, settings, clock)
    return await run(run_id)


async def claim(
    row: Record,
    from_states: list[str],
    to: str,
    options: ImportOptions,
    settings: Settings,
    clock: Clock,
) -> None:
    run_id = row["id"]
    if not uploads.path_of(settings, run_id).exists():
        raise Refused(state_refusal(row["state"]))
    async with transaction():
        claimed = await runs.claim(
            run_id,
            from_states=from_states,
            to=to,
            options=options.model_dump(mode="json", exclude_none=True),
            at=clock.now(),
        )
    if not claimed:
        raise Refused(state_refusal((await run(run_id))["state"]))


def state_refusal(state: str) -> Refusal:
    return Refusal(
        "import-state", 409, "The import is {state}: this cannot be done now.", {"state": state}
    )


async def undo(run_id: UUID, *, by: By, clock: Clock) -> Record:
    """Takes the run back. Raises `Refused`: 404, or 409 as `undo_last` says."""
    await run(run_id)
    await undo_last(by, clock, run_id)
    return await run(run_id)


async def run(run_id: UUID) -> Record:
    """Raises `Refused` (404) where there is none."""
    row = await runs.read(run_id)
    if row is None:
        raise Refused(NOT_FOUND)
    return row


async def page(before_id: UUID | None, limit: int, clock: Clock) -> list[Record]:
    await settle_abandoned(clock)
    return await runs.page(before_id, limit)


async def poll(run_id: UUID, clock: Clock) -> Record:
    await settle_abandoned(clock)
    return await run(run_id)
