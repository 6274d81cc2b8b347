"""What the installable app keeps in a real browser, told by its own Python in real tabs.

One tab lives through the whole file, for Python takes seconds to start.
"""

from __future__ import annotations

import base64
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import BrowserContext

from tools.browser import profile
from tools.demo_server import Demo
from tools.python_tab import PythonTab, crash

pytestmark = [pytest.mark.anyio, pytest.mark.e2e]

OPEN = """
import asyncio, json
from uuid import UUID
from mobile.platform.browser.platform import BrowserPlatform
from mobile.sync.entries import NewFile
from mobile.sync.outbox import Outbox
from mobile.sync.owner import Owner
from mobile.sync.refusals import NotKept
from shared.contract.threads import PostComment
from shared.ids import new_id

platform = BrowserPlatform()
storage = platform.storage
claire = Owner(storage.server, UUID(int=1))
client = UUID(int=2)
lock = storage.lock()
await storage.ready()

def outbox(**options):
    return Outbox(storage.pocket.of(claire), claire, storage.darkroom, **options)

def words(kept):
    return [entry.body["text"] for entry in kept.entries()]

async def say(kept, text, *contents):
    said = PostComment(id=new_id(), text=text)
    files = [NewFile(new_id(), "porte.jpg", content) for content in contents]
    return await kept.record("post-comment", client, said, files=files)
"""
TAKEN = "json.dumps(await lock.take())"


