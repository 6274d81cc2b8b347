"""What Piccolo's columns cannot say of visits: partial indexes, and reports that never change."""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T19:08:30:000000"
VERSION = "1.38.0"
DESCRIPTION = "Lists of visits, and append-only reports"

VISITS = """
CREATE INDEX visit_list ON visit (account, planned_on, place) WHERE removed_at IS NULL;
CREATE TRIGGER visit_report_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON visit_report
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="encours", description=DESCRIPTION)

    async def run() -> None:
        # Straight to the driver: Piccolo prepares what it runs, one statement at a time.
        await engine_finder().current_transaction.get().connection.execute(VISITS)

    manager.add_raw(run)
    return manager
