"""The people of the company, for those who may invite and change them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.api import identity
from mobile.store.reading import Known, Reading

if TYPE_CHECKING:
    from uuid import UUID

    from mobile.api.wire import Wire
    from shared.contract.identity import ChangeUser, Handover, Invited, NewUser, OneTimeLink, User
    from shared.contract.organisation import Organisation

PAGES_MOST = 50
"""Of people read one after the other: a company of ten thousand is beyond a list to scroll."""


class Team(Reading["tuple[User, ...]"]):
    """Everybody, by name. Every verb may raise a `Failure`, and then changed nothing."""

    def __init__(self, wire: Wire) -> None:
        super().__init__(self._everybody)
        self._wire = wire
        self.organisation: Reading[Organisation] = Reading(self._places)

    async def invite(self, user: NewUser) -> Invited:
        """Added, with the link to hand over: it is shown once."""
        invited = await identity.invite(self._wire, user)
        await self.refresh()
        return invited

    async def change(self, user_id: UUID, change: ChangeUser) -> User:
        user = await identity.change_user(self._wire, user_id, change)
        await self.refresh()
        return user

    async def new_link(self, user_id: UUID) -> OneTimeLink:
        return await identity.new_link(self._wire, user_id)

    async def hand_over(self, user_id: UUID, to: Handover) -> int:
        """How many clients changed hands."""
        handed = await identity.hand_over(self._wire, user_id, to)
        await self.refresh()
        return handed.clients

    async def _everybody(self, _: Known[tuple[User, ...]] | None) -> Known[tuple[User, ...]]:
        people: list[User] = []
        cursor = None
        for _page in range(PAGES_MOST):
            page = await identity.users(self._wire, cursor)
            people += page.items
            cursor = page.next_cursor
            if cursor is None:
                break
        return Known.now(tuple(people))

    async def _places(self, _: Known[Organisation] | None) -> Known[Organisation]:
        return Known.now(await identity.organisation(self._wire))
