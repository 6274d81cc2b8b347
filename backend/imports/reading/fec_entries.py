"""Whether a FEC's entries balance, and where they do not.

An entry is (journal, number, date) where that balances, else (journal, number): some programs
number everything 0, others spread one entry over several days. Sums that return to zero are
forgotten at once, so that memory does not follow the file.
"""

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from backend.imports.reading.fec_lines import FecLines
from backend.imports.reading.findings import LINES_SHOWN

DayKey = tuple[str, str, str]
"""(journal, number, date as written)"""
NumberKey = tuple[str, str]
EntryKey = tuple[str, ...]


@dataclass(slots=True)
class Balance:
    """Follows the lines; what is left at the end does not balance by day.

    A line whose date is refused still counts, under its date as written: that the file does not
    balance is worth knowing at once.
    """

    _left: dict[DayKey, int] = field(default_factory=dict)

    def see(self, lines: FecLines, skipped: Container[int]) -> None:
        left = self._left
        keys = zip(lines.journal, lines.number, lines.day, strict=True)
        for at, (key, cents) in enumerate(zip(keys, lines.cents, strict=True)):
            if at in skipped or not isinstance(cents, int):
                continue
            total = left.pop(key, 0) + cents
            if total:
                left[key] = total

    def judged(self) -> "Entries":
        """Entries that balance only over all their days, and those that do not at all."""
        by_number: dict[NumberKey, int] = defaultdict(int)
        for (journal, number, _), cents in self._left.items():
            by_number[journal, number] += cents
        return Entries(
            over_days=frozenset(key for key, cents in by_number.items() if not cents),
            unbalanced={key: cents for key, cents in by_number.items() if cents},
            uneven_days=frozenset(self._left),
        )


@dataclass(frozen=True, slots=True)
class Entries:
    """`unbalanced` gives debit − credit in cents, by (journal, number)."""

    over_days: frozenset[NumberKey]
    unbalanced: dict[NumberKey, int]
    uneven_days: frozenset[DayKey]

    def key(self, journal: str, number: str, day: str) -> EntryKey:
        """The entry a line belongs to."""
        return (journal, number) if (journal, number) in self.over_days else (journal, number, day)


@dataclass(slots=True)
class UnbalancedLines:
    """The lines of the entries that do not balance: the first ones of each, and how many."""

    first: dict[NumberKey, list[int]] = field(default_factory=dict)
    count: dict[NumberKey, int] = field(default_factory=dict)
    days: dict[NumberKey, set[str]] = field(default_factory=dict)

    def see(self, lines: FecLines, entries: Entries) -> None:
        for line, journal, number, day in zip(
            lines.lines, lines.journal, lines.number, lines.day, strict=True
        ):
            key = (journal, number)
            if key in entries.unbalanced and (journal, number, day) in entries.uneven_days:
                self._add(key, line, day)

    def _add(self, key: NumberKey, line: int, day: str) -> None:
        shown = self.first.setdefault(key, [])
        if len(shown) < LINES_SHOWN:
            shown.append(line)
        self.count[key] = self.count.get(key, 0) + 1
        self.days.setdefault(key, set()).add(day)

    def in_file_order(self) -> Sequence[NumberKey]:
        return sorted(self.first, key=lambda key: self.first[key][0])
