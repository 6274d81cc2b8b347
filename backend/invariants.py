"""What must hold in every live database: statements that answer no row.

The database keeps what it can by itself (CHECK, UNIQUE, foreign keys, triggers); these watch over
the rest, and over the triggers too. They run by `encours check`, and in tests after what writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from backend.database.transaction import fetch_all, transaction
from shared.currencies import DECIMALS

if TYPE_CHECKING:
    from collections.abc import Sequence

ROWS_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Invariant:
    """`sentence` says what holds; each row of `sql` breaks it."""

    name: str
    sentence: str
    sql: str


@dataclass(frozen=True, slots=True)
class Breach:
    """An invariant that does not hold, and the first rows that break it."""

    invariant: Invariant
    rows: Sequence[dict[str, Any]]


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

PROMISE_STATE: Final = """
  SELECT p.id, p.state, j.verdict FROM promise p LEFT JOIN LATERAL (
    SELECT verdict FROM promise_judgement j WHERE j.promise = p.id ORDER BY place DESC LIMIT 1
  ) j ON true
  WHERE p.state NOT IN ('superseded', 'withdrawn')
    AND p.state <> CASE coalesce(j.verdict, 'reopened') WHEN 'reopened' THEN 'open'
      ELSE j.verdict END"""

# Kept late comes after not kept, reopened after anything else, and these after what it reopened.
JUDGED_IN_ORDER: Final = """
  SELECT j.id, j.place, j.verdict, before.verdict AS after FROM promise_judgement j
    LEFT JOIN promise_judgement before ON before.promise = j.promise AND before.place = j.place - 1
  WHERE NOT CASE j.verdict
    WHEN 'kept_late' THEN coalesce(before.verdict IN ('partly_kept', 'broken'), false)
    WHEN 'reopened' THEN coalesce(before.verdict <> 'reopened', false)
    ELSE coalesce(before.verdict = 'reopened', j.place = 1) END"""

DISPUTE_SPANS: Final = """
  SELECT d.id FROM dispute d LEFT JOIN dispute_span s ON s.dispute = d.id AND s.until_on IS NULL
  WHERE coalesce(s.amount, 0) <> d.blocked
  UNION ALL
  SELECT s.dispute FROM dispute_span s
    JOIN dispute_span o ON o.dispute = s.dispute AND o.id <> s.id
  WHERE daterange(s.from_on, s.until_on) && daterange(o.from_on, o.until_on)"""

DISPUTE_LAST_SAID: Final = """
  SELECT d.id FROM dispute d LEFT JOIN LATERAL (
    SELECT e.state FROM dispute_entry e WHERE e.dispute = d.id ORDER BY e.place DESC LIMIT 1
  ) last ON true WHERE last.state IS DISTINCT FROM d.state"""

INVARIANTS: Final = (
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
        "promise-as-judged",
        "A promise that has not ended is in the state of its last judgement.",
        PROMISE_STATE,
    ),
    Invariant(
        "promise-judged-in-order",
        "The judgements of a promise are numbered from 1, and follow from one another.",
        JUDGED_IN_ORDER,
    ),
    Invariant(
        "promise-about-something",
        "A promise, and a payment plan, is about documents of its client, in its currency.",
        "SELECT p.id FROM promise p WHERE NOT EXISTS"
        " (SELECT FROM promise_document x WHERE x.promise = p.id)"
        " UNION ALL SELECT p.id FROM promise p JOIN promise_document x ON x.promise = p.id"
        " JOIN document d ON d.id = x.document WHERE d.currency <> p.currency"
        " UNION ALL SELECT l.id FROM payment_plan l JOIN plan_document x ON x.plan = l.id"
        " JOIN document d ON d.id = x.document WHERE d.currency <> l.currency",
    ),
    Invariant(
        "plan-whole",
        "The instalments of a payment plan add up to it, and are promises once it is accepted.",
        "SELECT l.id FROM payment_plan l WHERE l.amount <>"
        " (SELECT sum(i.amount) FROM plan_instalment i WHERE i.plan = l.id)"
        " UNION ALL SELECT l.id FROM payment_plan l JOIN plan_instalment i ON i.plan = l.id"
        " LEFT JOIN promise p ON p.plan = l.id AND p.place = i.place AND p.amount = i.amount"
        " WHERE (l.accepted_at IS NOT NULL) <> (p.id IS NOT NULL)",
    ),
    Invariant(
        "plan-accepted-with-proof",
        "A payment plan was accepted with words or papers that show it.",
        "SELECT l.id FROM payment_plan l WHERE l.accepted_at IS NOT NULL AND l.proof IS NULL"
        " AND NOT EXISTS (SELECT FROM plan_file f WHERE f.plan = l.id)",
    ),
    Invariant(
        "plan-covers-alone",
        "No two payment plans that go on cover one invoice.",
        "SELECT x.document FROM plan_document x JOIN payment_plan l ON l.id = x.plan"
        " WHERE l.state IN ('accepted', 'active') GROUP BY x.document HAVING count(*) > 1",
    ),
    Invariant(
        "cash-covered-by-imports",
        "A cash source covers what its imports do.",
        "SELECT s.id FROM cash_source s WHERE s.covers_through IS DISTINCT FROM"
        " (SELECT max(c.covers_through) FROM cash_coverage c WHERE c.source = s.id)",
    ),
    Invariant(
        "comment-versions",
        "A comment has every version from the first to the one that counts, and no other.",
        "SELECT m.id FROM comment m LEFT JOIN comment_version v ON v.comment = m.id"
        " GROUP BY m.id HAVING count(v.id) <> m.version OR max(v.number) <> m.version",
    ),
    Invariant(
        "comment-told",
        "The history tells of every comment, on the client it was said of.",
        "SELECT m.id FROM comment m WHERE NOT EXISTS (SELECT FROM activity a"
        " WHERE a.client = m.client AND a.kind = 'comment-posted' AND a.subject = m.id)",
    ),
    Invariant(
        "visit-told",
        "The history tells of every report of a visit, on the client it was said of.",
        "SELECT r.id FROM visit_report r WHERE NOT EXISTS (SELECT FROM activity a"
        " WHERE a.client = r.client AND a.kind = 'visit-reported' AND a.subject = r.id)",
    ),
    Invariant(
        "visit-one-place",
        "No two visits on a person's list of a day stand at one place.",
        "SELECT v.id FROM visit v JOIN visit o ON o.account = v.account AND o.id > v.id"
        " AND o.planned_on = v.planned_on AND o.place = v.place"
        " WHERE v.removed_at IS NULL AND o.removed_at IS NULL",
    ),
    Invariant(
        "words-known",
        "Every word a client is known by can be found in spite of a typo.",
        "SELECT c.id, said FROM client c, unnest(c.search_words) said"
        " WHERE char_length(said) BETWEEN 4 AND 60 AND said !~ '[0-9]'"
        " AND NOT EXISTS (SELECT FROM search_word w WHERE w.word = said)",
    ),
    Invariant(
        "dispute-of-its-invoice",
        "A dispute is of the client its invoice was booked on.",
        "SELECT d.id FROM dispute d JOIN document o ON o.id = d.document"
        " WHERE d.client <> o.original_client",
    ),
    Invariant(
        "dispute-spans",
        "What a dispute blocks is its open span; its spans do not overlap.",
        DISPUTE_SPANS,
    ),
    Invariant(
        "dispute-as-last-said",
        "A dispute is in the state its last entry says.",
        DISPUTE_LAST_SAID,
    ),
    Invariant(
        "version-of-its-facts",
        "No sealed fact of a client that stands is beyond the client's version.",
        # While the fact that it stands alone again awaits its seal, it is as it was merged.
        "SELECT c.id FROM (SELECT a.client, max(s.position) AS position FROM sealed_fact s"
        " JOIN activity a ON a.id = s.fact WHERE a.client IS NOT NULL GROUP BY 1) told"
        " JOIN client c ON c.id = told.client AND c.merged_into IS NULL"
        " LEFT JOIN client_version v ON v.id = c.id WHERE coalesce(v.position, 0) < told.position"
        " AND NOT EXISTS (SELECT FROM unsealed_fact u JOIN activity a ON a.id = u.fact"
        " WHERE a.client = c.id)",
    ),
    Invariant(
        "signed-out-holds-nothing",
        "A device that was signed out is not counted on to hold any client.",
        "SELECT h.id FROM held_client h JOIN device d ON d.id = h.device"
        " WHERE d.revoked_at IS NOT NULL",
    ),
)


async def breaches() -> list[Breach]:
    """The invariants that do not hold, told of one state of the ledger; all is well: none."""
    found = []
    async with transaction(isolation="repeatable read"):
        for invariant in INVARIANTS:
            rows = await fetch_all(f"{invariant.sql} LIMIT {ROWS_SHOWN}")
            if rows:
                found.append(Breach(invariant, [dict(row) for row in rows]))
    return found
