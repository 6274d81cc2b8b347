"""The runs themselves: what was read, by whom, where it stands; presets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.database.transaction import execute, fetch_all, fetch_one

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from asyncpg import Record

    from backend.activity.service import By

RUN = """SELECT r.id, r.kind, r.file_name, r.file_size, r.fingerprint, r.state, r.progress_share,
    r.requested_by, a.name AS requested_by_name, v.name AS requested_from_name, r.requested_at,
    r.touched_at, r.applied_at, r.sequence, r.as_of, r.options, r.matched_columns, r.question,
    r.problem,
    r.sequence IS NOT NULL AND r.sequence = (SELECT max(sequence) FROM import_run) AS is_last,
    {long}
  FROM import_run r LEFT JOIN account a ON a.id = r.requested_by
  LEFT JOIN device v ON v.id = r.requested_from"""
WHOLE_RUN = RUN.format(long="r.outcome, r.headings")
# A page of runs goes without what only who looks at one of them needs.
RUN_IN_LIST = RUN.format(long="r.outcome #- '{matches,shown}' AS outcome, NULL::jsonb AS headings")


async def add(
    run_id: UUID,
    *,
    kind: str,
    file_name: str,
    file_size: int,
    fingerprint: str,
    state: str,
    by: By,
    at: datetime,
    options: dict[str, Any],
) -> None:
    await execute(
        """INSERT INTO import_run (id, kind, file_name, file_size, fingerprint, state,
             progress_share, requested_by, requested_from, requested_at, touched_at, options,
             matched_columns)
           VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8, $9, $9, $10, '{}')""",
        run_id,
        kind,
        file_name,
        file_size,
        fingerprint,
        state,
        by.account_id,
        by.device_id,
        at,
        options,
    )


async def read(run_id: UUID) -> Record | None:
    return await fetch_one(f"{WHOLE_RUN} WHERE r.id = $1", run_id)


async def page(before_id: UUID | None, limit: int) -> list[Record]:
    """Newest first."""
    return await fetch_all(
        f"{RUN_IN_LIST} WHERE ($1::uuid IS NULL OR r.id < $1) ORDER BY r.id DESC LIMIT $2",
        before_id,
        limit,
    )


async def last_applied() -> Record | None:
    return await fetch_one(
        f"{RUN_IN_LIST} WHERE r.sequence IS NOT NULL ORDER BY r.sequence DESC LIMIT 1"
    )


async def move(
    run_id: UUID,
    state: str,
    *,
    at: datetime,
    problem: str | None = None,
    question: dict[str, Any] | None = None,
    outcome: dict[str, Any] | None = None,
    columns: dict[str, str] | None = None,
    headings: list[dict[str, Any]] | None = None,
    as_of: date | None = None,
    fingerprint: str | None = None,
) -> None:
    """Moves the run on; what is not given is kept, but for question and problem, which pass."""
    await execute(
        """UPDATE import_run SET state = $2, touched_at = $3, problem = $4, question = $5,
             outcome = coalesce($6, outcome), matched_columns = coalesce($7, matched_columns),
             as_of = coalesce($8, as_of), fingerprint = coalesce($9, fingerprint),
             headings = coalesce($10, headings)
           WHERE id = $1""",
        run_id,
        state,
        at,
        problem,
        question,
        outcome,
        columns,
        as_of,
        fingerprint,
        headings,
    )


async def keep_outcome(
    run_id: UUID,
    *,
    outcome: dict[str, Any],
    columns: dict[str, str],
    headings: list[dict[str, Any]],
    as_of: date,
    fingerprint: str,
) -> None:
    await execute(
        """UPDATE import_run SET outcome = $2, matched_columns = $3, as_of = $4, fingerprint = $5,
             headings = $6, question = NULL, problem = NULL WHERE id = $1""",
        run_id,
        outcome,
        columns,
        as_of,
        fingerprint,
        headings,
    )


async def claim(
    run_id: UUID, *, from_states: list[str], to: str, options: dict[str, Any], at: datetime
) -> bool:
    """Moves the run on if it stands where it must; of two at once, one does."""
    tag = await execute(
        """UPDATE import_run SET state = $3, options = $4, touched_at = $5, progress_share = 0,
             question = NULL, problem = NULL
           WHERE id = $1 AND state = ANY ($2)""",
        run_id,
        from_states,
        to,
        options,
        at,
    )
    return tag == "UPDATE 1"


async def fail(run_id: UUID, problem: str, at: datetime) -> None:
    """Ends a run that is at work; one that has ended stays as it did."""
    await execute(
        "UPDATE import_run SET state = 'failed', problem = $2, touched_at = $3 WHERE id = $1"
        " AND state IN ('reading', 'applying')",
        run_id,
        problem,
        at,
    )


async def touch(run_id: UUID, share: Any, at: datetime) -> None:
    await execute(
        "UPDATE import_run SET progress_share = $2, touched_at = $3 WHERE id = $1"
        " AND state IN ('reading', 'applying')",
        run_id,
        share,
        at,
    )


async def mark_applied(run_id: UUID, at: datetime) -> None:
    """Gives the run its place after all that were applied before."""
    await execute(
        """UPDATE import_run SET state = 'applied', applied_at = $2, touched_at = $2,
             progress_share = 1,
             sequence = 1 + coalesce((SELECT max(sequence) FROM import_run), 0)
           WHERE id = $1""",
        run_id,
        at,
    )


async def mark_undone(run_id: UUID, at: datetime) -> None:
    await execute(
        "UPDATE import_run SET state = 'undone', sequence = NULL, touched_at = $2 WHERE id = $1",
        run_id,
        at,
    )


async def abandoned(silent_since: datetime) -> list[UUID]:
    """Runs that should be at work but whose worker is gone."""
    rows = await fetch_all(
        "SELECT id FROM import_run WHERE state IN ('reading', 'applying') AND touched_at < $1",
        silent_since,
    )
    return [row["id"] for row in rows]


async def presets(kind: str | None) -> list[Record]:
    return await fetch_all(
        "SELECT name, kind, options FROM import_preset WHERE $1::text IS NULL OR kind = $1"
        " ORDER BY kind, name",
        kind,
    )


async def preset(kind: str, name: str) -> Record | None:
    return await fetch_one(
        "SELECT name, kind, options FROM import_preset WHERE kind = $1 AND name = $2", kind, name
    )


async def save_preset(preset_id: UUID, kind: str, name: str, options: dict[str, Any]) -> None:
    await execute(
        """INSERT INTO import_preset (id, name, kind, options) VALUES ($1, $2, $3, $4)
           ON CONFLICT (kind, name) DO UPDATE SET options = excluded.options""",
        preset_id,
        name,
        kind,
        options,
    )


async def delete_preset(kind: str, name: str) -> bool:
    tag = await execute("DELETE FROM import_preset WHERE kind = $1 AND name = $2", kind, name)
    return tag == "DELETE 1"
