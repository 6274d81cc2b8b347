"""A statement of account: what a client owes on a day, item by item, and what it adds up to.

Plain values, put together by the rule of aging that every other figure comes from; two writers
turn them into a sheet and a page. Nothing of what we think of the client is in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from shared.money import Money
from shared.rules.aging import (
    BUCKETS,
    Aging,
    Bucket,
    OpenItem,
    age_open_items,
    days_past_due,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from backend.settings import Language
    from shared.contract.receivables import DocumentKind

Standing = Literal[
    "nothing_owed",
    "in_balance",
    "in_your_favour",
    "not_yet_due",
    "covered",
    "partly_covered",
    "overdue",
]
MoneyKind = Literal["payment", "refund"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One open item as it stands in the account: `residual` is negative where it is ours to give.

    `due_on` is None for money, which has no due date; `issued_on` then is its value date.
    """

    kind: DocumentKind | MoneyKind
    number: str | None
    label: str | None
    issued_on: date
    due_on: date | None
    due_estimated: bool = False
    amount: Money
    residual: Money

    def days_late(self, as_of: date) -> int:
        """Days past due of what the client still owes; 0 for credits and money."""
        if self.due_on is None or self.residual.amount <= 0:
            return 0
        return max(0, days_past_due(self.due_on, as_of))


@dataclass(frozen=True, slots=True)
class Account:
    """The open items in one currency: what is owed by due date, then what is to be set against."""

    aging: Aging
    owed: tuple[Line, ...]
    to_apply: tuple[Line, ...]

    @property
    def currency(self) -> str:
        return self.aging.currency

    @property
    def still_open(self) -> Money:
        """All that is owed before credits and free payments: Σ buckets."""
        return self.aging.outstanding - self.aging.unapplied

    @property
    def has_estimates(self) -> bool:
        return any(line.due_estimated for line in self.owed)

    @property
    def standing(self) -> Standing:
        """What may be said of the account: nothing is asked of whoever owes nothing on balance."""
        outstanding, overdue = self.aging.outstanding.amount, self.aging.overdue.amount
        unapplied = self.aging.unapplied.amount
        if outstanding < 0:
            return "in_your_favour"
        if outstanding == 0:
            return "in_balance" if self.owed or self.to_apply else "nothing_owed"
        if overdue == 0:
            return "not_yet_due"
        if unapplied >= 0:
            return "overdue"
        return "partly_covered" if overdue + unapplied > 0 else "covered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Who it is for, as an envelope would have it."""

    code: str
    name: str
    address: str | None = None
    postcode: str | None = None
    town: str | None = None
    country: str | None = None
    siren: str | None = None
    vat_number: str | None = None

    def postal_lines(self) -> list[str]:
        """The lines under the name: an address may hold several."""
        town = " ".join(part for part in (self.postcode, self.town) if part)
        parts = [*(self.address or "").splitlines(), town, self.country or ""]
        return [part.strip() for part in parts if part.strip()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """`known_on` is the day the ledger was last loaded; `language` is the client's."""

    company_name: str
    company_siren: str | None
    addressee: Addressee
    language: Language
    as_of: date
    known_on: date | None
    accounts: tuple[Account, ...]


def accounts_of(lines: Iterable[Line], own_currency: str, as_of: date) -> tuple[Account, ...]:
    """One account a currency, the client's own first; closed items are left out.

    Whoever has nothing open at all has one account, empty, in the own currency.
    """
    found: dict[str, list[Line]] = {}
    for line in lines:
        if line.residual:
            found.setdefault(line.residual.currency, []).append(line)
    ordered = sorted(found or {own_currency: []}, key=lambda code: (code != own_currency, code))
    return tuple(_account(currency, found.get(currency, []), as_of) for currency in ordered)


def _account(currency: str, lines: list[Line], as_of: date) -> Account:
    dated = [OpenItem(line.residual, line.due_on) for line in lines if line.due_on is not None]
    money = [-line.residual for line in lines if line.due_on is None]
    aging = age_open_items(dated, as_of, free_payments=money) or (_nothing(currency),)
    owed = [line for line in lines if line.due_on is not None and line.residual.amount > 0]
    to_apply = [line for line in lines if line.due_on is None or line.residual.amount < 0]
    return Account(
        aging=aging[0],
        owed=tuple(sorted(owed, key=lambda line: (line.due_on, line.issued_on, line.number or ""))),
        to_apply=tuple(sorted(to_apply, key=lambda line: (line.issued_on, line.number or ""))),
    )


def _nothing(currency: str) -> Aging:
    zero = Money.zero(currency)
    return Aging(currency, 0, dict.fromkeys(BUCKETS, Bucket(0, zero)), zero, 0)
