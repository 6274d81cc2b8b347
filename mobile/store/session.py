"""Who is signed in on this device, and the verbs that change that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from flet import Observable

from mobile.api import demo, identity
from mobile.api.failures import Failure, SessionOver
from mobile.store.device import LANGUAGE, THEME
from shared.contract.identity import ChangeProfile

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mobile.api.wire import Wire
    from mobile.store.device import Device
    from shared.contract.demo import DemoAccountList
    from shared.contract.identity import Capability, Language, Theme, User

Phase = Literal["starting", "out", "in"]
Notice = Literal["session-over", "password-chosen"]
"""What the sign-in screen has to say first."""


def may(user: User | None, capability: Capability) -> bool:
    """Whether the server would let them: what it would refuse is not offered."""
    return user is not None and capability in user.capabilities


class Session(Observable):
    """`phase` decides which half of the app is shown; `user` is there when it is "in"."""

    def __init__(
        self,
        wire: Wire,
        device: Device,
        language: Language,
        device_name: str,
        *,
        is_kept: bool = False,
    ) -> None:
        """`is_kept`: who is signed in is kept on the device, and goes on without the server."""
        self._wire = wire
        self._device = device
        self._device_name = device_name
        self._is_kept = is_kept
        self.phase: Phase = "starting"
        self.user: User | None = None
        self.language: Language = language
        self.theme: Theme = "system"
        self.notice: Notice | None = None
        self.failure: Failure | None = None
        self._on_enter: Callable[[User], Awaitable[None]] = _nobody_waits

    def when_in(self, listener: Callable[[User], Awaitable[None]]) -> None:
        """Whom to tell that somebody is signed in, before anything of theirs is shown."""
        self._on_enter = listener

    async def start(self) -> None:
        """Go on where the device was left: signed in if its token is still good.

        Where the device keeps who is signed in, they are in at once; whether the token is good is
        told by the first answer that comes.
        """
        self.failure = None
        try:
            kept = await self._device.recall()
            self._look(kept.get(LANGUAGE, self.language), kept.get(THEME, "system"))
            known = self._device.user() if self._is_kept else None
            await self.enter(known or (await self._wire.renew()).user)
        except SessionOver:
            self.phase = "out"
        except Failure as failure:
            self.failure = failure

    async def sign_in(self, email: str, password: str, *, remember: bool) -> None:
        """Raises a `Failure` with the server's sentence; the session stays "out"."""
        self._device.remembered = remember
        signed_in = await identity.sign_in(self._wire, email, password, self._device_name)
        await self.enter(signed_in.user)

    async def open_link(self, token: str, password: str) -> None:
        """Choose a password by a one-time link; then one signs in with it."""
        await identity.open_link(self._wire, token, password)
        self._leave("password-chosen")

    async def ask_reset(self, email: str) -> None:
        """A one-time link goes to the address, if somebody has it."""
        await identity.ask_reset(self._wire, email)

    async def demo_accounts(self) -> DemoAccountList:
        """Nobody where the server has no demo, or does not answer."""
        return await demo.accounts(self._wire)

    async def sign_out(self) -> None:
        """Here in any case; a server that cannot be reached lets the token die of age."""
        try:
            await identity.sign_out(self._wire)
        except Failure as failure:
            self.failure = failure
        self._leave()

    def ended(self) -> None:
        """The server knows this device no more."""
        self._leave("session-over")

    async def change_password(self, current: str, new: str) -> None:
        await identity.change_password(self._wire, current, new)

    async def speak(self, language: Language) -> None:
        self._look(language, self.theme)
        if self.user is not None:
            self._be(await identity.change_me(self._wire, ChangeProfile(language=language)))

    async def wear(self, theme: Theme) -> None:
        self._look(self.language, theme)
        if self.user is not None:
            self._be(await identity.change_me(self._wire, ChangeProfile(theme=theme)))

    async def enter(self, user: User) -> None:
        await self._on_enter(user)
        self.notice, self.failure = None, None
        self._be(user)
        self.phase = "in"

    def is_now(self, user: User) -> None:
        """What the server says of who is signed in, whom it may have given another role since."""
        if user != self.user:
            self._be(user)
        else:
            self._keep(user)

    def _be(self, user: User) -> None:
        self.user = user
        self._look(user.language, user.theme)
        self._keep(user)

    def _keep(self, user: User) -> None:
        """Beside the token, whose it is: never somebody else's."""
        if self._is_kept:
            self._device.note_user(user)
        else:
            self._device.forget_others(user)

    def _leave(self, notice: Notice | None = None) -> None:
        self.phase, self.user, self.notice = "out", None, notice

    def _look(self, language: str, theme: str) -> None:
        """Applied at once and remembered for the sign-in screen."""
        self.language = "en" if language == "en" else "fr"
        self.theme = theme if theme in ("light", "dark") else "system"  # type: ignore[assignment]
        self._wire.language = self.language
        self._device.note(LANGUAGE, self.language)
        self._device.note(THEME, self.theme)


async def _nobody_waits(_: User) -> None:
    """Nobody listens yet."""
