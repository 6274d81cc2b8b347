"""What comments said is kept as it was, and pinned ones are found at once."""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T17:07:30:000000"
VERSION = "1.38.0"
DESCRIPTION = "Versions of comments are append-only"

VERSIONS = """
CREATE TRIGGER comment_version_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE
  ON comment_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE INDEX comment_pinned ON comment (client, pinned_at) WHERE pinned_at IS NOT NULL;
"""


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="encours", description=DESCRIPTION
    )

    async def run() -> None:
        transaction = engine_finder().current_transaction.get()
        # Straight to the driver: Piccolo prepares what it runs, one statement at a time.
        await transaction.connection.execute(VERSIONS)

    manager.add_raw(run)
    return manager
