"""What a thumb does, and what it finds without scrolling, on a phone and on a tablet."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tools.browser import PHONE, TABLET, Window

TABLET_AND_PHONE: Final = (TABLET, PHONE)
"""One window is both, one after the other: signing in takes longer than what is counted."""
STANDS: Final = """([inARail, height]) => {
    const place = document.querySelector('[flt-semantics-identifier="nav-today"]')
    return inARail === (place !== null && place.getBoundingClientRect().y < height / 2)
}"""


async def becomes(window: Window, size: dict[str, int]) -> None:
    """And is drawn so: places stand in a rail on a tablet, at the foot of a phone or nowhere."""
    await window.page.set_viewport_size(size)  # type: ignore[arg-type]
    await window.page.wait_for_function(STANDS, arg=[size is TABLET, size["height"]])


async def in_sight(window: Window, identifier: str) -> None:
    """Once what was tapped has been drawn; without anybody scrolling."""
    node = await window.sees(identifier)
    shown = window.page.viewport_size
    assert shown is not None

    async def stands() -> bool:
        box = await node.bounding_box()
        return box is not None and box["y"] + box["height"] <= shown["height"]

    await window.until(f"{identifier} is in sight in {shown}", stands)


async def tap_in_sight(window: Window, identifier: str) -> None:
    await in_sight(window, identifier)
    await window.tap(identifier)


async def choose(window: Window, identifier: str, photo: Path, becomes: str = "envoyé") -> None:
    async with window.page.expect_file_chooser() as chooser:
        await window.tap(identifier)
    await (await chooser.value).set_files(photo)
    sent = window.page.get_by_text(becomes).or_(window.page.get_by_label(becomes))
    await sent.first.wait_for(state="attached")
