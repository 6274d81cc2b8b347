"""What wakes the sealer, and what the history lets be done to it.

Facts are appended, never altered or removed; only their text may be erased, once a fact says so.
"""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T17:03:30:000000"
VERSION = "1.38.0"
DESCRIPTION = "The sealer's triggers, and the erasing of text"

SEALING = """
-- Of a whole statement at once: an import writes a hundred thousand facts by one.
CREATE FUNCTION await_sealing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unsealed_fact (fact) SELECT id FROM written;
  PERFORM pg_notify('encours_unsealed', '');
  RETURN NULL;
END $$;
CREATE TRIGGER activity_awaits_sealing AFTER INSERT ON activity
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION await_sealing();

-- What there was before is sealed by the first sealer that runs.
INSERT INTO unsealed_fact (fact) SELECT id FROM activity;
"""

ERASING = """
CREATE INDEX activity_text_erased ON activity (subject) WHERE kind = 'text-erased';

CREATE FUNCTION refuse_change_but_erasing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept text[] := CASE TG_TABLE_NAME WHEN 'activity' THEN ARRAY['before', 'after', 'why']
                 ELSE ARRAY['salt'] END;
  of_fact uuid := CASE TG_TABLE_NAME WHEN 'activity' THEN to_jsonb(OLD) ->> 'id'
                  ELSE to_jsonb(OLD) ->> 'fact' END;
BEGIN
  IF to_jsonb(OLD) - kept IS DISTINCT FROM to_jsonb(NEW) - kept
     OR EXISTS (SELECT FROM unnest(kept) name WHERE to_jsonb(NEW) ->> name IS NOT NULL)
     OR NOT EXISTS (SELECT FROM activity WHERE kind = 'text-erased' AND subject = of_fact) THEN
    RAISE EXCEPTION 'a row of % is never changed', TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER activity_is_append_only ON activity;
CREATE TRIGGER activity_is_append_only BEFORE DELETE OR TRUNCATE ON activity
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER activity_text_may_be_erased BEFORE UPDATE ON activity
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasing();
CREATE TRIGGER sealed_fact_is_append_only BEFORE DELETE OR TRUNCATE ON sealed_fact
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sealed_fact_salt_may_be_erased BEFORE UPDATE ON sealed_fact
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasing();
"""


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="encours", description=DESCRIPTION
    )

    async def run() -> None:
        transaction = engine_finder().current_transaction.get()
        for script in (SEALING, ERASING):
            # Straight to the driver: Piccolo prepares what it runs, one statement at a time.
            await transaction.connection.execute(script)

    manager.add_raw(run)
    return manager
