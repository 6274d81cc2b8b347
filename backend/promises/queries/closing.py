"""The daily closing: whom to look at, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from backend.database.transaction import copy_rows, execute, fetch_all

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

CLOSING_LOCK: Final = 1_704_001
JUDGEMENT: Final = (
    "id", "promise", "place", "closed_on", "verdict", "expected", "counted", "disputed",
    "cash_through", "judged_at",
)  # fmt: skip


async def one_closing_at_a_time() -> None:
    """Until the transaction's end: another closing waits, and then sees what this one found.

    So does whoever accepts a payment plan: no two that go on cover one invoice.
    """
    await execute("SELECT pg_advisory_xact_lock($1)", CLOSING_LOCK)


TO_CLOSE: Final = """
SELECT DISTINCT coalesce(c.merged_into, c.id) AS client FROM (
  SELECT p.client FROM promise p
  WHERE p.state NOT IN ('superseded', 'withdrawn') AND p.deadline_on <= $1
    AND (p.state = 'open' OR p.deadline_on > $2)
  UNION
  -- A dispute that ended since has moved the deadline of what was judged after it.
  SELECT p.client FROM dispute_span s
    JOIN dispute d ON d.id = s.dispute
    JOIN promise_document x ON x.document = d.document
    JOIN promise p ON p.id = x.promise
  WHERE s.until_on > $2 AND p.state NOT IN ('open', 'superseded', 'withdrawn')
    AND p.deadline_on <= $2
  UNION SELECT l.client FROM payment_plan l WHERE l.state IN ('accepted', 'active')
    OR l.state = 'completed' AND EXISTS (
      SELECT FROM promise o WHERE o.plan = l.id AND o.state = 'open')
) said JOIN client c ON c.id = said.client
ORDER BY 1"""


async def clients_to_close(day: date, watched_from: date) -> list[UUID]:
    """Those with a promise to judge, or judged so lately that money may still change it.

    And those with a plan that goes on: a plan paid before its time does where money is taken back.
    """
    return [row["client"] for row in await fetch_all(TO_CLOSE, day, watched_from)]


async def append_judgements(rows: Sequence[tuple[Any, ...]]) -> None:
    await copy_rows("promise_judgement", JUDGEMENT, rows)


async def set_states(states: Mapping[UUID, str]) -> None:
    await execute(
        "UPDATE promise p SET state = s.state FROM unnest($1::uuid[], $2::text[]) AS s (id, state)"
        " WHERE p.id = s.id",
        list(states),
        list(states.values()),
    )
