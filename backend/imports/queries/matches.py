"""What an accounting export without any lettering proposes: shown, and applied when confirmed.

A confirmed match stands until the file says better: until one of its lines is lettered there, or
has another amount.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.database.transaction import execute, fetch_all

if TYPE_CHECKING:
    from asyncpg import Record

CONFIRMED = "fec-match"
"""Where an allocation comes from that a person confirmed."""

# The one of the four that an end of an allocation is.
DEBIT = "coalesce({0}.debit_document, {0}.debit_payment)"
CREDIT = "coalesce({0}.credit_document, {0}.credit_payment)"


async def give_way() -> None:
    """Drops confirmed matches that the file now tells otherwise."""
    await execute(f"""
      INSERT INTO dropped_allocation
      SELECT a.id FROM allocation a
      JOIN mapped m ON coalesce(m.document_id, m.payment_id)
        IN (a.debit_document, a.debit_payment, a.credit_document, a.credit_payment)
      WHERE a.source = '{CONFIRMED}' AND (
        EXISTS (SELECT FROM lettered l WHERE coalesce(m.document_id, m.payment_id)
          IN (l.debit_document, l.debit_payment, l.credit_document, l.credit_payment))
        OR EXISTS (SELECT FROM change x JOIN document d ON d.id = x.document_id
          WHERE x.document_id = m.document_id AND x.amount <> d.amount)
        OR EXISTS (SELECT FROM payment_change x JOIN payment p USING (id)
          WHERE x.id = m.payment_id AND x.amount <> p.amount))
      ON CONFLICT DO NOTHING""")


async def find() -> None:
    """`match`: the proposals that what is settled already leaves room for, and none by halves."""
    await execute("""
      CREATE TEMP TABLE match ON COMMIT DROP AS
      SELECT a.client_code, a.debit_line, a.credit_line, a.amount, a.value_on, a.reason,
        d.document_id AS debit_document, d.payment_id AS debit_payment,
        c.document_id AS credit_document, c.payment_id AS credit_payment
      FROM staged_fec_allocation a
      JOIN mapped d ON d.line = a.debit_line JOIN mapped c ON c.line = a.credit_line
      WHERE a.family = '411' AND a.proposed""")
    await execute(f"""
      CREATE TEMP TABLE taken ON COMMIT DROP AS
      SELECT e.id, sum(a.amount) AS amount
      FROM (SELECT {DEBIT.format("m")} AS id FROM match m
            UNION SELECT {CREDIT.format("m")} FROM match m) e
      JOIN allocation a
        ON e.id IN (a.debit_document, a.debit_payment, a.credit_document, a.credit_payment)
      WHERE NOT EXISTS (SELECT FROM dropped_allocation x WHERE x.id = a.id)
      GROUP BY 1""")
    await execute(f"""
      DELETE FROM match m WHERE EXISTS (SELECT FROM taken t WHERE t.id = {CREDIT.format("m")})""")
    await execute(f"""
      DELETE FROM match m USING (
        SELECT m.debit_line, sum(m.amount) + max(t.amount) AS wanted, max(s.amount) AS amount
        FROM match m JOIN staged_fec_item s ON s.line = m.debit_line
        JOIN taken t ON t.id = {DEBIT.format("m")}
        GROUP BY 1) full_one
      WHERE full_one.debit_line = m.debit_line AND full_one.wanted > full_one.amount""")


async def summed() -> Record:
    """How many there are, and what they add up to."""
    return (await fetch_all("SELECT count(*), coalesce(sum(amount), 0) AS amount FROM match"))[0]


async def shown(limit: int) -> list[Record]:
    """The first of them as a person checks them: what would settle what."""
    return await fetch_all(
        """SELECT m.client_code, d.client_name, d.number AS debit, d.issued_on AS debit_on,
             c.number AS credit, c.issued_on AS credit_on, m.amount, m.reason
           FROM match m JOIN staged_fec_item d ON d.line = m.debit_line
           JOIN staged_fec_item c ON c.line = m.credit_line
           ORDER BY m.client_code, m.debit_line, m.credit_line LIMIT $1""",
        limit,
    )


async def confirm() -> None:
    """Takes them into the plan."""
    await execute(f"""
      INSERT INTO new_allocation
      SELECT debit_document, debit_payment, credit_document, credit_payment, amount, value_on,
        NULL, false, '{CONFIRMED}'
      FROM match""")