@pytest.fixture(scope="module")
async def browser(
    pwa_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[BrowserContext]:
    async with profile(str(tmp_path_factory.mktemp("profile"))) as context:
        yield context


@pytest.fixture(scope="module")
async def tab(browser: BrowserContext, demo: Demo) -> AsyncIterator[PythonTab]:
    """One that has the lock, and 5 MB: a browser asks once in a while only how much it has left."""
    async with PythonTab.on(browser, demo.address) as tab:
        session = await browser.new_cdp_session(tab.page)
        few = {"origin": demo.address, "quotaSize": 5_000_000}
        await session.send("Storage.overrideQuotaForOrigin", few)
        await tab.run(OPEN)
        assert await tab.run(TAKEN) is True
        yield tab


async def test_a_tab_goes_on_from_what_was_flushed_when_the_one_that_wrote_dies(
    browser: BrowserContext, tab: PythonTab, demo: Demo
):
    async with PythonTab.on(browser, demo.address) as other:
        await other.run(OPEN)
        assert await other.run(TAKEN) is False
        await tab.run("lock.release()")
        await other.run("await lock.wait()")
        assert await tab.run(TAKEN) is False
        await tab.run("waiting = asyncio.create_task(lock.wait())")
        await other.run("kept = outbox(); await say(kept, 'Vu la porte.', b'a door' * 1000); None")
        await other.runs_until(DIES_UNFLUSHED, "recorded")
        assert await tab.run("json.dumps(waiting.done())") is False
        await crash(other.page)
        assert await tab.run(READ_AGAIN) == ["Vu la porte.", 6000, True]


DIES_UNFLUSHED = """
import js
def stop(step):
    if step == "recorded":
        js.console.log("recorded")
        while True:
            pass
kept.close()
await say(outbox(step=stop), "Personne ne le saura.", b"never")
"""
READ_AGAIN = """
await waiting
kept = outbox()
last = kept.entries()[-1]
photo = len(kept.file(last.files[0].id))
needed = {file.id for entry in kept.entries() for file in entry.files}
kept.close()
json.dumps([last.body["text"], photo, storage.pocket.of(claire).kept() == needed])
"""


async def test_a_photo_is_kept_upright_and_small(tab: PythonTab):
    said = base64.b64encode(on_its_side()).decode()
    width, height, bytes_, reds = await tab.run(REDUCED.format(said))
    assert (width, height) == (1365, 2048)
    assert bytes_ <= 500_000
    assert reds == [True, False]


REDUCED = """
import base64
from mobile.platform.browser.machine import array, machine, octets
from mobile.sync.photos import reduced
small = await reduced(base64.b64decode("{}"), storage.darkroom)
seen = await machine().createImageBitmap(machine().Blob.new(array([octets(small)])))
canvas = machine().OffscreenCanvas.new(seen.width, seen.height)
paper = canvas.getContext("2d")
paper.drawImage(seen, 0, 0)
def is_red(x, y):
    red, green, _, _ = paper.getImageData(x, y, 1, 1).data.to_py()
    return red > 200 and green < 60
corners = [is_red(seen.width - 20, 20), is_red(20, 20)]
json.dumps([seen.width, seen.height, len(small), corners])
"""


def on_its_side() -> bytes:
    """3,000 by 2,000 pixels, the camera held so that its left is up; red at what is top right."""
    seen = Image.radial_gradient("L").resize((3000, 2000)).convert("RGB")
    seen.paste((255, 0, 0), (0, 0, 300, 300))
    turned = Image.Exif()
    turned[0x0112] = 6
    written = io.BytesIO()
    seen.save(written, "JPEG", quality=90, exif=turned)
    return written.getvalue()


async def test_what_is_no_picture_is_kept_as_it_is(tab: PythonTab):
    assert await tab.run("json.dumps(await storage.darkroom.size(b'%PDF-1.7'))") is None


async def test_where_the_browser_has_no_room_nothing_is_said_to_be_kept(tab: PythonTab):
    before = await tab.run("kept = outbox(); json.dumps(words(kept))")
    assert await tab.run(TOO_MUCH) == [True, before, True]
    said = await tab.run("await say(kept, 'Petit.'); json.dumps(words(kept))")
    assert said == [*before, "Petit."]
    await tab.run("kept.close()")


TOO_MUCH = """
import os
before = storage.pocket.of(claire).kept()
try:
    await say(kept, "Beaucoup.", os.urandom(4_000_000), os.urandom(4_000_000))
    refused = False
except NotKept:
    refused = True
json.dumps([refused, words(kept), storage.pocket.of(claire).kept() == before])
"""


async def test_without_a_network_or_an_answer_a_request_ends(tab: PythonTab):
    page = tab.page
    await page.context.route("**/api/silence", lambda _: None)  # never answered
    assert await tab.run(ASKED.format("/api/silence", 0.3)) == "ReadTimeout"
    assert await tab.run(ASKED.format("/api/me", 30)) == 401
    await page.context.set_offline(offline=True)
    assert await tab.run(ASKED.format("/api/me", 30)) == "ConnectError"
    await page.context.set_offline(offline=False)
    assert await tab.run(ASKED.format("/api/me", 30)) == 401


ASKED = """
import httpx
async with platform.http() as http:
    try:
        answer = await http.get("{}", timeout={})
        said = answer.status_code
    except httpx.RequestError as error:
        said = type(error).__name__
json.dumps(said)
"""


async def test_it_is_asked_of_the_page_that_nothing_is_thrown_away(tab: PythonTab):
    """A browser that nobody uses much says no; the page answers at once."""
    assert await tab.run("json.dumps(await storage.persist())") is False
    await grant(tab)
    assert await tab.run("json.dumps(await storage.persist())") is True
    used, most = await tab.run("room = await storage.room(); json.dumps([room.used, room.most])")
    assert 0 < used < most


async def grant(tab: PythonTab) -> None:
    session = await tab.page.context.new_cdp_session(tab.page)
    origin = await tab.page.evaluate("location.origin")
    await session.send(
        "Browser.grantPermissions", {"origin": origin, "permissions": ["durableStorage"]}
    )


async def test_the_device_is_called_by_its_browser(tab: PythonTab):
    said = await tab.run(
        "json.dumps([platform.device_name, platform.language, str(platform.zone)])"
    )
    assert said == ["Chrome · Linux", "fr", "UTC"]
