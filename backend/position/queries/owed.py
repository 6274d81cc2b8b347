"""What each client in view owes, one row a currency."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backend.identity.viewer import Viewer


def owed(viewer: Viewer, today: str) -> str:
    """Rows of `client, currency, outstanding, overdue, first_due_on` for the clients in `seen`.

    `first_due_on` is the earliest due date of a debit. Who sees everything has the index of open
    items added up from end to end; anybody else theirs, client by client.
    """
    return whole_ledger(today) if viewer.sees_everything else client_by_client(today)


def whole_ledger(today: str) -> str:
    return f"""
    SELECT client, currency,
      coalesce(items.amount, 0) - coalesce(free.amount, 0) AS outstanding,
      items.overdue, items.first_due_on
    FROM (
      SELECT client, currency, sum(residual) AS amount,
        sum(residual) FILTER (WHERE residual > 0 AND due_on < {today}) AS overdue,
        min(due_on) FILTER (WHERE residual > 0) AS first_due_on
      FROM document WHERE residual <> 0 GROUP BY client, currency
    ) items FULL JOIN (
      SELECT client, currency, sum(unapplied) AS amount
      FROM payment WHERE unapplied <> 0 GROUP BY client, currency
    ) free USING (client, currency)"""


def client_by_client(today: str) -> str:
    return f"""
    SELECT seen.id AS client, own.*
    FROM seen CROSS JOIN LATERAL (
      SELECT currency, sum(amount) AS outstanding,
        sum(amount) FILTER (WHERE amount > 0 AND due_on < {today}) AS overdue,
        min(due_on) FILTER (WHERE amount > 0) AS first_due_on
      FROM ({open_items("seen.id")}) item GROUP BY currency) own"""


def open_items(client: str) -> str:
    """One client's open documents and free payments, as amounts owed."""
    return f"""
        SELECT currency, residual AS amount, due_on FROM document
        WHERE client = {client} AND residual <> 0
        UNION ALL
        SELECT currency, -unapplied, NULL FROM payment
        WHERE client = {client} AND unapplied <> 0"""
