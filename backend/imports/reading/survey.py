"""The first pass: what each column of a table means, decided over the whole of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from backend.imports.reading.amounts import MARKS, AmountColumn
from backend.imports.reading.codes import CodeColumn
from backend.imports.reading.columns import Matched, currency_in
from backend.imports.reading.dates import ORDERS, DateColumn
from backend.imports.reading.diagnosis import Options
from backend.imports.reading.findings import Finding, Question
from backend.imports.reading.headers import AMOUNT_FIELDS, CODE_FIELDS, DATE_FIELDS
from backend.imports.reading.source import Progress
from backend.imports.reading.table import Table

DEFAULT_CURRENCY: Final = "EUR"


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read each column; what is undecided stands in `questions`."""

    date_orders: Mapping[str, str]
    marks: Mapping[str, str]
    written_as_numbers: frozenset[str]
    currency: str
    """Of rows that name none: as asked for, else as headers or cells say, else the euro."""
    currency_in_cells: bool
    all_negative: frozenset[str]
    rows: int
    questions: tuple[Question, ...]


def survey(
    table: Table, matched: Matched, options: Options, progress: Progress | None = None
) -> Reading:
    """Looks at every cell of the columns that can be read in two ways."""
    dates = {field: DateColumn() for field in matched.positions if field in DATE_FIELDS}
    amounts = {field: AmountColumn() for field in matched.positions if field in AMOUNT_FIELDS}
    codes = {field: CodeColumn() for field in matched.positions if field in CODE_FIELDS}
    watched: list[tuple[DateColumn | AmountColumn | CodeColumn, int]] = [
        *((column, matched.positions[field]) for field, column in dates.items()),
        *((column, matched.positions[field]) for field, column in amounts.items()),
        *((column, matched.positions[field]) for field, column in codes.items()),
    ]
    rows = 0
    for chunk in table.chunks(progress):
        rows += len(chunk.rows)
        by_position = list(zip(*chunk.rows, strict=True))
        for column, position in watched:
            column.see(by_position[position])
    date_orders, date_questions = _settle_dates(dates, matched, options)
    marks, mark_questions = _settle_marks(amounts, matched, options)
    in_cells = {code for column in amounts.values() for code in column.currencies}
    return Reading(
        date_orders=date_orders,
        marks=marks,
        written_as_numbers=frozenset(
            field for field, column in codes.items() if column.as_numbers and column.filled
        ),
        currency=_currency(matched, in_cells, options),
        currency_in_cells=bool(in_cells),
        all_negative=frozenset(
            field for field, column in amounts.items() if column.negative and not column.positive
        ),
        rows=rows,
        questions=(*date_questions, *mark_questions),
    )


def _currency(matched: Matched, in_cells: set[str], options: Options) -> str:
    if options.currency:
        return options.currency
    in_headers = (
        currency_in(matched.header(field)) for field in matched.positions if field in AMOUNT_FIELDS
    )
    named = next((code for code in in_headers if code), None)
    return named or (min(in_cells) if len(in_cells) == 1 else None) or DEFAULT_CURRENCY


def _settle_dates(
    columns: Mapping[str, DateColumn], matched: Matched, options: Options
) -> tuple[dict[str, str], list[Question]]:
    """An undecided column takes the order the file's other dates prove: one program wrote both."""
    if options.date_order:
        return dict.fromkeys(columns, options.date_order), []
    proved = {order for column in columns.values() if (order := column.decides())}
    common = min(proved) if len(proved) == 1 else None
    orders: dict[str, str] = {}
    questions: list[Question] = []
    for field, column in columns.items():
        orders[field] = column.decides() or common or ORDERS[0]
        if column.is_undecided and common is None:
            facts = {"header": matched.header(field), "example": column.undecided or ""}
            fitting = tuple(order for order in ORDERS if column.possible[order])
            questions.append(Question(Finding("ambiguous-dates", facts), "--date-order", fitting))
    return orders, questions


def _settle_marks(
    columns: Mapping[str, AmountColumn], matched: Matched, options: Options
) -> tuple[dict[str, str], list[Question]]:
    """As for dates: an undecided column takes the mark the file's other amounts prove."""
    if options.decimal:
        return dict.fromkeys(columns, options.decimal), []
    proved = {mark for column in columns.values() if (mark := column.decides())}
    common = min(proved) if len(proved) == 1 else None
    marks: dict[str, str] = {}
    questions: list[Question] = []
    for field, column in columns.items():
        marks[field] = column.decides() or common or "point"
        if column.is_undecided and common is None:
            facts = {"header": matched.header(field), "example": column.undecided or ""}
            questions.append(
                Question(Finding("ambiguous-amounts", facts), "--decimal", tuple(MARKS))
            )
    return marks, questions
