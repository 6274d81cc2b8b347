"""Colours by role, light and dark. Screens name roles, never values.

What a role must satisfy (contrast of every ink on every surface, one direction of luminance
along the ages) is in tests/mobile/test_theme.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

SEED: Final = "#3448C5"
"""The one accent. What is neither a verdict nor an age derives from it."""

CLEAR: Final = "#00000000"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one brightness, by role."""

    dark: bool
    canvas: str  # behind everything
    surface: str  # cards, bars, sheets
    fill: str  # chips, quiet buttons, tracks
    line: str  # hairlines
    ink: str  # figures, titles
    ink2: str  # sentences of second rank
    ink3: str  # labels, captions
    accent: str  # *the* action of the screen
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    ok: str
    ok_soft: str
    watch: str
    watch_soft: str
    hold: str
    hold_soft: str
    scrim: str  # over what a sheet covers
    age: tuple[str, str, str, str, str, str]  # from not due to over 120 days


LIGHT: Final = Palette(
    dark=False,
    canvas="#F3F4F8",
    surface="#FFFFFF",
    fill="#EEF0F5",
    line="#E5E8EF",
    ink="#10152A",
    ink2="#49536A",
    ink3="#5E687E",
    accent=SEED,
    on_accent="#FFFFFF",
    accent_soft="#E6E9FB",
    on_accent_soft="#2A3AA3",
    ok="#0B6847",
    ok_soft="#DFF3E8",
    watch="#865000",
    watch_soft="#FBF0DA",
    hold="#AB231F",
    hold_soft="#FCE8E6",
    scrim="#7310152A",
    age=("#D0D7E4", "#EBBC62", "#E2983A", "#C2641E", "#8D391B", "#4D181D"),
)

DARK: Final = Palette(
    dark=True,
    canvas="#0B0E14",
    surface="#151A23",
    fill="#212835",
    line="#262E3B",
    ink="#EFF2F8",
    ink2="#B3BCCD",
    ink3="#8F9AAF",
    accent="#A3B1FF",
    on_accent="#0F1850",
    accent_soft="#202849",
    on_accent_soft="#C9D2FF",
    ok="#72D9A7",
    ok_soft="#122F22",
    watch="#F3BF66",
    watch_soft="#312612",
    hold="#FF9F95",
    hold_soft="#371B1D",
    scrim="#A6000000",
    # Reversed: the oldest is what stands out from a dark card.
    age=("#48556D", "#7C5B2B", "#AB7631", "#DA923F", "#F8B869", "#FFE3BD"),
)

Tone = Literal["plain", "accent", "ok", "watch", "hold"]


def pair(palette: Palette, tone: Tone) -> tuple[str, str]:
    """The strong and the soft colour of a tone: ink upon fill."""
    match tone:
        case "plain":
            return palette.ink2, palette.fill
        case "accent":
            return palette.on_accent_soft, palette.accent_soft
        case "ok":
            return palette.ok, palette.ok_soft
        case "watch":
            return palette.watch, palette.watch_soft
        case "hold":
            return palette.hold, palette.hold_soft
