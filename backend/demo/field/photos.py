"""The pictures the demo's people took: drawn here, a box, a pallet, a label, a machine."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = (640, 480)
FLOOR, WALL, INK = "#8d8a83", "#c9c5bb", "#3a3530"
CARD, WOOD, STEEL = "#b98d57", "#a5763f", "#7d8894"
PHOTOS = ("carton-abime.jpg", "palette-incomplete.jpg", "etiquette.jpg", "machine.jpg")


def photo(name: str) -> bytes:
    """A small JPEG: the same name, the same picture."""
    picture = Image.new("RGB", SIZE, WALL)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 330, 640, 480), fill=FLOOR)
    DRAWN[name](draw)
    sent = io.BytesIO()
    picture.save(sent, "JPEG", quality=72)
    return sent.getvalue()


def crushed_box(draw: ImageDraw.ImageDraw) -> None:
    draw.polygon([(170, 400), (180, 190), (430, 170), (470, 250), (455, 410)], fill=CARD)
    draw.polygon([(180, 190), (260, 120), (480, 115), (430, 170)], fill=WOOD)
    draw.line([(430, 170), (380, 230), (440, 260), (395, 330), (455, 410)], fill=INK, width=5)
    draw.line([(300, 184), (310, 405)], fill="#e4d3b3", width=16)


def short_pallet(draw: ImageDraw.ImageDraw) -> None:
    for left in (130, 300, 470):
        draw.rectangle((left, 390, left + 40, 425), fill=WOOD)
    draw.rectangle((110, 370, 530, 392), fill=WOOD)
    for left, top in ((120, 270), (225, 270), (120, 170), (330, 270)):
        draw.rectangle((left, top, left + 96, top + 98), fill=CARD, outline=INK, width=3)
    draw.rectangle((435, 270, 531, 368), outline="#b3452f", width=4)


def wrong_label(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((90, 70, 550, 440), fill=CARD)
    draw.rectangle((150, 130, 490, 370), fill="#f4f1ea", outline=INK, width=3)
    for place in range(46):
        width = 2 + place * 7 % 5
        draw.rectangle((175 + place * 6, 160, 175 + place * 6 + width - 2, 250), fill=INK)
    for line, right in enumerate((460, 380, 420)):
        draw.rectangle((175, 275 + line * 26, right, 289 + line * 26), fill="#6d675f")


def stopped_machine(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((180, 130, 460, 420), fill=STEEL, outline=INK, width=4)
    draw.rectangle((210, 165, 330, 245), fill="#27313b")
    draw.ellipse((375, 170, 435, 230), fill="#b3452f", outline=INK, width=4)
    for top in range(280, 400, 22):
        draw.line([(215, top), (425, top)], fill=INK, width=4)
    draw.ellipse((250, 405, 520, 450), fill="#5d574c")


DRAWN: dict[str, Callable[[ImageDraw.ImageDraw], None]] = dict(
    zip(PHOTOS, (crushed_box, short_pallet, wrong_label, stopped_machine), strict=True)
)
