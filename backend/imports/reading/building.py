"""What building rows of any kind shares: refusing, rounding, control totals."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from backend.imports.reading.cells import Columns
from backend.imports.reading.diagnosis import Options
from backend.imports.reading.notes import ClientWatch, Notes
from backend.imports.reading.unreadable import shown
from shared.money import AMOUNT_LIMIT, round_amount
from shared.refusal import Refused

_TOTAL_LINE: Final = re.compile(
    r"(sous[- ]?|grand |sub[- ]?)?tota(l|ux)\b|(solde|report)s?\b", re.IGNORECASE
)


@dataclass(slots=True)
class Builder:
    """What a kind's rows are built with, and what building them leaves behind."""

    options: Options
    currency: str
    headers: Mapping[str, str]
    all_negative: frozenset[str]
    notes: Notes = field(default_factory=Notes)
    clients: ClientWatch = field(default_factory=ClientWatch)
    totals: defaultdict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    rows: int = 0
    _steps: dict[str, Decimal] = field(default_factory=dict)
    """An amount at the scale of each currency: what has it already needs no rounding."""

    def refused_positions(self, columns: Columns, required: Sequence[str]) -> set[int]:
        """Notes every line that cannot be read or lacks a required value; gives them back."""
        refused: set[int] = set()
        for at, found in columns.overlong.items():
            facts = {"found": found, "expected": columns.width}
            self.notes.refuse(columns.lines[at], "too-many-fields", **facts)
            refused.add(at)
        for name in required:
            values = columns[name]
            if None not in values:
                continue
            for at, value in enumerate(values):
                if value is None and at not in refused and at not in columns.bad:
                    refused.add(at)
                    self._refuse_blank(columns, at, name)
        for at, (name, value) in columns.bad.items():
            if at not in refused:
                refused.add(at)
                header = self.headers[name]
                self.notes.refuse(columns.lines[at], value.code, header=header, text=value.text)
        return refused

    def _refuse_blank(self, columns: Columns, at: int, name: str) -> None:
        line = columns.lines[at]
        if columns["number"][at] is None and (total := _total_word(columns, at)):
            self.notes.warn("total-lines-skipped", line, text=total)
        else:
            self.notes.refuse(line, "blank-value", header=self.headers.get(name, name))

    def is_totals_line(self, columns: Columns, at: int) -> bool:
        """A line that has nothing but a word like “Total”, which is then told; for client files,
        where no blank amount gives it away. A client of that name has more in its line.
        """
        filled = [values[at] for values in columns.values.values() if values[at] is not None]
        if len(filled) != 1 or (total := _total_word(columns, at)) is None:
            return False
        self.notes.warn("total-lines-skipped", columns.lines[at], text=total)
        return True

    def rounded(self, amount: Decimal, currency: str, line: int) -> Decimal | None:
        """The amount at its currency's scale; None where it is refused (too large, unknown)."""
        step = self._steps.get(currency)
        if step is not None and amount.same_quantum(step) and abs(amount) <= AMOUNT_LIMIT:
            return amount
        try:
            rounded = round_amount(amount, currency)
        except Refused as refused:
            self.notes.refuse(line, refused.refusal.code, text=shown(amount))
            return None
        self._steps[currency] = rounded
        if rounded != amount:
            self.notes.warn("amounts-rounded", line, text=shown(amount), currency=currency)
        return rounded

    def keep(self, codes_and_names: Iterable[tuple[str, str | None]]) -> None:
        """Looks at the clients of a chunk's rows."""
        for code, name in set(codes_and_names):
            self.clients.see(code, name)

    def add(self, amounts: Iterable[tuple[str, Decimal]]) -> None:
        """Adds a chunk's rows to the control totals."""
        for currency, amount in amounts:
            self.rows += 1
            self.totals[currency] += amount


def _total_word(columns: Columns, at: int) -> str | None:
    """What a totals line calls itself, in the first of its cells that holds text."""
    texts = (values[at] for values in columns.values.values())
    first: Any = next((text for text in texts if isinstance(text, str)), None)
    if first and _TOTAL_LINE.match(first):
        return shown(first)
    return None
