"""How often, and for how much, a client's word held."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from mobile.components import layout, words
from mobile.components.semantics import identified
from shared.formats import number_text, percent_text
from shared.money import round_amount

if TYPE_CHECKING:
    import flet as ft

    from mobile.components.look import Look
    from shared.contract.promises import KeptRate, PromiseList


def rates_card(look: Look, listed: PromiseList) -> list[ft.Control]:
    """Nothing where nothing was judged yet; each currency by itself, then who said it."""
    if not listed.rates:
        return []
    said = look.strings.promises
    parts: list[ft.Control] = [_of_currency(look, rate) for rate in listed.rates]
    named = [rate for rate in listed.rates_by_contact if rate.said_by]
    for rate in named if len(named) > 1 else []:
        spoken = said.rate_of(
            name=rate.said_by or "", kept=_count(look, rate.kept), judged=_count(look, rate.judged)
        )
        parts.append(words.text(look, spoken, "label", look.palette.ink2))
    card = layout.card(look, layout.column(*parts, gap=8), spread=True)
    return [identified(card, "kept-rate")]


def _of_currency(look: Look, rate: KeptRate) -> ft.Control:
    said = look.strings.promises
    kept = said.rate(kept=_count(look, rate.kept), judged=_count(look, rate.judged))
    left = layout.column(
        words.label(look, said.rate_title), words.text(look, kept, "figure"), gap=0
    )
    under = [words.text(look, _share(look, rate), "label", look.palette.ink2)]
    if rate.kept_late:
        late = said.rate_late(rate.kept_late)
        under.append(words.text(look, late, "label", look.palette.ink2))
    return layout.column(left, *under)


def _share(look: Look, rate: KeptRate) -> str:
    """Whole per cent, and in figures: 82 % of 12 000,00 €."""
    share = rate.counted / rate.expected * 100 if rate.expected else Decimal(0)
    percent = percent_text(int(share), look.strings.language)
    expected = round_amount(rate.expected, rate.currency)
    return look.strings.promises.rate_amount(
        percent=percent, amount=look.amount(expected, rate.currency)
    )


def _count(look: Look, count: int) -> str:
    return number_text(count, look.strings.language)
