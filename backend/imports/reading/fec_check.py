"""The first pass over a FEC: is every line readable, does every entry balance, what is in it."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from backend.imports.reading.fec_entries import Balance, DayKey, Entries, UnbalancedLines
from backend.imports.reading.fec_journals import Journal, family_of, is_opening
from backend.imports.reading.fec_lettering import FiscalYear, Lettering
from backend.imports.reading.fec_lines import FecLines, LineReader
from backend.imports.reading.findings import Finding, RefusedLine
from backend.imports.reading.notes import ClientWatch, Notes
from backend.imports.reading.source import Progress
from backend.imports.reading.unreadable import Unreadable, shown

_FILE_NAME: Final = re.compile(r"(?<!\d)(\d{9})FEC(\d{4})(\d{2})(\d{2})(?!\d)", re.IGNORECASE)
_LONGEST_YEAR: Final = timedelta(days=731)
"""A first fiscal year may last up to two."""
_OPTIONAL_DATES: Final = ("DateLet", "PieceDate", "ValidDate")


class Families(dict[str, "str | None"]):
    """Account → client-account family, remembered."""

    def __missing__(self, account: str) -> "str | None":
        value = self[account] = family_of(account)
        return value


@dataclass(slots=True)
class FecCheck:
    """Gathers, line by line; `conclude` once all were seen."""

    reader: LineReader
    notes: Notes = field(default_factory=Notes)
    clients: ClientWatch = field(default_factory=ClientWatch)
    journals: dict[str, Journal] = field(default_factory=lambda: defaultdict(Journal))
    client_lines: Counter[DayKey] = field(default_factory=Counter)
    totals: Counter[str] = field(default_factory=Counter)
    lettering: Lettering = field(default_factory=Lettering)
    is_lettered: bool = False
    lines: int = 0
    families: Families = field(default_factory=Families)
    _balance: Balance = field(default_factory=Balance)

    def run(self, progress: Progress | None = None) -> Entries:
        """One pass, and where entries do not balance a second one to find their lines."""
        for chunk in self.reader.chunks(progress):
            self.lines += len(chunk.lines)
            refused = self._refuse_unreadable(chunk)
            self._balance.see(chunk, chunk.uneven)
            self._see_journals(chunk, refused)
            self._see_clients(chunk, refused)
        entries = self._balance.judged()
        if entries.unbalanced:
            self._refuse_unbalanced(entries)
        return entries

    def _refuse_unreadable(self, chunk: FecLines) -> set[int]:
        width = self.reader.width
        refused = set(chunk.uneven)
        for at, found in chunk.uneven.items():
            code = "too-many-fields" if found > width else "too-few-fields"
            self.notes.refuse(chunk.lines[at], code, found=found, expected=width)
        days = self.reader.days
        for at, (day, account, cents) in enumerate(
            zip(chunk.day, chunk.account, chunk.cents, strict=True)
        ):
            if at in refused:
                continue
            if days[day] is None:
                refused.add(at)
                code = "bad-fec-date" if day else "blank-value"
                self.notes.refuse(chunk.lines[at], code, header="EcritureDate", text=shown(day))
            elif not account:
                refused.add(at)
                self.notes.refuse(chunk.lines[at], "blank-value", header="CompteNum")
            elif isinstance(cents, Unreadable):
                refused.add(at)
                header = self.reader.amount_header
                self.notes.refuse(chunk.lines[at], cents.code, header=header, text=cents.text)
        return refused

    def _see_journals(self, chunk: FecLines, refused: set[int]) -> None:
        labels = self.reader.texts("JournalLib", chunk.rows)
        days = self.reader.days
        seen = {
            (journal, label, days[day], account[:1])
            for at, (journal, label, day, account) in enumerate(
                zip(chunk.journal, labels, chunk.day, chunk.account, strict=True)
            )
            if at not in refused
        }
        for code, label, known_day, account_class in seen:
            journal = self.journals[code]
            journal.label = journal.label or label
            if known_day:
                journal.see(known_day, account_class)
        for code, number in set(zip(chunk.journal, chunk.number, strict=True)):
            self.journals[code].see_number(number)

    def _see_clients(self, chunk: FecLines, refused: set[int]) -> None:
        families, reader = self.families, self.reader
        for at, account in enumerate(chunk.account):
            family = families[account]
            cents = chunk.cents[at]
            if family is None or at in refused or not isinstance(cents, int):
                continue
            row, line = chunk.rows[at], chunk.lines[at]
            self.totals[family] += cents
            self.client_lines[chunk.journal[at], chunk.number[at], chunk.day[at]] += 1
            client, name = reader.client(row, account)
            if family == "411":
                self.clients.see(client, name)
            code = reader.text("EcritureLet", row)
            if code:
                self.is_lettered = self.is_lettered or family == "411"
                lettered_on = reader.days[reader.text("DateLet", row)]
                self.lettering.see((family, client, code), cents, lettered_on)
            for header in _OPTIONAL_DATES:
                text = reader.text(header, row)
                if text and reader.days[text] is None:
                    self.notes.warn(f"unusable-{header.lower()}", line, text=shown(text))

    def _refuse_unbalanced(self, entries: Entries) -> None:
        found = UnbalancedLines()
        for chunk in self.reader.chunks():
            found.see(chunk, entries)
        for key in found.in_file_order():
            journal, number = key
            cents = entries.unbalanced[key]
            first = found.first[key]
            facts: dict[str, str | int] = {
                "journal": journal,
                "number": number,
                "date": ", ".join(sorted(found.days[key])[:3]),
                "difference": f"{cents / 100:.2f}",
                "count": found.count[key],
                "lines": ", ".join(map(str, first)),
            }
            self.notes.refused_count += 1
            finding = Finding("unbalanced-entry", facts, tuple(first))
            self.notes.refused.append(RefusedLine(first[0], finding))

    def opening_journals(self) -> frozenset[str]:
        first_day = min((one.first_day for one in self.journals.values()), default=date.max)
        return frozenset(
            code for code, one in self.journals.items() if is_opening(code, one, first_day)
        )

    def fiscal_year(self, file_name: str, opening: frozenset[str]) -> FiscalYear:
        """By the file's legal name where its entries agree, else by the entries themselves."""
        moved = [
            one
            for code, one in self.journals.items()
            if code not in opening and one.first_day <= one.last_day
        ] or [one for one in self.journals.values() if one.first_day <= one.last_day]
        first = min((one.first_day for one in moved), default=date.min)
        last = max((one.last_day for one in moved), default=date.min)
        closing = closing_in(file_name)
        if closing and closing - _LONGEST_YEAR < first and last <= closing:
            return FiscalYear(closing.year, (closing.month, closing.day))
        if closing:
            self.notes.warn("fec-name-disagrees", name=file_name, first=f"{first}", last=f"{last}")
        day_before = first.replace(day=1) - timedelta(days=1) if first > date.min else date.max
        return FiscalYear(last.year, (day_before.month, day_before.day))


def closing_in(file_name: str) -> date | None:
    """The closing date in a legal file name (SIRENFECAAAAMMJJ)."""
    match = _FILE_NAME.search(file_name)
    try:
        return date(int(match[2]), int(match[3]), int(match[4])) if match else None
    except ValueError:
        return None


def siren_in(file_name: str) -> str | None:
    match = _FILE_NAME.search(file_name)
    return match[1] if match else None
