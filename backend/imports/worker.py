"""The process that reads and applies one upload (backend/commands/import_worker.py starts it).

It may be killed at any moment: what it writes, it writes in one transaction.
"""

from __future__ import annotations

import asyncio
import errno
import logging
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

import asyncpg

from backend.activity.service import By
from backend.clock import SystemClock
from backend.database.opening import open_database
from backend.imports import uploads
from backend.imports.judging import Job, Result, headings_kept, outcome_kept, question_kept
from backend.imports.loading import Progress
from backend.imports.memory import bounded_memory
from backend.imports.queries import runs
from backend.imports.reading.rows import Kind
from backend.imports.service import import_file
from backend.imports.telling import problem_kept
from backend.settings import Settings
from shared.contract.imports import ImportOptions
from shared.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from asyncpg import Record

    from backend.clock import Clock

TOUCHED_EVERY_SECONDS = 0.5
logger = logging.getLogger(__name__)


async def work(step: str, run_id: UUID, by: By, settings: Settings) -> None:
    """Carries the run on from where it was claimed, and keeps how it ended."""
    clock = SystemClock.of(settings)
    async with open_database(settings, pool_size=4):
        row = await runs.read(run_id)
        expected = "applying" if step == "apply" else "reading"
        if row is None or row["state"] != expected:
            logger.warning("The import %s is not %s: nothing to do.", run_id, expected)
            return
        try:
            with bounded_memory():
                await carry_on(job_of(row, step, by, settings), clock)
        except Exception as error:
            if isinstance(error, Refused):
                logger.warning("The import %s is refused: %s", run_id, error.refusal.code)
            else:
                logger.exception("The import %s failed.", run_id)
            await runs.fail(run_id, problem_of(error), clock.now())
        else:
            if step == "apply" and (ended := await runs.read(run_id)) is not None:
                forget_applied(ended, settings)


def forget_applied(row: Record, settings: Settings) -> None:
    if row["state"] == "applied":
        uploads.forget(settings, row["id"])


def job_of(row: Record, step: str, by: By, settings: Settings) -> Job:
    return Job(
        run_id=row["id"],
        kind=Kind(row["kind"]),
        path=uploads.path_of(settings, row["id"]),
        file_name=row["file_name"],
        options=ImportOptions.model_validate(row["options"]),
        apply=step == "apply",
        by=by,
        language=settings.language,
        is_recorded=True,
    )


async def carry_on(job: Job, clock: Clock) -> None:
    progress = Progress()
    telling = asyncio.create_task(tell(job.run_id, progress, clock))
    try:
        result = await import_file(job, clock, progress)
    finally:
        telling.cancel()
        with suppress(asyncio.CancelledError):
            await telling
    if result.end != "applied":
        await keep_end(job, result, clock)


async def keep_end(job: Job, result: Result, clock: Clock) -> None:
    """A preview, or an application that something stood against: it can be tried again."""
    asked_to_confirm = result.question is not None and result.question.option == "--confirm-closing"
    await runs.move(
        job.run_id,
        "previewed" if asked_to_confirm else result.end,
        at=clock.now(),
        question=question_kept(result.question) if result.question else None,
        outcome=outcome_kept(result),
        columns=dict(result.diagnosis.columns),
        headings=headings_kept(result.diagnosis),
        as_of=result.plan.as_of if result.plan else None,
        fingerprint=result.diagnosis.source.fingerprint if result.diagnosis.source else None,
    )


async def tell(run_id: UUID, progress: Progress, clock: Clock) -> None:
    """Says every half second how far the run is, on a connection of its own."""
    while True:
        await runs.touch(run_id, Decimal(f"{progress.share:.3f}"), clock.now())
        await asyncio.sleep(TOUCHED_EVERY_SECONDS)


def problem_of(error: Exception) -> str:
    if isinstance(error, Refused):
        return problem_kept(error.refusal.code, error.refusal.facts_for_wire())
    full = isinstance(error, asyncpg.DiskFullError) or (
        isinstance(error, OSError) and error.errno == errno.ENOSPC
    )
    return problem_kept("disk-full" if full else "import-failed", {})


def main(arguments: Sequence[str]) -> int:
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    step, run_id, *by = arguments
    acting = By(*(UUID(id_) for id_ in by))
    asyncio.run(work(step, UUID(run_id), acting, Settings.from_environment()))
    return 0
