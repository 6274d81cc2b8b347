"""What this device remembers between two starts, and what it forgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from shared.contract.identity import User

if TYPE_CHECKING:
    from mobile.platform.ports import Vault

TOKEN, LANGUAGE, THEME = "token", "language", "theme"
USER, KEPT, PERSISTED = "user", "kept", "persisted"
"""Who is signed in; whether their clients are kept here; whether for good."""
YES: Final = "yes"
NO: Final = "no"


class Device:
    """Keeps the refresh token (a `Keeper` of the wire's) and the look of the sign-in screen.

    Without `remembered`, the token lives as long as the window: nothing of the session is written.
    """

    def __init__(self, vault: Vault) -> None:
        self.remembered = True
        self._vault = vault
        self._words: dict[str, str] = {}
        self._token: str | None = None
        self._notes = 0

    async def recall(self) -> dict[str, str]:
        """What was kept, read again from the device; what was noted meanwhile is newer."""
        before = self._notes
        kept = dict(await self._vault.read())
        if self._notes == before:
            self._words = kept
        return self._words

    async def token(self) -> str | None:
        if self.remembered:
            self._token = (await self.recall()).get(TOKEN)
        return self._token

    async def keep(self, token: str | None) -> None:
        """With the token goes who it was of, and what they chose for this device."""
        self._token = token
        if token is None:
            for name in (USER, KEPT):
                self._words.pop(name, None)
        self.note(TOKEN, token if self.remembered else None)

    def word(self, name: str) -> str | None:
        """As it was last read or noted."""
        return self._words.get(name)

    def note_user(self, user: User) -> None:
        """So that they find their clients where the server cannot be asked."""
        if self.remembered:
            self.note(USER, user.model_dump_json())

    def forget_others(self, user: User) -> None:
        """A window that keeps nothing shares its browser with the installed app, and its token."""
        known = self.user()
        if known is not None and known.id != user.id:
            self.note(USER, None)

    def user(self) -> User | None:
        """Who is signed in, as it was last read; None where it cannot be told."""
        kept = self._words.get(USER)
        if kept is None or TOKEN not in self._words:
            return None
        try:
            return User.model_validate_json(kept)
        except ValidationError:
            return None  # of another release

    def note(self, name: str, word: str | None) -> None:
        self._notes += 1
        if word is None:
            self._words.pop(name, None)
        else:
            self._words[name] = word
        self._vault.write(dict(self._words))
