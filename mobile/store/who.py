"""Whom one may name where a client is talked about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mobile.api import threads as api
from mobile.store.mentioning import Name
from mobile.store.reading import Known, Reading
from shared.contract.threads import Mentionable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from mobile.store.reach import Reach
    from shared.contract.identity import Role

PEOPLE_TOLD: Final = 50
"""Of the people one may name, the server tells so many: further ones by how they begin."""


class Who(Reading[Mentionable]):
    """Whom one may name here. `begun` is how the names begin that were asked for."""

    def __init__(self, reach: Reach, client_id: UUID) -> None:
        async def read(_: Known[Mentionable] | None) -> Known[Mentionable]:
            found = await api.mentionable(reach.wire, client_id, self._begun)
            self._is_everybody = not self._begun and len(found.people) < PEOPLE_TOLD
            return Known.now(found)

        super().__init__(read)
        self._begun = ""
        self._is_everybody = False

    async def look_for(self, beginning: str) -> None:
        """Ask the server where it did not tell everybody."""
        if self.known is None:
            await self.refresh()
        if not self._is_everybody and beginning != self._begun:
            self._begun = beginning
            await self.anew()

    def names(self, roles: Mapping[Role, str]) -> list[Name]:
        """People by name, then the roles as the person's language calls them."""
        if self.value is None:
            return []
        people = [Name(one.name, account_id=one.id) for one in self.value.people]
        return [*people, *(Name(roles[role], role=role) for role in self.value.roles)]
