"""What Piccolo's columns cannot say of disputes: partial indexes, and what is never changed."""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T17:06:30:000000"
VERSION = "1.38.0"
DESCRIPTION = "Disputes: indexes and append-only entries"

DISPUTES = """
CREATE INDEX dispute_of_client ON dispute (client, moved_at DESC, id);
-- What is disputed now: read with every client file.
CREATE INDEX dispute_blocking ON dispute (document, opened_at, id) INCLUDE (blocked)
  WHERE blocked > 0;
CREATE INDEX dispute_open_of_owner ON dispute (owner, due_on, id) WHERE state <> 'closed';
CREATE INDEX dispute_open_of_department ON dispute (department, due_on, id)
  WHERE state <> 'closed';
CREATE UNIQUE INDEX dispute_span_open ON dispute_span (dispute) WHERE until_on IS NULL;
CREATE TRIGGER dispute_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dispute_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dispute_file_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dispute_file
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="encours", description=DESCRIPTION)

    async def run() -> None:
        # Straight to the driver: Piccolo prepares what it runs, one statement at a time.
        await engine_finder().current_transaction.get().connection.execute(DISPUTES)

    manager.add_raw(run)
    return manager
