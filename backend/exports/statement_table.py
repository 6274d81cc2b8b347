"""The open items of an account as a table that goes on over as many pages as it takes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Literal

from fpdf.enums import Align

from backend.exports import paper
from backend.exports.paper import INK_LABEL, INK_SECOND, MARGIN, SMALL, Paper, one_line
from backend.exports.statement_texts import day_in_column
from shared.formats import days_text, number_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from backend.catalogue.exports import Words
    from backend.catalogue.statements import StatementWords
    from backend.exports.statement import Account, Line, Statement
    from shared.money import Money

LINE: Final = 4.1
"""Millimetres from one line of text to the next."""
ROW_GAP: Final = 1.6
TOTAL: Final = 10.0
GUTTER: Final = 2.5
Wrapped = Literal["number", "label"]
Place = Literal["issued", "due", "number", "label", "amount", "residual", "late"]
WIDTHS: Final[dict[Place, float]] = {
    "issued": 20.5,
    "due": 22.5,
    "number": 29.0,
    "label": 41.0,
    "amount": 23.5,
    "residual": 23.5,
    "late": 14.0,
}
LEFT: Final[dict[Place, float]] = dict(
    zip(WIDTHS, accumulate(WIDTHS.values(), initial=float(MARGIN)), strict=False)
)
"""Where each column begins, in millimetres from the left edge."""
FIGURES: Final[frozenset[Place]] = frozenset({"amount", "residual", "late"})


@dataclass(frozen=True, slots=True)
class Ruler:
    """Draws rows between the margins; where a page is full, goes on under the same headings."""

    paper: Paper
    statement: Statement
    words: Words
    sentences: StatementWords
    currency: str
    next_page: Callable[[], float]

    def draw(self, y: float, account: Account) -> float:
        """Draws both parts of the account from y on; answers where the next thing may begin."""
        if account.owed:
            y = self._part(y, account.owed, (self.sentences.still_open, account.still_open))
            y = self._note(y) if account.has_estimates else y
        if account.to_apply:
            total = (self.sentences.not_applied, account.aging.unapplied)
            y = self._part(y, account.to_apply, total)
        return y

    def _part(self, y: float, lines: Sequence[Line], total: tuple[str, Money]) -> float:
        # A heading is never the last thing on a page.
        y = self._headings(self._fits(y, 24))
        for count, line in enumerate(lines, start=1):
            cells = self._cells(line)
            height = max(len(cells["number"]), len(cells["label"])) * LINE + ROW_GAP
            # The total is never alone on its page: the last row goes with it.
            below = TOTAL if count == len(lines) else 0.0
            if y + height + below > paper.BODY_BOTTOM:
                y = self._headings(self.next_page())
            y = self._row(y, line, cells, height)
        return self._total(y, *total)

    def _fits(self, y: float, height: float) -> float:
        return y if y + height <= paper.BODY_BOTTOM else self.next_page()

    def _headings(self, y: float) -> float:
        words = self.words
        texts: dict[Place, str] = {
            "issued": words.issued,
            "due": words.due,
            "number": words.number,
            "label": words.label,
            "amount": f"{words.amount} {self.currency}",
            "residual": f"{words.residual} {self.currency}",
            "late": self.sentences.late,
        }
        self.paper.pen(SMALL - 0.5, INK_LABEL, "B")
        for place, text in texts.items():
            self._put(place, y, text)
        self.paper.rule(y + 5.2, INK_LABEL, 0.25)
        return y + 6.4

    def _cells(self, line: Line) -> dict[Wrapped, list[str]]:
        """The two columns that may take several lines. An item says what it is, if no invoice."""
        self.paper.pen(SMALL)
        kind = self.words.kinds[line.kind]
        label = one_line(line.label or "")
        if line.kind != "invoice":
            label = f"{kind} – {label}" if label else kind
        number = one_line(line.number or "")
        return {
            "number": list(self.paper.lines_of(number, WIDTHS["number"] - GUTTER)),
            "label": list(self.paper.lines_of(label, WIDTHS["label"] - GUTTER)),
        }

    def _row(
        self,
        y: float,
        line: Line,
        cells: dict[Wrapped, list[str]],
        height: float,
    ) -> float:
        language = self.statement.language
        self.paper.pen(SMALL)
        self._put("issued", y, day_in_column(line.issued_on, language))
        if line.due_on is not None and line.residual.amount > 0:
            mark = "*" if line.due_estimated else ""
            self._put("due", y, day_in_column(line.due_on, language) + mark)
        for place, texts in cells.items():
            for count, text in enumerate(texts):
                self._put(place, y + count * LINE, text)
        self._put("residual", y, number_text(line.residual.amount, language))
        self.paper.pen(SMALL, INK_SECOND)
        self._put("amount", y, number_text(line.amount.amount, language))
        if late := line.days_late(self.statement.as_of):
            self._put("late", y, days_text(late, language))
        self.paper.rule(y + height - ROW_GAP / 2 + 0.4)
        return y + height + 0.4

    def _total(self, y: float, label: str, money: Money) -> float:
        self.paper.pen(SMALL, style="B").put(MARGIN, y, label)
        self._put("residual", y, number_text(money.amount, self.statement.language))
        return y + TOTAL

    def _note(self, y: float) -> float:
        y = self._fits(y - 4, 8)
        self.paper.pen(SMALL - 0.5, INK_LABEL).put(MARGIN, y, self.sentences.estimated)
        return y + 9

    def _put(self, place: Place, y: float, text: str) -> None:
        x = LEFT[place]
        if place in FIGURES:
            self.paper.put_fitting(x + GUTTER, y, text, WIDTHS[place] - GUTTER, align=Align.R)
        else:
            self.paper.put(x, y, text)
