"""Pictures every screen of the demo company: `make screenshots` leaves them in screenshots/.

Phone and tablet, light and dark, French and English; and the file at a text size of 200 %.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tools.browser import PHONE, TABLET, Theme, Window, browsing
from tools.demo_server import Demo, demo_server
from tools.photographer import FOLDER, Photographer

if TYPE_CHECKING:
    from playwright.async_api import Browser

    from shared.contract.identity import Role

SCALE = 2
SIZES = {"phone": PHONE, "tablet": TABLET}
THEMES: tuple[Theme, ...] = ("light", "dark")


async def everything(demo: Demo) -> None:
    async with browsing() as browser:
        for size in SIZES:
            for theme in THEMES:
                await tour(browser, demo, size, theme)
        await english(browser, demo)
        await large_text(browser, demo)


async def tour(browser: Browser, demo: Demo, size: str, theme: Theme) -> None:
    name = f"{size}-{theme}"
    roles: tuple[Role, ...] = (
        "sales",
        "after_sales",
        "collector",
        "branch_manager",
        "admin",
    )
    for role in roles:
        async with Window.on(
            browser, demo.address, size=SIZES[size], theme=theme, scale=SCALE
        ) as window:
            photographer = Photographer(window, name)
            await window.open("/")
            if role == "sales":
                await photographer.take("sign-in")
            await photographer.enter(demo, role)
            match role:
                case "sales":
                    await photographer.portfolio()
                case "after_sales":
                    await window.sees("nav-clients")
                    await photographer.take("today-after-sales")
                    await photographer.disputes()
                case "admin":
                    await photographer.office()
                case _:
                    await window.sees("nav-clients")
                    await photographer.take(f"today-{role.replace('_', '-')}")


async def english(browser: Browser, demo: Demo) -> None:
    async with Window.on(browser, demo.address, size=PHONE, scale=SCALE) as window:
        photographer = Photographer(window, "phone-light-english")
        await window.open("/moi")
        await photographer.enter(demo, "sales")
        await window.tap("language-en")
        await photographer.take("me")
        await window.tap("nav-today")
        await photographer.portfolio()
        await window.page.goto(demo.address + "/moi")
        await window.listen()
        await window.tap("language-fr")
        await window.still()


async def large_text(browser: Browser, demo: Demo) -> None:
    async with Window.on(
        browser, demo.address, size=PHONE, scale=SCALE, text_percent=200
    ) as window:
        photographer = Photographer(window, "phone-light-200")
        await window.open("/")
        await photographer.enter(demo, "sales")
        await photographer.day("today-visits")
        await photographer.list_and_file()
        await window.page.mouse.move(PHONE["width"] / 2, PHONE["height"] / 2)
        await window.page.mouse.wheel(0, PHONE["height"])
        await photographer.take("invoices")


def main() -> int:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, demo_server(Path(folder) / "data") as demo:
        asyncio.run(everything(demo))
    sys.stdout.write(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER}/\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
