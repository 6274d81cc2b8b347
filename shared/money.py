"""Money: an exact amount with its currency.

Amounts are `Decimal`, never float, rounded half-up (away from zero at the midpoint) to the
currency's own minor unit, once, at the end. A `Money` always stands at its currency's scale, so it
can be stored and shown as it is; a finer amount is refused rather than rounded unseen, and
`Money.rounded` is the one place where rounding is asked for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import Final, Self

from shared.currencies import DECIMALS
from shared.refusal import Refusal, Refused

AMOUNT_LIMIT: Final = Decimal(10) ** 15
# Our own context: a caller's (or a library's) precision must not change what a client owes.
_EXACT: Final = Context(prec=60, rounding=ROUND_HALF_UP)


class CurrencyMismatchError(TypeError):
    """Two currencies were added or compared: a bug in the caller, never a user's mistake."""


def is_currency(code: str) -> bool:
    """Whether this is an ISO 4217 currency, today's or a withdrawn one, in capitals."""
    return code in DECIMALS


def minor_units(currency: str) -> int:
    """How many decimals the currency counts in (EUR 2, JPY 0, TND 3); `Refused` if unknown."""
    try:
        return DECIMALS[currency]
    except KeyError:
        raise Refused(
            Refusal(
                "unknown-currency", 422, f"{currency!r} is not a currency.", {"currency": currency}
            )
        ) from None


def round_amount(amount: Decimal, currency: str) -> Decimal:
    """The amount half-up at the currency's scale: `1.005` EUR → `1.01`, `2` EUR → `2.00`.

    Refused: what is no number (NaN, infinity), and beyond ± 10^15. There is no minus zero.
    """
    bounded = _bounded(amount)
    at_scale = bounded.quantize(_step(currency), context=_EXACT)
    return at_scale or at_scale.copy_abs()


def _step(currency: str) -> Decimal:
    return Decimal((0, (1,), -minor_units(currency)))


def _bounded(amount: Decimal) -> Decimal:
    if not isinstance(amount, Decimal):
        raise TypeError(f"An amount is a Decimal, not {type(amount).__name__}.")
    if not amount.is_finite():
        raise Refused(Refusal("amount-not-a-number", 422, "The amount is not a number."))
    if amount.copy_abs() > AMOUNT_LIMIT:
        raise Refused(
            Refusal(
                "amount-too-large",
                422,
                "An amount cannot exceed 1,000,000,000,000,000.",
                {"limit": f"{AMOUNT_LIMIT:f}"},
            )
        )
    return amount


@dataclass(frozen=True, slots=True)
class Money:
    """An amount at its currency's scale; `Refused` (422) if finer, unbounded or of no currency."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        rounded = round_amount(self.amount, self.currency)
        if rounded != self.amount:
            raise Refused(
                Refusal(
                    "amount-too-fine",
                    422,
                    f"{self.currency} amounts have at most {minor_units(self.currency)} decimals.",
                    {"amount": str(self.amount), "currency": self.currency},
                )
            )
        object.__setattr__(self, "amount", rounded)

    @classmethod
    def rounded(cls, amount: Decimal, currency: str) -> Self:
        """The computed amount, rounded here and only here."""
        return cls(round_amount(amount, currency), currency)

    @classmethod
    def zero(cls, currency: str) -> Self:
        return cls(Decimal(0), currency)

    @classmethod
    def total(cls, currency: str, parts: Iterable["Money"]) -> Self:
        """The sum; of nothing, zero in that currency."""
        whole = cls.zero(currency)
        amount = whole.amount
        # One Money at the end: checking each partial sum would cost the phone.
        for part in parts:
            amount = _EXACT.add(amount, whole._same(part))  # noqa: SLF001 - of this class
        return cls(amount, currency)

    def __add__(self, other: "Money") -> "Money":
        return Money(_EXACT.add(self.amount, self._same(other)), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(_EXACT.subtract(self.amount, self._same(other)), self.currency)

    def __neg__(self) -> "Money":
        return Money(_EXACT.minus(self.amount), self.currency)

    def __abs__(self) -> "Money":
        return Money(_EXACT.abs(self.amount), self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.amount < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.amount <= self._same(other)

    def __gt__(self, other: "Money") -> bool:
        return self.amount > self._same(other)

    def __ge__(self, other: "Money") -> bool:
        return self.amount >= self._same(other)

    def __bool__(self) -> bool:
        return self.amount != 0

    def __str__(self) -> str:
        return f"{self.wire} {self.currency}"

    @property
    def wire(self) -> str:
        """The amount alone, as JSON carries it beside its currency: `"12345.50"`."""
        return f"{self.amount:f}"

    def apportion(self, weights: Sequence[Decimal | int]) -> tuple["Money", ...]:
        """Shares in proportion to the weights that add up to exactly this amount.

        Each share is cut to the minor unit; the units left over go to the largest remainders, the
        earlier share first where two are equal. Weights are not negative and not all zero.
        """
        if any(isinstance(weight, float) for weight in weights):
            raise TypeError("A weight is a Decimal or an int, not a float.")
        if not weights or min(weights) < 0 or not any(weights):
            raise ValueError("Weights are not negative, and at least one is above zero.")
        step = _step(self.currency)
        whole_units = int(_EXACT.divide(self.amount.copy_abs(), step))
        units = _largest_remainder(whole_units, [Fraction(weight) for weight in weights])
        sign = -1 if self.amount < 0 else 1
        return tuple(Money(_EXACT.multiply(sign * unit, step), self.currency) for unit in units)

    def _same(self, other: "Money") -> Decimal:
        if not isinstance(other, Money):
            raise TypeError(f"Money goes with money, not with {type(other).__name__}.")
        if other.currency != self.currency:
            raise CurrencyMismatchError(f"{self.currency} and {other.currency} never mix.")
        return other.amount


def _largest_remainder(units: int, weights: Sequence[Fraction]) -> list[int]:
    whole = sum(weights)
    exact = [units * weight / whole for weight in weights]
    shares = [int(share) for share in exact]
    by_remainder = sorted(range(len(shares)), key=lambda at: (shares[at] - exact[at], at))
    for at in by_remainder[: units - sum(shares)]:
        shares[at] += 1
    return shares
