"""The ledger's side of many clients at once, as PostgreSQL writes it.

The days stand here and not what they make of an amount today: a device reckons that itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import fetch_all
from backend.position.queries.client_file import DOCUMENTS_SHOWN, IDENTITY, LAST_PAYMENT
from backend.position.queries.field import STILL_BROKEN, last_visit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer

SHOWN: Final = f"""
  SELECT c.id, c.code, c.name, c.company, c.branch, c.siren, c.siret, c.vat_number, c.address,
    c.postcode, c.town, c.country, c.language, c.currency, c.terms_basis, c.terms_days, c.profile,
    c.rep, c.collector, c.debtor, company.name AS company_name, branch.name AS branch_name
  FROM client c JOIN company ON company.id = c.company LEFT JOIN branch ON branch.id = c.branch
  WHERE c.id = ANY ($5) AND c.merged_into IS NULL AND {visible("c", 1)}"""

FAMILY: Final = """
  ARRAY(SELECT shown.id UNION ALL SELECT m.id FROM client m WHERE m.merged_into = shown.id)"""

CONTACTS: Final = """
  SELECT coalesce(json_agg(k), '[]') FROM (
    SELECT id, name, role, email, phone, mobile, note FROM contact
    WHERE client = ANY (family.members) ORDER BY public.fold(name), id) k"""

OPEN_DOCUMENTS: Final = f"""
  SELECT coalesce(json_agg(o), '[]') FROM (
    SELECT d.id, d.kind, d.number, d.label, d.issued_on, d.due_on, d.due_estimated, d.currency,
      d.amount::text AS amount, d.residual::text AS residual, NULL AS settled_on,
      (SELECT name FROM branch WHERE id = d.branch) AS branch
    FROM document d WHERE d.client = shown.id AND d.residual <> 0
    ORDER BY d.due_on, d.id LIMIT {DOCUMENTS_SHOWN}) o"""

FURTHER_OPEN: Final = f"""
  SELECT coalesce(json_agg(o), '[]') FROM (
    SELECT currency, due_on, count(*) AS documents, sum(residual)::text AS amount FROM (
      SELECT d.currency, d.due_on, d.residual FROM document d
      WHERE d.client = shown.id AND d.residual <> 0
      ORDER BY d.due_on, d.id OFFSET {DOCUMENTS_SHOWN}) beyond
    GROUP BY currency, due_on, residual > 0 ORDER BY due_on, currency, residual > 0) o"""

FREE_PAYMENTS: Final = """
  SELECT coalesce(json_agg(f), '[]') FROM (
    SELECT p.currency, sum(-p.unapplied)::text AS amount
    FROM payment p WHERE p.client = shown.id AND p.unapplied <> 0
    GROUP BY p.currency ORDER BY p.currency) f"""

SETTLED: Final = """
  SELECT coalesce(json_agg(h), '[]') FROM (
    SELECT d.currency, d.last_settled_on AS on, count(*) AS documents,
      sum(d.amount)::text AS amount,
      sum(d.amount * greatest(0, d.last_settled_on - d.due_on))::text AS amount_days_late
    FROM document d
    WHERE d.client = shown.id AND d.residual = 0 AND d.amount > 0 AND d.last_settled_on >= $6
    GROUP BY 1, 2 ORDER BY 2, 1) h"""

IS_BROKEN: Final = f"""
  SELECT EXISTS (SELECT FROM promise p WHERE p.client = ANY (family.members) AND {STILL_BROKEN})"""

COPIES: Final = f"""
WITH shown AS MATERIALIZED ({SHOWN})
SELECT shown.id, family.members, json_build_object(
  'identity', ({IDENTITY}), 'contacts', ({CONTACTS}), 'open_documents', ({OPEN_DOCUMENTS}),
  'further_open', ({FURTHER_OPEN}), 'free_payments', ({FREE_PAYMENTS}),
  'last_payment', ({LAST_PAYMENT}), 'settled', ({SETTLED}),
  'is_promise_broken', ({IS_BROKEN}), 'last_visit_on', {last_visit("shown.id")})::text AS ledger
FROM shown CROSS JOIN LATERAL (SELECT {FAMILY} AS members) family"""


async def copies(viewer: Viewer, client_ids: Sequence[UUID], settled_since: date) -> list[Record]:
    """Of those in sight: the id, those that became it and itself, and the ledger's side as JSON."""
    return await fetch_all(COPIES, *scope_of(viewer), list(client_ids), settled_since)
