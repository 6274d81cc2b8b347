"""The statement of account as a PDF that one may send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fpdf.enums import Align

from backend.catalogue.exports import WORDS, Words
from backend.catalogue.statements import STATEMENT_WORDS, StatementWords
from backend.exports import paper
from backend.exports.paper import BODY, HEADING, INK_LABEL, INK_SECOND, MARGIN, SMALL, TITLE, Paper
from backend.exports.statement_table import Ruler
from backend.exports.statement_texts import day_in_full, siren_text, standing_told
from shared.formats import money_text
from shared.rules.aging import BUCKETS

if TYPE_CHECKING:
    from datetime import datetime

    from backend.exports.statement import Account, Statement
    from shared.money import Money

AGES: Final[tuple[paper.Ink, ...]] = (
    *((208, 215, 228), (235, 188, 98), (226, 152, 58)),
    *((194, 100, 30), (141, 57, 27), (77, 24, 29)),
)
"""From not due to the oldest, in the app's light ramp; each stands beside its label."""
ADDRESS_X: Final = 112
FIGURE_ROW: Final = 6.2
AGEING_HEIGHT: Final = 24


def statement_pdf(statement: Statement, *, made_at: datetime) -> bytes:
    """The file's bytes. Takes about a second for 5,000 lines: call it in a thread."""
    words, sentences = WORDS[statement.language], STATEMENT_WORDS[statement.language]
    document = Paper(
        title=f"{words.statement} – {paper.one_line(statement.addressee.name)}",
        author=statement.company_name,
        language=statement.language,
        made_at=made_at,
        page_words=sentences.page,
    )
    document.add_page()
    StatementWriter(document, statement, words, sentences).write()
    return document.finished()


