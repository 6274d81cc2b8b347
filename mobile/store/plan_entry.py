"""One payment plan being proposed: kept while it is typed, sent, and sent again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.store.plan_draft import PlanDraft
from mobile.store.promise_entry import Entry

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mobile.sync.entries import Entry as Kept
    from shared.contract.promises import NewPlan, Plan


class PlanEntry(Entry["NewPlan", "Plan"]):
    """Nothing typed is lost by a failure, by closing the sheet, or by leaving the client's file."""

    draft: PlanDraft

    def __init__(self, send: Callable[[NewPlan], Awaitable[Plan | Kept]]) -> None:
        super().__init__(send, PlanDraft)
