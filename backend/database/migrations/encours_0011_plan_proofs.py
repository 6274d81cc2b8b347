"""An accepted payment plan keeps its proof: words, or at least one of its papers.

Looked at when the transaction ends: plan and papers are written one after the other.
"""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T22:11:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "No payment plan is accepted without proof"

# The plan is locked first: of two who each take one of its last two papers, the second waits.
PROOFS = """
CREATE FUNCTION require_plan_proof() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked uuid;
BEGIN
  IF TG_TABLE_NAME = 'payment_plan' THEN asked := NEW.id; ELSE asked := OLD.plan; END IF;
  PERFORM FROM payment_plan WHERE id = asked FOR UPDATE;
  IF EXISTS (SELECT FROM payment_plan l WHERE l.id = asked
             AND (l.accepted_at IS NOT NULL
                  OR l.state IN ('accepted', 'active', 'completed', 'broken'))
             AND l.proof IS NULL
             AND NOT EXISTS (SELECT FROM plan_file f WHERE f.plan = l.id)) THEN
    RAISE EXCEPTION 'the acceptance of payment plan % is shown by nothing', asked
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_plan_accepted_with_proof';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER payment_plan_accepted_with_proof
  AFTER INSERT OR UPDATE ON payment_plan DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.proof IS NULL) EXECUTE FUNCTION require_plan_proof();
CREATE CONSTRAINT TRIGGER plan_file_is_proof
  AFTER UPDATE OR DELETE ON plan_file DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION require_plan_proof();
"""


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="encours", description=DESCRIPTION)

    async def run() -> None:
        # Straight to the driver: Piccolo prepares what it runs, one statement at a time.
        await engine_finder().current_transaction.get().connection.execute(PROOFS)

    manager.add_raw(run)
    return manager
