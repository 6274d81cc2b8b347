"""The installable app's Python in a tab of a real browser, with nothing drawn: for what it keeps,
asks and measures there.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from playwright.async_api import Error as PlaywrightError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import BrowserContext, Page

BARE: Final = "/health"
"""A page of the server's that has no script of its own."""
START_MS: Final = 120_000
CRASH_SECONDS: Final = 15
WORKER: Final = """
const [own, build] = %s;
const read = async (name) => {
  const at = (build.ours ?? []).includes(name) || name === "app.zip" ? own : build.python;
  const answer = await fetch(new URL(at + name, self.location.origin));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};
const absolute = { ...build, python: new URL(build.python, self.location.origin).href };
const started = (async () => {
  const { ordinary } = await import(new URL(own + "python.js", self.location.origin).href);
  return (await ordinary(absolute, read))[0];
})();
self.onmessage = async ({ data: [number, code] }) => {
  try {
    const python = await started;
    const said = await python.runPythonAsync(code);
    self.postMessage([number, { said: said === undefined ? null : String(said) }]);
  } catch (error) { self.postMessage([number, { failed: String(error) }]); }
};
"""
PAGE: Final = """async (text) => {
  const page = await (await fetch("/app/index.html")).text();
  const own = page.match(/"(\\/app\\/encours-[0-9a-f]+\\/)start\\.js"/)[1];
  const start = await (await fetch(own + "start.js")).text();
  const build = JSON.parse(start.match(/\\{\\.\\.\\.(\\{.*\\}), own:/)[1]);
  const script = text.replace("%s", JSON.stringify([own, build]));
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })),
                            { type: "module" });
  const waiting = {};
  let number = 0;
  worker.onmessage = ({ data: [which, answer] }) => waiting[which](answer);
  window.python = (code) => new Promise((resolve) => {
    waiting[++number] = resolve;
    worker.postMessage([number, code]);
  });
  await import(own + "page.js");
}"""


class PythonTab:
    """What is run keeps its names for what is run next."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @classmethod
    @asynccontextmanager
    async def on(cls, context: BrowserContext, address: str) -> AsyncIterator[PythonTab]:
        """A new tab; Python starts in it by itself."""
        page = await context.new_page()
        page.set_default_timeout(START_MS)
        await page.goto(address + BARE)
        await page.evaluate(PAGE, WORKER)
        try:
            yield cls(page)
        finally:
            await page.close()

    async def run(self, code: str) -> Any:
        """What the last line says, read as JSON; None where it is no expression.

        Raises:
            AssertionError: with Python's own traceback.
        """
        answer = await self.page.evaluate("code => python(code)", code)
        if "failed" in answer:
            raise AssertionError(answer["failed"])
        return None if answer["said"] in {None, "None"} else json.loads(answer["said"])

    async def runs_until(self, code: str, word: str) -> None:
        """Runs it until it writes the word to the browser's console, and waits no longer."""
        async with self.page.expect_console_message(lambda message: message.text == word):
            await self.page.evaluate("code => { python(code); }", code)


async def crash(page: Page) -> None:
    """The process of the tab is gone, whatever it was about to do."""
    session = await page.context.new_cdp_session(page)
    gone = asyncio.Event()
    page.once("crash", lambda _: gone.set())
    dying = asyncio.ensure_future(session.send("Page.crash"))
    await asyncio.wait_for(gone.wait(), CRASH_SECONDS)
    dying.cancel()  # who is gone does not answer
    with suppress(asyncio.CancelledError, PlaywrightError):
        await dying
