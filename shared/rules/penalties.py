"""What a late payment costs between professionals in France.

Sources: Code de commerce L441-10 II (due from the day after the due date, no reminder; the rate is
the contract's, else ECB + 10 points, and never under three times the legal rate) and D441-5 (EUR 40
an invoice); for a public buyer, Code de la commande publique R2192-31 (ECB + 8 points, the rate of
the half-year in which interest began to run serves to the end) and D2192-35 (EUR 40).

Simple interest on the unpaid amount including VAT, by day over 365, without VAT, rounded once. A
contract rate below the floor is used as agreed and *warned* about, not silently raised.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Context, Decimal
from itertools import pairwise
from typing import Final, Literal

from shared.money import Money
from shared.refusal import Refusal
from shared.rules.rates import half_year_start, legal_rate, refinancing_rate

Buyer = Literal["company", "public_body", "consumer"]

RECOVERY_INDEMNITY: Final = Money(Decimal(40), "EUR")
"""Once per late invoice, outside the base, whatever the number of instalments (D441-5)."""

FLOOR_MULTIPLE: Final = 3
_DAY: Final = timedelta(days=1)
_EXACT: Final = Context(prec=60)

# Points above the ECB rate, by the day the rule came into force: loi 2008-776 art. 21 (contracts
# from 1 January 2009) and décret 2013-269 art. 8 (contracts from 16 March 2013).
_MARGIN: Final = {
    "company": (date(2009, 1, 1), Decimal(10)),
    "public_body": (date(2013, 3, 16), Decimal(8)),
}


@dataclass(frozen=True, slots=True)
class Claim:
    """An invoice, as far as penalties go; no `contract_rate_pct` where none was agreed."""

    principal: Money
    due_on: date
    buyer: Buyer = "company"
    contract_rate_pct: Decimal | None = None
    payment_forbidden: bool = False
    """Insolvency proceedings forbid the client to pay: no EUR 40."""


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment on its value date; negative when one is taken back."""

    value_on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class Segment:
    """Days in a row, both ends counted, with one unpaid amount and one rate."""

    from_on: date
    to_on: date
    unpaid: Money
    rate_pct: Decimal
    confirmed: bool

    @property
    def days(self) -> int:
        return (self.to_on - self.from_on).days + 1


@dataclass(frozen=True, slots=True)
class RateBelowFloor:
    """The contract's rate is under three times the legal one in that half-year."""

    half_year_from: date
    floor_pct: Decimal


@dataclass(frozen=True, slots=True)
class Penalty:
    """`confirmed` is False where a rate behind it still is not."""

    interest: Money
    indemnity: Money
    segments: tuple[Segment, ...]
    warnings: tuple[RateBelowFloor, ...]

    @property
    def confirmed(self) -> bool:
        return all(segment.confirmed for segment in self.segments)


def late_penalty(claim: Claim, payments: Iterable[Paid], until: date) -> Penalty | Refusal:
    """The penalty run up to `until` included (today, or the day the last of it was paid).

    Refused: a consumer, a principal or a contract rate below zero, and days for which no rate is
    known.
    """
    if refusal := _not_claimable(claim):
        return refusal
    segments: list[Segment] = []
    for from_on, to_on, unpaid in _unpaid_spans(claim, tuple(payments), until):
        rate = _rate(claim, from_on)
        if isinstance(rate, Refusal):
            return rate
        segments.append(Segment(from_on, to_on, unpaid, *rate))
    nothing_more = claim.payment_forbidden or not segments
    return Penalty(
        interest=_interest(claim.principal.currency, segments),
        indemnity=Money.zero("EUR") if nothing_more else RECOVERY_INDEMNITY,
        segments=tuple(segments),
        warnings=tuple(_below_floor(claim, segments)),
    )


def _not_claimable(claim: Claim) -> Refusal | None:
    if claim.buyer == "consumer":
        return Refusal(
            "penalty-for-professionals-only", 422, "Late penalties are due by professionals only."
        )
    if claim.principal.amount < 0:
        return Refusal("principal-negative", 422, "A penalty runs on an amount that is owed.")
    rate = claim.contract_rate_pct
    if rate is not None and not (rate.is_finite() and rate >= 0):
        return Refusal("rate-negative", 422, "A penalty rate is a number from 0 up.")
    return None


def _unpaid_spans(
    claim: Claim, payments: Sequence[Paid], until: date
) -> Iterator[tuple[date, date, Money]]:
    """First day, last day and unpaid amount; a day's payment lowers the base from the day after."""
    first = claim.due_on + _DAY
    breaks = {paid.value_on + _DAY for paid in payments} | set(_half_years(first, until))
    starts = sorted({first, *(day for day in breaks if first < day <= until)})
    for from_on, next_on in pairwise([*starts, until + _DAY]):
        unpaid = _unpaid(claim, payments, from_on)
        if from_on < next_on and unpaid:
            yield from_on, next_on - _DAY, unpaid


def _half_years(first: date, until: date) -> Iterator[date]:
    for year in range(first.year, until.year + 1):
        yield date(year, 1, 1)
        yield date(year, 7, 1)


def _unpaid(claim: Claim, payments: Sequence[Paid], on: date) -> Money:
    currency = claim.principal.currency
    settled = Money.total(currency, (paid.amount for paid in payments if paid.value_on < on))
    return max(claim.principal - settled, Money.zero(currency))


def _rate(claim: Claim, on: date) -> tuple[Decimal, bool] | Refusal:
    """Percent a year from that day, and whether it is confirmed."""
    if claim.contract_rate_pct is not None:
        return claim.contract_rate_pct, True
    # A public buyer keeps the rate of the half-year in which interest began to run.
    served = claim.due_on + _DAY if claim.buyer == "public_body" else on
    in_force_from, margin = _MARGIN[claim.buyer]
    if on < in_force_from:
        return Refusal(
            "rate-unknown",
            422,
            f"No default penalty rate is known before {in_force_from}.",
            {"on": on, "known_from": in_force_from},
        )
    rate = refinancing_rate(served)
    return rate if isinstance(rate, Refusal) else (rate.pct + margin, rate.confirmed)


def _interest(currency: str, segments: Iterable[Segment]) -> Money:
    percent_days = Decimal(0)
    for segment in segments:
        weight = _EXACT.multiply(segment.rate_pct, Decimal(segment.days))
        percent_days = _EXACT.add(percent_days, _EXACT.multiply(segment.unpaid.amount, weight))
    return Money.rounded(_EXACT.divide(percent_days, Decimal(365 * 100)), currency)


def _below_floor(claim: Claim, segments: Iterable[Segment]) -> Iterator[RateBelowFloor]:
    agreed = claim.contract_rate_pct
    if agreed is None:
        return
    for half_year in sorted({half_year_start(segment.from_on) for segment in segments}):
        legal = legal_rate(half_year)
        if not isinstance(legal, Refusal) and agreed < FLOOR_MULTIPLE * legal.pct:
            yield RateBelowFloor(half_year, FLOOR_MULTIPLE * legal.pct)
