"""A FEC, opened for reading: all of it, or none.

Its 411 lines become documents and payments; the lettering becomes allocations. Lines on 413, 416,
418 and 4191 come in the same stream under their own `family`, and are no part of the outstanding.
Memory follows the client lines (lettering groups, entries), not the file.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

from backend.imports.reading.diagnosis import ControlTotal, Diagnosis, Options, Outcome
from backend.imports.reading.fec_check import FecCheck, siren_in
from backend.imports.reading.fec_items import ItemBuilder
from backend.imports.reading.fec_journals import FAMILIES, Facing, Nature, natures
from backend.imports.reading.fec_layout import Layout, known_headers, lay_out
from backend.imports.reading.fec_lettering import Member, Pairing, propose
from backend.imports.reading.fec_lines import CURRENCY, LineReader
from backend.imports.reading.findings import Finding
from backend.imports.reading.headings import headings_of
from backend.imports.reading.rows import BATCH_ROWS, FecAllocation, FecItem, Kind, Row
from backend.imports.reading.source import Nature as FileNature
from backend.imports.reading.source import Progress
from backend.imports.reading.table import Table, open_table

if TYPE_CHECKING:
    from backend.imports.reading.fec_entries import EntryKey

PASSES: Final = 4
"""For the file's nature, for its balance, for its journals, and for its rows."""


def open_fec(nature: FileNature, options: Options, progress: Progress | None) -> "FecLedger":
    """The FEC with its first passes done; raises `UnreadableFileError` where it is no table."""
    table = open_table(nature, partial(_known, mapped=options.columns), options.sheet)
    layout = lay_out(table.headers, options.columns)
    return FecLedger(nature.name, table, layout, options, progress)


def _known(cells: Sequence[object], mapped: Mapping[str, str]) -> int:
    named = {header.strip() for header in mapped.values()}
    texts = [cell for cell in cells if isinstance(cell, str)]
    return known_headers(texts) + sum(text.strip() in named for text in texts)


class FecLedger:
    """Gives rows only where nothing was refused; the refusals are in the outcome at once."""

    def __init__(
        self,
        file_name: str,
        table: Table,
        layout: Layout,
        options: Options,
        progress: Progress | None,
    ) -> None:
        self._table = table
        self._options = options
        self._progress = progress
        self._reader = LineReader(table, layout)
        self._check = FecCheck(self._reader)
        self._rows = 0
        refusals = list(layout.refusals)
        if not refusals:
            self._entries = self._check.run(self._share(1))
            if not self._check.lines:
                refusals.append(Finding("nothing-in-file"))
        opening = self._check.opening_journals()
        self._fiscal = self._check.fiscal_year(file_name, opening)
        self._opening = opening
        self._groups = self._check.lettering.judged(self._fiscal, options.as_of)
        is_read = not refusals
        self.diagnosis = Diagnosis(
            kind=Kind.FEC,
            source=table.source,
            columns={name: layout.headers[at] for name, at in layout.positions.items()},
            unmatched=layout.unmatched,
            headings=headings_of(table),
            date_order="ymd",
            refusals=tuple(refusals),
            fiscal_year=self._fiscal.year if is_read and self._fiscal.year > 1 else None,
            siren=siren_in(file_name),
        )

    def batches(self, progress: Progress | None = None) -> Iterator[Sequence[Row]]:
        """Items in file order; each settled group's allocations once its last line is out."""
        if not self.diagnosis.ready:
            raise ValueError("Rows are read only from a file that is diagnosed ready.")
        self._rows = 0
        if self._check.notes.refused_count:
            return
        self._progress = progress or self._progress
        builder = ItemBuilder(self._check, self._natures(), self._fiscal)
        groups = self._groups
        pairing = Pairing(groups)
        unlettered: dict[str, list[Member]] = {}
        for chunk in self._reader.chunks(self._share(3)):
            items: list[FecItem] = []
            allocations: list[FecAllocation] = []
            for item, member, group in builder.build(chunk, groups):
                items.append(item)
                if group is not None:
                    allocations += pairing.see(group, member)
                elif not self._check.is_lettered and item.family == "411":
                    unlettered.setdefault(item.client_code, []).append(member)
            self._rows += len(items)
            if items:
                yield items
            if allocations:
                yield allocations
        yield from self._proposals(unlettered)

    @staticmethod
    def _proposals(unlettered: dict[str, list[Member]]) -> Iterator[Sequence[FecAllocation]]:
        batch: list[FecAllocation] = []
        for client, members in unlettered.items():
            batch += propose(client, members)
            if len(batch) >= BATCH_ROWS:
                yield batch
                batch = []
        if batch:
            yield batch

    def _natures(self) -> dict[str, Nature]:
        """The second pass: what the entries with client lines move beside them."""
        client_lines: Counter[EntryKey] = Counter()
        for day_key, count in self._check.client_lines.items():
            client_lines[self._entries.key(*day_key)] += count
        facing = Facing()
        for chunk in self._reader.chunks(self._share(2)):
            for at, account in enumerate(chunk.account):
                if account.startswith(("70", "4457", "51", "53")):
                    key = self._entries.key(chunk.journal[at], chunk.number[at], chunk.day[at])
                    if key in client_lines:
                        facing.see(key, account)
        return natures(client_lines, facing, self._opening)

    def outcome(self) -> Outcome:
        check = self._check
        return Outcome(
            rows=self._rows,
            refused=tuple(sorted(check.notes.refused, key=lambda one: one.line)),
            refused_count=check.notes.refused_count,
            warnings=(*self._table.warnings, *check.clients.warnings(), *check.notes.warnings()),
            control_totals=tuple(
                ControlTotal(CURRENCY, Decimal(check.totals[family]).scaleb(-2), family)
                for family in sorted(FAMILIES, key=lambda one: (one != "411", one))
                if family == "411" or family in check.totals
            ),
            clients=check.clients.count,
        )

    def _share(self, at: int) -> Progress | None:
        report = self._progress
        if report is None:
            return None
        return lambda done, total: report(at * total + done, PASSES * total)
