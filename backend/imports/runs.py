"""Imports that are asked for over the API: kept, read and applied by a process of their own."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Literal

from backend.database.transaction import transaction
from backend.imports import uploads
from backend.imports.environment import environment_of
from backend.imports.memory import too_much
from backend.imports.presets import with_preset
from backend.imports.queries import locks, runs
from backend.imports.service import undo_last
from backend.imports.telling import problem_kept
from shared.contract.imports import ImportOptions
from shared.ids import new_id
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from typing import IO
    from uuid import UUID

    from asyncpg import Record

    from backend.activity.service import By
    from backend.clock import Clock
    from backend.settings import Settings

Step = Literal["preview", "apply"]

SILENT_MOST = timedelta(seconds=20)
"""How long a worker may give no sign of life before somebody looks whether it lives."""

STOPPING_SECONDS_MOST = 3.0

# Named, not imported: it stands above, where everything that follows from an import is known.
WORKER = "backend.commands.import_worker"

# From here a file may be read again with other options.
READ_AGAIN_FROM = ["question", "previewed", "refused", "failed"]
APPLY_FROM = ["previewed", "refused"]

WORKER_LOST = Refusal(
    "worker-lost", 503, "The import stopped before its end; nothing of it was applied."
)
NOT_FOUND = Refusal("not-found", 404, "Not found.")
logger = logging.getLogger(__name__)
_watched: dict[asyncio.Task[None], asyncio.subprocess.Process] = {}


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


async def settle_abandoned(clock: Clock) -> None:
    """Runs whose worker is gone have failed; the lock it held is how we know.

    Nothing of such a run was applied: the run is marked as applied by the very transaction that
    applies it.
    """
    for run_id in await runs.abandoned(clock.now() - SILENT_MOST):
        await fail_if_abandoned(run_id, clock)


async def fail_if_abandoned(run_id: UUID, clock: Clock, because: Refusal = WORKER_LOST) -> None:
    problem = problem_kept(because.code, because.facts_for_wire())
    async with transaction():
        if await locks.hold(run_id):
            await runs.fail(run_id, problem, clock.now())


async def start(step: Step, run_id: UUID, by: By, settings: Settings, clock: Clock) -> None:
    """A process of its own reads and applies, so that the server goes on answering."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", WORKER, step, str(run_id)),
        *(str(id_) for id_ in by if id_ is not None),
        env=environment_of(settings),
        stdin=asyncio.subprocess.DEVNULL,
    )
    watcher = asyncio.create_task(watch(process, run_id, clock))
    _watched[watcher] = process
    watcher.add_done_callback(_watched.pop)


async def watch(process: asyncio.subprocess.Process, run_id: UUID, clock: Clock) -> None:
    """Notices at once when the worker of this server dies."""
    code = await process.wait()
    if code == 0:
        return
    logger.error("The worker of import %s ended with %s.", run_id, code)
    try:
        # A library that gets no memory aborts its process, where Python raises.
        aborted = code == -signal.SIGABRT
        await fail_if_abandoned(run_id, clock, too_much() if aborted else WORKER_LOST)
    except Exception:
        # The next who asks finds the run abandoned.
        logger.exception("The import %s could not be marked as failed.", run_id)


@asynccontextmanager
async def workers(clock: Clock) -> AsyncIterator[None]:
    """What a server does about imports when it starts and when it stops, inside its database.

    A worker ends with the server that started it: what it had not committed was never applied.
    """
    await settle_abandoned(clock)
    try:
        yield
    finally:
        await stop_workers()


async def stop_workers() -> None:
    """Lets workers that are nearly done finish, and ends the others."""
    if not _watched:
        return
    watched = dict(_watched)
    _, pending = await asyncio.wait(watched, timeout=STOPPING_SECONDS_MOST)
    for watcher in pending:
        with suppress(ProcessLookupError):
            watched[watcher].terminate()
    if pending:
        await asyncio.wait(pending)
