"""Payments and what they settle.

Parts and documents of one number are laid out as lengths on one line, the parts by day, the
documents by due date: where two lengths overlap, that part settles that document. What is longer
stays: a part on account, a document open.
"""

from __future__ import annotations

from backend.database.transaction import execute, fetch_value
from backend.imports.queries.numbering import ids_by
from backend.imports.queries.settling import SETTLEMENTS, SOFT


async def make_parts() -> None:
    """`part`: each line with its client and the key of its payment.

    A payment without number is known by its day, its amount and what it settles; twins are counted.
    """
    await execute("""
      CREATE TEMP TABLE part ON COMMIT DROP AS
      SELECT s.line, p.client_id, coalesce(p.merged_into, p.client_id) AS owes_id, s.paid_on,
        s.currency, s.amount, s.payment_total, s.document_number, s.method, s.label, s.number,
        CASE WHEN s.number IS NOT NULL
          THEN 'payment:' || s.paid_on || ':' || s.currency || ':' || s.number
          ELSE 'payment:' || s.paid_on || ':' || s.currency || ':' || s.amount || ':'
            || coalesce(s.document_number, '') || ':' || row_number() OVER (
              PARTITION BY p.client_id, s.paid_on, s.currency, s.amount, s.number,
                s.document_number ORDER BY s.line) END AS source_key
      FROM staged_payment s
      JOIN place pl ON pl.company_code = coalesce(s.company_code, '')
        AND pl.branch_code = coalesce(s.branch_code, '')
      JOIN payer p ON p.company_id = pl.company_id AND p.code = s.client_code""")
    await execute("ANALYZE part")


async def forget_parts() -> None:
    await execute("DROP TABLE part")


async def refuse_unknown_numbers() -> None:
    """A line that names a document its client does not have."""
    await execute("""
      INSERT INTO refusal
      SELECT t.line, 'document-unknown',
        jsonb_build_object('number', t.document_number, 'client', p.code)
      FROM part t JOIN payer p ON p.client_id = t.client_id
      WHERE t.document_number IS NOT NULL AND NOT EXISTS (
        SELECT FROM document d WHERE d.original_client = t.client_id
          AND d.number = t.document_number AND d.currency = t.currency)""")


async def refuse_impossible_totals() -> None:
    """Parts that add up to more than their payment, or of which some come in and some go out."""
    await execute("""
      INSERT INTO refusal
      SELECT t.line, g.code, jsonb_build_object('number', t.number)
      FROM part t JOIN (
        SELECT client_id, source_key,
          CASE WHEN min(sign(amount)) <> max(sign(amount)) THEN 'payment-both-ways'
            ELSE 'payment-less-than-parts' END AS code
        FROM part GROUP BY 1, 2
        HAVING min(sign(amount)) <> max(sign(amount))
          OR min(payment_total) <> max(payment_total)
          OR abs(sum(amount)) > abs(max(payment_total))
          OR sign(sum(amount)) <> sign(max(payment_total))
      ) g USING (client_id, source_key)""")


async def find_payments() -> None:
    """Leaves out the payments that are here already; one of another amount is put in anew."""
    await execute(f"""
      INSERT INTO new_payment
      SELECT {ids_by("row_number() OVER (ORDER BY first_line) - 1")}, owes_id, client_id, paid_on,
        currency, total, number, label, method, source_key
      FROM (
        SELECT client_id, source_key, min(line) AS first_line, (array_agg(owes_id))[1] AS owes_id,
          min(paid_on) AS paid_on, min(currency) AS currency,
          coalesce(max(payment_total), sum(amount)) AS total, min(number) AS number,
          min(label) AS label, min(method) AS method
        FROM part GROUP BY 1, 2
      ) g
      WHERE NOT EXISTS (SELECT FROM payment y WHERE y.original_client = g.client_id
        AND y.source_key = g.source_key AND y.amount = g.total)""")
    await execute("ANALYZE new_payment")
    await execute("""
      INSERT INTO dropped_payment
      SELECT y.id FROM payment y JOIN new_payment n
        ON n.original_client_id = y.original_client AND n.source_key = y.source_key""")
    await execute("""
      INSERT INTO dropped_allocation
      SELECT a.id FROM allocation a JOIN dropped_payment x
        ON x.id = a.credit_payment OR x.id = a.debit_payment""")


