"""What people wrote may be erased where it stands, once a fact says that its text was.

Until now only the history's own text could be; the words of comments, disputes and visits stand in
tables that are never changed otherwise.
"""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T19:09:40:000000"
VERSION = "1.38.0"
DESCRIPTION = "The erasing of words where they stand"

# Its arguments: the column that names what the facts are about, and the columns of words.
ERASING = """
CREATE FUNCTION refuse_change_but_erasing_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words text[] := TG_ARGV[1:];
BEGIN
  IF to_jsonb(OLD) - words IS DISTINCT FROM to_jsonb(NEW) - words
     OR EXISTS (SELECT FROM unnest(words) name
                WHERE to_jsonb(NEW) ->> name IS DISTINCT FROM to_jsonb(OLD) ->> name
                  AND (to_jsonb(OLD) ->> name IS NULL
                       OR to_jsonb(NEW) ->> name IS DISTINCT FROM '—'))
     OR NOT EXISTS (
       SELECT FROM activity erased JOIN activity told ON told.id = erased.subject
       WHERE erased.kind = 'text-erased'
         AND told.subject = (to_jsonb(OLD) ->> TG_ARGV[0])::uuid) THEN
    RAISE EXCEPTION 'a row of % is never changed', TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER comment_version_is_append_only ON comment_version;
CREATE TRIGGER comment_version_is_append_only BEFORE DELETE OR TRUNCATE ON comment_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER comment_version_words_may_be_erased BEFORE UPDATE ON comment_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasing_words('comment', 'text');

DROP TRIGGER dispute_entry_is_append_only ON dispute_entry;
CREATE TRIGGER dispute_entry_is_append_only BEFORE DELETE OR TRUNCATE ON dispute_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dispute_entry_words_may_be_erased BEFORE UPDATE ON dispute_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasing_words('dispute', 'text');

DROP TRIGGER visit_report_is_append_only ON visit_report;
CREATE TRIGGER visit_report_is_append_only BEFORE DELETE OR TRUNCATE ON visit_report
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER visit_report_words_may_be_erased BEFORE UPDATE ON visit_report
  FOR EACH ROW EXECUTE FUNCTION
    refuse_change_but_erasing_words('id', 'met', 'evidence', 'next_step', 'note');
"""


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="encours", description=DESCRIPTION)

    async def run() -> None:
        # Straight to the driver: Piccolo prepares what it runs, one statement at a time.
        await engine_finder().current_transaction.get().connection.execute(ERASING)

    manager.add_raw(run)
    return manager
