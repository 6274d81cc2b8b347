"""What a FEC's journals are, and with it what their lines on client accounts are.

The opening journal comes first; then the journal's nature, which is what most of its client lines
face (70 or 4457: sales; 51 or 53: cash); then the line's side. Anything else is an adjustment.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Final

from backend.imports.reading.fec_entries import EntryKey
from backend.imports.reading.rows import ItemKind

_OPENING_CODE: Final = re.compile(
    r"(X?R?AN(O|OU|OUV|OUVEAUX?|V|D)?|AAN|OUV|OUVERT(URE)?|OPEN(ING)?|REPORT)\d*"
)
_OPENING_WORDS: Final = re.compile(
    r"\ba ?-?nouveaux?\b|\banouveaux?\b|\bouvertures?\b|\bopening\b|\br\.?a\.?n\b"
    r"|\b(soldes?|balances?|bilan) (initia|d'ouv|d ouv)|\breprises? (de |des )?(balance|solde)"
)
_LEAST_OPENING_CLASSES: Final = 3
_BALANCE_SHEET: Final = frozenset("12345")

FAMILIES: Final = ("4191", "411", "413", "416", "418")
"""Client accounts: 411 is the outstanding; drafts (413), doubtful (416), not yet invoiced (418)
and deposits (4191) have their own figures."""


def family_of(account: str) -> str | None:
    """The client-account family an account belongs to."""
    return next((family for family in FAMILIES if account.startswith(family)), None)


class Nature(Enum):
    OPENING = "opening"
    SALES = "sales"
    CASH = "cash"
    CASH_SALES = "cash sales"
    OTHER = "other"


@dataclass(slots=True)
class Journal:
    """What is seen of one journal in the first pass."""

    label: str = ""
    first_day: date = date.max
    last_day: date = date.min
    classes: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)

    def see(self, day: date, account_class: str) -> None:
        self.first_day = min(self.first_day, day)
        self.last_day = max(self.last_day, day)
        self.classes.add(account_class)

    def see_number(self, number: str) -> None:
        if len(self.numbers) <= 1:
            self.numbers.add(number)

    @property
    def numbers_nothing(self) -> bool:
        """Whether all its entries bear one number, so that the day must tell them apart."""
        one = len(self.numbers) == 1
        return one and (self.first_day != self.last_day or not min(self.numbers).strip("0"))


def is_opening(code: str, journal: Journal, first_day: date) -> bool:
    """By its code, by its name, or by what it holds.

    A nameless opening journal stands on the first day of the file alone and moves balance-sheet
    accounts only, of three classes at least.
    """
    if _OPENING_CODE.fullmatch(_plain(code).upper().replace("-", "").replace(".", "")):
        return True
    if _OPENING_WORDS.search(_plain(journal.label).lower()):
        return True
    return (
        journal.first_day == journal.last_day == first_day
        and journal.classes <= _BALANCE_SHEET
        and len(journal.classes) >= _LEAST_OPENING_CLASSES
    )


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).strip()


@dataclass(slots=True)
class Facing:
    """What the entries with client lines move beside them."""

    sales: set[EntryKey] = field(default_factory=set)
    cash: set[EntryKey] = field(default_factory=set)

    def see(self, key: EntryKey, account: str) -> None:
        if account.startswith(("70", "4457")):
            self.sales.add(key)
        elif account.startswith(("51", "53")):
            self.cash.add(key)


def natures(
    client_lines: Counter[EntryKey], facing: Facing, opening: frozenset[str]
) -> dict[str, Nature]:
    """The nature of every journal that has client lines."""
    lines: Counter[str] = Counter()
    sales: Counter[str] = Counter()
    cash: Counter[str] = Counter()
    for key, count in client_lines.items():
        journal = key[0]
        lines[journal] += count
        sales[journal] += count if key in facing.sales else 0
        cash[journal] += count if key in facing.cash else 0
    return {
        journal: Nature.OPENING
        if journal in opening
        else _nature(count, sales[journal], cash[journal])
        for journal, count in lines.items()
    }


def _nature(lines: int, sales: int, cash: int) -> Nature:
    if max(sales, cash) * 2 <= lines:
        return Nature.OTHER
    if sales == cash:
        return Nature.CASH_SALES
    return Nature.SALES if sales > cash else Nature.CASH


def kind_of_line(nature: Nature, cents: int) -> ItemKind:
    """What a client line is, by its journal and its side (`cents` is debit − credit)."""
    match nature:
        case Nature.OPENING:
            return ItemKind.OPENING_ITEM
        case Nature.SALES | Nature.CASH_SALES if cents > 0:
            return ItemKind.INVOICE
        case Nature.SALES if cents < 0:
            return ItemKind.CREDIT_NOTE
        case Nature.CASH | Nature.CASH_SALES if cents < 0:
            return ItemKind.PAYMENT
        case _:
            return ItemKind.ADJUSTMENT
