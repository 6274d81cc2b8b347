"""A client's version follows the sealer, and what a device held goes with the device."""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine.finder import engine_finder

ID = "2026-11-22T22:56:40:000000"
VERSION = "1.38.0"
DESCRIPTION = "Versions of clients, and the forgetting of signed-out devices"

# A fact of a merged client concerns the one that stands. Names of people, branches and companies
# stand in everybody's file: those facts concern every client, told under an id of zeros.
VERSIONS = """
CREATE FUNCTION version_clients() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO client_version AS known (id, position)
  SELECT id, max(position) FROM (
    SELECT CASE WHEN a.client IS NOT NULL THEN coalesce(c.merged_into, a.client)
                ELSE '00000000-0000-0000-0000-000000000000' END AS id, w.position
    FROM written w JOIN activity a ON a.id = w.fact LEFT JOIN client c ON c.id = a.client
    WHERE a.client IS NOT NULL OR a.kind IN ('branch-renamed', 'company-renamed')
       OR (a.kind = 'user-changed' AND a.after ?| ARRAY['name', 'role'])) concerned
  GROUP BY id ORDER BY id
  ON CONFLICT (id) DO UPDATE SET position = excluded.position
    WHERE known.position < excluded.position;
  RETURN NULL;
END $$;
CREATE TRIGGER sealed_fact_versions_clients AFTER INSERT ON sealed_fact
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION version_clients();

INSERT INTO client_version (id, position)
SELECT id, max(position) FROM (
  SELECT coalesce(c.merged_into, a.client) AS id, s.position
  FROM sealed_fact s JOIN activity a ON a.id = s.fact LEFT JOIN client c ON c.id = a.client
  WHERE a.client IS NOT NULL) concerned
GROUP BY id;
"""

FORGETTING = """
CREATE FUNCTION forget_what_device_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM held_client WHERE device = NEW.id;
  DELETE FROM device_feed WHERE id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER device_signed_out_holds_nothing AFTER UPDATE OF revoked_at ON device
  FOR EACH ROW WHEN (NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION forget_what_device_held();
"""


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="encours", description=DESCRIPTION
    )

    async def run() -> None:
        transaction = engine_finder().current_transaction.get()
        for script in (VERSIONS, FORGETTING):
            # Straight to the driver: Piccolo prepares what it runs, one statement at a time.
            await transaction.connection.execute(script)

    manager.add_raw(run)
    return manager
