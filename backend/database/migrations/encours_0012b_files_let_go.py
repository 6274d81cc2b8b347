"""A file that nothing refers to may go, and so may what an erased entry showed."""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T22:12:30:000000"
VERSION = "1.38.0"
DESCRIPTION = "Files in use, and their erasing"

LETTING_GO = """
-- Every reference to a file, whichever module's: what is not in it may be taken away.
CREATE VIEW file_in_use AS
  SELECT file FROM comment_file
  UNION ALL SELECT file FROM dispute_file
  UNION ALL SELECT file FROM plan_file;
CREATE INDEX stored_file_of_sender ON stored_file (uploaded_by, uploaded_at);

-- As an entry's words: once a fact of its dispute has its text erased.
CREATE FUNCTION refuse_change_but_erasing_files() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
       SELECT FROM dispute_entry entry
         JOIN activity told ON told.subject = entry.dispute
         JOIN activity erased ON erased.subject = told.id AND erased.kind = 'text-erased'
       WHERE entry.id = OLD.entry) THEN
    RAISE EXCEPTION 'a row of % is never changed', TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;

DROP TRIGGER dispute_file_is_append_only ON dispute_file;
CREATE TRIGGER dispute_file_is_append_only BEFORE UPDATE OR TRUNCATE ON dispute_file
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dispute_file_may_be_erased BEFORE DELETE ON dispute_file
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasing_files();
"""


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="encours", description=DESCRIPTION)

    async def run() -> None:
        # Straight to the driver: Piccolo prepares what it runs, one statement at a time.
        await engine_finder().current_transaction.get().connection.execute(LETTING_GO)

    manager.add_raw(run)
    return manager
