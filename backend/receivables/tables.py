"""Documents, payments, and which settles which.

Amounts carry their sign: an invoice is positive, a credit note negative; money received is
positive, a refund negative. Every allocation takes a positive amount from a *debit* (an invoice, a
refund) and a *credit* (a payment, a credit note): at least one of the two is known.
`settled` and `applied` are written by the database alone (migration: trigger
`allocation_maintains_residuals`), and `residual` and `unapplied` are generated from them, so that
neither can disagree with the allocations.
"""

from __future__ import annotations

from piccolo.columns import UUID
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from backend.clients.tables import Client
from backend.database import columns
from backend.organisation.tables import Branch, Company


class Document(Table, tablename="document"):
    """A ledger document.

    `client` owes it today; `original_client` is the one it was booked on; a merge parts the two.
    `branch` is set only where the source names one that is not the client's own.
    (`original_client`, `source_key`) is its identity in its source.
    """

    id = columns.key()
    client = columns.link(Client)
    original_client = columns.link(Client)
    branch = columns.link(Branch, null=True)
    kind = columns.text()
    number = columns.text()
    label = columns.text(null=True)
    issued_on = columns.day()
    due_on = columns.day()
    due_estimated = columns.flag()
    currency = columns.text()
    amount = columns.money()
    settled = columns.settled_money()
    last_settled_on = columns.day(null=True)
    source = columns.text()
    source_key = columns.text()
    import_run = UUID(default=None, null=True)

    document_identity = Unique(["original_client", "source_key"])
    document_kind_known = Check(
        "kind IN ('invoice', 'credit_note', 'deposit', 'opening_item', 'adjustment')"
    )
    document_currency_code = Check("currency ~ '^[A-Z]{3}$'")
    document_texts_bounded = Check(
        "char_length(number) <= 100 AND char_length(label) <= 300"
        " AND char_length(source_key) <= 300"
    )  # they are carried by the covering index, whose rows hold 2,700 bytes
    document_amount_sane = Check("abs(amount) < 1e15 AND scale(amount) <= 4")
    document_not_over_settled = Check("settled BETWEEN least(amount, 0) AND greatest(amount, 0)")


class Payment(Table, tablename="payment"):
    """Money received (or, negative, paid back). `value_on` is its value date."""

    id = columns.key()
    client = columns.link(Client)
    original_client = columns.link(Client)
    value_on = columns.day()
    currency = columns.text()
    amount = columns.money()
    applied = columns.settled_money()
    reference = columns.text(null=True)
    label = columns.text(null=True)
    method = columns.text(null=True)
    source = columns.text()
    source_key = columns.text()
    import_run = UUID(default=None, null=True)

    payment_identity = Unique(["original_client", "source_key"])
    payment_currency_code = Check("currency ~ '^[A-Z]{3}$'")
    payment_amount_sane = Check("abs(amount) < 1e15 AND scale(amount) <= 4")
    payment_not_over_applied = Check("applied BETWEEN least(amount, 0) AND greatest(amount, 0)")


class Allocation(Table, tablename="allocation"):
    """Which credit settles which debit, by how much, on which value date.

    A debit without a credit was settled by something unknown (the item left an open-item file);
    `value_after` then is the last day it was still seen open, `value_on` the first it was not.
    """

    id = columns.key()
    debit_document = columns.link(Document, null=True)
    debit_payment = columns.link(Payment, null=True)
    credit_document = columns.link(Document, null=True)
    credit_payment = columns.link(Payment, null=True)
    amount = columns.money()
    value_on = columns.day()
    value_after = columns.day(null=True)
    source = columns.text()
    import_run = UUID(default=None, null=True)

    allocation_amount_positive = Check("amount > 0 AND amount < 1e15")
    allocation_one_debit_at_most = Check("num_nonnulls(debit_document, debit_payment) <= 1")
    allocation_one_credit_at_most = Check("num_nonnulls(credit_document, credit_payment) <= 1")
    allocation_of_something = Check(
        "num_nonnulls(debit_document, debit_payment, credit_document, credit_payment) >= 1"
    )


class CashSource(Table, tablename="cash_source"):
    """Something that tells a company of the money it received: a bank, the ledger's own export.

    What it tells is whole up to `covers_through`, the end of that day; nothing is claimed beyond.
    Until all active sources cover a day, no promise is broken on it.
    """

    id = columns.key()
    company = columns.link(Company)
    name = columns.text()
    is_active = columns.flag()
    covers_through = columns.day()

    cash_source_name_once_a_company = Unique(["company", "name"])
    cash_source_name_bounded = Check("char_length(name) BETWEEN 1 AND 200")


class CashCoverage(Table, tablename="cash_coverage"):
    """How far one import took a cash source; gone with the import when it is undone."""

    id = columns.key()
    source = columns.link(CashSource, index=True)
    import_run = UUID(default=None, null=False, index=True)
    covers_through = columns.day()