async def lay_out() -> None:
    """`settled_part`: how much of which document each part of a new payment settles.

    What a document owes here is all that no known payment or credit note settles: a settlement that
    was only presumed gives way.
    """
    await execute("""
      CREATE TEMP TABLE doubtful ON COMMIT DROP AS
      SELECT DISTINCT d.id AS document_id, d.amount, d.due_on, d.number, d.original_client,
        d.currency
      FROM part t
      JOIN new_payment n ON n.original_client_id = t.client_id AND n.source_key = t.source_key
      JOIN document d ON d.original_client = t.client_id AND d.number = t.document_number
        AND d.currency = t.currency AND d.client = t.owes_id""")
    await execute("ANALYZE doubtful")
    await execute(f"""
      CREATE TEMP TABLE stand ON COMMIT DROP AS
      SELECT t.*, t.amount - k.known AS due, k.soft
      FROM doubtful t LEFT JOIN (SELECT document_id,
          sum(share) FILTER (WHERE NOT is_soft) AS known, sum(share) FILTER (WHERE is_soft) AS soft
        FROM ({SETTLEMENTS}) s
        WHERE NOT EXISTS (SELECT FROM dropped_allocation x WHERE x.id = s.id)
        GROUP BY 1) sums USING (document_id),
      LATERAL (SELECT coalesce(sums.known, 0) AS known, coalesce(sums.soft, 0) AS soft) k""")
    lane = "original_client, number, currency, sign({amount})"
    await execute(f"""
      CREATE TEMP TABLE settled_part ON COMMIT DROP AS
      WITH owed AS (
        SELECT *, sum(abs(due)) OVER (PARTITION BY {lane.format(amount="due")}
          ORDER BY due_on, document_id) AS till
        FROM stand WHERE due <> 0
      ), paid AS (
        SELECT n.id AS payment_id, t.paid_on, t.amount, t.client_id AS original_client,
          t.document_number AS number, t.currency,
          sum(abs(t.amount)) OVER (PARTITION BY t.client_id, t.document_number, t.currency,
            sign(t.amount) ORDER BY t.paid_on, t.line) AS till
        FROM part t
        JOIN new_payment n ON n.original_client_id = t.client_id AND n.source_key = t.source_key
        WHERE t.document_number IS NOT NULL AND sign(t.amount) = sign(n.amount)
      )
      SELECT payment_id, document_id, paid_on, sign(paid.amount) AS sign,
        least(owed.till, paid.till)
          - greatest(owed.till - abs(owed.due), paid.till - abs(paid.amount)) AS share
      FROM owed JOIN paid USING (original_client, number, currency)
      WHERE sign(owed.due) = sign(paid.amount)
        AND least(owed.till, paid.till)
          > greatest(owed.till - abs(owed.due), paid.till - abs(paid.amount))""")


async def settle() -> None:
    """Allocates the parts; what was presumed of the same documents gives way to them."""
    await execute("""
      INSERT INTO new_allocation
      SELECT CASE WHEN sign > 0 THEN document_id END, CASE WHEN sign < 0 THEN payment_id END,
        CASE WHEN sign < 0 THEN document_id END, CASE WHEN sign > 0 THEN payment_id END,
        sum(share), min(paid_on), NULL, false
      FROM settled_part GROUP BY payment_id, document_id, sign""")
    await execute(f"""
      WITH retold AS (
        SELECT s.document_id, s.soft, sign(s.amount) * greatest(0, least(abs(s.soft),
            abs(s.due) - x.share)) AS target_soft
        FROM stand s JOIN (SELECT document_id, sum(share) AS share FROM settled_part GROUP BY 1) x
          USING (document_id)
        WHERE s.soft <> 0
      ), back AS (
        SELECT r.document_id, r.target_soft, x.id, x.payment_id, x.value_on, x.share
        FROM retold r JOIN ({SETTLEMENTS}) x USING (document_id)
        WHERE x.is_soft AND r.target_soft <> r.soft
      ), allocations AS (
        INSERT INTO dropped_allocation SELECT id FROM back
      ), payments AS (
        INSERT INTO dropped_payment
        SELECT DISTINCT payment_id FROM back WHERE payment_id IS NOT NULL)
      INSERT INTO new_allocation
      SELECT {SOFT.format(share="target_soft", document="document_id")}, max(value_on), NULL::date,
        false
      FROM back WHERE target_soft <> 0 GROUP BY document_id, target_soft""")


async def counts() -> tuple[int, int]:
    """Payments that are new, and those put in anew with another amount."""
    changed = int(
        await fetch_value(
            "SELECT count(*) FROM new_payment n WHERE EXISTS (SELECT"
            " FROM payment y WHERE y.original_client = n.original_client_id"
            " AND y.source_key = n.source_key)"
        )
    )
    return int(await fetch_value("SELECT count(*) FROM new_payment")) - changed, changed
