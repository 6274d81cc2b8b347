"""Adding somebody and inviting them, in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.database.transaction import transaction
from backend.edge.keys import Keys
from backend.identity.service import links
from backend.identity.service.people import add_person, person
from backend.identity.tokens import invitation_secret

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from backend.activity.service import By
    from backend.identity.queries.accounts import AccountRow
    from backend.identity.service.links import Link
    from backend.settings import Settings


async def invite(
    *,
    email: str,
    name: str,
    role: str,
    language: str,
    sees_everything: bool,
    sees_own_portfolio: bool,
    branch_ids: Sequence[UUID],
    by: By,
    now: datetime,
    settings: Settings,
    id_: UUID | None = None,
) -> tuple[AccountRow, Link]:
    """Adds a person with their invitation, then mails it where mail is set up.

    Sent again under the same id, it answers the same person and the same link, and mails it again
    while it works: nobody knows whether the first letter left.

    Raises:
        Refused: as `add_person`.
    """
    async with transaction():
        account_id, is_repeat = await add_person(
            id_=id_,
            email=email,
            name=name,
            role=role,
            language=language,
            sees_everything=sees_everything,
            sees_own_portfolio=sees_own_portfolio,
            branch_ids=branch_ids,
            by=by,
            now=now,
        )
        added = await person(account_id)
        secret = invitation_secret(account_id, Keys.of(settings))
        if is_repeat:
            link, works = await links.issued(secret, now=now, settings=settings)
        else:
            link = await links.issue(added, by=by, now=now, settings=settings, secret=secret)
            works = True
    return added, await links.mailed(link, added, settings) if works else link
