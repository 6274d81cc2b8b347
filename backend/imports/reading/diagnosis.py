"""What a file is: how it was asked to be read, what the first pass found, how reading it ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from backend.imports.reading.findings import Finding, Question, RefusedLine
from backend.imports.reading.rows import Kind


@dataclass(frozen=True, slots=True)
class Options:
    """What the user settles by hand; every field stands for an option of ``encours import``.

    ``columns`` maps our field to their header (``--map "client_code=Compte tiers"``).
    ``date_order`` is dmy, mdy or ymd; ``decimal`` is comma or point.
    """

    currency: str | None = None
    company_code: str | None = None
    as_of: date | None = None
    date_order: str | None = None
    decimal: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    file_name: str | None = None
    """The name the file had at the user's, where it is kept under another one (uploads)."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file as it lies on disk. ``fingerprint`` is its SHA-256 in hexadecimal."""

    fingerprint: str
    size_bytes: int
    format: str
    encoding: str | None
    separator: str | None
    sheet: str | None
    header_line: int


@dataclass(frozen=True, slots=True)
class ControlTotal:
    """A sum to reconcile with: all residuals of a currency, or one FEC account family."""

    currency: str
    amount: Decimal
    account: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a column of the file, and some of what stands under it, cut short."""

    header: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What the first pass over the file found, before any row is read.

    Rows may be read when ``questions`` and ``refusals`` are both empty. ``refusals`` are about
    the file as a whole (a missing column, nothing in it); refused lines come with the rows.
    """

    kind: Kind
    source: Source | None
    columns: Mapping[str, str] = field(default_factory=dict)
    unmatched: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    date_order: str | None = None
    decimal: str | None = None
    questions: tuple[Question, ...] = ()
    refusals: tuple[Finding, ...] = ()
    fiscal_year: int | None = None
    siren: str | None = None

    @property
    def ready(self) -> bool:
        return not self.questions and not self.refusals


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known once every row was read.

    ``refused`` holds the first ``REFUSALS_KEPT`` refused lines, ``refused_count`` them all.
    For a FEC any refusal means that no row was given out: it is all or nothing.
    """

    rows: int
    refused: tuple[RefusedLine, ...]
    refused_count: int
    warnings: tuple[Finding, ...]
    control_totals: tuple[ControlTotal, ...]
    clients: int
