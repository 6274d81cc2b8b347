"""Make the app's three fonts from Inter 4.1 (SIL Open Font License, see OFL.txt beside them).

    uv run --with fonttools --with brotli tools/build_fonts.py InterVariable.woff2

`InterVariable.woff2` is in Inter's own release and in its npm package `inter-ui`. The result is
committed; this script runs again only when the set of characters or the release changes.

Flet cannot ask a font for an OpenType feature, so figures of equal width ("tnum") become the
default ones of a family of their own, used where amounts stand in columns.
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FOLDER = Path(__file__).parents[1] / "mobile/assets/fonts"
NARROW_NO_BREAK_SPACE = 0x202F
SWATCH = 0x25A0  # the square of an age's colour stands in the line of its figure
PUNCTUATION = [
    0x2009,
    0x2013,
    0x2014,
    0x2019,
    0x2026,
    NARROW_NO_BREAK_SPACE,
    0x20AC,
    0x2192,
    0x2212,
]
ASCII = [*range(0x20, 0x7F)]
LATIN_1_AND_A = [*range(0xA0, 0x180)]


@dataclass(frozen=True)
class Family:
    """One font file: its weights stay variable, its optical size is fixed."""

    name: str
    optical_size: int
    weights: tuple[int, int]
    characters: list[int]
    equal_figures: bool = False
    narrow_space_width: int | None = None  # font units, of 2048 to the em


PROSE = [
    *range(0x20, 0x250),
    *range(0x2000, 0x2070),
    *range(0x2190, 0x2194),
    0x20AC,
    0x2116,
    0x2122,
]
FAMILIES = (
    Family("Inter", 14, (400, 700), [*PROSE, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, SWATCH]),
    Family(
        "InterNum",
        14,
        (400, 700),
        [*ASCII, *LATIN_1_AND_A, *PUNCTUATION, SWATCH],
        equal_figures=True,
    ),
    # The display cut is drawn tight: between groups of digits its narrow space all but closes.
    Family("InterDisplay", 32, (500, 700), [*ASCII, *LATIN_1_AND_A, *PUNCTUATION], False, 400),
)


def equal_figures_of(font: TTFont) -> dict[str, str]:
    """Glyph names of the proportional figures, each with its equal-width one."""
    table, swaps = font["GSUB"].table, {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for lookup in table.LookupList.Lookup[index].SubTable:
                swaps.update(getattr(getattr(lookup, "ExtSubTable", lookup), "mapping", {}))
    return swaps


def make_figures_equal(font: TTFont) -> None:
    swaps = equal_figures_of(font)
    for table in font["cmap"].tables:
        for digit in range(ord("0"), ord("9") + 1):
            if glyph := table.cmap.get(digit):
                table.cmap[digit] = swaps.get(glyph, glyph)


def reloaded(font: TTFont) -> TTFont:
    """Written and read again: a font fresh from the instancer still has half-read tables."""
    buffer = io.BytesIO()
    font.flavor = None
    font.save(buffer)
    buffer.seek(0)
    return TTFont(buffer)


def build(source: Path, family: Family) -> Path:
    axes = {"opsz": family.optical_size, "wght": family.weights}
    font = reloaded(instantiateVariableFont(TTFont(source), axes))
    variations = font["gvar"].variations
    font["gvar"].variations = {name: variations.get(name, []) for name in font.getGlyphOrder()}
    if family.equal_figures:
        make_figures_equal(font)
    if family.narrow_space_width is not None:
        glyph = font.getBestCmap()[NARROW_NO_BREAK_SPACE]
        font["hmtx"][glyph] = (family.narrow_space_width, font["hmtx"][glyph][1])
    features = ["kern", "calt", "ccmp", "locl", "mark", "mkmk"]
    cutter = Subsetter(Options(layout_features=features, hinting=False, notdef_outline=True))
    cutter.populate(unicodes=family.characters)
    cutter.subset(font)
    target = FOLDER / f"{family.name}.ttf"
    font.save(target)
    return target


if __name__ == "__main__":
    for wanted in FAMILIES:
        made = build(Path(sys.argv[1]), wanted)
        sys.stdout.write(f"{made.name}: {made.stat().st_size / 1000:.0f} kB\n")
