"""What a person's day is made of: a statement for each part, every one within their scope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import fetch_all, fetch_value
from backend.position.queries.owed import open_items, owed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer

SUGGESTIONS_MOST: Final = 10
RECKONED_MOST: Final = 200
"""Promises of a list of which it is reckoned what is still to come."""
WEIGHED_MOST: Final = 200
"""Clients with the most overdue that are weighed; currencies take turns."""
BRANCHES_MOST: Final = 20


def in_turn(amount: str, id_: str, *, within: str = "") -> str:
    """The order of `shared.rules.in_turn`: no amount is held against one of another currency.

    `within`: groups that are ordered already, each with an end in a comma.
    """
    currency = f"{within} currency"
    return (
        f"row_number() OVER (PARTITION BY {currency} ORDER BY {amount} DESC NULLS LAST, {id_}),"
        f" count(*) OVER (PARTITION BY {currency}) DESC, currency"
    )


DATA_AS_OF: Final = f"""
SELECT min(company.ledger_loaded_at) FROM company WHERE EXISTS (
  SELECT FROM client c WHERE c.company = company.id AND c.merged_into IS NULL
  AND {visible("c", 1)})"""

FIGURES: Final = f"""
SELECT c.id, c.currency, coalesce(o.outstanding, 0) AS outstanding,
  coalesce(o.overdue, 0) AS overdue, coalesce($6::date - o.late_on, 0) AS oldest_days_overdue
FROM client c LEFT JOIN LATERAL (
  SELECT sum(item.amount) AS outstanding,
    sum(item.amount) FILTER (WHERE item.amount > 0 AND item.due_on < $6::date) AS overdue,
    min(item.due_on) FILTER (WHERE item.amount > 0 AND item.due_on < $6::date) AS late_on
  FROM ({open_items("c.id")}) item WHERE item.currency = c.currency) o ON true
WHERE c.id = ANY ($1) AND {visible("c", 2)}"""


def reached(client: str) -> str:
    """The one to reach first of a client: who pays, then who decides."""
    return f"""
  SELECT k.name, coalesce(k.mobile, k.phone) AS phone FROM contact k
  WHERE k.client IN (SELECT id FROM client WHERE id = {client} OR merged_into = {client})
    AND coalesce(k.mobile, k.phone) IS NOT NULL
  ORDER BY array_position(ARRAY['accounts_payable', 'finance', 'owner'], k.role), k.name, k.id
  LIMIT 1"""


# Clients of the rep's own that are not on today's list and were not seen these last days.
SUGGESTIONS: Final = f"""
WITH listed AS MATERIALIZED (
  SELECT coalesce(k.merged_into, k.id) AS client, v.planned_on, r.id AS report
  FROM visit v JOIN client k ON k.id = v.client LEFT JOIN visit_report r ON r.visit = v.id
  WHERE v.account = $3 AND v.removed_at IS NULL
    AND v.planned_on BETWEEN $5::date - 7 AND $5::date
), near AS (
  SELECT k.postcode FROM listed JOIN client k ON k.id = listed.client
  WHERE listed.planned_on = $5::date AND k.postcode IS NOT NULL
), weighed AS (
  SELECT c.id, c.name, c.town, c.currency,
    EXISTS (SELECT FROM listed l WHERE l.client = c.id AND l.planned_on < $5::date
            AND l.report IS NULL) AS is_missed,
    coalesce(c.postcode IN (SELECT postcode FROM near), false) AS is_near,
    o.overdue, o.coming, $5::date - o.late_on AS days_late, $5::date - o.coming_on AS days_coming
  FROM client c LEFT JOIN LATERAL (
    SELECT sum(d.residual) FILTER (WHERE d.due_on < $5::date) AS overdue,
      min(d.due_on) FILTER (WHERE d.due_on < $5::date) AS late_on,
      sum(d.residual) FILTER (WHERE d.due_on >= $5::date) AS coming,
      min(d.due_on) FILTER (WHERE d.due_on >= $5::date) AS coming_on
    FROM document d WHERE d.client = c.id AND d.residual <> 0 AND d.residual > 0
      AND d.currency = c.currency AND d.due_on <= $5::date + 7) o ON true
  WHERE c.merged_into IS NULL AND c.rep = $3 AND {visible("c", 1)}
    AND NOT EXISTS (SELECT FROM listed l WHERE l.client = c.id AND l.planned_on = $5::date)
    AND NOT EXISTS (SELECT FROM visit_report r JOIN client k ON k.id = r.client
      WHERE coalesce(k.merged_into, k.id) = c.id AND r.author = $3
        AND r.visited_on > $5::date - 7)
)
SELECT id, name, town, currency, is_near,
  CASE WHEN is_missed THEN 'missed' WHEN overdue > 0 THEN 'overdue' ELSE 'near_due' END AS why,
  coalesce(overdue, coming, 0) AS amount, coalesce(days_late, days_coming, 0) AS days
