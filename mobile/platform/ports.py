"""What the app asks of the machine it runs on. One adapter for each kind of machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, Protocol, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractAsyncContextManager
    from datetime import datetime, tzinfo
    from typing import BinaryIO

    import flet as ft
    import httpx

    from mobile.sync.keeping import Pocket
    from mobile.sync.photos import Darkroom
    from mobile.sync.writing import WriterLock
    from shared.contract.identity import Language


PickingFor = Literal["ledger", "dispute", "answer", "comment", "visit", "plan"]
"""What files are chosen for: each has a picker of its own, so that none hears of another's."""
PICKING_FOR: Final[tuple[PickingFor, ...]] = get_args(PickingFor)


class Vault(Protocol):
    """A few words kept on the device between two starts: the refresh token, the language."""

    async def read(self) -> Mapping[str, str]:
        """What is kept now: another window of the device may have changed it."""

    def write(self, words: Mapping[str, str]) -> None:
        """Replace all of it. It need not have been done when this returns."""


class Chosen(Protocol):
    """A file the person chose."""

    @property
    def name(self) -> str: ...
    @property
    def size(self) -> int:
        """In bytes."""

    def opened(self, on_share: Callable[[float], None]) -> AbstractAsyncContextManager[BinaryIO]:
        """The file, to be read once. `on_share` is told how much of it has come, from 0 to 1."""


class Room(NamedTuple):
    """Of the device's storage, in bytes."""

    used: int
    most: int
    """What the device lets the app have."""


class Storage(Protocol):
    """What the device keeps beyond the window: the portfolios and outboxes of its people."""

    @property
    def server(self) -> str:
        """The origin whose people they are, such as `https://credit.example.com`."""

    @property
    def pocket(self) -> Pocket: ...
    @property
    def darkroom(self) -> Darkroom | None:
        """None where the machine cannot draw: photos are then kept as they are."""

    @property
    def is_encrypted(self) -> bool:
        """By the device, beyond what its screen lock does. Where not, the app says so."""

    async def ready(self) -> None:
        """Returns once there is something to lock. Asked more than once. Raises a `Failure`.

        What `pocket` holds is read when the lock is taken: another window may have written before.
        """

    def lock(self) -> WriterLock:
        """The device's one lock; a new handle to it each time."""

    async def persist(self) -> bool:
        """Asks that the device never throws it away by itself; whether it will not."""

    async def room(self) -> Room:
        """How much is used and may be."""


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
    @property
    def storage(self) -> Storage | None:
        """None where nothing outlives the window."""

    @property
    def installer(self) -> str | None:
        """Where the app that needs no network is offered; None where it runs, or is not built."""

    def now(self) -> datetime:
        """The moment, where the business is."""

    def http(self) -> httpx.AsyncClient:
        """A client whose relative addresses are the server's."""

    def picking(
        self,
        on_chosen: Callable[[Chosen], None],
        purpose: PickingFor = "ledger",
        *,
        photos: bool = False,
        several: bool = False,
    ) -> ft.PickFiles:
        """What a button does so that the person chooses files: inside their very gesture.

        `photos` asks for pictures only, which a phone takes from its gallery or its camera.
        """

    def address(self, path: str) -> str:
        """Where the device itself opens a path of the server's."""

    def on_line(self, heard: Callable[[bool], None]) -> None:
        """Tells from now on when the device finds a network or loses it, where it says so.

        A network is not the server: what is told is a reason to try again, and no more.
        """

    async def copy(self, words: str) -> None:
        """Onto the clipboard."""

    async def hand_over(self, name: str, content: bytes) -> None:
        """Give the person a file: save it, or share it."""
