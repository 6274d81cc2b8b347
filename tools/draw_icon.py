"""Draw the app's mark, three rising bars on the accent, in every size an installer asks for.

uv run --with pillow tools/draw_icon.py
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

ASSETS = Path(__file__).parents[1] / "mobile/assets"
ACCENT = (0x34, 0x48, 0xC5)
WHITE = (0xFF, 0xFF, 0xFF)
CORNER = 0.3
BARS = ((0.20, 0.55), (0.34, 0.78), (0.50, 1.0))  # height, opacity: as components/marks.py
BAR_WIDTH, GAP, FOOT = 0.11, 0.07, 0.75
OVERSAMPLING = 4


def mixed(opacity: float) -> tuple[int, ...]:
    return tuple(round(w * opacity + a * (1 - opacity)) for w, a in zip(WHITE, ACCENT, strict=True))


def boxes(side: float, scale: float) -> list[tuple[float, float, float, float]]:
    """Left, top, right, bottom of each bar on a square; `scale` shrinks them about its centre."""
    wide = 3 * BAR_WIDTH + 2 * GAP
    made = []
    for place, (height, _) in enumerate(BARS):
        left = (1 - wide) / 2 + place * (BAR_WIDTH + GAP)
        corners = (left, FOOT - height, left + BAR_WIDTH, FOOT)
        made.append(tuple(side * (0.5 + (c - 0.5) * scale) for c in corners))
    return made  # type: ignore[return-value]


def drawn(side: int, *, bleed: bool = False) -> Image.Image:
    """`bleed` fills the square, for systems that cut their own shape (maskable, iOS)."""
    large = side * OVERSAMPLING
    image = Image.new("RGBA", (large, large), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((0, 0, large, large), 0 if bleed else large * CORNER, fill=ACCENT)
    for box, (_, opacity) in zip(boxes(large, 0.8 if bleed else 1), BARS, strict=True):
        pen.rounded_rectangle(box, large * 0.035, fill=mixed(opacity))
    return image.resize((side, side), Image.Resampling.LANCZOS)


def svg() -> str:
    bars = "".join(
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{r - x:.1f}" height="{b - y:.1f}" rx="3.5" '
        f'fill="#fff" fill-opacity="{opacity}"/>'
        for (x, y, r, b), (_, opacity) in zip(boxes(100, 1), BARS, strict=True)
    )
    ground = f'<rect width="100" height="100" rx="{CORNER * 100:.0f}" fill="#3448C5"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{ground}{bars}</svg>\n'


def main() -> None:
    (ASSETS / "icons").mkdir(exist_ok=True)
    (ASSETS / "icon.svg").write_text(svg(), encoding="utf-8")
    drawn(1024, bleed=True).save(ASSETS / "icon.png", optimize=True)
    drawn(64).save(ASSETS / "favicon.png", optimize=True)
    drawn(192, bleed=True).save(ASSETS / "icons/apple-touch-icon-192.png", optimize=True)
    drawn(192).save(ASSETS / "icons/loading-animation.png", optimize=True)
    for side in (192, 512):
        drawn(side).save(ASSETS / f"icons/icon-{side}.png", optimize=True)
        drawn(side, bleed=True).save(ASSETS / f"icons/icon-maskable-{side}.png", optimize=True)


if __name__ == "__main__":
    main()
