"""A rep's portfolio in the browser itself: how soon it is there, how quickly it is searched.

.venv/bin/python -m bench.offline

The installable app's own Python in a real Chromium, over HTTP: 2,000 clients with 20,000 open
documents come, are put in and lie in the browser's store; then what people type is looked for in
them, and an entry is kept.
"""

from __future__ import annotations

import asyncio
import tempfile
from typing import TYPE_CHECKING, Any, Final

from bench.changes import MEGABYTE, PORTFOLIO, made
from bench.client_file import PASSWORD, PERSON
from bench.dataset import TODAY
from bench.ground import figure, free_port, ground, serving
from tools.browser import profile
from tools.python_tab import PythonTab

if TYPE_CHECKING:
    from collections.abc import Mapping

ENTRIES: Final = 20
SIGN_IN: Final = """
import json, time
from datetime import date
from statistics import median
from mobile.api.identity import sign_in
from mobile.api.wire import Wire
from mobile.platform.browser.machine import machine
from mobile.platform.browser.platform import BrowserPlatform
from mobile.sync.outbox import Outbox
from mobile.sync.owner import Owner
from mobile.sync.portfolio import Portfolio
from mobile.sync.sending import Sending
from mobile.sync.synchronising import Synchronising
from shared.contract.threads import PostComment
from shared.ids import new_id

class InMemory:
    kept = None
    async def token(self):
        return self.kept
    async def keep(self, token):
        self.kept = token

platform = BrowserPlatform()
storage = platform.storage
wire = Wire(platform.http(), InMemory())
signed_in = await sign_in(wire, {email!r}, {password!r}, "Chromium")
await storage.ready()
lock = storage.lock()
await lock.take()
owner = Owner(storage.server, signed_in.user.id)
keeping = storage.pocket.of(owner)
outbox, portfolio = Outbox(keeping, owner), Portfolio(keeping, owner)
"""
FILL: Final = """
going = Synchronising(Sending(outbox, wire), portfolio, wire, lock)
began = time.perf_counter()
await going.once()
seconds = time.perf_counter() - began
pages = [
    one for one in machine().performance.getEntriesByType("resource") if "/api/changes" in one.name
]
json.dumps([going.state, portfolio.count(), seconds, sum(one.transferSize for one in pages)])
"""
SEARCH: Final = """
today = date.fromisoformat({today!r})
began = time.perf_counter()
rows = portfolio.listed(today).rows
shown = time.perf_counter() - began
name, number = rows[len(rows) // 2].name, portfolio.copy(rows[0].id).open_documents[0].number
words = name.split()
typed = [name, words[0][:-2] + words[0][-1], name[:4], number, number[:-2], rows[0].code, "zzzz"]
spent = []
for said in typed:
    began = time.perf_counter()
    portfolio.listed(today, said)
    spent.append(time.perf_counter() - began)
json.dumps([shown, list(zip(typed, spent))])
"""
ENTER: Final = """
import asyncio
async def kept():
    began = time.perf_counter()
    said = PostComment(id=new_id(), text="Il rappelle lundi.")
    await outbox.record("post-comment", rows[0].id, said)
    return time.perf_counter() - began
alone = [await kept() for _ in range({entries})]
"""


async def measured(address: str) -> Mapping[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        async with profile(folder) as browser, PythonTab.on(browser, address) as tab:
            email = f"person{PERSON}@example.com"
            await tab.run(SIGN_IN.format(email=email, password=PASSWORD))
            state, clients, seconds, transferred = await tab.run(FILL)
            assert (state, clients) == ("fresh", PORTFOLIO.clients), (state, clients)
            shown, searches = await tab.run(SEARCH.format(today=TODAY.isoformat()))
            for typed, spent in searches:
                print(f"# {typed}: {spent * 1000:.0f} ms")
            kept = await tab.run(ENTER.format(entries=ENTRIES) + "json.dumps(median(alone))")
    return {
        "seconds": seconds,
        "megabytes": transferred / MEGABYTE,
        "shown": shown,
        "search": max(spent for _, spent in searches),
        "kept": kept,
    }


def results() -> list[dict[str, object]]:
    with ground() as place:
        asyncio.run(made(place))
        port = free_port()
        environment = {
            "DATABASE_URL": place.url("portfolio"),
            "ENCOURS_TODAY": TODAY.isoformat(),
            "ENCOURS_DATA": str(place.folder),
        }
        with serving(["backend.cli", "serve", "--port", str(port)], port, **environment):
            told = asyncio.run(measured(f"http://127.0.0.1:{port}"))
    name = "portfolio of 2,000 clients in Chromium"
    return [
        figure(f"{name}: first synchronisation", told["seconds"], "s"),
        figure(f"{name}: on the wire", told["megabytes"], "MB"),
        figure(f"{name}: list, first time", told["shown"] * 1000, "ms"),
        figure(f"{name}: slowest of seven searches", told["search"] * 1000, "ms"),
        figure("an entry on the browser's disk", told["kept"] * 1000, "ms"),
    ]


if __name__ == "__main__":
    for line in results():
        print(f"{line['name']}: {line['value']} {line['unit']}")
