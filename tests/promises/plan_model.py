"""What DOMAIN §8 says of a payment plan, written a second time: what becomes of it.

Amounts are cents. What serves an instalment, and what it was worth, is the model of promises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from tests.shared.rules.promise_parts import ModelPromise


@dataclass
class ModelPlan:
    invoices: frozenset[str]
    parts: list[tuple[date, int]]
    told: list[str] = field(default_factory=lambda: ["proposed"])
    accepted_on: date = date.max
    promises: list[ModelPromise] = field(default_factory=list)
    is_replaced: bool = False

    @property
    def state(self) -> str:
        return self.told[-1]

    @property
    def states(self) -> list[str]:
        return ["withdrawn" if one.ended else one.state for one in self.promises]

    def end(self, how: str) -> None:
        self.told.append(how)
        for one in self.promises:
            one.ended = one.ended or one.state == "open"

    def goes_on_with(self, invoices: frozenset[str]) -> bool:
        return self.state in {"accepted", "active"} and bool(self.invoices & invoices)

    def take_place(self, plans: Iterable[ModelPlan], owed: Callable[[str], int]) -> None:
        """Of those accepted before on an invoice of this one: what of it is open ends with them."""
        for other in plans:
            shared = other.invoices & self.invoices
            if other is self or not other.promises or not shared:
                continue
            other.is_replaced = True
            if other.state == "completed" and any(owed(one) for one in shared):
                for one in other.promises:
                    one.ended = one.ended or one.state == "open"

    def follow(self, day: date, paid: int) -> None:
        """What a closing of that day makes of it; `paid` has ever come in for its instalments."""
        if self.state not in {"accepted", "active", "completed"} or day < self.accepted_on:
            return
        total = sum(cents for _, cents in self.parts)
        missed = [one for one in self.states if one in {"partly_kept", "broken"}]
        met = [one for one in self.states if one in {"kept", "kept_late"}]
        if (total - paid) * 200 <= max(200_00, total) or len(met) == len(self.parts):
            after = "completed"
        else:
            after = "active" if len(missed) < 2 else "broken"
        if self.state == "completed" and self.is_replaced:
            return
        if after == "broken":
            self.end(after)
        elif after != self.state:
            self.told.append(after)
