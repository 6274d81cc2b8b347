"""Loading a company's ledger: what would change, what changed, what was refused."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from shared.contract.base import Amount, Answer, Cursor, Message, Text

ImportKind = Literal["open-items", "history", "payments", "clients", "fec"]
ImportState = Literal[
    "reading", "question", "previewed", "applying", "applied", "refused", "failed", "undone"
]
DateOrder = Literal["dmy", "mdy", "ymd"]
DecimalMark = Literal["comma", "point"]
Heading = Annotated[str, StringConstraints(max_length=1000, pattern=r"^[^\x00]*$")]
"""What stands above a column of the file."""


class RefusedLine(Answer):
    line: int
    reason: str


class ControlTotal(Answer):
    currency: str
    amount: Amount
    account: str | None = Field(
        default=None,
        description="Of a FEC: 411 is the outstanding; 413, 416, 418 and 4191 stand apart.",
    )
    label: str | None = Field(default=None, description="The account's name.")


class Match(Answer):
    """What would settle what."""

    client: str
    client_name: str | None
    debit: str
    debit_on: date
    credit: str
    credit_on: date
    amount: Amount
    reason: Literal["reference", "amount"]


class Matches(Answer):
    """What a FEC without any lettering proposes to match; nothing is matched unconfirmed."""

    count: int
    amount: Amount
    currency: str
    accepted: bool
    shown: list[Match] = Field(description="The first of them, by client; none in a list of runs.")


class Question(Answer):
    """What the file leaves open; never guessed."""

    option: str = Field(description="The option that settles it: `--date-order`.")
    detail: str
    choices: list[str]
    examples: list[str] = Field(default_factory=list)
    field: str | None = Field(
        default=None, description="Of `--map`: the field in search of a column."
    )


class Outcome(Answer):
    """Counts are documents, payments or clients, as the kind says."""

    added: int
    changed: int
    closed: int
    refused: list[RefusedLine]
    warnings: list[str]
    control_totals: list[ControlTotal]
    matches: Matches | None = None


class ImportOptions(Message):
    """How to read the file; everything absent is detected."""

    preset: Text | None = None
    as_of: date | None = None
    as_of_presumed: bool = Field(
        default=False, description="Set by the server: the day of the preview, nobody's word."
    )
    source: Text | None = Field(
        default=None,
        description="Which bank or ledger the file is from, where a company has several.",
    )
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    company: Text | None = None
    date_order: DateOrder | None = None
    decimal: DecimalMark | None = None
    columns: dict[Text, Heading] = Field(
        default_factory=dict,
        max_length=60,
        description="Field to header; a field with an empty header is read from no column.",
    )
    sheet: Text | None = None
    skip_refused: bool = False
    confirm_closing: bool = False
    accept_matches: bool = False


class ApplyImport(Message):
    """Applies a previewed file, on what the person has seen and accepted of it."""

    skip_refused: bool = False
    confirm_closing: bool = False
    accept_matches: bool = False


class FileColumn(Answer):
    """A column of the file: its header, and a value or two, cut short, to know it by."""

    header: str
    samples: list[str]


class FileField(Answer):
    """Something that a file of this kind may tell, and the column it is read from."""

    name: str
    label: str
    is_required: bool
    header: str | None


class ImportRun(Answer):
    id: UUID
    kind: ImportKind
    file_name: str
    size: int
    fingerprint: str
    state: ImportState
    progress: float = Field(ge=0, le=1)
    requested_by: str | None
    requested_from: str | None = Field(default=None, description="The device, by its name.")
    requested_at: datetime
    applied_at: datetime | None
    as_of: date | None
    options: ImportOptions
    columns: dict[str, str] = Field(
        default_factory=dict, description="Which column of the file was read as which field."
    )
    file_columns: list[FileColumn] = Field(
        default_factory=list, description="The file's own columns; none in a list of runs."
    )
    fields: list[FileField] = Field(
        default_factory=list, description="What can be mapped; none in a list of runs."
    )
    outcome: Outcome | None
    question: Question | None
    problem: str | None
    can_be_undone: bool


class ImportRunPage(Answer):
    items: list[ImportRun]
    next_cursor: Cursor | None = None


class Preset(Answer):
    name: str
    kind: ImportKind
    options: dict[str, Any]


class PresetList(Answer):
    items: list[Preset]


class SavePreset(Message):
    kind: ImportKind
    options: ImportOptions
