"""The file's rows, as they were read, in a temporary table of this transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.database.transaction import copy_rows, execute
from backend.imports.reading.rows import Client, FecAllocation, FecItem, Kind, OpenItem, Payment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backend.imports.reading.rows import Row

TABLES: dict[type[Row], str] = {
    OpenItem: "staged_item",
    Payment: "staged_payment",
    Client: "staged_client",
    FecItem: "staged_fec_item",
    FecAllocation: "staged_fec_allocation",
}
ROWS_OF: dict[Kind, tuple[type[Row], ...]] = {
    Kind.OPEN_ITEMS: (OpenItem,),
    Kind.HISTORY: (OpenItem,),
    Kind.PAYMENTS: (Payment,),
    Kind.CLIENTS: (Client,),
    Kind.FEC: (FecItem, FecAllocation),
}
CODE_MOST = 64
NUMBER_MOST = 100

# What is no text.
TYPES = {
    "line": "integer",
    "fiscal_year": "integer",
    "entry_line": "integer",
    "debit_line": "integer",
    "credit_line": "integer",
    "disputed": "boolean",
    "proposed": "boolean",
    "amount": "numeric",
    "residual": "numeric",
    "payment_total": "numeric",
    "foreign_amount": "numeric",
    "issued_on": "date",
    "due_on": "date",
    "settled_on": "date",
    "paid_on": "date",
    "booked_on": "date",
    "lettered_on": "date",
    "value_on": "date",
}

# Sorting and hashing a million rows: the server's own default would go through the disk.
SETTINGS = """
SET LOCAL work_mem = '96MB';
SET LOCAL maintenance_work_mem = '96MB';
SET LOCAL lock_timeout = '30s';
"""

PLAN = """
CREATE TEMP TABLE refusal (line integer NOT NULL, code text NOT NULL, facts jsonb NOT NULL)
  ON COMMIT DROP;
CREATE TEMP TABLE change (
  document_id uuid PRIMARY KEY, line integer, branch_id uuid, kind text, number text, label text,
  issued_on date, due_on date, due_estimated boolean, amount numeric
) ON COMMIT DROP;
CREATE TEMP TABLE new_payment (
  id uuid PRIMARY KEY, client_id uuid NOT NULL, original_client_id uuid NOT NULL,
  value_on date NOT NULL, currency text NOT NULL, amount numeric NOT NULL, reference text,
  label text, method text, source_key text NOT NULL
) ON COMMIT DROP;
CREATE TEMP TABLE new_allocation (
  debit_document uuid, debit_payment uuid, credit_document uuid, credit_payment uuid,
  amount numeric NOT NULL, value_on date NOT NULL, value_after date, closes boolean NOT NULL,
  source text
) ON COMMIT DROP;
CREATE TEMP TABLE dropped_allocation (id uuid PRIMARY KEY) ON COMMIT DROP;
CREATE TEMP TABLE dropped_payment (id uuid PRIMARY KEY) ON COMMIT DROP;
CREATE TEMP TABLE found (line integer PRIMARY KEY, document_id uuid NOT NULL) ON COMMIT DROP;
"""


async def prepare(kind: Kind) -> None:
    """Makes the temporary tables this kind of file is read into and planned in."""
    await execute(SETTINGS)
    for row_type in ROWS_OF[kind]:
        columns = ", ".join(f"{name} {TYPES.get(name, 'text')}" for name in row_type._fields)
        await execute(f"CREATE TEMP TABLE {TABLES[row_type]} ({columns}) ON COMMIT DROP")
    await execute(PLAN)


async def keep(batch: Sequence[Row]) -> None:
    """Loads one batch, whose rows are of one type."""
    row_type = type(batch[0])
    await copy_rows(TABLES[row_type], row_type._fields, batch)


async def measure(kind: Kind) -> None:
    """Nobody else tells the planner how large a temporary table is."""
    for row_type in ROWS_OF[kind]:
        await execute(f"ANALYZE {TABLES[row_type]}")


async def refuse_long_keys(kind: Kind) -> None:
    """Codes and numbers stand in indexes, which hold no more."""
    for row_type in ROWS_OF[kind]:
        tests = [
            f"char_length({name}) > {most}"
            for name, most in (("client_code", CODE_MOST), ("number", NUMBER_MOST))
            if name in row_type._fields
        ]
        if "line" not in row_type._fields:
            continue
        await execute(
            f"""INSERT INTO refusal
                SELECT line, 'too-long',
                  jsonb_build_object('code_most', {CODE_MOST}, 'number_most', {NUMBER_MOST})
                FROM {TABLES[row_type]} WHERE {" OR ".join(tests)}"""
        )


async def leave_out(kind: Kind) -> None:
    """Takes the refused lines out, so that the rest can be planned without them."""
    for row_type in ROWS_OF[kind]:
        if "line" in row_type._fields:
            await execute(f"DELETE FROM {TABLES[row_type]} s USING refusal r WHERE r.line = s.line")
