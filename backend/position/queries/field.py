"""What the field said of clients, as the list is chosen and ordered by it.

None of it changes by the date alone: a device holds the same of each of its clients.
"""

from __future__ import annotations

from typing import Final

# Of `p`, which was not kept, some is still owed. Whoever agreed on a plan since owes by that plan:
# while it goes on, the plan's own instalments tell whether the word is kept (decision 28).
STILL_BROKEN: Final = """
  p.state IN ('broken', 'partly_kept') AND EXISTS (
    SELECT FROM promise_document x JOIN document d ON d.id = x.document
    WHERE x.promise = p.id AND d.residual > 0 AND NOT EXISTS (
      SELECT FROM promise_document y JOIN promise i ON i.id = y.promise
        JOIN payment_plan l ON l.id = i.plan AND l.state IN ('accepted', 'active', 'completed')
      WHERE y.document = x.document AND i.plan IS DISTINCT FROM p.plan
        AND i.taken_on >= p.deadline_on AND i.recorded_at > p.recorded_at))"""

# Who did not keep a promise. There are few of them: they are read once.
BROKEN: Final = f"""(SELECT coalesce(said_of.merged_into, said_of.id)
  FROM promise p JOIN client said_of ON said_of.id = p.client WHERE {STILL_BROKEN})"""

LAST_VISITS: Final = """
  SELECT coalesce(seen_as.merged_into, seen_as.id) AS client, max(r.visited_on) AS visited_on
  FROM visit_report r JOIN client seen_as ON seen_as.id = r.client GROUP BY 1"""


def last_visit(client: str) -> str:
    """The day on which somebody of ours was last there; a merged client's visits are its heir's."""
    return f"""(SELECT max(r.visited_on) FROM visit_report r WHERE r.client = {client}
    OR r.client IN (SELECT was.id FROM client was WHERE was.merged_into = {client}))"""
