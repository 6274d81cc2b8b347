"""People of ours: who they are, what they may do and see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.identity.queries import accounts
from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from uuid import UUID

    from backend.identity.queries.accounts import AccountRow

NO_SUCH_PERSON = Refusal("not-found", 404, "Not found.")


async def person(account_id: UUID) -> AccountRow:
    """Raises `Refused` (404) where there is no such person."""
    found = await accounts.person(account_id)
    if found is None:
        raise Refused(NO_SUCH_PERSON)
    return found
