"""The processes that read and apply the imports of a server: started, watched and ended."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from backend.database.transaction import transaction
from backend.imports.environment import environment_of
from backend.imports.memory import too_much
from backend.imports.queries import locks, runs
from backend.imports.telling import problem_kept
from shared.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from uuid import UUID

    from backend.activity.service import By
    from backend.clock import Clock
    from backend.settings import Settings

Step = Literal["preview", "apply"]

SILENT_MOST = timedelta(seconds=20)
"""How long a worker may give no sign of life before somebody looks whether it lives."""

STOPPING_SECONDS_MOST = 3.0

# Named, not imported: it stands above, where everything that follows from an import is known.
WORKER = "backend.commands.import_worker"

WORKER_LOST = Refusal(
    "worker-lost", 503, "The import stopped before its end; nothing of it was applied."
)
logger = logging.getLogger(__name__)
_watched: dict[asyncio.Task[None], asyncio.subprocess.Process] = {}


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
