"""Client lines of a FEC as items: what each is, whose, since when."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from backend.imports.reading.fec_check import FecCheck
from backend.imports.reading.fec_journals import Nature, kind_of_line
from backend.imports.reading.fec_lettering import FiscalYear, GroupKey, Groups, Member
from backend.imports.reading.fec_lines import CURRENCY, FecLines, exact_amount
from backend.imports.reading.rows import FecItem, ItemKind
from backend.imports.reading.sheet_cells import Cell
from shared.money import is_currency, round_amount
from shared.refusal import Refused

_OLDEST_DOCUMENT: Final = timedelta(days=3653)
_LATEST_DOCUMENT: Final = timedelta(days=31)
"""A document is dated at most ten years before it is booked, and a month after."""
_NO_NUMBERS: Final = frozenset({"", "-", "sans", "n/a", "0"})


class ItemBuilder:
    """Builds the items of one reading; counts the client lines of each entry as it goes."""

    def __init__(
        self,
        check: FecCheck,
        journal_natures: dict[str, Nature],
        fiscal: FiscalYear,
    ) -> None:
        self._reader = check.reader
        self._families = check.families
        self._natures = journal_natures
        self._fiscal = fiscal
        self._dated_numbers = {
            code for code, journal in check.journals.items() if journal.numbers_nothing
        }
        self._entry_lines: Counter[tuple[str, str]] = Counter()

    def build(
        self, chunk: FecLines, groups: Groups
    ) -> Iterator[tuple[FecItem, Member, GroupKey | None]]:
        """Every client line with what lettering needs of it and its settled group, if any."""
        for at, account in enumerate(chunk.account):
            family = self._families[account]
            cents = chunk.cents[at]
            if family is None or not isinstance(cents, int):
                continue
            item = self._item(chunk, at, family, cents, groups)
            member = Member(
                item.line,
                cents,
                item.issued_on,
                item.booked_on if item.kind is ItemKind.OPENING_ITEM else item.issued_on,
                self._reader.text("PieceRef", chunk.rows[at]),
            )
            group = None
            if item.lettering_group is not None and item.lettering is not None:
                key = (family, item.client_code, item.lettering)
                group = groups.group_of(key, item.lettered_on)
            yield item, member, group

    def _item(self, chunk: FecLines, at: int, family: str, cents: int, groups: Groups) -> FecItem:
        reader, row = self._reader, chunk.rows[at]
        journal, account = chunk.journal[at], chunk.account[at]
        booked_on = reader.days[chunk.day[at]]
        if booked_on is None:
            raise ValueError("A line without a date was to be refused in the first pass.")
        client, name = reader.client(row, account)
        kind = kind_of_line(self._natures[journal], cents)
        if family == "4191" and cents < 0:
            kind = ItemKind.DEPOSIT
        entry = chunk.number[at]
        if journal in self._dated_numbers:
            entry = f"{entry}@{chunk.day[at]}"
        self._entry_lines[journal, entry] += 1
        code = reader.text("EcritureLet", row) or None
        lettered_on = reader.days[reader.text("DateLet", row)] if code else None
        group = groups.group_of((family, client, code), lettered_on) if code else None
        foreign_amount, foreign_currency = self._foreign(row)
        entry_line = self._entry_lines[journal, entry]
        return FecItem(
            line=chunk.lines[at],
            fiscal_year=self._fiscal.year,
            journal=journal,
            entry_number=entry,
            entry_line=entry_line,
            family=family,
            account=account,
            client_code=client,
            client_name=name,
            kind=kind,
            number=self._number(row, journal, entry, entry_line),
            issued_on=self._issued_on(row, booked_on, kind),
            booked_on=booked_on,
            due_on=reader.days[reader.text("EcheanceDate", row)],
            currency=CURRENCY,
            amount=Decimal(cents).scaleb(-2),
            label=reader.text("EcritureLib", row) or None,
            lettering=code,
            lettered_on=lettered_on,
            lettering_group="/".join(map(str, group)) if group else None,
            foreign_amount=foreign_amount,
            foreign_currency=foreign_currency,
        )

    def _number(self, row: Sequence[Cell], journal: str, entry: str, entry_line: int) -> str:
        """What stands on the document; where nothing does, the entry and its line."""
        reference = self._reader.text("PieceRef", row)
        if reference.lower() not in _NO_NUMBERS:
            return reference
        return f"{journal} {entry}/{entry_line}"

    def _issued_on(self, row: Sequence[Cell], booked_on: date, kind: ItemKind) -> date:
        """PieceDate if it makes sense, else the day of booking; money counts when booked."""
        written = self._reader.days[self._reader.text("PieceDate", row)]
        if written is None or kind is ItemKind.PAYMENT:
            return booked_on
        is_sane = booked_on - _OLDEST_DOCUMENT <= written <= booked_on + _LATEST_DOCUMENT
        return written if is_sane else booked_on

    def _foreign(self, row: Sequence[Cell]) -> tuple[Decimal | None, str | None]:
        currency = self._reader.text("Idevise", row).upper()
        if not is_currency(currency) or currency == CURRENCY:
            return None, None
        amount = exact_amount(self._reader.text("Montantdevise", row))
        if not isinstance(amount, Decimal) or not amount:
            return None, None
        try:
            return round_amount(amount, currency), currency
        except Refused:  # beyond any amount: not worth refusing the line, it is for show
            return None, None
