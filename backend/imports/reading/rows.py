"""What reading hands to applying: typed rows.

Used so (``backend.imports.reading.ledger_file``)::

    reading = open_ledger_file(path, Kind.OPEN_ITEMS, Options(currency="EUR"), progress)
    if not reading.diagnosis.ready:  # questions (exit 3) or refusals (exit 2)
        ...
    for batch in reading.batches():  # lists of at most BATCH_ROWS rows of one type
        ...
    reading.outcome()  # refused lines, warnings, control totals; once batches are read

Rows are named tuples, so that a batch of them goes into a PostgreSQL COPY as it is, column for
column in the order of ``_fields``. Conventions common to all rows:

- ``line`` is the physical line of the file (the sheet's row number for a workbook), counted
  from 1, header included; a record that spans several lines is known by its first.
- Amounts are exact, already rounded once, half-up, to the minor unit of ``currency``.
- Effects are signed as the client's account feels them: what the client owes more is positive
  (invoice), what it owes less is negative (credit note, deposit, payment on account).
- Codes are text exactly as written, spaces around them removed, leading zeros kept.
- A document number may stand several times in one file (instalments). Telling the occurrences
  apart needs the whole file, so it is left to the staging table, where it costs no memory:
  ``row_number() OVER (PARTITION BY company_code, client_code, number
  ORDER BY due_on, issued_on, amount, line)``.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """The kinds of file ``encours import`` takes."""

    OPEN_ITEMS = "open-items"
    HISTORY = "history"
    PAYMENTS = "payments"
    CLIENTS = "clients"
    FEC = "fec"


class ItemKind(StrEnum):
    """What one line on a client's account is: a kind of document, or a payment."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    DEPOSIT = "deposit"
    OPENING_ITEM = "opening_item"
    ADJUSTMENT = "adjustment"
    PAYMENT = "payment"


class OpenItem(NamedTuple):
    """One document of an ``open-items`` or a ``history`` file.

    ``amount`` is the whole document, ``residual`` what is still due of it (the same where the
    file has one amount only). ``kind`` is never ``payment`` here: money on account is read as
    a deposit. ``settled_on`` is set by a ``history`` file only (None: still open).
    """

    line: int
    company_code: str | None
    branch_code: str | None
    client_code: str
    client_name: str | None
    kind: str
    number: str
    issued_on: date
    due_on: date | None
    currency: str
    amount: Decimal
    residual: Decimal
    settled_on: date | None
    disputed: bool | None
    terms: str | None
    label: str | None


class Payment(NamedTuple):
    """One line of a ``payments`` file: (a part of) a payment and the document it settles.

    ``amount`` is the part of this line, positive for money received, negative for money given
    back. Lines with the same client and ``number`` are parts of one payment, whose total is the
    sum of them; ``payment_total`` repeats the total where the file states one (what the parts
    leave of it stays on account). A line without ``number`` is a payment of its own.
    ``document_number`` is None where the line is on account.
    """

    line: int
    company_code: str | None
    branch_code: str | None
    client_code: str
    client_name: str | None
    number: str | None
    paid_on: date
    currency: str
    amount: Decimal
    payment_total: Decimal | None
    document_number: str | None
    method: str | None
    label: str | None


class Client(NamedTuple):
    """One line of a ``clients`` file. ``rep`` and ``collector`` are an e-mail, a code or a name."""

    line: int
    company_code: str | None
    branch_code: str | None
    client_code: str
    client_name: str | None
    siren: str | None
    siret: str | None
    vat_number: str | None
    address: str | None
    postcode: str | None
    town: str | None
    country: str | None
    language: str | None
    currency: str | None
    terms: str | None
    profile: str | None
    rep: str | None
    collector: str | None
    email: str | None
    phone: str | None


class FecItem(NamedTuple):
    """One line of a FEC on a client account; ``amount`` is debit − credit, in euros.

    ``family`` is 411, or 413, 416, 418 or 4191, which have their own figures and are no part of
    the outstanding. Identity is (company, ``fiscal_year``, ``journal``, ``entry_number``,
    ``entry_line``): ``entry_line`` counts the client-account lines of the entry from 1, so that
    a later export of the same year finds the same document. ``number`` is for display.

    ``lettering`` is the code as written; ``lettering_group`` is set on members of a group that
    nets to zero (the allocations of the group follow in the stream), else None: open.
    """

    line: int
    fiscal_year: int
    journal: str
    entry_number: str
    entry_line: int
    family: str
    account: str
    client_code: str
    client_name: str | None
    kind: str
    number: str
    issued_on: date
    booked_on: date
    due_on: date | None
    currency: str
    amount: Decimal
    label: str | None
    lettering: str | None
    lettered_on: date | None
    lettering_group: str | None
    foreign_amount: Decimal | None
    foreign_currency: str | None


class FecAllocation(NamedTuple):
    """How much of one FEC line settles another, both named by their line in the file.

    ``debit_line`` is what was owed, ``credit_line`` what settles it, ``amount`` is positive.
    ``value_on`` is the later of the two lines' dates, an opening item's being the opening day;
    ``lettered_on`` when the accountant matched them, where the file says it. ``proposed`` marks a
    guess made because the file carries no lettering at all: to show and confirm, never to apply
    by itself.
    """

    family: str
    client_code: str
    debit_line: int
    credit_line: int
    amount: Decimal
    value_on: date
    lettered_on: date | None
    proposed: bool
    reason: str


Row = OpenItem | Payment | Client | FecItem | FecAllocation

BATCH_ROWS = 5_000
"""Rows are handed on in lists of at most so many: what memory holds of a file."""
