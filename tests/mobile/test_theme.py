import typing
from itertools import pairwise
from pathlib import Path

import flet as ft
import pytest

from mobile import theme as look
from mobile.palette import DARK, LIGHT, Palette, pair

ASSETS = Path(look.__file__).parent / "assets"
PALETTES = pytest.mark.parametrize("p", [LIGHT, DARK], ids=["light", "dark"])


def luminance(color: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def surfaces(p: Palette) -> dict[str, str]:
    return {"canvas": p.canvas, "surface": p.surface, "fill": p.fill}


def soft(p: Palette) -> dict[str, str]:
    return {
        "accent_soft": p.accent_soft,
        "ok_soft": p.ok_soft,
        "watch_soft": p.watch_soft,
        "hold_soft": p.hold_soft,
    }


@PALETTES
def test_every_ink_reads_on_every_surface(p):
    inks = {
        name: getattr(p, name) for name in ("ink", "ink2", "ink3", "accent", "ok", "watch", "hold")
    }
    poor = {
        (ink, on): round(contrast(color, under), 2)
        for ink, color in inks.items()
        for on, under in surfaces(p).items()
        if contrast(color, under) < 4.5
    }
    assert not poor


@PALETTES
def test_sentences_and_labels_read_on_the_soft_surfaces_of_a_verdict(p):
    poor = {
        (name, on): round(contrast(getattr(p, name), under), 2)
        for name in ("ink", "ink2")
        for on, under in soft(p).items()
        if contrast(getattr(p, name), under) < 4.5
    }
    assert not poor


@PALETTES
@pytest.mark.parametrize("tone", ["plain", "accent", "ok", "watch", "hold"])
def test_a_tone_reads_on_its_own_soft_colour_and_the_other_way_round(p, tone):
    strong, under = pair(p, tone)
    assert contrast(strong, under) >= 4.5


@PALETTES
def test_what_stands_on_the_accent_reads(p):
    assert contrast(p.on_accent, p.accent) >= 4.5
    assert contrast(p.surface, p.hold) >= 4.5  # the count on a navigation icon


@PALETTES
def test_ages_go_one_way_in_luminance_and_neighbours_can_be_told_apart(p):
    steps = [luminance(color) for color in p.age]
    assert steps == sorted(steps, reverse=not p.dark)
    assert all(contrast(a, b) >= 1.2 for a, b in pairwise(p.age))


@PALETTES
def test_the_oldest_age_stands_out_most_from_the_card(p):
    against_card = [contrast(color, p.surface) for color in p.age]
    assert max(against_card) == against_card[-1]


def test_the_bundled_fonts_are_the_ones_the_roles_of_text_name():
    assert {face.family for face in look.TYPE.values()} <= set(look.FONTS)
    for path in look.FONTS.values():
        assert (ASSETS / path).read_bytes()[:4] == b"\x00\x01\x00\x00"
    assert (ASSETS / "fonts/OFL.txt").is_file()


@typing.no_type_check
def test_every_text_style_says_its_tracking_and_its_line():
    for role, face in look.TYPE.items():
        style = look.style(role, "#123456")
        assert style.letter_spacing == face.tracking
        assert style.height * style.size == pytest.approx(face.line)
        assert style.font_family_fallback == [look.PROSE]


@typing.no_type_check
@PALETTES
def test_the_theme_gives_material_our_surfaces(p):
    made = look.theme(p)
    assert isinstance(made, ft.Theme)
    assert made.color_scheme.surface == p.canvas
    assert made.color_scheme.primary == p.accent
    assert made.scaffold_bgcolor == p.canvas


def test_the_margin_is_wider_where_there_is_room():
    assert (look.gutter(390), look.gutter(599), look.gutter(600)) == (16, 16, 24)