FROM weighed WHERE is_missed OR overdue > 0 OR coming > 0
ORDER BY is_missed DESC, is_near DESC, overdue IS NULL,
  {in_turn("coalesce(overdue, coming)", "id", within="is_missed, is_near, overdue IS NULL,")}
LIMIT {SUGGESTIONS_MOST}"""

HAS_CLIENTS: Final = f"""
SELECT EXISTS (SELECT FROM client c WHERE c.collector = $3 AND {visible("c", 1)})"""

# What is to come of each is the promises' own to say: candidates are chosen by the most that it can
# be.
CANDIDATES: Final = f"""
SELECT p.id, c.id AS client, c.name AS client_name, p.currency, p.promised_on,
  p.plan IS NOT NULL AS is_instalment, least(p.amount, owed.residual) AS most
FROM promise p
  JOIN client said_of ON said_of.id = p.client
  JOIN client c ON c.id = coalesce(said_of.merged_into, said_of.id)
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(greatest(d.residual, 0)), 0) AS residual
    FROM promise_document x JOIN document d ON d.id = x.document WHERE x.promise = p.id) owed
WHERE {visible("c", 1)} AND owed.residual > 0"""

# Their own word, or of their own client: each found by an index of its own, however many there are
# of everybody else's.
THEIRS: Final = """
  SELECT p.id FROM promise p WHERE p.taken_by = $3 AND {asked}
  UNION SELECT p.id FROM client own
    JOIN client said_of ON said_of.id = own.id OR said_of.merged_into = own.id
    JOIN promise p ON p.client = said_of.id
    WHERE (own.rep = $3 OR own.collector = $3) AND {asked}"""


def promises_statement(state: str, order: str, *, whole: bool) -> str:
    """Whom to call is asked of those only that are chosen."""
    asked = f"{state} AND p.promised_on BETWEEN $5 AND $6"
    which = asked if whole else f"p.id IN ({THEIRS.format(asked=asked)})"
    return f"""
WITH candidate AS ({CANDIDATES} AND {which}),
chosen AS MATERIALIZED (SELECT * FROM candidate ORDER BY {order} LIMIT {RECKONED_MOST})
SELECT chosen.*, call.name AS call_name, call.phone
FROM chosen LEFT JOIN LATERAL ({reached("chosen.client")}) call ON true"""


def due_statement(*, whole: bool) -> str:
    order = f"promised_on, {in_turn('most', 'id', within='promised_on,')}"
    return promises_statement("p.state = 'open'", order, whole=whole)


def broken_statement(*, whole: bool) -> str:
    order = in_turn("most", "promised_on, id")
    return promises_statement("p.state IN ('broken', 'partly_kept')", order, whole=whole)


def worklist_statement(*, whole: bool) -> str:
    """Each invoice less what is disputed of it; only of the clients that are weighed."""
    theirs = "true" if whole else "c.collector = $3"
    return f"""
