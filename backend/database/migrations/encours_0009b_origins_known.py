"""A promise or a dispute comes from a comment that is there.

The tie is looked at when the transaction ends: the module of threads, which knows whose a comment
is, says no before that, and in words.
"""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T19:09:31:000000"
VERSION = "1.38.0"
DESCRIPTION = "Origin comments are comments"

TIES = """
ALTER TABLE promise ADD CONSTRAINT promise_origin_comment_known
  FOREIGN KEY (origin_comment) REFERENCES comment (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE dispute ADD CONSTRAINT dispute_origin_comment_known
  FOREIGN KEY (origin_comment) REFERENCES comment (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX promise_of_comment ON promise (origin_comment) WHERE origin_comment IS NOT NULL;
CREATE INDEX dispute_of_comment ON dispute (origin_comment) WHERE origin_comment IS NOT NULL;
"""


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="encours", description=DESCRIPTION
    )

    async def run() -> None:
        transaction = engine_finder().current_transaction.get()
        # Straight to the driver: Piccolo prepares what it runs, one statement at a time.
        await transaction.connection.execute(TIES)

    manager.add_raw(run)
    return manager
