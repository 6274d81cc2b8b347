"""Lettering: which lines settle each other.

A group is (client, code, year): codes begin again every year. It is settled where it nets to zero
and was lettered by the as-of date, else all its lines are open.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from backend.imports.reading.rows import FecAllocation

CodeKey = tuple[str, str, str]
"""(account family, client, lettering code)"""
GroupKey = tuple[str, str, str, int]
"""The same in a fiscal year."""


class Member(NamedTuple):
    """A line of a group; `cents` is debit − credit.

    It can settle from `counts_from` on, later than `on` where an opening item names an old paper:
    what the opening carries forward was open on the eve.
    """

    line: int
    cents: int
    on: date
    counts_from: date
    reference: str


@dataclass(slots=True)
class _Sum:
    cents: int = 0
    members: int = 0
    lettered_on: date | None = None


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """`year` is the one it closes in; `closing` the month and day of every closing."""

    year: int
    closing: tuple[int, int]

    def of(self, day: date) -> int:
        return day.year + ((day.month, day.day) > self.closing)


@dataclass(slots=True)
class Lettering:
    """Sums every code by month of lettering (the fiscal year is known only at the end)."""

    _sums: dict[CodeKey, dict[date | None, _Sum]] = field(default_factory=dict)

    def see(self, key: CodeKey, cents: int, lettered_on: date | None) -> None:
        month = lettered_on.replace(day=1) if lettered_on else None
        one = self._sums.setdefault(key, {}).setdefault(month, _Sum())
        one.cents += cents
        one.members += 1
        if lettered_on and (one.lettered_on is None or lettered_on > one.lettered_on):
            one.lettered_on = lettered_on

    def judged(self, fiscal: FiscalYear, as_of: date | None) -> "Groups":
        """The groups, once and for all: the sums are let go one by one as they are judged."""
        groups = Groups(fiscal)
        while self._sums:
            groups.add(*self._sums.popitem(), as_of)
        return groups


@dataclass(slots=True)
class Groups:
    """The settled groups, and the year an undated member of a code belongs to."""

    fiscal: FiscalYear
    _undated: dict[CodeKey, int] = field(default_factory=dict)
    settled: dict[GroupKey, _Sum] = field(default_factory=dict)

    def add(self, key: CodeKey, sums: dict[date | None, _Sum], as_of: date | None) -> None:
        years = {self.fiscal.of(_last(month, one)) for month, one in sums.items() if month}
        if len(years) == 1:
            # Members that bear no date of their own go with those that do.
            self._undated[key] = min(years)
        by_year: dict[int, _Sum] = defaultdict(_Sum)
        for month, one in sums.items():
            year = self.fiscal.of(_last(month, one)) if month else self._year(key)
            whole = by_year[year]
            whole.cents += one.cents
            whole.members += one.members
            whole.lettered_on = max(
                filter(None, (whole.lettered_on, one.lettered_on)), default=None
            )
        for year, whole in by_year.items():
            is_known = as_of is None or whole.lettered_on is None or whole.lettered_on <= as_of
            if whole.cents == 0 and is_known:
                self.settled[*key, year] = whole

    def group_of(self, key: CodeKey, lettered_on: date | None) -> GroupKey | None:
        """The settled group a line belongs to; None where its group is open."""
        year = self.fiscal.of(lettered_on) if lettered_on else self._year(key)
        group = (*key, year)
        return group if group in self.settled else None

    def _year(self, key: CodeKey) -> int:
        return self._undated.get(key, self.fiscal.year)


def _last(month: date, one: _Sum) -> date:
    return one.lettered_on or month


@dataclass(slots=True)
class Pairing:
    """Gathers the members of settled groups; a group that is whole is paired and forgotten."""

    groups: Groups
    _waiting: dict[GroupKey, list[Member]] = field(default_factory=dict)

    def see(self, group: GroupKey, member: Member) -> Iterator[FecAllocation]:
        members = self._waiting.setdefault(group, [])
        members.append(member)
        whole = self.groups.settled[group]
        if len(members) == whole.members:
            del self._waiting[group]
            family, client, code, _ = group
            for debit, credit, cents in pair(members):
                yield allocation(
                    family,
                    client,
                    debit,
                    credit,
                    cents,
                    lettered_on=whole.lettered_on,
                    reason=code,
                    proposed=False,
                )


def pair(members: Sequence[Member]) -> Iterator[tuple[Member, Member, int]]:
    """(debit, credit, cents) that settle each other, oldest first; equal amounts first of all."""
    debits = sorted((m for m in members if m.cents > 0), key=lambda m: (m.on, m.line))
    credits_ = sorted((m for m in members if m.cents < 0), key=lambda m: (m.on, m.line))
    left = {member.line: abs(member.cents) for member in members}
    yield from _equal_ones(debits, credits_, left)
    waiting = iter([credit for credit in credits_ if left[credit.line]])
    credit = next(waiting, None)
    for debit in debits:
        while left[debit.line] and credit:
            cents = min(left[debit.line], left[credit.line])
            left[debit.line] -= cents
            left[credit.line] -= cents
            yield debit, credit, cents
            if not left[credit.line]:
                credit = next(waiting, None)


def _equal_ones(
    debits: Sequence[Member], credits_: Sequence[Member], left: dict[int, int]
) -> Iterator[tuple[Member, Member, int]]:
    by_amount: dict[int, list[Member]] = defaultdict(list)
    for credit in reversed(credits_):
        by_amount[-credit.cents].append(credit)
    for debit in debits:
        if by_amount.get(debit.cents):
            credit = by_amount[debit.cents].pop()
            left[debit.line] = left[credit.line] = 0
            yield debit, credit, debit.cents


def allocation(
    family: str,
    client: str,
    debit: Member,
    credit: Member,
    cents: int,
    *,
    lettered_on: date | None,
    reason: str,
    proposed: bool,
) -> FecAllocation:
    return FecAllocation(
        family=family,
        client_code=client,
        debit_line=debit.line,
        credit_line=credit.line,
        amount=Decimal(cents).scaleb(-2),
        value_on=max(debit.counts_from, credit.counts_from),
        lettered_on=lettered_on,
        proposed=proposed,
        reason=reason,
    )


def propose(client: str, members: Sequence[Member]) -> Iterator[FecAllocation]:
    """Settlements to suggest where a file carries no lettering at all.

    First by reference, where one debit alone bears it and credits of no more than its amount
    (some files put the month there: then many lines share it, and it says nothing); then by an
    amount that stands once on each side, received on the day of the debit or later.
    """
    free = {member.line: member for member in members}
    for debit, credits_ in _by_reference(members):
        for credit in credits_:
            del free[credit.line]
            cents = -credit.cents
            yield _proposal(client, debit, credit, cents, "reference")
        del free[debit.line]
    for debit, credit in _by_amount(free.values()):
        yield _proposal(client, debit, credit, debit.cents, "amount")


def _proposal(client: str, debit: Member, credit: Member, cents: int, reason: str) -> FecAllocation:
    return allocation(
        "411", client, debit, credit, cents, lettered_on=None, reason=reason, proposed=True
    )


def _by_reference(members: Iterable[Member]) -> Iterator[tuple[Member, list[Member]]]:
    by_reference: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        if member.reference:
            by_reference[member.reference].append(member)
    for sharing in by_reference.values():
        debits = [member for member in sharing if member.cents > 0]
        credits_ = [member for member in sharing if member.cents < 0]
        paid = -sum(member.cents for member in credits_)
        if len(debits) == 1 and credits_ and paid <= debits[0].cents:
            yield debits[0], credits_


def _by_amount(members: Iterable[Member]) -> Iterator[tuple[Member, Member]]:
    by_amount: dict[int, list[Member]] = defaultdict(list)
    for member in members:
        by_amount[abs(member.cents)].append(member)
    for equal in by_amount.values():
        if sorted(m.cents > 0 for m in equal) == [False, True]:
            debit, credit = sorted(equal, key=lambda m: -m.cents)
            if credit.on >= debit.on:
                yield debit, credit
