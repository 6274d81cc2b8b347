"""Amounts, numbers, dates and ages as people read them, in French and English.

No locale module: the same text on every phone. French groups digits with a narrow no-break space
(U+202F) and sets its signs off with a no-break space (U+00A0); minus is U+2212. The `spoken_`
forms are for screen readers, which stumble over those spaces and signs.
"""

from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from shared.money import Money, round_amount
from shared.wording import (
    CURRENCY_WORDS,
    MONTHS,
    MONTHS_SHORT,
    WEEKDAYS,
    WEEKDAYS_SHORT,
    CurrencyWords,
    Language,
)

NBSP: Final = "\u00a0"
NARROW_NBSP: Final = "\u202f"
MINUS: Final = "\u2212"


def amount_text(
    amount: Decimal,
    currency: str,
    language: Language,
    *,
    decimals: bool = True,
    signed: bool = False,
) -> str:
    """`12 345,50 €` or `€12,345.50`, rounded half-up to the currency's decimals.

    Without `decimals`, whole units for large figures where cents are noise; `signed` shows a plus
    too. `Refused` for an unknown currency or an amount that is no number.
    """
    shown = round_amount(amount, currency)
    if not decimals:
        shown = shown.quantize(Decimal(1), ROUND_HALF_UP)
    sign = _sign_of(shown, signed=signed)
    figure = _grouped(shown.copy_abs(), language)
    symbol = _words(currency, language).sign
    if language == "fr":
        return f"{sign}{figure}{NBSP}{symbol}"
    # A sign that ends in a letter stands off the digits, as in "CHF 12".
    return f"{sign}{symbol}{NBSP if symbol[-1].isalpha() else ''}{figure}"


def money_text(money: Money, language: Language) -> str:
    """The money with its currency's decimals: `12 345,50 €`."""
    return amount_text(money.amount, money.currency, language)


def number_text(number: Decimal | int, language: Language) -> str:
    """A plain number, grouped, with the decimals it has: `9 681`, `82,43`."""
    exact = Decimal(number)
    return _sign_of(exact, signed=False) + _grouped(exact.copy_abs(), language)


def percent_text(percent: Decimal | int, language: Language) -> str:
    """`12,15 %` or `12.15%`; 100 is a hundred percent."""
    gap = NARROW_NBSP if language == "fr" else ""
    return f"{number_text(percent, language)}{gap}%"


def day_text(day: date, language: Language) -> str:
    """`ven. 21 nov.` or `Fri 21 Nov`: for a day near enough to need no year."""
    weekday = WEEKDAYS_SHORT[language][day.weekday()]
    return f"{weekday} {_day_number(day, language)} {MONTHS_SHORT[language][day.month - 1]}"


def date_text(day: date, language: Language) -> str:
    """`21 nov. 2026` or `21 Nov 2026`."""
    return f"{_day_number(day, language)} {MONTHS_SHORT[language][day.month - 1]} {day.year}"


def near_date_text(day: date, today: date, language: Language) -> str:
    """`ven. 21 nov.` within the year of `today`, else `21 nov. 2025`."""
    return day_text(day, language) if day.year == today.year else date_text(day, language)


def time_text(moment: time, language: Language) -> str:
    """`8 h 12` or `08:12`, in the zone the time is already in."""
    if language == "fr":
        return f"{moment.hour}{NBSP}h{NBSP}{moment.minute:02}"
    return f"{moment.hour:02}:{moment.minute:02}"


def days_text(days: int, language: Language) -> str:
    """An age or a delay: `47 j` or `47 d`."""
    return f"{number_text(days, language)}{NBSP}{'j' if language == 'fr' else 'd'}"


def spoken_amount(amount: Decimal, currency: str, language: Language) -> str:
    """`moins 12345,50 euros`, `1 euro`, `12345.50 US dollars`: no group a voice would cut at."""
    shown = round_amount(amount, currency)
    size = shown.copy_abs()
    if size == size.to_integral_value():
        size = size.quantize(Decimal(1))
    figure = f"{size:f}".replace(".", "," if language == "fr" else ".")
    words = _words(currency, language)
    name = words.one if _is_one(size, language) else words.many
    return f"{_spoken_minus(shown, language)}{figure} {name}"


def spoken_days(days: int, language: Language) -> str:
    """`47 jours`, `1 day`."""
    one, many = ("jour", "jours") if language == "fr" else ("day", "days")
    size = Decimal(abs(days))
    return (
        f"{_spoken_minus(Decimal(days), language)}{size} {one if _is_one(size, language) else many}"
    )


def spoken_date(day: date, language: Language) -> str:
    """`vendredi 21 novembre 2025` or `Friday 21 November 2025`."""
    weekday, month = WEEKDAYS[language][day.weekday()], MONTHS[language][day.month - 1]
    return f"{weekday} {_day_number(day, language)} {month} {day.year}"


def _grouped(size: Decimal, language: Language) -> str:
    figure = f"{size:,f}"
    if language == "en":
        return figure
    return figure.replace(",", NARROW_NBSP).replace(".", ",")


def _sign_of(number: Decimal, *, signed: bool) -> str:
    if number < 0:
        return MINUS
    return "+" if signed and number > 0 else ""


def _spoken_minus(number: Decimal, language: Language) -> str:
    if number >= 0:
        return ""
    return "moins " if language == "fr" else "minus "


def _is_one(size: Decimal, language: Language) -> bool:
    """French counts everything below 2 as one (0 euro, 1,50 euro); English only 1 itself."""
    return size < 2 if language == "fr" else size == 1  # noqa: PLR2004


def _day_number(day: date, language: Language) -> str:
    return "1er" if language == "fr" and day.day == 1 else str(day.day)


def _words(currency: str, language: Language) -> CurrencyWords:
    unnamed = CurrencyWords(currency, currency, currency)
    return CURRENCY_WORDS[language].get(currency, unnamed)
