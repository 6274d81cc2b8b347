"""Days as ledgers write them, and which of two readings a column means.

Year first, month names, Excel serials and typed cells mean one day. `03/04/2024` means two: one
impossible value (`13/04/2024`) anywhere in the column decides for all of it, and a column that
nothing decides is never guessed.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from backend.imports.reading.sheet_cells import Cell
from backend.imports.reading.unreadable import Unreadable, shown

ORDERS: Final = ("dmy", "mdy", "ymd")
EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2199, 12, 31)
# Two digits of a year: a ledger of today speaks of 1970–2069.
_CENTURY_PIVOT: Final = 70
_CACHE_LIMIT: Final = 50_000
_RARE_SHARE: Final = 10
_NEVER: Final = frozenset(
    {"", "-", "--", "/", ".", "0", "n/a", "na", "null", "none", "nan", "nat", "#n/a", "nil"}
    | {"00000000", "00/00/0000", "0000-00-00", "00/00/00", "00.00.0000", "99991231"}
    | {"9999-12-31", "31/12/9999", "12/31/9999", "31.12.9999"}
)
_TIME: Final = re.compile(
    r"(?<=\d)[T ,]+\d{1,2}[:h]\d{2}(:\d{2}([.,]\d+)?)?\s*([ap]\.?m\.?)?"
    r"\s*(Z|UTC|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
_YEAR_FIRST: Final = re.compile(r"(\d{4}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{1,2})")
_YEAR_LAST: Final = re.compile(r"(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4}|\d{1,2})")
_TIGHT_YEAR_FIRST: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\d{4}(?:\d\d)?)?(?:[.,]0+)?")
_TIGHT_YEAR_LAST: Final = re.compile(r"(\d\d)(\d\d)(\d{4}|\d\d)(?:[.,]0+)?")
_SERIAL: Final = re.compile(r"(\d{5})(?:[.,]\d+)?")
_DAY_NAMED_MONTH: Final = re.compile(
    r"(?:[a-z]+\.?,? +)?(\d{1,2})(?:er|st|nd|rd|th)?[ ./-]*([a-z]{3,9})\.?,?[ ./-]*(\d{4}|\d{2})"
)
_NAMED_MONTH_DAY: Final = re.compile(
    r"(?:[a-z]+\.?, +)?([a-z]{3,9})\.?[ /-]*(\d{1,2})(?:st|nd|rd|th)?,?[ /-]+(\d{4})"
)
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january janvier janv jan",
            "february fevrier fevr fev feb",
            "march mars mar",
            "april avril avr apr",
            "may mai",
            "june juin jun",
            "july juillet juil jul",
            "august aout aou aug",
            "september septembre sept sep",
            "october octobre oct",
            "november novembre nov",
            "december decembre dec",
        ),
        start=1,
    )
    for name in names.split()
}
_SERIAL_EPOCH: Final = date(1899, 12, 30)
_SERIAL_RANGE: Final = range(20_000, 80_000)

Readings = dict[str, date]
"""The day a text means under each order; all three where the order does not matter."""


def readings(text: str) -> Readings:
    """Every day the text may mean; empty where it means none.

    AAAAMMJJ and JJMMAAAA cannot be mistaken for each other: no month is 19, 20 or 21.
    """
    plain = _TIME.sub("", " ".join(text.split()).strip("'\""))
    if serial := _SERIAL.fullmatch(plain):
        days = int(serial[1])
        return _free(_SERIAL_EPOCH + timedelta(days)) if days in _SERIAL_RANGE else {}
    for year_first in (_YEAR_FIRST, _TIGHT_YEAR_FIRST):
        match = year_first.fullmatch(plain)
        if match and (found := _in_range(_free(_day(*match.groups())))):
            return found
    for year_last in (_YEAR_LAST, _TIGHT_YEAR_LAST):
        if match := year_last.fullmatch(plain):
            return _in_range(_numeric(*match.groups()))
    return _in_range(_named(_plain_letters(plain)))


def _numeric(first: str, second: str, third: str) -> Readings:
    found = {"dmy": _day(third, second, first), "mdy": _day(third, first, second)}
    if len(third) < len("2024"):
        found["ymd"] = _day(first, second, third)
    return {order: day for order, day in found.items() if day}


def _named(text: str) -> Readings:
    if match := _DAY_NAMED_MONTH.fullmatch(text):
        day, month, year = match.groups()
    elif match := _NAMED_MONTH_DAY.fullmatch(text):
        month, day, year = match.groups()
    else:
        return {}
    number = _MONTHS.get(month)
    return _free(_day(year, str(number), day)) if number else {}


def _plain_letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _day(year: str, month: str, day: str) -> date | None:
    whole_year = int(year)
    if len(year) < len("2024"):
        whole_year += 2000 if whole_year < _CENTURY_PIVOT else 1900
    try:
        return date(whole_year, int(month), int(day))
    except ValueError:
        return None


def _free(day: date | None) -> Readings:
    return dict.fromkeys(ORDERS, day) if day else {}


def _in_range(found: Readings) -> Readings:
    return {order: day for order, day in found.items() if EARLIEST <= day <= LATEST}


def is_never(text: str) -> bool:
    """Whether the cell says that there is no date (blank, a dash, zeros, the year 9999)."""
    return text.strip().lower() in _NEVER


@dataclass(slots=True)
class DateColumn:
    """What a column of dates allows, gathered over the whole of it."""

    possible: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ORDERS, 0))
    readable: int = 0
    undecided: str | None = None
    """A value that means two different days, for the question."""
    _seen: set[str] = field(default_factory=set)

    def see(self, cells: Iterable[Cell]) -> None:
        fresh = {cell for cell in set(cells) if type(cell) is str} - self._seen
        if len(self._seen) < _CACHE_LIMIT:
            self._seen |= fresh
        for text in fresh:
            if not is_never(text):
                self._weigh(text)

    def _weigh(self, text: str) -> None:
        found = readings(text)
        if not found:
            return
        self.readable += 1
        for order in found:
            self.possible[order] += 1
        if "dmy" in found and "mdy" in found and found["dmy"] != found["mdy"]:
            self.undecided = self.undecided or text.strip()

    def allowed(self) -> tuple[str, ...]:
        """The orders that explain the most values; more than one: undecided.

        Year first with two figures of year is taken only where nothing else fits.
        """
        most = max(self.possible.values())
        orders = tuple(order for order in ORDERS if self.possible[order] == most)
        return orders if orders in {("ymd",), ORDERS} else tuple(o for o in orders if o != "ymd")

    def decides(self) -> str | None:
        """The order this column proves; None where it proves none, or contradicts itself.

        A contradiction hidden among many proofs of one order is a slip in that line; where it is
        not rare, a value that means two days stays undecided.
        """
        allowed = self.allowed()
        if len(allowed) != 1:
            return None
        against = self.readable - self.possible[allowed[0]]
        proofs = self.readable - max(self.possible[o] for o in ("dmy", "mdy") if o != allowed[0])
        is_rare = against * _RARE_SHARE <= proofs
        return allowed[0] if is_rare or self.undecided is None else None

    @property
    def is_undecided(self) -> bool:
        return self.undecided is not None and self.decides() is None


class DateReader(dict[Cell, "date | Unreadable | None"]):
    """Cell → day, None where there is none, or `Unreadable`. Remembers what it has read."""

    def __init__(self, order: str) -> None:
        super().__init__()
        self._order = order

    def __missing__(self, cell: Cell) -> "date | Unreadable | None":
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        value = self[cell] = self._read(cell)
        return value

    def _read(self, cell: Cell) -> "date | Unreadable | None":
        if isinstance(cell, date):
            return cell
        text = f"{cell:f}" if isinstance(cell, Decimal) else cell
        if is_never(text):
            return None
        return readings(text).get(self._order) or Unreadable("unreadable-date", shown(text.strip()))
