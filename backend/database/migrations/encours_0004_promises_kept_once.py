"""What the daily closing looks for, and judgements that are appended and never changed."""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T17:04:01:000000"
VERSION = "1.38.0"
DESCRIPTION = "Promises by client and by deadline, append-only judgements"

PROMISES = """
CREATE TRIGGER promise_judgement_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE
  ON promise_judgement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER promise_known_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE
  ON promise_known FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Those that still count or are still looked at; the others lie beside.
CREATE INDEX promise_of_client ON promise (client, recorded_at, id);
CREATE INDEX promise_standing ON promise (client) INCLUDE (deadline_on, state)
  WHERE state NOT IN ('superseded', 'withdrawn');
CREATE INDEX promise_of_plan ON promise (plan) WHERE plan IS NOT NULL;
CREATE INDEX promise_by_deadline ON promise (deadline_on, client)
  WHERE state NOT IN ('superseded', 'withdrawn');
"""


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="encours", description=DESCRIPTION)

    async def run() -> None:
        transaction = engine_finder().current_transaction.get()
        await transaction.connection.execute(PROMISES)

    manager.add_raw(run)
    return manager
