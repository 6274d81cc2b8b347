"""A page of the client list: who is in view, in which order, and what each owes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from backend.clients.visibility import scope_of, visible
from backend.database.transaction import fetch_all, stream
from backend.position.queries.field import BROKEN, LAST_VISITS, last_visit
from backend.position.queries.owed import open_items, owed
from backend.position.queries.search import found

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from datetime import date
    from decimal import Decimal
    from uuid import UUID

    from asyncpg import Record

    from backend.identity.viewer import Viewer
    from shared.contract.clients import ClientFilter, ClientSort
    from shared.rules.looked_for import LookedFor

Place = tuple[str, "Decimal", str, "UUID"]
"""Where a row stands: by what it is counted in, then by the order's own value, then by name, then
by id; all ascending.
"""


NO_LIMIT: Final = 2**31 - 1
"""The most that fits where a page's size goes."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which page: the next `limit` rows after the place `after`.

    Without `sort`, what was searched comes by how well it fits, and everything else by name.
    """

    viewer: Viewer
    today: date
    filter: ClientFilter = "all"
    sort: ClientSort | None = None
    said: LookedFor | None = None
    after: Place | None = None
    limit: int = 50


class Values(list[Any]):
    """The values of a statement that is put together; each `add` answers its placeholder."""

    def add(self, value: Any, type_: str) -> str:
        self.append(value)
        return f"${len(self)}::{type_}"

    def scope(self, viewer: Viewer, client: str) -> str:
        clause = visible(client, len(self) + 1)
        self.extend(scope_of(viewer))
        return clause


async def page(wanted: Wanted) -> Sequence[Record]:
    """The rows with their figures in every currency, and where each stands, for the cursor."""
    values = Values()
    sql = statement(wanted, values)
    return await fetch_all(sql, *values)


async def every(wanted: Wanted) -> AsyncIterator[Record]:
    """The rows of all the pages; inside a transaction, in memory that does not grow."""
    values = Values()
    sql = statement(replace(wanted, limit=NO_LIMIT), values)
    async for row in stream(sql, *values):
        yield row


def statement(wanted: Wanted, values: Values) -> str:
    today = values.add(wanted.today, "date")
    scope = values.scope(wanted.viewer, "c")
    searched, found_rows = ("", "") if wanted.said is None else found(wanted.said, scope, values)
    seen = f"""
      SELECT c.id, c.code, c.name, c.town, c.company, c.branch, c.currency,
        c.sort_name AS folded, {"found.place" if found_rows else "0::numeric"} AS fit,
        {"found.found_by" if found_rows else "NULL"} AS found_by
      FROM client c {found_rows}
      WHERE c.merged_into IS NULL AND {scope} AND {
        FILTERS[wanted.filter].format(
            today=today,
            viewer=values.add(wanted.viewer.account_id, "uuid") if wanted.filter == "mine" else "",
        )
    }"""
    return f"""
WITH {searched} seen AS ({seen}),
placed AS ({placed(wanted, today)}),
page AS (
  SELECT * FROM placed {after(wanted, values)}
  ORDER BY {order(wanted)} LIMIT {values.add(wanted.limit, "int")}
)
SELECT page.id, page.code, page.name, page.town, page.currency, page.found_by, page.counted_in,
  page.place, page.folded, company.name AS company, branch.name AS branch, figures.rows AS figures,
  {last_visit("page.id")} AS last_visit_on
FROM page
  JOIN company ON company.id = page.company
  LEFT JOIN branch ON branch.id = page.branch
  CROSS JOIN LATERAL ({figures_of("page.id", today)}) figures
ORDER BY {order(wanted)}"""


# Whose disputes hold something that is still due. There are few of them: they are read once.
DISPUTED: Final = """(SELECT doc.client FROM dispute d JOIN document doc ON doc.id = d.document
  WHERE d.blocked > 0 AND doc.residual > 0)"""

FILTERS: dict[ClientFilter, str] = {
    "all": "true",
    "mine": "(c.rep = {viewer} OR c.collector = {viewer})",
    "overdue": "EXISTS (SELECT FROM document late WHERE late.client = c.id AND late.residual <> 0"
    " AND late.residual > 0 AND late.due_on < {today})",
    "disputed": f"c.id IN {DISPUTED}",
    "promise_broken": f"c.id IN {BROKEN}",
    "unassigned": "c.branch IS NULL AND c.rep IS NULL",
}

# The largest first: places ascend, so amounts are turned round. Of visits the one longest ago, and
# before it those never made.
PLACES: dict[ClientSort, str] = {
    "outstanding": "-coalesce(owed.outstanding, 0)",
    "overdue": "-coalesce(owed.overdue, 0)",
    "oldest": "-greatest({today} - owed.first_due_on, 0)::numeric",
    "last_visit": "(visited.visited_on - DATE '1970-01-01')::numeric",
}
# One currency after the other, those of our companies first (decision 25): no amount is held
# against one of another. Who owes nothing comes after all who do.
COUNTED_IN: Final = """
  CASE WHEN {place} < 0 THEN '0' ELSE '1' END
    || CASE WHEN seen.currency IN (SELECT currency FROM company) THEN '0' ELSE '1' END
    || seen.currency"""


def placed(wanted: Wanted, today: str) -> str:
    """`seen` with its place in the order that was asked for."""
    if wanted.sort is None or wanted.sort == "name":
        place = "0::numeric" if wanted.sort else "seen.fit"
        return f"SELECT seen.*, '' AS counted_in, {place} AS place FROM seen"
    place = f"coalesce({PLACES[wanted.sort].format(today=today)}, 0)"
    if wanted.sort == "last_visit":
        return f"""
  SELECT seen.*, '' AS counted_in, {place} AS place
  FROM seen LEFT JOIN ({LAST_VISITS}) visited ON visited.client = seen.id"""
    counted_in = "''" if wanted.sort == "oldest" else COUNTED_IN.format(place=place)
    return f"""
  SELECT seen.*, {counted_in} AS counted_in, {place} AS place
  FROM seen LEFT JOIN ({owed(wanted.viewer, today)}) owed
    ON owed.client = seen.id AND owed.currency = seen.currency"""


def order(wanted: Wanted) -> str:
    """By name alone where that is all there is, so that the index on names gives the page."""
    by_name = wanted.sort == "name" or (wanted.sort is None and wanted.said is None)
    return "folded, id" if by_name else "counted_in, place, folded, id"


def after(wanted: Wanted, values: Values) -> str:
    if wanted.after is None:
        return ""
    types = {"counted_in": "text", "place": "numeric", "folded": "text", "id": "uuid"}
    place = dict(zip(types, wanted.after, strict=True))
    columns = order(wanted).split(", ")
    placeholders = ", ".join(values.add(place[name], types[name]) for name in columns)
    return f"WHERE ({', '.join(columns)}) > ({placeholders})"


def figures_of(client: str, today: str) -> str:
    """What one client owes, an object a currency."""
    return f"""
    SELECT coalesce(json_agg(f ORDER BY f.currency), '[]') AS rows FROM (
      SELECT currency, sum(amount)::text AS outstanding,
        coalesce(sum(amount) FILTER (WHERE amount > 0 AND due_on < {today}),
                 0 * sum(amount))::text AS overdue,
        coalesce({today} - min(due_on) FILTER (WHERE amount > 0 AND due_on < {today}), 0)
          AS oldest_days_overdue
      FROM ({open_items(client)}
      ) item GROUP BY currency) f"""
