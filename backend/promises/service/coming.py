"""What of each promise is still to come: what may be asked of who gave it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from backend.promises.queries.promises import standing_promises
from backend.promises.service.accounts import accounts_of
from shared.rules.promise_closing import NEVER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from backend.promises.service.accounts import Asked


async def still_to_come(client_ids: Sequence[UUID]) -> Mapping[UUID, Decimal]:
    """By promise of these clients, those of which nothing is to come left out.

    Less what has come in for it, whatever its day; never more than its invoices owe undisputed: of
    one that a dispute suspends nothing is to come. What a plan covers that goes on, agreed on when
    the promise's day was over, is to come by the plan's own instalments. `client_ids` are of
    clients that stand, not of those merged into them.
    """
    standing = await accounts_of(await standing_promises(client_ids))
    to_come = {asked.row["id"]: to_come_of(asked) for asked in standing}
    return {promise_id: amount for promise_id, amount in to_come.items() if amount > 0}


def to_come_of(asked: Asked) -> Decimal:
    """Of one that was judged no more than was found missing then."""
    found: Decimal = asked.row["disputed"] or Decimal(0)
    by_plan = frozenset(asked.row["owed_by_plan"] or ())
    word = replace(asked.word, documents=asked.word.documents - by_plan)
    disputed = max(found, asked.account.disputed(word, NEVER))
    now = asked.account.standing(word, NEVER, disputed)
    return now.expected - now.counted
