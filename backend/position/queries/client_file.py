"""The client file: who asks, whether they may, and everything they get, in one statement.

PostgreSQL writes the JSON that leaves the server. Its cost follows the client's open documents and
a year of its settled ones, which two covering indexes hold; no table of documents is touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.clients.visibility import ASKER, visible_to
from backend.database.transaction import fetch_value
from backend.position.queries.ages import CREDIT, FREE_PAYMENT, LATE, buckets, heap, total, zero
from backend.position.queries.ages import days_overdue as oldest

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

DOCUMENTS_SHOWN: Final = 1_000

# A client merged into another is shown as the one it became: links to it stay good.
SHOWN = f"""
  SELECT c.id, c.code, c.name, c.company, c.branch, c.siren, c.siret, c.vat_number, c.address,
    c.postcode, c.town, c.country, c.language, c.currency, c.terms_basis, c.terms_days, c.profile,
    c.rep, c.collector, c.debtor, company.name AS company_name, company.ledger_loaded_at,
    branch.name AS branch_name
  FROM asker
    JOIN client named ON named.id = $2
    JOIN client c ON c.id = coalesce(named.merged_into, named.id)
    JOIN company ON company.id = c.company
    LEFT JOIN branch ON branch.id = c.branch
  WHERE {visible_to("c", "asker")}"""

OPEN = """
  SELECT d.due_on, d.currency, d.residual
  FROM shown JOIN document d ON d.client = shown.id AND d.residual <> 0"""

# Every item with its heap; a row of nothing lets the client's own currency always be there.
HEAPS = f"""
  SELECT currency, {heap("residual", "due_on", "$3::date")} AS heap, 1 AS documents,
    residual AS amount, due_on AS first_due_on
  FROM open_document
  UNION ALL
  SELECT p.currency, {FREE_PAYMENT}, 0, -p.unapplied, NULL
  FROM shown JOIN payment p ON p.client = shown.id AND p.unapplied <> 0
  UNION ALL
  SELECT currency, 0, 0, {zero("currency")}, NULL FROM shown"""

POSITIONS = f"""
  SELECT currency, sum(amount)::text AS outstanding,
    {total(f"heap >= {CREDIT}")}::text AS unapplied, {total(LATE)}::text AS overdue,
    {oldest("$3::date")} AS oldest_days_overdue,
    min(first_due_on) FILTER (WHERE heap = 0) AS next_due_on,
    (SELECT sum(o.residual)::text FROM open_document o
     WHERE o.currency = heaps.currency AND o.residual > 0
       AND o.due_on = min(first_due_on) FILTER (WHERE heap = 0)) AS next_due_amount,
    {buckets()} AS buckets, {total(f"heap = {FREE_PAYMENT}")}::text AS unapplied_payments
  FROM heaps GROUP BY currency"""

IDENTITY = """
  SELECT row_to_json(i) FROM (SELECT shown.id, shown.code, shown.name,
    shown.company AS company_id, shown.company_name AS company,
    shown.branch AS branch_id, shown.branch_name AS branch, shown.siren, shown.siret,
    shown.vat_number, shown.address, shown.postcode, shown.town, shown.country, shown.language,
    shown.currency,
    CASE WHEN shown.terms_basis IS NOT NULL
      THEN json_build_object('basis', shown.terms_basis, 'days', shown.terms_days) END AS terms,
    shown.profile,
    (SELECT json_build_object('id', id, 'name', name) FROM account WHERE id = shown.rep) AS rep,
    (SELECT json_build_object('id', id, 'name', name) FROM account WHERE id = shown.collector)
      AS collector,
    shown.debtor AS debtor_id,
    (SELECT coalesce(json_agg(code ORDER BY code), '[]') FROM client WHERE merged_into = shown.id)
      AS merged_codes) i"""

OTHER_CURRENCIES = """
  SELECT coalesce(json_agg(p), '[]') FROM (
    SELECT currency, outstanding, unapplied, overdue, oldest_days_overdue, next_due_on,
      next_due_amount, buckets
    FROM positions WHERE currency <> shown.currency ORDER BY currency) p"""

# Read from the index once more, which has them in this order: sorting would cost more.
OPEN_DOCUMENTS = f"""
  SELECT coalesce(json_agg(o), '[]') FROM (
    SELECT d.id, d.kind, d.number, d.label, d.issued_on, d.due_on, d.due_estimated, d.currency,
      d.amount::text AS amount, d.residual::text AS residual, NULL AS settled_on,
      CASE WHEN d.branch IS NOT NULL
        THEN (SELECT name FROM branch WHERE id = d.branch) END AS branch
    FROM document d WHERE d.client = shown.id AND d.residual <> 0
    ORDER BY d.due_on, d.id LIMIT {DOCUMENTS_SHOWN}) o"""

LAST_PAYMENT = """
  SELECT json_build_object('value_on', p.value_on, 'amount', p.amount::text,
                           'currency', p.currency)
  FROM payment p WHERE p.client = shown.id AND p.amount > 0
  ORDER BY p.value_on DESC, p.id DESC LIMIT 1"""

# Invoices settled within the last twelve months; one paid early counts 0 days, never less.
HABITS = """
  SELECT coalesce(json_agg(h), '[]') FROM (
    SELECT d.currency,
      round(coalesce(sum(d.amount * (d.last_settled_on - d.due_on))
          FILTER (WHERE d.last_settled_on > d.due_on), 0) / sum(d.amount), 1)
        AS average_days_late,
      count(*) AS documents, sum(d.amount)::text AS amount
    FROM document d
    WHERE d.client = shown.id AND d.residual = 0 AND d.amount > 0
      AND d.last_settled_on > ($3::date - interval '12 months')::date
      AND d.last_settled_on <= $3::date
    GROUP BY d.currency ORDER BY d.currency) h"""

CLIENT_FILE: Final = f"""
WITH asker AS ({ASKER}),
shown AS MATERIALIZED ({SHOWN}),
open_document AS MATERIALIZED ({OPEN}),
heaps AS ({HEAPS}),
positions AS MATERIALIZED ({POSITIONS})
SELECT row_to_json(f)::text FROM (
  SELECT own.currency, own.outstanding, own.unapplied, own.overdue, own.oldest_days_overdue,
    own.next_due_on, own.next_due_amount, own.buckets,
    ({IDENTITY}) AS identity,
    ({OTHER_CURRENCIES}) AS other_currencies,
    ({OPEN_DOCUMENTS}) AS open_documents,
    (SELECT count(*) FROM open_document) AS open_documents_total,
    own.unapplied_payments,
    ({LAST_PAYMENT}) AS last_payment,
    ({HABITS}) AS statistics,
    shown.ledger_loaded_at AS data_as_of,
    $3::date AS today
  FROM shown JOIN positions own ON own.currency = shown.currency) f"""


async def client_file(device_id: UUID, client_id: UUID, today: date) -> bytes | None:
    """The contract's `ClientFile` as JSON; None where the asker sees no such client."""
    body: str | None = await fetch_value(CLIENT_FILE, device_id, client_id, today)
    return None if body is None else body.encode()
