"""What is typed of a colleague, and what the buttons of their sheet do."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal
from uuid import UUID  # noqa: TC003 - a dataclass's fields are looked at

from pydantic import ValidationError

from mobile.api.failures import Failure
from mobile.screens.failures import sentence
from shared.contract.identity import ChangeUser, Handover, NewUser, OneTimeLink, Role, User
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mobile.components.look import Look
    from mobile.screens.hooks import Change
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
    id: UUID = field(default_factory=new_id)
    """Of this opening of the sheet."""

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


@dataclass(frozen=True, slots=True)
class Edit:
    """One person in hand: every verb ends the sheet, or leaves it with what went wrong."""

    desk: Desk
    look: Look
    team: Team
    person: Person
    put: Change[Person]

    def save(self) -> None:
        self._do(self._invited if self.person.user is None else self._kept)

    async def _invited(self) -> None:
        invited = await self.team.invite(self._new())
        self.put(lambda now: replace(now, user=invited.user, step="link", link=invited.link))

    async def _kept(self) -> None:
        if self.person.user is not None:
            await self.team.change(self.person.user.id, self._changed())
            self._close()

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

    def new_link(self) -> None:
        async def made() -> None:
            if self.person.user is not None:
                link = await self.team.new_link(self.person.user.id)
                self.put(lambda now: replace(now, step="link", link=link))

        self._do(made)

    async def copy(self, url: str) -> None:
        await self.desk.platform.copy(url)
        self.desk.say(self.look.strings.common.copied)

    def handing(self, to: User) -> Callable[[], None]:
        async def handed() -> None:
            if self.person.user is not None:
                count = await self.team.hand_over(self.person.user.id, Handover(to_user_id=to.id))
                self._close()
                self.desk.say(self.look.strings.team.handed_over(count))

        return lambda: self._do(handed)

    def access(self, *, disabled: bool) -> None:
        async def changed() -> None:
            if self.person.user is not None:
                await self.team.change(self.person.user.id, ChangeUser(disabled=disabled))
                self._close()

        self._do(changed)

    def _close(self) -> None:
        self.put(lambda _: None)

    def _do(self, verb: Callable[[], Awaitable[None]]) -> None:
        """Once at a time. What went wrong stands in the sheet; where that is closed, it is told."""
        if self.person.busy:
            return
        self.put(lambda now: replace(now, busy=True, failure=""))
        self.desk.do(self._done, verb)

    async def _done(self, verb: Callable[[], Awaitable[None]]) -> None:
        try:
            await verb()
        except ValidationError:
            why = self.look.strings.team.malformed
            self.put(lambda now: replace(now, failure=why))
        except Failure as failure:
            why = sentence(self.look.strings, failure)
            if not self.put(lambda now: replace(now, failure=why)):
                raise
        finally:
            self.put(lambda now: replace(now, busy=False))
