"""Loads the made-up company in bulk.

The one place where rows of other modules are written past their services: nine thousand documents
one use case at a time would make `make demo` wait a minute. Every constraint and trigger of the
tables still holds. What people said goes through the services (backend/demo/field), but for how far
each has read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backend.database.transaction import copy_rows, execute, fetch_value

if TYPE_CHECKING:
    from collections.abc import Sequence

HAS_COMPANY = "SELECT EXISTS (SELECT FROM company)"
IS_DEMO = "SELECT EXISTS (SELECT FROM activity WHERE kind = 'demo-company-made')"

COLUMNS = {
    "company": ("id", "code", "name", "siren", "currency", "ledger_loaded_at"),
    "branch": ("id", "company", "code", "name"),
    "account": (
        "id", "email", "name", "role", "language", "theme", "password_hash",
        "sees_everything", "sees_own_portfolio", "created_at",
    ),
    "account_branch": ("id", "account", "branch"),
    "debtor": ("id", "siren", "name"),
    "client": (
        "id", "company", "code", "name", "siren", "siret", "vat_number", "address", "postcode",
        "town", "country", "language", "currency", "terms_basis", "terms_days", "profile",
        "branch", "rep", "collector", "debtor", "created_at",
    ),
    "contact": ("id", "client", "name", "role", "email", "phone", "mobile"),
    "document": (
        "id", "client", "original_client", "kind", "number", "label", "issued_on", "due_on",
        "due_estimated", "currency", "amount", "settled", "source", "source_key",
    ),
    "payment": (
        "id", "client", "original_client", "value_on", "currency", "amount", "applied",
        "reference", "method", "source", "source_key",
    ),
    "allocation": (
        "id", "debit_document", "credit_document", "credit_payment", "amount", "value_on",
        "source",
    ),
}  # fmt: skip
"""In an order in which what is referred to comes first."""
READ = ("id", "client", "account", "read_through")


async def has_a_company() -> bool:
    return bool(await fetch_value(HAS_COMPANY))


async def is_the_demo() -> bool:
    return bool(await fetch_value(IS_DEMO))


async def load(table: str, rows: Sequence[Sequence[Any]]) -> None:
    """Rows hold the values of `COLUMNS[table]`, in that order."""
    await copy_rows(table, COLUMNS[table], rows)


async def mark_read(rows: Sequence[Sequence[Any]]) -> None:
    """Rows hold the values of `READ`."""
    await copy_rows("thread_read", READ, rows)


async def learn_statistics() -> None:
    """Lets the planner know how much there is by now."""
    await execute(
        "ANALYZE document, payment, allocation, client, promise, promise_document, promise_known,"
        " promise_judgement, dispute, dispute_entry, dispute_span, comment, visit, visit_report,"
        " activity"
    )


async def settle_in() -> None:
    """Lets the planner and the covering indexes know what was loaded; outside a transaction."""
    await execute(
        "VACUUM (ANALYZE) document, payment, allocation, client, promise, promise_document,"
        " promise_known, promise_judgement, dispute, dispute_entry, dispute_span, comment,"
        " comment_version, thread_read, visit, visit_report, activity"
    )