class StatementWriter:
    """Fills a paper from the top; `y` is where the next thing goes."""

    def __init__(
        self, document: Paper, statement: Statement, words: Words, sentences: StatementWords
    ) -> None:
        self.paper, self.statement = document, statement
        self.words, self.sentences = words, sentences
        self.y = float(MARGIN)

    def write(self) -> None:
        self._letterhead()
        for account in self.statement.accounts:
            self._account(account)

    def _letterhead(self) -> None:
        page, statement = self.paper, self.statement
        self._company()
        top = self._addressee()
        page.pen(TITLE, style="B").put(MARGIN, top, self.words.statement)
        as_of = self.sentences.as_of.format(date=day_in_full(statement.as_of, statement.language))
        page.pen(BODY, INK_SECOND).put(MARGIN, top + 10, as_of)
        self.y = top + 16
        if statement.known_on is not None:
            known_on = day_in_full(statement.known_on, statement.language)
            page.pen(SMALL, INK_LABEL)
            page.put(MARGIN, self.y, self.sentences.known_on.format(date=known_on))
            self.y += 4
        self.y += 5

    def _company(self) -> None:
        page, statement = self.paper, self.statement
        y = float(MARGIN)
        page.pen(HEADING, style="B")
        for line in page.lines_of(paper.one_line(statement.company_name), paper.BODY_WIDTH - 4):
            page.put(MARGIN + 4, y, line)
            y += 5.4
        if statement.company_siren:
            siren = f"{self.sentences.siren} {siren_text(statement.company_siren)}"
            page.pen(SMALL, INK_LABEL).put(MARGIN + 4, y + 0.4, siren)
            y += 4.6
        page.set_fill_color(*paper.ACCENT)
        page.rect(MARGIN, MARGIN + 0.4, 1.2, y - MARGIN - 0.4, style="F")

    def _addressee(self) -> float:
        """Writes who it is for, in an envelope's window; answers where the rest may begin."""
        page, to = self.paper, self.statement.addressee
        y, width = 40.0, paper.WIDTH - MARGIN - ADDRESS_X
        page.pen(HEADING, style="B")
        for line in page.lines_of(paper.one_line(to.name), width):
            page.put(ADDRESS_X, y, line)
            y += 5.6
        page.pen(BODY)
        for part in to.postal_lines():
            for line in page.lines_of(paper.one_line(part), width):
                page.put(ADDRESS_X, y, line)
                y += 4.9
        self._references()
        return max(74.0, y + 6)

    def _references(self) -> None:
        page, to, sentences = self.paper, self.statement.addressee, self.sentences
        known = [(sentences.client_code, to.code)]
        known += [(sentences.siren, siren_text(to.siren))] if to.siren else []
        known += [(sentences.vat_number, to.vat_number)] if to.vat_number else []
        y = 41.0
        for label, value in known:
            page.pen(SMALL, INK_LABEL).put(MARGIN, y, label)
            page.pen(BODY).put(MARGIN + 24, y - 0.4, paper.one_line(value))
            y += 5.2

    def _account(self, account: Account) -> None:
        if len(self.statement.accounts) > 1:
            self._room_for(40)
            heading = self.sentences.one_currency.format(currency=account.currency)
            self.paper.pen(HEADING, style="B").put(MARGIN, self.y, heading)
            self.y += 8
        self._sentence(account)
        if not (account.owed or account.to_apply):
            return
        self._figures(account)
        self._ageing(account)
        self._table(account)
        self.y += 6

    def _sentence(self, account: Account) -> None:
        page = self.paper
        page.pen(BODY + 0.5)
        text = standing_told(account, self.sentences, self.statement.language)
        lines = page.lines_of(text, paper.BODY_WIDTH)
        self._room_for(len(lines) * 5.4)
        for line in lines:
            page.put(MARGIN, self.y, line)
            self.y += 5.4
        self.y += 4

    def _figures(self, account: Account) -> None:
        """What the account adds up to: the same figures as the client file's."""
        sentences, aging = self.sentences, account.aging
        rows = [(sentences.still_open, account.still_open)]
        rows += [(sentences.not_applied, aging.unapplied)] if account.to_apply else []
        height = FIGURE_ROW * (len(rows) + 2) + 4
        self._room_for(height + 6)
        page, top = self.paper, self.y
        page.set_fill_color(*paper.SOFT)
        page.rect(
            *(MARGIN, top, paper.BODY_WIDTH, height),
            style="F",
            round_corners=True,
            corner_radius=2.5,
        )
        self.y += 2.4
        for label, money in rows:
            self._figure(label, money, strong=False)
        self._figure(sentences.balance, aging.outstanding, strong=True)
        self._figure(sentences.of_which_overdue, aging.overdue, strong=False)
        self.y = top + height + 6

    def _figure(self, label: str, money: Money, *, strong: bool) -> None:
        page, size = self.paper, HEADING if strong else BODY
        right = paper.BODY_WIDTH - 8
        page.pen(size, paper.INK if strong else INK_SECOND, "B" if strong else "")
        page.put(MARGIN + 4, self.y, label)
        page.pen(size, style="B" if strong else "")
        text = money_text(money, self.statement.language)
        page.put_fitting(MARGIN + 4, self.y, text, right, align=Align.R)
        self.y += FIGURE_ROW

    def _table(self, account: Account) -> None:
        ruler = Ruler(
            paper=self.paper,
            statement=self.statement,
            words=self.words,
            sentences=self.sentences,
            currency=account.currency,
            next_page=self._next_page,
        )
        self.y = ruler.draw(self.y, account)

    def _ageing(self, account: Account) -> None:
        """The debits by age: a label, a tick of its colour, and a figure each."""
        self._room_for(AGEING_HEIGHT)
        page, width = self.paper, paper.BODY_WIDTH / len(BUCKETS)
        page.pen(SMALL, INK_LABEL, "B").put(MARGIN, self.y, self.sentences.ageing)
        y = self.y + 6
        for place, name in enumerate(BUCKETS):
            x = MARGIN + place * width
            page.set_fill_color(*AGES[place])
            page.rect(x, y, width - 2, 1.2, style="F")
            page.pen(SMALL, INK_LABEL).put(x, y + 2.2, self.words.buckets[place])
            page.pen(SMALL + 0.5)
            figure = money_text(account.aging.buckets[name].amount, self.statement.language)
            page.put_fitting(x, y + 6.4, figure, width - 2)
        self.y += AGEING_HEIGHT

    def _room_for(self, height: float) -> None:
        """A new page where that much does not fit on this one."""
        if self.y + height > paper.BODY_BOTTOM:
            self.y = self._next_page()

    def _next_page(self) -> float:
        """Answers where the content of the new page begins, under whose statement it is."""
        page, to = self.paper, self.statement.addressee
        page.add_page()
        page.pen(SMALL, INK_LABEL).put(MARGIN, MARGIN - 6, self.sentences.carried_on)
        name = paper.one_line(f"{to.code} · {to.name}")
        page.put_fitting(MARGIN + 60, MARGIN - 6, name, paper.BODY_WIDTH - 60, align=Align.R)
        page.rule(MARGIN)
        return MARGIN + 5.0
