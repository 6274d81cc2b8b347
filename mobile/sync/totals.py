"""The head of the client list, added up on the device. Pure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from shared.contract.clients import ClientFigures, ClientTotals

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime


def totals_of(
    counts: Mapping[str, int],
    owed: Iterable[Iterable[ClientFigures]],
    data_as_of: datetime | None,
) -> ClientTotals:
    found: dict[str, list[ClientFigures]] = {}
    for one in (figures for client in owed for figures in client):
        found.setdefault(one.currency, []).append(one)
    return ClientTotals(
        clients=counts["all"],
        mine=counts["mine"],
        overdue=counts["overdue"],
        disputed=counts["disputed"],
        promise_broken=counts["promise_broken"],
        unassigned=counts["unassigned"],
        currencies=[together(currency, found[currency]) for currency in sorted(found)],
        data_as_of=data_as_of,
    )


def together(currency: str, parts: list[ClientFigures]) -> ClientFigures:
    return ClientFigures(
        currency=currency,
        outstanding=sum((one.outstanding for one in parts), Decimal(0)),
        overdue=sum((one.overdue for one in parts), Decimal(0)),
        oldest_days_overdue=max(one.oldest_days_overdue for one in parts),
    )
