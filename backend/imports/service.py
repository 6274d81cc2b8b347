"""Imports, as people ask for them: preview a file, apply it, take the last one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import asyncpg

from backend.database.transaction import transaction
from backend.disputes.service.settling import follow_settlements
from backend.imports.judging import (
    Job,
    Result,
    headings_kept,
    judged,
    outcome_kept,
    unready,
)
from backend.imports.loading import Progress, open_file, stage
from backend.imports.placing import Asked
from backend.imports.planning import make_plan
from backend.imports.queries import locks, recording, runs, undoing
from backend.imports.reading.diagnosis import Diagnosis, Options
from backend.imports.reading.rows import Kind
from backend.imports.writing import write_plan
from backend.receivables.cash_sources import cash_untold
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from uuid import UUID

    from backend.activity.service import By
    from backend.clock import Clock
    from backend.imports.reading.ledger_file import OpenLedger


class NotApplied(Exception):  # noqa: N818 - it undoes the transaction, it is no error
    """Carries the result of an import that writes nothing out of its transaction."""

    def __init__(self, result: Result) -> None:
        super().__init__(result.end)
        self.result = result


async def import_file(job: Job, clock: Clock, progress: Progress) -> Result:
    """Reads the file, plans, and applies if asked to and nothing stands against it.

    All or nothing, in one transaction: staging, plan and writing share it. Of two imports at once
    the second waits before it plans, and so sees what the first wrote.

    Raises:
        Refused: 422 where the options contradict the kind of file.
    """
    refuse_contradictions(job)
    ledger = await open_file(job.path, job.kind, reading_options(job), progress)
    if not ledger.diagnosis.ready:
        return unready(ledger.diagnosis)
    try:
        async with transaction():
            result = await planned(job, ledger, clock, progress)
            await write(job, result, clock)
    except NotApplied as end:
        return end.result
    except asyncpg.DiskFullError as error:
        raise Refused(DISK_FULL) from error
    except COLLISIONS as error:
        raise Refused(TRY_AGAIN) from error
    progress.written()
    await recording.refresh_statistics()
    return result


async def planned(job: Job, ledger: OpenLedger, clock: Clock, progress: Progress) -> Result:
    """Reads and plans in the caller's transaction.

    Raises:
        NotApplied: with the result, unless it is to be written.
    """
    if job.is_recorded:
        await locks.hold(job.run_id)
    outcome = await stage(ledger, job.kind, progress)
    if job.kind is Kind.FEC and outcome.refused_count:
        raise NotApplied(judged(job, ledger.diagnosis, outcome, None))
    if job.apply:
        await locks.lock_ledger()
    plan = await make_plan(asked(job, clock), ledger.diagnosis, outcome)
    progress.planned()
    result = judged(job, ledger.diagnosis, outcome, plan)
    if result.end != "applied":
        raise NotApplied(result)
    return result


async def write(job: Job, result: Result, clock: Clock) -> None:
    """Writes the result's plan, and the run that tells of it."""
    plan = result.plan
    if plan is None:
        raise ValueError("Only a planned import can be written.")
    now = clock.now()
    if not job.is_recorded:
        await add_run(job, "applying", result.diagnosis, clock)
    await runs.keep_outcome(
        job.run_id,
        outcome=outcome_kept(result),
        columns=dict(result.diagnosis.columns),
        headings=headings_kept(result.diagnosis),
        as_of=plan.as_of,
        fingerprint=fingerprint_of(result.diagnosis),
    )
    await write_plan(plan, job.kind, job.run_id, language=job.language, by=job.by, at=now)
    await follow_settlements(on=clock.today(), at=now)


async def add_run(job: Job, state: str, diagnosis: Diagnosis | None, clock: Clock) -> None:
    await runs.add(
        job.run_id,
        kind=job.kind.value,
        file_name=job.file_name,
        file_size=job.path.stat().st_size,
        fingerprint=fingerprint_of(diagnosis) if diagnosis else "",
        state=state,
        by=job.by,
        at=clock.now(),
        options=job.options.model_dump(mode="json", exclude_none=True),
    )


def fingerprint_of(diagnosis: Diagnosis) -> str:
    return diagnosis.source.fingerprint if diagnosis.source else ""


def refuse_contradictions(job: Job) -> None:
    if job.kind is not Kind.FEC and job.options.accept_matches:
        raise Refused(
            Refusal(
                "matches-of-fec",
                422,
                "Only an accounting export (FEC) proposes matches: leave --accept-matches out.",
            )
        )
    if job.kind is Kind.FEC and job.options.skip_refused:
        raise Refused(
            Refusal(
                "fec-whole-or-not",
                422,
                "A FEC is taken whole or not at all: leave --skip-refused out.",
            )
        )


def reading_options(job: Job) -> Options:
    given = job.options
    return Options(
        currency=given.currency,
        company_code=given.company,
        as_of=given.as_of,
        date_order=given.date_order,
        decimal=given.decimal,
        columns=given.columns,
        sheet=given.sheet,
        file_name=job.file_name,
    )


def asked(job: Job, clock: Clock) -> Asked:
    return Asked(
        kind=job.kind,
        company_code=job.options.company,
        as_of=job.options.as_of,
        today=clock.today(),
        language=job.language,
        accepts_matches=job.options.accept_matches,
        source=job.options.source,
        as_of_presumed=job.options.as_of_presumed,
    )


async def undo_last(by: By, clock: Clock, run_id: UUID | None = None) -> UUID:
    """Takes the last applied import back: what it added goes, what it changed is as it was.

    Raises:
        Refused: 409 where nothing was applied, the run is not the last, or something builds on it.
    """
    async with transaction():
        await locks.lock_ledger()
        last = await runs.last_applied()
        if last is None or (run_id is not None and last["id"] != run_id):
            raise Refused(NOTHING_TO_UNDO if last is None or run_id is None else NOT_THE_LAST)
        builds_on = await undoing.what_builds_on(last["id"])
        if builds_on is not None:
            raise Refused(
                Refusal(
                    "import-built-on",
                    409,
                    "The import cannot be undone: {things} were built on it since.",
                    {"things": builds_on},
                )
            )
        now = clock.now()
        await undoing.remember_touched(last["id"])
        await cash_untold(last["id"])
        await undoing.take_back(last["id"])
        await follow_settlements(on=clock.today(), at=now)
        await runs.mark_undone(last["id"], now)
        await undoing.redate_companies()
        await undoing.tell_clients(last["id"], by.account_id, by.device_id, now)
    await recording.refresh_statistics()
    undone: UUID = last["id"]
    return undone


# Somebody else was writing the ledger, and would not give way in time.
COLLISIONS = (asyncpg.DeadlockDetectedError, asyncpg.LockNotAvailableError)
TRY_AGAIN = Refusal("try-again", 503, "Other changes were under way. Try again.")
DISK_FULL = Refusal("disk-full", 503, "The disk is full; nothing was applied.")
NOTHING_TO_UNDO = Refusal("nothing-to-undo", 409, "No import has been applied.")
NOT_THE_LAST = Refusal("not-the-last-import", 409, "Only the last applied import can be undone.")
