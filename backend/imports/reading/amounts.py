"""Amounts as ledgers write them, and which mark is the decimal one.

`1.234,56` and `1 234,5` say it themselves; `1.234` does not: one value that can only be read one
way decides for the whole column, and a column that nothing decides is never guessed.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, NamedTuple

from backend.imports.reading.sheet_cells import Cell
from backend.imports.reading.unreadable import Unreadable, shown
from shared.money import is_currency

MARKS: Final = {"comma": ",", "point": "."}
_LENGTH_LIMIT: Final = 60
_BLANK: Final = frozenset({"", "n/a", "na", "null", "none", "#n/a", "nil"})
_DASHES: Final = frozenset({"-", "--", "–", "—"})
_SIGNS: Final = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY", "₣": "CHF", "₹": "INR"}
_WORDS: Final = {"EURO": "EUR", "EUROS": "EUR", "US": "USD", "FR": "CHF"}
_CREDIT_MARKS: Final = frozenset({"C", "CR"})
_DEBIT_MARKS: Final = frozenset({"D", "DR", "DB"})
_GROUP_SPACE: Final = re.compile(r"(?<=\d)[\s'’`´](?=\d)")
_AROUND: Final = re.compile(r"[\s'’]")
_MINUSES: Final = str.maketrans("−–—‐‑﹣－", "-------")
_NUMBER: Final = re.compile(r"[\d.,]*\d[\d.,]*(?:[eE][+-]?\d{1,2}(?!\d))?")
_WORD: Final = re.compile(r"[^\W\d_]+|[€£$¥₣₹]")
_ONE_GROUP: Final = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_SHAPES_KEPT: Final = 10_000
_DIGITS_AS_NINE: Final = str.maketrans("012345678", "999999999")
_PLAIN: Final = {"point": r"-?\d{1,20}(?:\.\d{1,30})?", "comma": r"-?\d{1,20}(?:,\d{1,30})?"}


class Written(NamedTuple):
    """A written amount taken apart: `digits` holds figures and marks only."""

    negative: bool
    digits: str
    exponent: int
    currency: str | None
    spaced: bool
    """Groups are parted by a space or an apostrophe, so that a mark can only be decimal."""


def take_apart(text: str) -> Written | None:
    """The parts of a written amount; None where it is none."""
    stripped = text.strip().translate(_MINUSES)
    if len(stripped) > _LENGTH_LIMIT:
        return None
    tight = _GROUP_SPACE.sub("", stripped)
    match = _NUMBER.search(tight)
    if not match:
        return None
    around = tight[: match.start()] + " " + tight[match.end() :]
    outside = _outside(around)
    if outside is None:
        return None
    digits, _, exponent = match[0].lower().partition("e")
    return Written(outside[0], digits, int(exponent or 0), outside[1], tight != stripped)


def _outside(around: str) -> tuple[bool, str | None] | None:
    """Sign and currency from what stands around the figures; None where it is anything else."""
    currency: str | None = None
    negative = False
    for word in _WORD.findall(around):
        known = _SIGNS.get(word) or _WORDS.get(word.upper()) or word.upper()
        if known in _CREDIT_MARKS:
            negative = True
        elif is_currency(known):
            currency = currency or known
        elif known not in _DEBIT_MARKS:
            return None
    marks = _AROUND.sub("", _WORD.sub("", around))
    if marks in {"-", "()", "(-)"}:
        return not negative, currency
    return (negative, currency) if marks in {"", "+"} else None


def mark_shown(written: Written) -> str | None:
    """The decimal mark this amount proves, `either` where it allows both, None where it has none.

    Proof: both marks (the last is decimal), a mark repeated (it parts thousands), a mark not
    followed by exactly three figures or not preceded by one to three, a leading zero.
    """
    digits = written.digits
    if "," in digits and "." in digits:
        return "comma" if digits.rfind(",") > digits.rfind(".") else "point"
    mark = "comma" if "," in digits else "point" if "." in digits else None
    if mark is None:
        return None
    if digits.count(MARKS[mark]) > 1:
        return "point" if mark == "comma" else "comma"
    parts_thousands = _ONE_GROUP.fullmatch(digits) is not None
    return "either" if parts_thousands and not written.spaced and not written.exponent else mark


@dataclass(slots=True)
class AmountColumn:
    """What a column of amounts allows, gathered over the whole of it."""

    proofs: Counter[str] = field(default_factory=Counter)
    undecided: str | None = None
    currencies: set[str] = field(default_factory=set)
    positive: bool = False
    negative: bool = False
    _shapes: dict[str, Written | None] = field(default_factory=dict)

    def see(self, cells: Sequence[Cell]) -> None:
        texts = [cell for cell in cells if isinstance(cell, str)]
        if len(texts) < len(cells):
            numbers = [cell for cell in cells if isinstance(cell, Decimal)]
            self.positive = self.positive or any(number > 0 for number in numbers)
            self.negative = self.negative or any(number < 0 for number in numbers)
        # Amounts differ, their shapes (99.99) hardly do: each is taken apart once.
        shapes = Counter("\n".join(texts).translate(_DIGITS_AS_NINE).split("\n"))
        for shape, count in shapes.items():
            if shape not in self._shapes and len(self._shapes) < _SHAPES_KEPT:
                self._shapes[shape] = take_apart(shape)
            written = self._shapes[shape] if shape in self._shapes else take_apart(shape)
            if written:
                self._weigh(written, shape, count, texts)

    def _weigh(self, written: Written, shape: str, count: int, texts: list[str]) -> None:
        if written.negative:
            self.negative = True
        else:
            self.positive = True
        if written.currency:
            self.currencies.add(written.currency)
        match mark_shown(written):
            case "either":
                self._weigh_each(shape, texts)
            case str(mark):
                self.proofs[mark] += count
            case None:
                pass

    def _weigh_each(self, shape: str, texts: list[str]) -> None:
        """A leading zero (0.125) is lost in the shape, so these are looked at one by one."""
        for text in texts:
            if text.translate(_DIGITS_AS_NINE) == shape and (written := take_apart(text)):
                mark = mark_shown(written)
                if mark == "either":
                    self.undecided = self.undecided or text.strip()
                elif mark:
                    self.proofs[mark] += 1

    def decides(self) -> str | None:
        """The mark most amounts prove; None where none does, or as many prove the other."""
        comma, point = self.proofs["comma"], self.proofs["point"]
        if comma == point:
            return None
        return "comma" if comma > point else "point"

    @property
    def is_undecided(self) -> bool:
        contradictory = self.proofs["comma"] > 0 and self.decides() is None
        return (self.undecided is not None or contradictory) and self.decides() is None


class AmountReader:
    """Cell → exact amount as written (not rounded), None where blank, or `Unreadable`."""

    def __init__(self, mark: str) -> None:
        self._plain = re.compile(_PLAIN[mark]).fullmatch
        self._all_plain = re.compile(rf"(?:{_PLAIN[mark]}\n)+").fullmatch
        self._is_comma = mark == "comma"
        decimal, group = (",", r"\.") if mark == "comma" else (r"\.", ",")
        self._shape = re.compile(
            rf"(\d*|[1-9]\d{{0,2}}(?:{group}\d{{2,3}})*{group}\d{{3}})(?:{decimal}(\d*))?"
        )

    def read_all(self, cells: Sequence[Cell]) -> list[Decimal | Unreadable | None]:
        """As `read`, cell by cell; a column of plain numbers is recognised in one go."""
        try:
            joined = "\n".join(cells) + "\n"  # type: ignore[arg-type]
        except TypeError:  # a workbook's own numbers are among them
            return list(map(self.read, cells))
        if not self._all_plain(joined):
            return list(map(self.read, cells))
        return list(map(Decimal, (joined.replace(",", ".") if self._is_comma else joined).split()))

    def read(self, cell: Cell) -> Decimal | Unreadable | None:
        if isinstance(cell, Decimal):
            return cell
        if not isinstance(cell, str):
            return Unreadable("unreadable-amount", shown(cell))
        if self._plain(cell):
            return Decimal(cell.replace(",", ".") if self._is_comma else cell)
        return self._read_dressed(cell.strip())

    def _read_dressed(self, text: str) -> Decimal | Unreadable | None:
        if text.lower() in _BLANK:
            return None
        if text in _DASHES:  # how accounting formats show zero
            return Decimal(0)
        written = take_apart(text)
        match = self._shape.fullmatch(written.digits) if written else None
        if written is None or match is None:
            return Unreadable("unreadable-amount", shown(text))
        whole = re.sub(r"\D", "", match[1]) or "0"
        number = Decimal(f"{whole}.{match[2] or '0'}e{written.exponent}")
        return -number if written.negative else number


def currency_written(cell: Cell) -> str | None:
    """The currency that stands beside an amount in its cell, if any."""
    written = take_apart(cell) if isinstance(cell, str) else None
    return written.currency if written else None
