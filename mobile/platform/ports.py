"""What the app asks of the machine it runs on. One adapter for each kind of machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from datetime import tzinfo

    import httpx

    from shared.contract.identity import Language


class Vault(Protocol):
    """A few words kept on the device between two starts: the refresh token, the language."""

    async def read(self) -> Mapping[str, str]:
        """What is kept now: another window of the device may have changed it."""

    def write(self, words: Mapping[str, str]) -> None:
        """Replace all of it. It need not have been done when this returns."""


class Chosen(Protocol):
    """A file the person chose."""

    name: str
    size: int

    def content(self) -> AsyncIterator[bytes]:
        """Its bytes, once. The file may be gone afterwards."""


class Platform(Protocol):
    """The machine under one session of the app."""

    @property
    def vault(self) -> Vault: ...
    @property
    def zone(self) -> tzinfo: ...
    @property
    def language(self) -> Language: ...
    @property
    def device_name(self) -> str: ...

    def http(self) -> httpx.AsyncClient:
        """A client whose relative addresses are the server's."""

    async def copy(self, words: str) -> None:
        """Onto the clipboard."""

    async def hand_over(self, name: str, content: bytes) -> None:
        """Give the person a file: save it, or share it."""
