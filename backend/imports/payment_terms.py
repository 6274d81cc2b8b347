"""What a ledger's own words for payment terms mean, where they say it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from shared.rules.terms import DAYS_LIMIT, Terms

if TYPE_CHECKING:
    from collections.abc import Iterable

_CASH: Final = re.compile(
    r"comptant|cash|a reception|à réception|on receipt|due on receipt|immediate|immédiat|cod"
)
_MONTH_END: Final = re.compile(
    r"fin (?:de |du )?mois|f\.?d\.?m\.?\b|fdm|end of month|e\.?o\.?m\.?\b|eom|month end"
)
_DAYS: Final = re.compile(r"(?<![\d,.])(\d{1,3})(?![\d,.%])")
_NET: Final = re.compile(
    r"(?:net |n)?(\d{1,3}) ?(?:j|jours?|jrs?|d|days?|nets?|jours nets?|days net|net days)?"
)


def terms_meant(text: str) -> Terms | None:
    """`45 jours fin de mois`, `fin de mois 45 jours`, `30 net`, `comptant`; None for any other.

    The order says which reading of "end of month" is meant: the days first, then the month's end
    (A), or the month's end first, then the days (B).
    """
    words = " ".join(text.casefold().split())
    if _CASH.fullmatch(words):
        return Terms("cash", 0)
    numbers = _DAYS.findall(words)
    if len(numbers) > 1 or (numbers and int(numbers[0]) > DAYS_LIMIT):
        return None
    if end := _MONTH_END.search(words):
        if not numbers:
            return Terms("eom_a", 0)
        return Terms("eom_a" if words.index(numbers[0]) < end.start() else "eom_b", int(numbers[0]))
    if net := _NET.fullmatch(words):
        return Terms("net", int(net[1]))
    return None


def terms_known(texts: Iterable[str]) -> list[tuple[str, str, int]]:
    """Those of the texts that we understand, with basis and days."""
    return [
        (text, terms.basis, terms.days)
        for text in texts
        if (terms := terms_meant(text)) is not None
    ]
