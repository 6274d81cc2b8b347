"""Which screens are pictured, one after the other, and how the pictures are called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tools.browser import PHONE, Window

if TYPE_CHECKING:
    from shared.contract.identity import Role
    from tools.demo_server import Demo

FOLDER = Path("screenshots")


class Photographer:
    """One window, and how its pictures are called."""

    def __init__(self, window: Window, name: str) -> None:
        self.window = window
        self.name = name

    async def take(self, screen: str) -> None:
        await self.window.still(1500)
        await self.window.picture(str(FOLDER / f"{screen}-{self.name}.png"))

    async def enter(self, demo: Demo, role: Role) -> None:
        person = demo.person(role)
        await self.window.type("email", person.email)
        await self.window.type("password", person.password)
        await self.window.tap("sign-in")
        await self.window.misses("email")

    async def open_first(self, beginning: str, then: str) -> None:
        node = self.window.nodes(beginning).first
        await node.wait_for(state="attached")
        await self.window.tap(str(await node.get_attribute("flt-semantics-identifier")))
        await self.window.sees(then)

    async def list_and_file(self) -> None:
        await self.window.nodes("client-").first.wait_for(state="attached")
        await self.take("clients")
        await self.open_first("client-", "outstanding")
        await self.take("file")

    async def day(self, sign: str) -> None:
        """Aujourd'hui, and the list from there."""
        await self.window.sees(sign)
        await self.take("today")
        await self.window.tap("nav-clients")

    async def portfolio(self) -> None:
        """The rep's screens."""
        await self.day("today-visits")
        await self.list_and_file()
        await self.promise()
        await self.window.tap("dispute")
        await self.window.tap("reason-quality")
        await self.take("dispute-sheet")
        await self.shut("dispute-sheet")
        await self.window.tap("tab-disputes")
        await self.take("disputes")
        await self.talk()
        await self.window.tap("tab-identity")
        await self.window.sees("siren")
        await self.take("identity")
        await self.window.tap("tab-contacts")
        await self.window.sees("add-contact")
        await self.take("contacts")
        await self.window.tap("tab-invoices")
        await self.open_first("document-", "residual")
        await self.take("invoice")

    async def shut(self, sheet: str) -> None:
        await self.window.tap("sheet-close")
        await self.window.misses(sheet)

    async def talk(self) -> None:
        """What was said of the client, a comment, and the report of a visit."""
        window = self.window
        await window.tap("tab-thread")
        await window.sees("thread-counts")
        await self.take("thread")
        await window.tap("comment")
        await window.type("comment-text", "Vu la comptable : virement préparé pour vendredi.")
        await self.take("comment-sheet")
        await self.shut("comment-sheet")
        await window.tap("file-menu")
        await window.tap("report-visit")
        await window.tap("visit-mood-avoiding")
        await self.take("visit-report")
        await self.shut("visit-sheet")

    async def promise(self) -> None:
        """Taken and looked at, then withdrawn: the next picture begins as this one did."""
        window = self.window
        await window.tap("promise")
        await window.tap("promise-day-friday")
        await self.take("promise")
        await window.tap("promise-save")
        await window.misses("promise-sheet")
        await window.tap("tab-promises")
        await self.open_first("promise-0", "promise-withdraw")
        await self.take("promises")
        await window.tap("promise-withdraw")
        await window.type("withdraw-why", "photo")
        await window.tap("withdraw-save")
        await window.misses("withdraw-sheet")
        await window.page.mouse.move(PHONE["width"] / 2, PHONE["height"] * 3 / 4)
        await window.page.mouse.wheel(0, PHONE["height"])
        await window.tap("plan-propose")
        await window.sees("plan-sheet")
        await self.take("plan-sheet")
        await self.shut("plan-sheet")

    async def disputes(self) -> None:
        """Those that wait for after-sales, one of them, what is done with it, and their causes."""
        window = self.window
        await window.open("/litiges")
        await window.nodes("dispute-0").first.wait_for(state="attached")
        await self.take("my-disputes")
        await self.open_first("dispute-0", "claimed")
        await self.take("dispute")
        for move in ("answer", "resolve", "assign"):
            await window.tap(f"move-{move}")
            await window.sees("move-sheet")
            await self.take(f"dispute-{move}")
            await self.shut("move-sheet")
        await window.open("/causes")
        await window.nodes("cause-").first.wait_for(state="attached")
        await self.take("causes")

    async def care(self) -> None:
        """What those who answer for the portfolio have beside."""
        await self.window.nodes("client-").first.wait_for(state="attached")
        await self.window.tap("clients-menu")
        await self.window.tap("open-balance")
        await self.window.sees("outstanding-EUR")
        await self.take("aged-balance")
        await self.window.tap("back")
        await self.open_first("client-", "file-menu")
        for entry, sign in (("assign", "assign-save"), ("merge", "merge-search")):
            await self.window.tap("file-menu")
            await self.window.tap(entry)
            await self.window.sees(sign)
            await self.take(entry)
            await self.shut(sign)
        await self.window.tap("file-menu")
        await self.window.tap("open-history")
        await self.window.sees("screen-title")
        await self.take("history")
        await self.window.tap("back")
        if size_is_phone(self.name):
            await self.window.sees("outstanding")
            await self.window.tap("back")

    async def office(self) -> None:
        """The administrator's screens."""
        await self.window.tap("nav-clients")
        await self.care()
        for place, sign in (("team", "invite"), ("data", "choose-file"), ("me", "sign-out")):
            await self.window.tap(f"nav-{place}")
            await self.window.sees(sign)
            await self.take(place)


def size_is_phone(name: str) -> bool:
    return name.startswith("phone")
