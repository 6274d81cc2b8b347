"""Make the two fonts of printed statements from Inter 4.1 (SIL Open Font License, OFL.txt there).

    uv run --no-project --with fonttools --with brotli tools/build_statement_fonts.py \
        InterVariable.woff2

`InterVariable.woff2` is in Inter's own release and in its npm package `inter-ui`. The result is
committed; this script runs again only when the set of characters or the release changes.

A PDF takes no variable font, so each weight is a file of its own. Figures have equal widths, as
amounts stand in columns. Names come from outside: Greek and Cyrillic are kept beside Latin.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FOLDER = Path(__file__).parents[1] / "backend/exports/fonts"
OPTICAL_SIZE = 14
WEIGHTS = {"Regular": 400, "SemiBold": 600}
CHARACTERS = [
    *range(0x20, 0x250),  # Latin
    *range(0x370, 0x530),  # Greek and Cyrillic
    *range(0x1E00, 0x1F00),  # Latin with two marks (Vietnamese)
    *range(0x2000, 0x2070),  # spaces, dashes, quotation marks
    *range(0x20A0, 0x20C1),  # currency signs
    0x2116,
    0x2122,
    0x2212,
]


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


def build(source: Path, name: str, weight: int) -> Path:
    font = instantiateVariableFont(
        TTFont(source), {"opsz": OPTICAL_SIZE, "wght": weight}, updateFontNames=False
    )
    buffer = io.BytesIO()  # written and read again: the instancer leaves half-read tables
    font.flavor = None
    font.save(buffer)
    font = TTFont(buffer)
    make_figures_equal(font)
    # The printer of statements shapes no text, so nothing but the outlines is of use.
    cutter = Subsetter(Options(layout_features=[], hinting=False, notdef_outline=True))
    cutter.populate(unicodes=CHARACTERS)
    cutter.subset(font)
    target = FOLDER / f"Inter-{name}.ttf"
    font.save(target)
    return target


if __name__ == "__main__":
    for style, boldness in WEIGHTS.items():
        made = build(Path(sys.argv[1]), style, boldness)
        sys.stdout.write(f"{made.name}: {made.stat().st_size / 1000:.0f} kB\n")
