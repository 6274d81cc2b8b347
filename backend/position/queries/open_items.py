"""Everything open on a day, of one client or of all: documents, and payments as what they lower.

Today's is what the residuals say. A past day's is today's with every allocation given back that
did not yet count: one counts from its value date, and not before both its ends stand in the ledger
(`shared.rules.ledger` states the rule). An item stands from its own date; where a file of open
items lists it on an earlier day, from that day, for the file says that it was open then.
"""

from __future__ import annotations

from typing import Final

OPEN_NOW: Final = """
  SELECT d.client, d.currency, d.residual AS amount, d.due_on,
    d.id AS document, NULL::uuid AS payment
  FROM document d WHERE d.residual <> 0
  UNION ALL
  SELECT p.client, p.currency, -p.unapplied, NULL, NULL, p.id
  FROM payment p WHERE p.unapplied <> 0"""

# The few runs there are, as a table to look up in.
LISTED: Final = "SELECT id, as_of FROM import_run WHERE kind = 'open-items'"

GIVEN_BACK: Final = """
  SELECT a.amount, a.debit_document, a.debit_payment, a.credit_document, a.credit_payment
  FROM allocation a
    LEFT JOIN document dd ON dd.id = a.debit_document
    LEFT JOIN payment dp ON dp.id = a.debit_payment
    LEFT JOIN document cd ON cd.id = a.credit_document
    LEFT JOIN payment cp ON cp.id = a.credit_payment
    LEFT JOIN listed ddl ON ddl.id = dd.import_run
    LEFT JOIN listed dpl ON dpl.id = dp.import_run
    LEFT JOIN listed cdl ON cdl.id = cd.import_run
    LEFT JOIN listed cpl ON cpl.id = cp.import_run
  WHERE greatest(a.value_on,
      least(dd.issued_on, ddl.as_of), least(dp.value_on, dpl.as_of),
      least(cd.issued_on, cdl.as_of), least(cp.value_on, cpl.as_of)) > {as_of}
    AND {of_whom}"""

OF_ONE: Final = "coalesce(dd.client, dp.client, cd.client, cp.client) = {client}"

OPEN_THEN: Final = """
  WITH listed AS MATERIALIZED ({listed}),
  given_back AS ({given_back}),
  of_documents AS (
    SELECT id, sum(share) AS share FROM (
      SELECT debit_document AS id, amount AS share FROM given_back
      UNION ALL SELECT credit_document, -amount FROM given_back) s
    WHERE id IS NOT NULL GROUP BY id),
  of_payments AS (
    SELECT id, sum(share) AS share FROM (
      SELECT credit_payment AS id, amount AS share FROM given_back
      UNION ALL SELECT debit_payment, -amount FROM given_back) s
    WHERE id IS NOT NULL GROUP BY id)
  SELECT d.client, d.currency, d.residual + coalesce(b.share, 0) AS amount, d.due_on,
    d.id AS document, NULL::uuid AS payment
  FROM document d
    LEFT JOIN of_documents b ON b.id = d.id
    LEFT JOIN listed ON listed.id = d.import_run
  WHERE least(d.issued_on, listed.as_of) <= {as_of}
    AND d.residual + coalesce(b.share, 0) <> 0 AND {document}
  UNION ALL
  SELECT p.client, p.currency, -(p.unapplied + coalesce(b.share, 0)), NULL, NULL, p.id
  FROM payment p
    LEFT JOIN of_payments b ON b.id = p.id
    LEFT JOIN listed ON listed.id = p.import_run
  WHERE least(p.value_on, listed.as_of) <= {as_of}
    AND p.unapplied + coalesce(b.share, 0) <> 0 AND {payment}"""


def open_items(as_of: str, *, is_past: bool, client: str | None = None) -> str:
    """Rows of client, currency, amount, due_on, and the id of the document or the payment.

    `amount` is negative where it lowers what is owed; a payment has no due_on. `as_of` and `client`
    are placeholders.
    """
    if not is_past:
        wanted = f"WHERE item.client = {client}" if client else ""
        return f"SELECT * FROM ({OPEN_NOW}) item {wanted}"
    return OPEN_THEN.format(
        as_of=as_of,
        listed=LISTED,
        given_back=GIVEN_BACK.format(
            as_of=as_of, of_whom=OF_ONE.format(client=client) if client else "true"
        ),
        document=f"d.client = {client}" if client else "true",
        payment=f"p.client = {client}" if client else "true",
    )
