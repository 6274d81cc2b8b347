"""What a history file settles: each document on its day, by a payment made of that fact alone.

The payment stands for the money that must have come in; a payments file that tells the real one
replaces it. A credit note is settled without any: it was set off, nobody knows against what.
"""

from __future__ import annotations

from backend.database.transaction import execute
from backend.imports.queries.numbering import ids_by
from backend.imports.queries.settling import HISTORY_PAYMENT, SETTLEMENTS

# What the line says was settled of a document of `amount`.
SETTLED = """CASE WHEN i.settled_on IS NULL THEN 0
  WHEN i.residual IN (0, i.amount) THEN i.amount ELSE i.amount - i.residual END"""


async def compare() -> None:
    """`stand`: what each known document should be settled by on its day, and what it is."""
    await execute("""
      CREATE TEMP TABLE doubtful ON COMMIT DROP AS
      SELECT f.document_id, i.line FROM found f JOIN item i USING (line)""")
    await execute("ALTER TABLE doubtful ADD PRIMARY KEY (document_id)")
    await execute("ANALYZE doubtful")
    await execute(f"""
      CREATE TEMP TABLE settlement ON COMMIT DROP AS
      SELECT s.*, s.is_soft AND s.value_on = i.settled_on AND (s.payment_id IS NOT NULL OR
          i.amount < 0) AS as_told
      FROM ({SETTLEMENTS}) s JOIN found f USING (document_id) JOIN item i USING (line)""")
    await execute(f"""
      CREATE TEMP TABLE stand ON COMMIT DROP AS
      SELECT f.document_id, i.line, amount.target AS target_amount, k.soft, k.told,
        i.settled_on, i.number, i.client_id, i.owes_id, i.currency,
        CASE WHEN i.amount > 0 THEN greatest(0, least({SETTLED}, amount.target) - k.known)
          ELSE least(0, greatest({SETTLED}, amount.target) - k.known) END AS target_soft,
        d.source_key
      FROM found f JOIN item i USING (line) JOIN document d ON d.id = f.document_id
      LEFT JOIN (SELECT document_id,
          sum(share) FILTER (WHERE NOT is_soft) AS known,
          sum(share) FILTER (WHERE is_soft) AS soft,
          sum(share) FILTER (WHERE as_told) AS told
        FROM settlement GROUP BY 1) sums USING (document_id),
      LATERAL (SELECT coalesce(sums.known, 0) AS known, coalesce(sums.soft, 0) AS soft,
        coalesce(sums.told, 0) AS told) k,
      LATERAL (SELECT CASE WHEN abs(i.amount) >= abs(k.known) THEN i.amount ELSE d.amount END
        AS target) amount""")


async def settle() -> None:
    """Replaces what is settled otherwise than told, and settles what is new."""
    await execute("""
      CREATE TEMP TABLE retold ON COMMIT DROP AS
      -- An open line says nothing against what left an open-item file since.
      SELECT * FROM stand s WHERE (settled_on IS NOT NULL OR EXISTS (
          SELECT FROM settlement x WHERE x.document_id = s.document_id
            AND x.payment_id IS NOT NULL))
        AND (target_soft <> told OR soft <> told)""")
    await execute("""
      WITH back AS (
        SELECT x.id, x.payment_id FROM retold r JOIN settlement x USING (document_id)
        WHERE x.is_soft
      ), payments AS (
        INSERT INTO dropped_payment
        SELECT DISTINCT payment_id FROM back WHERE payment_id IS NOT NULL)
      INSERT INTO dropped_allocation SELECT id FROM back""")
    await execute(f"""
      CREATE TEMP TABLE told ON COMMIT DROP AS
      SELECT {ids_by("row_number() OVER (ORDER BY line) - 1")} AS payment_id, t.* FROM (
        SELECT line, document_id, target_soft AS share, settled_on, client_id, owes_id, currency,
          number, source_key
        FROM retold WHERE target_soft <> 0
        UNION ALL
        SELECT line, id, {SETTLED}, settled_on, client_id, owes_id, currency, number, source_key
        FROM item i WHERE settled_on IS NOT NULL AND amount <> 0
          AND NOT EXISTS (SELECT FROM found f WHERE f.line = i.line)
      ) t""")
    await execute(f"""
      INSERT INTO new_payment
      SELECT payment_id, owes_id, client_id, settled_on, currency, share, number, NULL, NULL,
        '{HISTORY_PAYMENT}' || source_key
      FROM told WHERE share > 0""")
    await execute("""
      INSERT INTO new_allocation
      SELECT CASE WHEN share > 0 THEN document_id END, NULL,
        CASE WHEN share < 0 THEN document_id END, CASE WHEN share > 0 THEN payment_id END,
        abs(share), settled_on, NULL, false
      FROM told""")
