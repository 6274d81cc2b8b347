"""What is typed of a colleague, and what the buttons of their sheet do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from pydantic import ValidationError

from mobile.api.failures import Failure
from mobile.screens.failures import sentence
from shared.contract.identity import ChangeUser, Handover, NewUser, OneTimeLink, Role, User

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.team import Team

Step = Literal["form", "link", "hand-over", "disable"]


@dataclass(frozen=True, slots=True)
class Person:
    """What is typed of somebody, and where in the sheet one is. Without `user`, somebody new."""

    user: User | None = None
    name: str = ""
    email: str = ""
    role: Role = "sales"
    everything: bool = False
    own_portfolio: bool = True
    branches: tuple[UUID, ...] = ()
    step: Step = "form"
    link: OneTimeLink | None = None
    failure: str = ""
    busy: bool = False

    @classmethod
    def of(cls, user: User) -> Person:
        scope = user.scope
        return cls(
            user,
            user.name,
            user.email,
            user.role,
            scope.everything,
            scope.own_portfolio,
            tuple(branch.id for branch in scope.branches),
        )


NEW = Person()


@dataclass(frozen=True, slots=True)
class Edit:
    """One person in hand: every verb ends the sheet, or leaves it with what went wrong."""

    desk: Desk
    look: Look
    team: Team
    person: Person
    put: Callable[[Person | None], None]

    async def save(self) -> None:
        person, put = self.person, self.put
        try:
            if person.user is None:
                invited = await self.team.invite(self._new())
                put(replace(Person.of(invited.user), step="link", link=invited.link))
            else:
                await self.team.change(person.user.id, self._changed())
                put(None)
        except ValidationError:
            put(replace(person, failure=self.look.strings.team.malformed))
        except Failure as failure:
            put(replace(person, failure=sentence(self.look.strings, failure)))

    def _new(self) -> NewUser:
        person = self.person
        return NewUser(
            email=person.email.strip(),
            name=person.name.strip(),
            role=person.role,
            language=self.look.strings.language,
            everything=person.everything,
            own_portfolio=person.own_portfolio,
            branch_ids=list(person.branches),
        )

    def _changed(self) -> ChangeUser:
        person = self.person
        return ChangeUser(
            role=person.role,
            everything=person.everything,
            own_portfolio=person.own_portfolio,
            branch_ids=list(person.branches),
        )

    async def new_link(self) -> None:
        if self.person.user is None:
            return
        try:
            link = await self.team.new_link(self.person.user.id)
        except Failure as failure:
            self.put(replace(self.person, failure=sentence(self.look.strings, failure)))
            return
        self.put(replace(self.person, step="link", link=link))

    async def copy(self, url: str) -> None:
        await self.desk.platform.copy(url)
        self.desk.say(self.look.strings.common.copied)

    def handing(self, to: User) -> Callable[[], None]:
        async def handed() -> None:
            if self.person.user is None:
                return
            try:
                count = await self.team.hand_over(self.person.user.id, Handover(to_user_id=to.id))
            except Failure as failure:
                self.put(replace(self.person, failure=sentence(self.look.strings, failure)))
                return
            self.put(None)
            self.desk.say(self.look.strings.team.handed_over(count))

        return lambda: self.desk.do(handed)

    def access(self, *, disabled: bool) -> None:
        async def changed() -> None:
            if self.person.user is None:
                return
            try:
                await self.team.change(self.person.user.id, ChangeUser(disabled=disabled))
            except Failure as failure:
                self.put(replace(self.person, failure=sentence(self.look.strings, failure)))
                return
            self.put(None)

        self.desk.do(changed)
