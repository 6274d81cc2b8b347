"""What people promised, disputed, said and visited: that states follow from what was recorded."""

from __future__ import annotations

from typing import Final

from backend.invariants.invariant import Invariant

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

FIELD: Final = (
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
)
