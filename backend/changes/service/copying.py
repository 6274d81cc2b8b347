"""Clients as they are sent: the ledger's side as PostgreSQL wrote it, and what the field said."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from pydantic_core import from_json

from backend.changes.queries.copies import copies
from backend.disputes.service.reading import recent_disputes
from backend.disputes.telling import dispute_told
from backend.promises.service.reading import recent_plans, recent_promises
from backend.promises.telling import plans_told, promise_told
from backend.threads.service.reading import BEGINNING, latest_entries, pinned_comments
from backend.threads.telling import comment_with, shown_beside, thread_told
from shared.contract.changes import ClientCopy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from backend.identity.viewer import Viewer
    from shared.rules.promise import PromisePolicy

PROMISES_MOST: Final = 20
PLANS_MOST: Final = 10
DISPUTES_MOST: Final = 20
ENTRIES_MOST: Final = 20

Said = dict["UUID", list[Any]]


async def copies_of(
    viewer: Viewer, client_ids: Sequence[UUID], *, today: date, policy: PromisePolicy
) -> dict[UUID, ClientCopy]:
    """Of those of them in sight, and standing. In a transaction that sees one state of it all."""
    settled_since = date(today.year - 1, 1, 1)
    rows = await copies(viewer, client_ids, settled_since)
    standing = {member: row["id"] for row in rows for member in row["members"]}
    parts = {
        **await promised(standing, policy),
        "disputes": await disputed(standing),
        "thread": await told(standing, viewer),
        "pinned": await pinned(standing, viewer),
    }
    return {
        row["id"]: ClientCopy.model_validate(
            from_json(row["ledger"]) | {name: part[row["id"]] for name, part in parts.items()}
        )
        for row in rows
    }


async def promised(standing: Mapping[UUID, UUID], policy: PromisePolicy) -> dict[str, Said]:
    """Promises and plans, by the client that stands."""
    promises: Said = defaultdict(list)
    for one in await recent_promises(list(standing), PROMISES_MOST, policy=policy):
        promises[standing[one.row["client"]]].append(promise_told(one))
    plans: Said = defaultdict(list)
    rows = await recent_plans(list(standing), PLANS_MOST)
    for row, plan in zip(rows, await plans_told(rows), strict=True):
        plans[row["client_now"]].append(plan)
    return {"promises": promises, "plans": plans}


async def disputed(standing: Mapping[UUID, UUID]) -> Said:
    """None is overdue yet: that is the day's to say, and the device's."""
    disputes: Said = defaultdict(list)
    for row in await recent_disputes(list(standing), DISPUTES_MOST):
        disputes[row["client_now"]].append(dispute_told(row, date.min))
    return disputes


async def told(standing: Mapping[UUID, UUID], viewer: Viewer) -> Said:
    """The last entries of each thread; the author's own comments as if just written."""
    page = await latest_entries(list(standing), ENTRIES_MOST)
    entries = await thread_told(page, viewer, BEGINNING)
    thread: Said = defaultdict(list)
    for fact, entry in zip(page.facts, entries, strict=True):
        of_client = thread[standing[fact["client"]]]
        if len(of_client) < ENTRIES_MOST:
            of_client.append(entry)
    return thread


async def pinned(standing: Mapping[UUID, UUID], viewer: Viewer) -> Said:
    rows = await pinned_comments(list(standing))
    beside = await shown_beside(rows)
    comments: Said = defaultdict(list)
    for row in rows:
        comments[row["client"]].append(comment_with(row, beside, viewer, BEGINNING))
    return comments
