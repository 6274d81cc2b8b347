"""A phone with the app on it: what it keeps outlives its windows, and it has a clock of its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import flet as ft
from litestar import Litestar

from mobile.platform.device_storage import DeviceStorage
from mobile.platform.server import ServerPlatform
from mobile.sync.keeping import Folders
from mobile.sync.outbox import Outbox
from mobile.sync.owner import Owner
from mobile.sync.portfolio import Portfolio
from tests.edge_fixtures import MovingClock, Somebody
from tests.mobile.app_fixtures import Browser

SERVER = "http://encours.test"


class Phone(Browser):
    """`clock` is the phone's; its files are real ones, in `root`."""

    def __init__(self, api: Litestar, root: Path, clock: MovingClock) -> None:
        super().__init__(api, root / "uploads")
        self.root = root / "kept"
        self.clock = clock

    def platform(self, page: ft.Page) -> ServerPlatform:
        return PhonePlatform(page, self)

    async def fill(self, who: Somebody, clients: int = 1) -> None:
        """The person has been in, and the phone has read their clients through to the end."""
        async with self.window() as window:
            await window.sign_in(who)
            await window.until(lambda: self.has_read(who, clients), "a portfolio")

    def portfolio(self, whose: Somebody) -> Portfolio:
        """As it lies on the device, while no window is open."""
        owner = Owner(SERVER, whose.id)
        return Portfolio(Folders(self.root).of(owner), owner)

    def has_read(self, whose: Somebody, clients: int) -> bool:
        """Whether so many clients have come, all there are, looked at from beside the app."""
        file = self.root / Owner(SERVER, whose.id).name / "portfolio.sqlite"
        if not file.exists():
            return False
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as beside:
            [[is_complete, count]] = beside.execute(
                "SELECT (SELECT is_complete FROM read), (SELECT count(*) FROM client)"
            )
        return bool(is_complete) and count == clients

    def outbox(self, whose: Somebody) -> Outbox:
        owner = Owner(SERVER, whose.id)
        return Outbox(Folders(self.root).of(owner), owner)


class PhonePlatform(ServerPlatform):
    """As the tests' browser, with storage."""

    def __init__(self, page: ft.Page, phone: Phone) -> None:
        super().__init__(page, phone.host)
        self._phone = phone
        self.storage = DeviceStorage(phone.root, SERVER)

    def now(self) -> datetime:
        return self._phone.clock.now().astimezone(self.zone)
