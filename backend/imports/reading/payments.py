"""Rows of `payments` files: money received, and the documents it settles."""

from typing import Any, Final

from backend.imports.reading.building import Builder
from backend.imports.reading.cells import Columns
from backend.imports.reading.rows import Payment

_REQUIRED: Final = ("client_code", "paid_on", "amount")


def build_payments(columns: Columns, builder: Builder) -> list[Payment]:
    """The chunk's payments; what is not taken is noted with its line.

    A ledger that shows money received below zero, throughout, is turned round.
    """
    refused = builder.refused_positions(columns, _REQUIRED)
    sign = -1 if "amount" in builder.all_negative else 1
    payments: list[Payment] = []
    for at, *cells in columns.rows(
        *("company_code", "branch_code", "client_code", "client_name", "number", "paid_on"),
        *("currency", "amount", "payment_total", "document_number", "method", "label"),
    ):
        if at in refused:
            continue
        payment = _payment(columns.lines[at], cells, sign, builder)
        if payment is not None:
            payments.append(payment)
    builder.keep((payment.client_code, payment.client_name) for payment in payments)
    builder.add((payment.currency, payment.amount) for payment in payments)
    return payments


def _payment(line: int, cells: list[Any], sign: int, builder: Builder) -> Payment | None:
    company, branch, client, name, number, paid, currency, amount, total, document, *rest = cells
    code = currency or builder.currency
    part = builder.rounded(sign * amount, code, line)
    if part is None:
        return None
    if part == 0:
        builder.notes.warn("nothing-due-skipped", line)
        return None
    whole = None if total is None else builder.rounded(sign * total, code, line)
    method, label = rest
    return Payment(
        line,
        company or builder.options.company_code,
        branch,
        client,
        name,
        number,
        paid,
        code,
        part,
        whole,
        document,
        method,
        label,
    )
