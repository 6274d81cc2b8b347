"""What DOMAIN says of promises, written a second time and otherwise: cent by cent.

The ledger is unrolled into single cents, each with the day it counts from and what brought it; a
promise takes cents. Slow, and too simple to share a mistake with the rule it is held against.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta


@dataclass
class ModelPayment:
    """`name` None: something unknown, settled after `after` (None: nobody knows) and by `on`."""

    name: str | None
    invoice: str
    cents: int
    on: date
    after: date | None = None
    is_cash: bool = True


@dataclass
class ModelPromise:
    name: int
    invoices: frozenset[str]
    cents: int
    taken_on: date
    deadline_on: date
    seen: dict[str | None, int]
    disputed: int = 0
    history: list[str] = field(default_factory=list)
    ended: bool = False

    @property
    def state(self) -> str:
        if self.ended:
            return "ended"
        return "open" if not self.history or self.history[-1] == "reopened" else self.history[-1]


@dataclass
class Model:
    amounts: dict[str, int]
    payments: list[ModelPayment] = field(default_factory=list)
    promises: list[ModelPromise] = field(default_factory=list)
    cash_through: date | None = None

    def owed(self, invoice: str) -> int:
        return self.amounts[invoice] - sum(p.cents for p in self.payments if p.invoice == invoice)

    def seen(self, invoices: frozenset[str]) -> dict[str | None, int]:
        found: dict[str | None, int] = {}
        for payment in self.payments:
            if payment.invoice in invoices and payment.is_cash:
                found[payment.name] = found.get(payment.name, 0) + payment.cents
        return found

    def shares(self) -> dict[int, list[ModelPayment]]:
        """Every cent of cash, in the order it came, to the first promise that may have it."""
        takers = [p for p in self.promises if not p.ended]
        took: dict[int, list[ModelPayment]] = {p.name: [] for p in takers}
        old = {p.name: dict(p.seen) for p in takers}
        vanished = {p.name: self.vanished(p) for p in takers}
        for payment in sorted((p for p in self.payments if p.is_cash), key=arrival):
            claims = {}
            for promise in takers:
                if payment.invoice in promise.invoices:
                    known = min(old[promise.name].get(payment.name, 0), payment.cents)
                    if known:
                        old[promise.name][payment.name] -= known
                    claims[promise.name] = payment.cents - known
                    if payment.on <= promise.taken_on:
                        # Told by another name now, it is no new money.
                        is_unknown = payment.name is None
                        retold = min(vanished[promise.name][is_unknown], claims[promise.name])
                        vanished[promise.name][is_unknown] -= retold
                        claims[promise.name] -= retold
            for _ in range(payment.cents):
                for promise in takers:
                    has_room = len(took[promise.name]) < promise.cents
                    if has_room and claims.get(promise.name, 0) > 0:
                        claims[promise.name] -= 1
                        took[promise.name].append(payment)
                        break
        return took

    def vanished(self, promise: ModelPromise) -> dict[bool, int]:
        """What it knew and is no more: of something unknown (False), and by name (True)."""
        now = self.seen(promise.invoices)
        lost = {name: max(0, was - now.get(name, 0)) for name, was in promise.seen.items()}
        return {False: lost.pop(None, 0), True: sum(lost.values())}

    def close(self, day: date) -> None:
        shares = self.shares()
        for promise in self.promises:
            if not promise.ended and promise.deadline_on <= day:
                self.judge(promise, shares[promise.name], day)

    def judge(self, promise: ModelPromise, cents: list[ModelPayment], day: date) -> None:
        now = self.word(promise, cents, promise.deadline_on)
        late = self.worth(promise, cents, day, doubt=False) == "kept" and self.in_time(
            cents, day
        ) > self.in_time(cents, promise.deadline_on)
        ever = self.worth(promise, cents, date.max, doubt=False) == "kept" and self.in_time(
            cents, date.max
        ) > self.in_time(cents, promise.deadline_on)
        standing = None
        for verdict in promise.history:
            if verdict in {"kept", "partly_kept", "broken"}:
                standing = verdict
            if verdict == "reopened":
                standing = None
        told = [now] if now in {"kept", "partly_kept", "broken"} else []
        if told and told[0] != "kept" and late:
            told.append("kept_late")
        if standing is None:
            promise.history += told
        elif told and told[0] != standing:
            promise.history += ["reopened", *told]
        elif standing == "kept":
            promise.history += [] if told else ["reopened"]
        elif promise.history[-1] == "kept_late":
            promise.history += [] if ever else ["reopened", *told]
        elif late:
            promise.history.append("kept_late")

    def word(self, promise: ModelPromise, cents: list[ModelPayment], day: date) -> str:
        low = self.worth(promise, cents, day, doubt=False)
        high = self.worth(promise, cents, day, doubt=True)
        if low == "kept":
            return low
        fresh = self.cash_through is not None and self.cash_through >= day
        return low if low == high and fresh else "unknown"

    def in_time(self, cents: list[ModelPayment], day: date, *, doubt: bool = False) -> int:
        return sum(1 for cent in cents if counts(cent, day, doubt=doubt))

    def worth(
        self, promise: ModelPromise, cents: list[ModelPayment], day: date, *, doubt: bool
    ) -> str:
        paid = self.in_time(cents, day, doubt=doubt)
        left = 0
        for invoice in promise.invoices:
            settled = sum(
                p.cents
                for p in self.payments
                if p.invoice == invoice and counts(p, day, doubt=doubt)
            )
            left += max(0, self.amounts[invoice] - settled)
        askable = max(0, left - promise.disputed)
        if left and not askable and not paid:
            return "suspended"
        due = min(promise.cents, paid + askable)
        # Two hundred times the cents, so that half a per cent is a whole number.
        tolerated = max(100 * 200, promise.cents)
        if (due - paid) * 200 <= tolerated and (paid or due < promise.cents):
            return "kept"
        return "partly_kept" if paid else "broken"


def arrival(payment: ModelPayment) -> tuple[date, date, str, str]:
    return payment.after or payment.on, payment.on, payment.name or "", payment.invoice


def counts(payment: ModelPayment, day: date, *, doubt: bool) -> bool:
    if payment.on <= day:
        return True
    if payment.name is not None:
        return False
    if payment.after is None:
        return doubt
    return payment.after <= day


START = date(2026, 6, 1)


def on(days: int) -> date:
    return START + timedelta(days=days)
