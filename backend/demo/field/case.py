"""One dispute's story, told day by day as long as there is something left to dispute."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from backend.demo.field import texts
from backend.demo.field.deeds import Assigned, Closed, Deed, Disputed, Reopened, Resolved, Said
from backend.demo.field.office import answering
from shared.rules.dispute import POLICIES

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

    from backend.demo.field.book import Book
    from backend.demo.field.office import Office
    from shared.rules.dispute import Department, Resolution


@dataclass(slots=True)
class Case:
    """Each step is left out once the invoice is paid: that closed the dispute."""

    dispute: Disputed
    book: Book
    office: Office
    steps: list[Deed] = field(default_factory=list)
    is_resolved: bool = False

    @property
    def department(self) -> Department:
        return POLICIES[self.dispute.reason].department

    @property
    def owner(self) -> str:
        return answering(self.dispute.client, self.department, self.dispute.by)

    @property
    def claimed(self) -> Decimal:
        opened_on = self.dispute.at.date()
        return self.dispute.amount or self.book.left(self.dispute.invoice, opened_on)

    @property
    def told(self) -> list[Deed]:
        return [self.dispute, *self.steps]

    def assign(self, day: date) -> None:
        at = self._when(day)
        if at is not None:
            who = self.dispute.client.collector or self.owner
            self._add(Assigned(at=at, by=who, **self._about(), owner=self.owner))

    def say(self, day: date, text: str, photo: str | None = None) -> None:
        at = self._when(day)
        if at is not None:
            self._add(Said(at=at, by=self.dispute.by, **self._about(), text=text, photo=photo))

    def answer(self, day: date, *, waits_for_client: bool = False) -> None:
        at = self._when(day)
        if at is not None:
            text = texts.ANSWER[self.department][waits_for_client]
            turn: Literal["client", "internal"] = "client" if waits_for_client else "internal"
            self._add(Said(at=at, by=self.owner, **self._about(), text=text, waiting_on=turn))

    def resolve(self, day: date, resolution: Resolution, granted: Decimal) -> None:
        at = self._when(day)
        if at is not None:
            self.is_resolved = True
            why = self._reason_given(resolution, granted)
            self._add(
                Resolved(
                    at=at, by=self.owner, **self._about(),
                    resolution=resolution, granted=granted, why=why,
                )
            )  # fmt: skip

    def close(self, day: date, why: str) -> None:
        at = self._when(day)
        if at is not None and self.is_resolved:
            self._add(Closed(at=at, by=self.owner, **self._about(), why=why))

    def reopen(self, day: date) -> None:
        at = self._when(day)
        if at is not None and self.is_resolved:
            self.is_resolved = False
            self._add(Reopened(at=at, by=self.dispute.by, **self._about(), why=texts.REOPENED))

    def _reason_given(self, resolution: Resolution, granted: Decimal) -> str:
        if not granted:
            return texts.CONFIRMED
        if granted != self.claimed:
            return texts.GRANTED_PART
        return texts.GESTURE if resolution == "gesture" else texts.GRANTED

    def _when(self, day: date) -> datetime | None:
        """Some hour of the day, after the last step; None once nothing is left to dispute."""
        last = self.told[-1].at
        day = max(day, last.date())
        if day >= self.book.today or self.book.left(self.dispute.invoice, day) <= 0:
            return None
        at = self.office.hour(day)
        return at if at > last else self.office.soon(last)

    def _about(self) -> dict[str, Any]:
        return {"client": self.dispute.client, "dispute": self.dispute}

    def _add(self, step: Deed) -> None:
        self.steps.append(step)
