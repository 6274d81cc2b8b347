"""What is owed, reckoned on the device from the days its copy holds."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from mobile.sync.reckoning import client_file, figures, owed_of
from shared.contract.changes import ClientCopy
from tests.mobile.sync.copies import TODAY, copy_of, identity, invoice

YESTERDAY = TODAY - timedelta(days=1)


def test_money_and_documents_told_together_are_counted():
    far = YESTERDAY - timedelta(days=200)
    alpha = ClientCopy.model_validate(
        copy_of(identity("C1", "Alpha"), invoice("100.00", far)).model_dump()
        | {
            "further_open": [
                {"currency": "EUR", "due_on": YESTERDAY, "documents": 3, "amount": "60.00"},
                {"currency": "EUR", "due_on": YESTERDAY, "documents": 2, "amount": "-5.00"},
            ],
            "free_payments": [
                {"currency": "EUR", "amount": "-7.00"},
                {"currency": "USD", "amount": "-1.00"},
            ],
            "settled": [
                {"currency": "EUR", "on": TODAY, "documents": 2, "amount": "200.00",
                 "amount_days_late": "1050.00"},
                {"currency": "EUR", "on": date(2025, 11, 20), "documents": 1, "amount": "9.00",
                 "amount_days_late": "90.00"},
            ],
        }
    )  # fmt: skip
    file = client_file(alpha, TODAY, None)
    assert (file.outstanding, file.overdue) == (Decimal(148), Decimal(160))
    assert (file.unapplied, file.unapplied_payments) == (Decimal(-12), Decimal(-7))
    assert file.open_documents_total == 6
    assert (file.buckets.d1_30.documents, file.buckets.over_120.documents) == (3, 1)
    assert [(p.currency, p.outstanding) for p in file.other_currencies] == [("USD", Decimal(-1))]
    [habit] = file.statistics
    assert (habit.average_days_late, habit.documents) == (5.3, 2)
    [euros, dollars] = figures(owed_of(alpha), TODAY)
    assert (euros.outstanding, euros.oldest_days_overdue) == (Decimal(148), 201)
    assert (dollars.currency, dollars.outstanding) == ("USD", Decimal(-1))
