"""What a device held whose session has ended by itself: nobody signs it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.changes.queries import standing
from backend.database.transaction import transaction
from backend.identity.tokens import REFRESH_LIFE

if TYPE_CHECKING:
    from datetime import datetime


async def forget_expired(now: datetime) -> int:
    """Of devices not seen for as long as a refresh token lives; answers how many clients.

    They have to sign in anew, and are other devices then.
    """
    async with transaction():
        return await standing.forget_unseen(now - REFRESH_LIFE)