WITH late AS MATERIALIZED (
  SELECT c.id, c.name, d.currency, sum(d.residual) AS overdue
  FROM client c JOIN document d ON d.client = c.id AND d.residual <> 0
    AND d.residual > 0 AND d.due_on < $5::date
  WHERE c.merged_into IS NULL AND {visible("c", 1)} AND {theirs}
  GROUP BY c.id, c.name, d.currency
), c AS MATERIALIZED (
  SELECT * FROM late ORDER BY {in_turn("overdue", "id")} LIMIT {WEIGHED_MOST}
)
SELECT c.id, c.name, c.currency, c.overdue, claimed.claims, call.name AS call_name, call.phone
FROM c CROSS JOIN LATERAL (
    SELECT json_agg(json_build_array(d.id,
      greatest(0, d.residual - coalesce(held.blocked, 0))::text, $5::date - d.due_on)) AS claims
    FROM document d LEFT JOIN LATERAL (SELECT sum(x.blocked) AS blocked FROM dispute x
      WHERE x.document = d.id AND x.blocked > 0) held ON true
    WHERE d.client = c.id AND d.residual <> 0 AND d.residual > 0 AND d.due_on < $5::date
      AND d.currency = c.currency) claimed
  LEFT JOIN LATERAL ({reached("c.id")}) call ON true"""


def branches_statement(viewer: Viewer) -> str:
    """A branch has its place by what is owed in its company's currency; currencies take turns."""
    return f"""
WITH seen AS MATERIALIZED (
  SELECT c.id, c.branch FROM client c WHERE c.merged_into IS NULL AND {visible("c", 2)}
), owed AS ({owed(viewer, "$1::date")}
), line AS (
  SELECT seen.branch AS branch_id, branch.name AS branch, owed.currency, company.currency AS home,
    sum(owed.outstanding) AS outstanding, coalesce(sum(owed.overdue), 0) AS overdue,
    count(*) FILTER (WHERE owed.overdue > 0) AS clients_overdue
  FROM seen JOIN owed ON owed.client = seen.id LEFT JOIN branch ON branch.id = seen.branch
    LEFT JOIN company ON company.id = branch.company
  GROUP BY seen.branch, branch.name, company.currency, owed.currency
), placed AS (
  SELECT line.*, max(outstanding) FILTER (WHERE currency = home) OVER (PARTITION BY branch_id)
    AS owed_at_home FROM line
)
SELECT * FROM placed
ORDER BY
  dense_rank() OVER (PARTITION BY home ORDER BY owed_at_home DESC NULLS LAST, branch_id),
  home, branch_id, currency <> home, currency LIMIT {BRANCHES_MOST}"""


async def data_as_of(viewer: Viewer) -> datetime | None:
    """When the ledgers were last loaded that the viewer's clients stand in: the oldest."""
    found: datetime | None = await fetch_value(DATA_AS_OF, *scope_of(viewer))
    return found


async def figures(viewer: Viewer, client_ids: Sequence[UUID], today: date) -> list[Record]:
    return await fetch_all(FIGURES, list(client_ids), *scope_of(viewer), today)


async def suggestions(viewer: Viewer, today: date) -> list[Record]:
    return await fetch_all(SUGGESTIONS, *scope_of(viewer), today)


async def has_clients(viewer: Viewer) -> bool:
    """Whether the viewer is the collector of any they see."""
    return bool(await fetch_value(HAS_CLIENTS, *scope_of(viewer)))


async def promises_due(
    viewer: Viewer, from_on: date, through: date, *, whole: bool
) -> list[Record]:
    """Open ones promised in those days, the earliest first; `whole`: whoever's client it is."""
    return await fetch_all(due_statement(whole=whole), *scope_of(viewer), from_on, through)


async def promises_broken(
    viewer: Viewer, from_on: date, through: date, *, whole: bool
) -> list[Record]:
    """Those not kept, or kept in part, those that can be the largest first."""
    return await fetch_all(broken_statement(whole=whole), *scope_of(viewer), from_on, through)


async def worklist(viewer: Viewer, today: date, *, whole: bool) -> list[Record]:
    """The clients that are overdue with the most; `whole`: whoever collects from them."""
    return await fetch_all(worklist_statement(whole=whole), *scope_of(viewer), today)


async def branches(viewer: Viewer, today: date) -> list[Record]:
    return await fetch_all(branches_statement(viewer), today, *scope_of(viewer))
