"""The aging of everything, for a program and for a person at a console."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from backend.catalogue.exports import WORDS
from backend.exports.statement_texts import day_in_full
from shared.formats import number_text
from shared.money import round_amount
from shared.rules.aging import BUCKETS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from backend.settings import Language
    from shared.contract.receivables import Aging, AgingLine, Bucket

LABEL: Final = 20
COUNT: Final = 10
AMOUNT: Final = 24
"""Characters to a column."""


def wire(aging: Aging) -> dict[str, Any]:
    """The report's JSON: amounts as text, at their currency's decimals."""
    return {"as_of": aging.as_of, "currencies": [line_on_wire(line) for line in aging.currencies]}


def line_on_wire(line: AgingLine) -> dict[str, Any]:
    return {
        "currency": line.currency,
        "clients": line.clients,
        "documents": line.documents,
        "outstanding": amount_on_wire(line.outstanding, line.currency),
        "unapplied": amount_on_wire(line.unapplied, line.currency),
        "buckets": {
            name: {
                "documents": bucket.documents,
                "amount": amount_on_wire(bucket.amount, line.currency),
            }
            for name, bucket in held(line)
        },
    }


def amount_on_wire(amount: Decimal, currency: str) -> str:
    return f"{round_amount(amount, currency):f}"


def held(line: AgingLine) -> Iterator[tuple[str, Bucket]]:
    """The buckets by name, in order of age."""
    buckets = line.buckets
    parts = (
        *(buckets.not_due, buckets.d1_30, buckets.d31_60),
        *(buckets.d61_90, buckets.d91_120, buckets.over_120),
    )
    return zip(BUCKETS, parts, strict=True)


def table(aging: Aging, language: Language) -> list[str]:
    """The lines of a table for each currency, under the day they are of."""
    words = WORDS[language]
    lines = [f"{words.aged_balance} – {day_in_full(aging.as_of, language)}"]
    if not aging.currencies:
        return [*lines, "", words.nothing_open]
    for line in aging.currencies:
        lines += ["", *currency_table(line, language)]
    return lines


def currency_table(line: AgingLine, language: Language) -> list[str]:
    words = WORDS[language]

    def row(label: str, number: int | None, amount: Decimal | None) -> str:
        count = "" if number is None else number_text(number, language)
        figure = (
            "" if amount is None else number_text(round_amount(amount, line.currency), language)
        )
        return f"{label:<{LABEL}}{count:>{COUNT}}{figure:>{AMOUNT}}"

    return [
        f"{line.currency:<{LABEL}}{words.documents:>{COUNT}}{words.amount:>{AMOUNT}}",
        *(
            row(label, bucket.documents, bucket.amount)
            for label, (_, bucket) in zip(words.buckets, held(line), strict=True)
        ),
        row(words.unapplied, None, line.unapplied),
        row(words.outstanding, line.documents, line.outstanding),
        row(words.clients, line.clients, None).rstrip(),
    ]
