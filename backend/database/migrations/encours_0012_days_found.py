"""What a person's day is made of is found by its day and by whom it concerns, not looked for."""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T22:12:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Aujourd'hui finds its rows by index"

DAYS = """
CREATE INDEX promise_open_by_day ON promise (promised_on) WHERE state = 'open';
CREATE INDEX promise_missed_by_day ON promise (promised_on)
  WHERE state IN ('broken', 'partly_kept');
CREATE INDEX promise_awaited_of_taker ON promise (taken_by, promised_on)
  WHERE state IN ('open', 'broken', 'partly_kept');
CREATE INDEX visit_report_by_author ON visit_report (author, visited_on);
CREATE INDEX comment_mention_of_role ON comment_mention (role, comment) WHERE role IS NOT NULL;
CREATE INDEX dispute_open_by_day ON dispute (due_on, id) WHERE state <> 'closed';
CREATE INDEX dispute_waiting_for_opener ON dispute (opened_by, due_on, id)
  WHERE state = 'waiting_client';
"""


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="encours", description=DESCRIPTION)

    async def run() -> None:
        # Straight to the driver: Piccolo prepares what it runs, one statement at a time.
        await engine_finder().current_transaction.get().connection.execute(DAYS)

    manager.add_raw(run)
    return manager
