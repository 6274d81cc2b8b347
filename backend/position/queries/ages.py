"""Aging in SQL: the heaps that open items fall into, and what they add up to.

A heap is numbered like its bucket in `shared.rules.aging.BUCKETS`; two more hold what is set
against the debits. Statements group their items into heaps first, which leaves at most eight rows
a currency to add up.
"""

from __future__ import annotations

from typing import Final

from shared.currencies import DECIMALS
from shared.rules.aging import BUCKET_CEILINGS, BUCKETS

OVERDUE_FROM: Final = 1
LAST_BUCKET: Final = len(BUCKETS) - 1
CREDIT: Final = len(BUCKETS)
"""Open credit notes and deposits."""
FREE_PAYMENT: Final = len(BUCKETS) + 1

LATE: Final = f"heap BETWEEN {OVERDUE_FROM} AND {LAST_BUCKET}"


def heap(residual: str, due_on: str, today: str) -> str:
    """The heap of an open document."""
    rungs = " ".join(
        f"WHEN {due_on} >= {today} - {ceiling} THEN {number}"
        for number, ceiling in enumerate(BUCKET_CEILINGS)
    )
    return f"CASE WHEN {residual} < 0 THEN {CREDIT} {rungs} ELSE {LAST_BUCKET} END"


def total(condition: str) -> str:
    """The amount in the heaps under that condition, at the currency's scale even when nothing."""
    return f"coalesce(sum(amount) FILTER (WHERE {condition}), 0 * sum(amount))"


def buckets() -> str:
    """The contract's `Buckets` as JSON, over rows of `heap`, `documents` and `amount`."""
    held = ", ".join(
        f"'{name}', json_build_object("
        f"'documents', coalesce(sum(documents) FILTER (WHERE heap = {number}), 0),"
        f" 'amount', {total(f'heap = {number}')}::text)"
        for number, name in enumerate(BUCKETS)
    )
    return f"json_build_object({held})"


def days_overdue(today: str) -> str:
    """Days past due of the oldest late debit, else 0; over rows of `heap` and `first_due_on`."""
    return f"coalesce({today} - min(first_due_on) FILTER (WHERE {LATE}), 0)"


def zero(currency: str) -> str:
    """Nothing, at the currency's scale: what a sum over no rows would not know."""
    scales = " ".join(
        f"WHEN {currency} IN ({codes}) THEN {0:.{decimals}f}"
        for decimals in sorted(set(DECIMALS.values()) - {2})
        if (codes := ", ".join(f"'{c}'" for c, scale in DECIMALS.items() if scale == decimals))
    )
    return f"CASE {scales} ELSE 0.00 END"
