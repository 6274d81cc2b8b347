"""A ledger on disk, opened for reading: first what it is, then its rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from backend.imports.reading.amounts import MARKS
from backend.imports.reading.building import Builder
from backend.imports.reading.cells import ColumnReader, Columns
from backend.imports.reading.client_rows import build_clients
from backend.imports.reading.columns import Matched, headers_known, match
from backend.imports.reading.dates import ORDERS
from backend.imports.reading.diagnosis import ControlTotal, Diagnosis, Options, Outcome
from backend.imports.reading.fec import open_fec
from backend.imports.reading.findings import Finding
from backend.imports.reading.headings import headings_of
from backend.imports.reading.items import build_items
from backend.imports.reading.payments import build_payments
from backend.imports.reading.rows import Kind, Row
from backend.imports.reading.source import Progress, UnreadableFileError, inspect_file
from backend.imports.reading.survey import survey
from backend.imports.reading.table import Table, open_table
from shared.money import is_currency

_PASSES: Final = 3
"""A file is gone through for its nature, for its columns, and for its rows."""


class OpenLedger(Protocol):
    """A file whose first pass is done."""

    @property
    def diagnosis(self) -> Diagnosis: ...

    def batches(self, progress: Progress | None = None) -> Iterator[Sequence[Row]]:
        """The rows, in lists of one type and at most `BATCH_ROWS`; only if diagnosed ready."""

    def outcome(self) -> Outcome:
        """What is known once all batches were read."""


def open_ledger_file(
    path: Path, kind: Kind, options: Options, progress: Progress | None = None
) -> OpenLedger:
    """Reads the file once or twice and says what it is; never raises for what is in the file."""
    refusals = _unknown_options(options)
    if refusals:
        return Unready(Diagnosis(kind, None, refusals=refusals))
    try:
        nature = inspect_file(path, options.file_name, _share(progress, 0))
        if kind is Kind.FEC:
            return open_fec(nature, options, progress)
        known = partial(headers_known, kind, mapped=options.columns)
        table = open_table(nature, known, options.sheet)
        matched = match(kind, table.headers, options.columns)
        return _TableLedger(kind, table, matched, options, _share(progress, 1))
    except UnreadableFileError as error:
        return Unready(Diagnosis(kind, None, refusals=(error.finding,)))


class Unready:
    """A file that has no rows to give: its diagnosis says why."""

    def __init__(self, diagnosis: Diagnosis) -> None:
        self.diagnosis = diagnosis

    def batches(self, progress: Progress | None = None) -> Iterator[Sequence[Row]]:
        del progress  # nothing is read, so nothing progresses
        raise ValueError("Rows are read only from a file that is diagnosed ready.")

    def outcome(self) -> Outcome:
        raise ValueError("Rows are read only from a file that is diagnosed ready.")


class _TableLedger:
    """A table of documents, payments or clients."""

    def __init__(
        self,
        kind: Kind,
        table: Table,
        matched: Matched,
        options: Options,
        progress: Progress | None,
    ) -> None:
        self._kind = kind
        self._table = table
        self._matched = matched
        self._options = options
        # Columns that are not there cannot be surveyed: the question about them comes first.
        known = not matched.refusals
        self._reading = survey(table, matched, options, progress) if known else None
        self._builder = self._fresh_builder()
        self.diagnosis = self._diagnose()

    def batches(self, progress: Progress | None = None) -> Iterator[Sequence[Row]]:
        if not self.diagnosis.ready or self._reading is None:
            raise ValueError("Rows are read only from a file that is diagnosed ready.")
        self._builder = self._fresh_builder()
        build = self._build()
        reader = ColumnReader(self._matched, self._reading)
        for chunk in self._table.chunks(_share(progress, _PASSES - 1)):
            if rows := build(reader.read(chunk)):
                yield rows

    def outcome(self) -> Outcome:
        built = self._builder
        totals = built.totals if self._kind is not Kind.CLIENTS else {}
        return Outcome(
            rows=built.rows,
            refused=tuple(sorted(built.notes.refused, key=lambda one: one.line)),
            refused_count=built.notes.refused_count,
            warnings=(
                *self._table.warnings,
                *built.clients.warnings(),
                *built.notes.warnings(),
            ),
            control_totals=tuple(ControlTotal(code, totals[code]) for code in sorted(totals)),
            clients=built.clients.count,
        )

    def _build(self) -> Callable[[Columns], Sequence[Row]]:
        built = self._builder
        match self._kind:
            case Kind.PAYMENTS:
                return lambda columns: build_payments(columns, built)
            case Kind.CLIENTS:
                return lambda columns: build_clients(columns, built)
            case _:
                is_history = self._kind is Kind.HISTORY
                return lambda columns: build_items(columns, built, is_history=is_history)

    def _fresh_builder(self) -> Builder:
        return Builder(
            options=self._options,
            currency=self._reading.currency if self._reading else "",
            headers={field: self._matched.header(field) for field in self._matched.positions},
            all_negative=self._reading.all_negative if self._reading else frozenset(),
        )

    def _diagnose(self) -> Diagnosis:
        reading, matched = self._reading, self._matched
        refusals = list(matched.refusals)
        if reading is not None and reading.rows == 0:
            refusals.append(Finding("nothing-in-file"))
        return Diagnosis(
            kind=self._kind,
            source=self._table.source,
            columns={field: matched.header(field) for field in matched.positions},
            unmatched=matched.unmatched,
            headings=headings_of(self._table),
            date_order=_only(reading.date_orders.values()) if reading else None,
            decimal=_only(reading.marks.values()) if reading else None,
            questions=(*matched.questions, *(reading.questions if reading else ())),
            refusals=tuple(refusals),
        )


def _only(values: Iterable[str]) -> str | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _share(progress: Progress | None, at: int) -> Progress | None:
    """The progress of one pass as a part of them all."""
    if progress is None:
        return None
    return lambda done, total: progress(at * total + done, _PASSES * total)


def _unknown_options(options: Options) -> tuple[Finding, ...]:
    found: list[Finding] = []
    if options.date_order is not None and options.date_order not in ORDERS:
        facts = {"text": options.date_order, "choices": ", ".join(ORDERS)}
        found.append(Finding("unknown-date-order", facts))
    if options.decimal is not None and options.decimal not in MARKS:
        facts = {"text": options.decimal, "choices": ", ".join(MARKS)}
        found.append(Finding("unknown-decimal", facts))
    if options.currency is not None and not is_currency(options.currency):
        found.append(Finding("unknown-currency", {"text": options.currency}))
    return tuple(found)
