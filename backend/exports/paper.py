"""An A4 page in our own type: the measures, the inks, and what every printed document repeats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, Self

from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos
from fpdf.prefs import ViewerPreferences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

FONTS: Final = Path(__file__).parent / "fonts"
FAMILY: Final = "Inter"
Ink = tuple[int, int, int]
Style = Literal["", "B"]

INK: Final[Ink] = (16, 21, 42)
INK_SECOND: Final[Ink] = (73, 83, 106)
INK_LABEL: Final[Ink] = (94, 104, 126)
HAIRLINE: Final[Ink] = (217, 222, 232)
SOFT: Final[Ink] = (244, 246, 250)
ACCENT: Final[Ink] = (52, 72, 197)

# Millimetres, and points for type.
WIDTH: Final = 210
HEIGHT: Final = 297
MARGIN: Final = 18
BODY_WIDTH: Final = WIDTH - 2 * MARGIN
BODY_BOTTOM: Final = HEIGHT - 22
TITLE: Final = 20
HEADING: Final = 11
BODY: Final = 9.5
SMALL: Final = 8
POINT: Final = 0.3528
"""Millimetres to a typographic point."""


class Paper(FPDF):
    """Pages in our type. Positions are in millimetres from the top left."""

    def __init__(
        self, *, title: str, author: str, language: str, made_at: datetime, page_words: str
    ) -> None:
        super().__init__(orientation="portrait", unit="mm", format="A4")
        self._author, self._page_words = author, page_words
        self.add_font(FAMILY, "", FONTS / "Inter-Regular.ttf")
        self.add_font(FAMILY, "B", FONTS / "Inter-SemiBold.ttf")
        self.set_title(title)
        self.set_author(author)
        self.set_lang(language)
        self.set_creator("Encours")
        self.set_creation_date(made_at)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.c_margin = 0
        self.set_auto_page_break(auto=False)  # rows decide themselves, so that headings repeat

    def pen(self, size: float, ink: Ink = INK, style: Style = "") -> Self:
        self.set_font(FAMILY, style, size)
        self.set_text_color(*ink)
        return self

    def put(
        self, x: float, y: float, text: str, *, width: float = 0, align: Align = Align.L
    ) -> None:
        """One line of text whose box begins at x, y; `width` matters where it is aligned."""
        if not text:
            return  # fpdf2 measures no empty box
        self.set_xy(x, y)
        height = self.font_size_pt * POINT * 1.4
        self.cell(width or None, height, text, align=align, new_x=XPos.RIGHT, new_y=YPos.TOP)

    def put_fitting(
        self, x: float, y: float, text: str, width: float, *, align: Align = Align.L
    ) -> None:
        """A figure or a name too long for its place is set smaller, never cut."""
        size = self.font_size_pt
        needed = self.get_string_width(text)
        if needed > width:
            self.set_font_size(size * width / needed)
        self.put(x, y, text, width=width, align=align)
        self.set_font_size(size)

    def lines_of(self, text: str, width: float) -> Sequence[str]:
        """The text broken into lines of that width, in the pen's type."""
        if self.get_string_width(text) <= width:
            return [text]
        return broken(text, width, self.get_string_width)

    def rule(self, y: float, ink: Ink = HAIRLINE, thickness: float = 0.2) -> None:
        self.set_draw_color(*ink)
        self.set_line_width(thickness)
        self.line(MARGIN, y, WIDTH - MARGIN, y)

    def finished(self) -> bytes:
        """The file, once each page has its foot: their number is known only now."""
        last = self.pages_count
        for number in range(1, last + 1):
            self.page = number
            self._foot(self._page_words.format(page=number, pages=last))
        return bytes(self.output())

    def _foot(self, words: str) -> None:
        self.rule(HEIGHT - 17)
        # fpdf2 believes the pen of the last page to be this one's: two sizes make it say so anew.
        self.pen(BODY).pen(SMALL, INK_LABEL).put(MARGIN, HEIGHT - 15, one_line(self._author))
        self.put(MARGIN, HEIGHT - 15, words, width=BODY_WIDTH, align=Align.R)


def broken(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Lines no wider than that, broken at ordinary spaces, and within a word only where it must.

    fpdf2's own would write every no-break space as an ordinary one.
    """
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if measure(joined) <= width:
            lines[-1] = joined
            continue
        pieces = cut(word, width, measure)
        lines = [*lines, *pieces] if lines[-1] else pieces
    return lines


def cut(word: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """A word too wide for a line, in pieces that fit; at least one letter each."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and measure(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def one_line(text: str) -> str:
    """Without the controls and line breaks that a ledger's texts may hold."""
    return "".join(sign if sign.isprintable() or sign in "\u00a0\u202f" else " " for sign in text)
