"""What the ledger must be: amounts, settlements, whose they are, where they came from."""

from __future__ import annotations

from typing import Final

from backend.invariants.invariant import Invariant
from shared.currencies import DECIMALS

SETTLED: Final = """
  SELECT d.id, d.settled, d.last_settled_on, coalesce(s.settled, 0) AS allocated, s.last_on
  FROM document d LEFT JOIN (
    SELECT id, sum(share) AS settled, max(value_on) AS last_on FROM (
      SELECT debit_document AS id, amount AS share, value_on FROM allocation
      UNION ALL SELECT credit_document, -amount, value_on FROM allocation) end_of
    WHERE id IS NOT NULL GROUP BY id) s ON s.id = d.id
  WHERE (d.settled, d.last_settled_on) IS DISTINCT FROM (coalesce(s.settled, 0), s.last_on)
     OR d.residual <> d.amount - d.settled"""

APPLIED: Final = """
  SELECT p.id, p.applied, coalesce(s.applied, 0) AS allocated
  FROM payment p LEFT JOIN (
    SELECT id, sum(share) AS applied FROM (
      SELECT credit_payment AS id, amount AS share FROM allocation
      UNION ALL SELECT debit_payment, -amount FROM allocation) end_of
    WHERE id IS NOT NULL GROUP BY id) s ON s.id = p.id
  WHERE p.applied <> coalesce(s.applied, 0) OR p.unapplied <> p.amount - p.applied"""

ONE_ACCOUNT: Final = """
  SELECT a.id FROM allocation a
    LEFT JOIN document dd ON dd.id = a.debit_document
    LEFT JOIN payment dp ON dp.id = a.debit_payment
    LEFT JOIN document cd ON cd.id = a.credit_document
    LEFT JOIN payment cp ON cp.id = a.credit_payment
  WHERE num_nonnulls(dd.id, dp.id) = 1 AND num_nonnulls(cd.id, cp.id) = 1
    AND (coalesce(dd.client, dp.client), coalesce(dd.currency, dp.currency))
        <> (coalesce(cd.client, cp.client), coalesce(cd.currency, cp.currency))"""

SIDES: Final = """
  SELECT a.id FROM allocation a
    LEFT JOIN document dd ON dd.id = a.debit_document
    LEFT JOIN payment dp ON dp.id = a.debit_payment
    LEFT JOIN document cd ON cd.id = a.credit_document
    LEFT JOIN payment cp ON cp.id = a.credit_payment
  WHERE dd.amount < 0 OR dp.amount > 0 OR cd.amount > 0 OR cp.amount < 0"""

# A trigger's word for it would not do: amounts of a currency end at its smallest unit.
DECIMALS_OF: Final = "CASE currency {} ELSE 4 END".format(
    " ".join(f"WHEN '{code}' THEN {decimals}" for code, decimals in DECIMALS.items())
)
SMALLEST_UNIT: Final = f"""
  SELECT id, currency, amount FROM document WHERE scale(trim_scale(amount)) > {DECIMALS_OF}
  UNION ALL
  SELECT id, currency, amount FROM payment WHERE scale(trim_scale(amount)) > {DECIMALS_OF}"""

LEDGER: Final = (
    Invariant(
        "settled-by-allocations",
        "A document's settled share, its residual and its last day are those of its allocations.",
        SETTLED,
    ),
    Invariant(
        "applied-by-allocations",
        "A payment's applied share is that of its allocations.",
        APPLIED,
    ),
    Invariant(
        "one-account",
        "Both ends of an allocation are of one client and one currency.",
        ONE_ACCOUNT,
    ),
    Invariant(
        "sides",
        "What is settled is a debit, and what settles it a credit.",
        SIDES,
    ),
    Invariant(
        "after-before-on",
        "Something unknown settled a debit after the last day it was seen open.",
        "SELECT id FROM allocation WHERE value_after >= value_on",
    ),
    Invariant(
        "owed-by-who-it-became",
        "What is booked on a client is owed by it, or by the one it was merged into.",
        "SELECT d.id FROM document d JOIN client c ON c.id = d.original_client"
        " WHERE d.client <> coalesce(c.merged_into, c.id)"
        " UNION ALL SELECT p.id FROM payment p JOIN client c ON c.id = p.original_client"
        " WHERE p.client <> coalesce(c.merged_into, c.id)",
    ),
    Invariant(
        "merged-once",
        "A client is merged into one that stands alone, of the same company and currency.",
        "SELECT c.id FROM client c JOIN client into_ ON into_.id = c.merged_into"
        " WHERE into_.merged_into IS NOT NULL OR into_.company <> c.company"
        " OR into_.currency <> c.currency",
    ),
    Invariant(
        "branch-of-its-company",
        "A client's branch, and a document's, is one of the client's company.",
        "SELECT c.id FROM client c JOIN branch b ON b.id = c.branch WHERE b.company <> c.company"
        " UNION ALL SELECT d.id FROM document d JOIN branch b ON b.id = d.branch"
        " JOIN client c ON c.id = d.client WHERE b.company <> c.company",
    ),
    Invariant(
        "debtor-by-siren",
        "A client's debtor carries the client's SIREN.",
        "SELECT c.id FROM client c JOIN debtor d ON d.id = c.debtor"
        " WHERE c.siren IS DISTINCT FROM d.siren",
    ),
    Invariant(
        "smallest-unit",
        "No amount is finer than its currency's smallest unit.",
        SMALLEST_UNIT,
    ),
    Invariant(
        "loaded-by-a-run",
        "What an import loaded names an import that is known.",
        "SELECT id FROM document WHERE import_run IS NOT NULL AND NOT EXISTS"
        " (SELECT FROM import_run r WHERE r.id = document.import_run)"
        " UNION ALL SELECT id FROM payment WHERE import_run IS NOT NULL AND NOT EXISTS"
        " (SELECT FROM import_run r WHERE r.id = payment.import_run)",
    ),
    Invariant(
        "cash-covered-by-imports",
        "A cash source covers what its imports do.",
        "SELECT s.id FROM cash_source s WHERE s.covers_through IS DISTINCT FROM"
        " (SELECT max(c.covers_through) FROM cash_coverage c WHERE c.source = s.id)",
    ),
)
