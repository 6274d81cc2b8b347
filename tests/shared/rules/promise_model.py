"""What DOMAIN says of promises, written a second time and otherwise: cent by cent.

The ledger is unrolled into single cents, each with the day it counts from and what brought it; a
promise takes cents. Slow, and too simple to share a mistake with the rule it is held against.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.shared.rules.promise_parts import (
    DAY,
    Cents,
    ModelDispute,
    ModelPayment,
    ModelPromise,
    arrival,
    counts,
)


@dataclass
class Model:
    amounts: dict[str, int]
    payments: list[ModelPayment] = field(default_factory=list)
    promises: list[ModelPromise] = field(default_factory=list)
    disputes: list[ModelDispute] = field(default_factory=list)
    cash_through: date | None = None

    def owed(self, invoice: str) -> int:
        return self.amounts[invoice] - sum(p.cents for p in self.payments if p.invoice == invoice)

    def seen(self, invoices: frozenset[str]) -> dict[str | None, int]:
        found: dict[str | None, int] = {}
        for payment in self.payments:
            if payment.invoice in invoices and payment.is_cash:
                found[payment.name] = found.get(payment.name, 0) + payment.cents
        return found

    def shares(self) -> dict[int, Cents]:
        """Every cent of cash, in the order it came, to the first promise that may have it."""
        takers = [p for p in self.promises if not p.ended]
        took: dict[int, Cents] = {p.name: [] for p in takers}
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
            behind = [promise for promise in takers if promise.stands_behind(payment)]
            for _ in range(payment.cents):
                for promise in [one for one in takers if one not in behind] + behind:
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
            if promise.ended:
                continue
            cents = shares[promise.name]
            due = self.due_on(promise, cents)
            if due is None and promise.state != "open":
                due = promise.deadline_on
            if due is not None and due <= day:
                self.judge(promise, cents, due, day)

    def due_on(self, promise: ModelPromise, cents: Cents) -> date | None:
        """Day after day: at whose end it is judged, or None while all of it waits for a dispute."""
        due, waits, was_contested = promise.deadline_on, False, False
        about = [d for d in self.disputes if d.invoice in promise.invoices]
        day, ends = min([due, *(d.begins_on for d in about)]), [d.ended_on or due for d in about]
        last = max([due, *ends, *(p.on for p in self.payments)]) + 30 * DAY
        while day < last:
            is_contested = self.is_contested(promise, day)
            if was_contested and not is_contested and (waits or day <= due):
                # It ended today, in time or with the promise waiting for it: the grace anew.
                due, waits = max(due, with_grace(max(day, promise.promised_on))), False
            if day == due:
                if not is_contested or self.in_time(cents, day):
                    return due
                waits = True
            day, was_contested = day + DAY, is_contested
        return None

    def open_at(self, invoice: str, day: date, *, doubt: bool = False) -> int:
        settled = sum(
            p.cents for p in self.payments if p.invoice == invoice and counts(p, day, doubt=doubt)
        )
        return max(0, self.amounts[invoice] - settled)

    def disputed(self, promise: ModelPromise, day: date) -> int:
        found = 0
        for invoice in promise.invoices:
            claims = [d.cents for d in self.disputes if d.invoice == invoice and d.stands(day)]
            found += min(sum(claims), self.open_at(invoice, day))
        return found

    def is_contested(self, promise: ModelPromise, day: date) -> bool:
        left = sum(self.open_at(invoice, day) for invoice in promise.invoices)
        return left > 0 and left == self.disputed(promise, day)

    def judge(self, promise: ModelPromise, cents: Cents, due: date, day: date) -> None:
        disputed = self.disputed(promise, due) if promise.found is None else promise.found

        def is_kept_by(end: date) -> bool:
            worth = self.worth(promise, cents, end, disputed, doubt=False)
            return worth == "kept" and self.in_time(cents, end) > self.in_time(cents, due)

        now = self.word(promise, cents, due, disputed)
        told = [now] if now in IN_TIME else []
        added = following(promise.history, told, is_kept_by(day), is_kept_by(date.max))
        if added[:1] == ["reopened"]:
            # What was found is found no more: as if it were judged for the first time.
            promise.history.append("reopened")
            promise.found = None
            again = self.due_on(promise, cents)
            if again is not None and again <= day:
                self.judge(promise, cents, again, day)
            return
        promise.history += added
        if told and promise.found is None:
            promise.found = disputed

    def word(self, promise: ModelPromise, cents: Cents, day: date, disputed: int) -> str:
        low = self.worth(promise, cents, day, disputed, doubt=False)
        high = self.worth(promise, cents, day, disputed, doubt=True)
        if low == "kept":
            return low
        fresh = self.cash_through is not None and self.cash_through >= day
        return low if low == high and fresh else "unknown"

    def in_time(self, cents: Cents, day: date, *, doubt: bool = False) -> int:
        return sum(1 for cent in cents if counts(cent, day, doubt=doubt))

    def worth(
        self, promise: ModelPromise, cents: Cents, day: date, disputed: int, *, doubt: bool
    ) -> str:
        paid = self.in_time(cents, day, doubt=doubt)
        left = sum(self.open_at(invoice, day, doubt=doubt) for invoice in promise.invoices)
        askable = max(0, left - disputed)
        if left and not askable and not paid:
            return "suspended"
        due = min(promise.cents, paid + askable)
        # Two hundred times the cents, so that half a per cent is a whole number.
        tolerated = max(100 * 200, promise.cents)
        if (due - paid) * 200 <= tolerated and (paid or due < promise.cents):
            return "kept"
        return "partly_kept" if paid else "broken"


def following(history: list[str], told: list[str], late: bool, ever: bool) -> list[str]:
    """What a closing adds, where it would say `told` of the promise for the first time."""
    standing = None
    for verdict in history:
        standing = verdict if verdict in IN_TIME else standing
        standing = None if verdict == "reopened" else standing
    if told and told[0] != "kept" and late:
        told = [*told, "kept_late"]
    if standing is None:
        return told
    if told and told[0] != standing:
        return ["reopened", *told]
    if standing == "kept":
        return [] if told else ["reopened"]
    if history[-1] == "kept_late":
        return [] if ever else ["reopened", *told]
    return ["kept_late"] if late else []


IN_TIME = {"kept", "partly_kept", "broken"}
START = date(2026, 6, 1)
CLOSED = {date(2026, 7, 14)}  # the one holiday of these months on a working day


def with_grace(day: date) -> date:
    """Two working days later."""
    for _ in range(2):
        day += DAY
        while day.weekday() > 4 or day in CLOSED:
            day += DAY
    return day


def on(days: int) -> date:
    return START + timedelta(days=days)
