"""How much of each invoice is promised: what must not be dunned before the promise's day."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from backend.promises.queries.promises import standing_promises
from backend.promises.service.accounts import accounts_of
from shared.rules.promise import DEFAULT_POLICY
from shared.rules.promise_closing import NEVER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from shared.rules.promise import PromisePolicy


async def promised_shares(
    client_ids: Sequence[UUID], on: date, policy: PromisePolicy = DEFAULT_POLICY
) -> Mapping[UUID, Decimal]:
    """By invoice of these clients, the share that open promises cover until their deadlines.

    What of a promise has not come in yet covers its invoices, the first due first; no invoice
    beyond what it still owes and no dispute holds of it: promised and disputed together are never
    more than is owed. Past its deadline a promise covers nothing, judged or not. An invoice of
    which nothing is covered is not among them.
    """
    shares: dict[UUID, Decimal] = defaultdict(Decimal)
    promises = await accounts_of(await standing_promises(client_ids))
    for asked in sorted(promises, key=lambda one: one.word.order):
        row, due = asked.row, asked.due_on(policy)
        if row["state"] != "open" or (due is not None and due < on):
            continue
        missing = row["amount"] - asked.counted_ever
        for document, left in asked.documents:
            room = left - asked.account.held(document, NEVER) - shares[document]
            share = max(Decimal(0), min(missing, room))
            shares[document] += share
            missing -= share
    return {document: share for document, share in shares.items() if share}
