"""The statement of account as a spreadsheet: whose it is, the open items, what they add up to."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from backend.catalogue.exports import WORDS, Words
from backend.catalogue.statements import STATEMENT_WORDS, StatementWords
from backend.exports.statement_texts import day_in_full, siren_text, standing_told
from backend.exports.workbook import Cell, Column, Workbook
from shared.rules.aging import BUCKETS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from backend.exports.statement import Account, Line, Statement
    from shared.money import Money


def statement_xlsx(statement: Statement, *, made_at: datetime) -> bytes:
    """The file's bytes: call it in a thread."""
    words, sentences = WORDS[statement.language], STATEMENT_WORDS[statement.language]
    file = BytesIO()
    title, language = words.statement, statement.language
    book = Workbook(file, title=title, language=language, made_at=made_at)
    for cells, strong in letterhead(statement, words, sentences):
        book.add(cells, strong=strong)
    book.skip()
    first, headings = book.next_row, columns(words, sentences)
    book.head(headings)
    for account in statement.accounts:
        for line in (*account.owed, *account.to_apply):
            book.add(cells_of(line, statement, words))
    book.filter(first, book.next_row - 1, len(headings))
    for account in statement.accounts:
        book.skip()
        for label, money in totals_of(account, words, sentences):
            book.add(total_row(label, money), strong=label == sentences.balance)
    book.finish()
    return file.getvalue()


def letterhead(
    statement: Statement, words: Words, sentences: StatementWords
) -> Sequence[tuple[Sequence[Cell], bool]]:
    """The rows above the table, and whether they stand out."""
    to, language = statement.addressee, statement.language
    ours, theirs = statement.company_siren, to.siren
    rows: list[tuple[Sequence[Cell], bool]] = [
        ((words.statement,), True),
        ((sentences.as_of.format(date=day_in_full(statement.as_of, language)),), False),
    ]
    if statement.known_on is not None:
        known_on = day_in_full(statement.known_on, language)
        rows.append(((sentences.known_on.format(date=known_on),), False))
    rows.append(((statement.company_name,), True))
    rows += [((f"{sentences.siren} {siren_text(ours)}",), False)] if ours else []
    rows.append(((f"{to.code} · {to.name}",), True))
    rows += [((line,), False) for line in to.postal_lines()]
    rows += [((f"{sentences.siren} {siren_text(theirs)}",), False)] if theirs else []
    rows += [((f"{sentences.vat_number} {to.vat_number}",), False)] if to.vat_number else []
    for account in statement.accounts:
        rows.append(((standing_told(account, sentences, language),), False))
    if any(account.has_estimates for account in statement.accounts):
        rows.append(((sentences.estimated,), False))
    return rows


def columns(words: Words, sentences: StatementWords) -> Sequence[Column]:
    return (
        Column(words.kind, 18),
        Column(words.number, 20),
        Column(words.issued, 12),
        Column(words.due, 12),
        Column("*", 4),
        Column(words.label, 40),
        Column(words.currency, 9),
        Column(words.amount, 16, is_figure=True),
        Column(words.residual, 16, is_figure=True),
        Column(sentences.late, 9, is_figure=True),
    )


def cells_of(line: Line, statement: Statement, words: Words) -> Sequence[Cell]:
    is_owed = line.due_on is not None and line.residual.amount > 0
    return (
        words.kinds[line.kind],
        line.number,
        line.issued_on,
        line.due_on if is_owed else None,
        "*" if is_owed and line.due_estimated else None,
        line.label,
        line.residual.currency,
        line.amount,
        line.residual,
        line.days_late(statement.as_of) or None,
    )


def total_row(label: str, money: Money) -> Sequence[Cell]:
    """Its amount stands under the residuals."""
    return (label, None, None, None, None, None, money.currency, None, money)


def totals_of(
    account: Account, words: Words, sentences: StatementWords
) -> Sequence[tuple[str, Money]]:
    aging = account.aging
    return (
        (sentences.still_open, account.still_open),
        (sentences.not_applied, aging.unapplied),
        (sentences.balance, aging.outstanding),
        (sentences.of_which_overdue, aging.overdue),
        *(
            (label, aging.buckets[name].amount)
            for label, name in zip(words.buckets, BUCKETS, strict=True)
        ),
    )
