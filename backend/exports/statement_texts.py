"""How a statement writes days, numbers of companies, and what it has to say of an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.formats import NBSP, date_text, money_text
from shared.wording import MONTHS

if TYPE_CHECKING:
    from datetime import date

    from backend.catalogue.statements import StatementWords
    from backend.exports.statement import Account
    from backend.settings import Language


def day_in_full(day: date, language: Language) -> str:
    """`1er novembre 2026` or `1 November 2026`."""
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number}{NBSP}{MONTHS[language][day.month - 1]}{NBSP}{day.year}"


def day_in_column(day: date, language: Language) -> str:
    """`21/11/2026`; in English `21 Nov 2026`, since 03/04 is two days to English readers."""
    if language == "fr":
        return f"{day.day:02}/{day.month:02}/{day.year:04}"
    return date_text(day, language).replace(" ", NBSP)


def siren_text(siren: str) -> str:
    """`123 456 789`, as a SIREN is printed."""
    return NBSP.join(siren[start : start + 3] for start in range(0, len(siren), 3))


def standing_told(account: Account, sentences: StatementWords, language: Language) -> str:
    """The account in a sentence: the balance, and what is late. Nothing owed, nothing asked."""
    sentence: str = getattr(sentences, account.standing)
    aging = account.aging
    return sentence.format(
        amount=money_text(abs(aging.outstanding), language),
        overdue=money_text(aging.overdue, language),
        unapplied=money_text(abs(aging.unapplied), language),
    )
