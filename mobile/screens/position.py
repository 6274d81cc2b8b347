"""What a client owes, one card a currency, and how they pay."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

import flet as ft

from mobile.components import ages, buttons, layout, marks, words
from mobile.components.semantics import identified
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from mobile.components.look import Look
    from shared.contract.clients import ClientFile
    from shared.contract.receivables import BucketName, PaymentHabits, Position


def cards(
    look: Look,
    file: ClientFile,
    bucket: BucketName | None,
    on_bucket: Callable[[BucketName], Any],
    disputed: Mapping[str, Decimal],
) -> list[ft.Control]:
    """The client's own currency first, the others side by side, never added; then the habits.

    `disputed`: what disputes keep from being dunned, by currency.
    """
    held = disputed.get(file.currency)
    shown: list[ft.Control] = [_card(look, file, file.today, bucket, on_bucket, held, main=True)]
    shown += [
        _card(look, one, file.today, None, None, disputed.get(one.currency))
        for one in file.other_currencies
    ]
    return [*shown, _habits(look, file)]


def folded(look: Look, file: ClientFile, on_unfold: Callable[[], Any]) -> ft.Control:
    """Outstanding and overdue on one line, over what one looks at; a tap shows all the figures."""
    said, code = look.strings, file.currency
    owed = _short(look, said.file.outstanding, file.outstanding, code)
    late = _short(look, said.file.overdue, file.overdue, code)
    if not look.big:
        late.horizontal_alignment = ft.CrossAxisAlignment.END
    both = layout.pair(look, identified(owed, "outstanding"), identified(late, "overdue"))
    both.expand = True
    more = marks.icon(look, ft.Icons.EXPAND_MORE_ROUNDED)
    line = buttons.tappable(layout.row(both, more, gap=Space.S), on_unfold, "unfold", y=Space.XS)
    return layout.card(look, line, pad=0, spread=True)


def _short(look: Look, title: str, value: Decimal, currency: str) -> ft.Column:
    return layout.column(words.label(look, title), words.amount(look, value, currency))


def amounts(position: Position) -> dict[BucketName, Decimal]:
    buckets = position.buckets
    return {
        "not_due": buckets.not_due.amount,
        "1-30": buckets.d1_30.amount,
        "31-60": buckets.d31_60.amount,
        "61-90": buckets.d61_90.amount,
        "91-120": buckets.d91_120.amount,
        ">120": buckets.over_120.amount,
    }


def _card(
    look: Look,
    position: Position,
    today: date,
    bucket: BucketName | None,
    on_bucket: Callable[[BucketName], Any] | None,
    disputed: Decimal | None,
    *,
    main: bool = False,
) -> ft.Control:
    currency = position.currency
    name = "" if main else f"-{currency}"
    parts: list[ft.Control] = []
    if not main:
        parts.append(
            words.text(look, look.strings.file.other_currency(currency=currency), "strong")
        )
    parts.append(layout.pair(look, _owed(look, position, name), _late(look, position, name)))
    parts.append(
        ages.ageing(
            look,
            amounts(position),
            currency,
            on_bucket or _unmoved,
            selected=bucket,
            identifier=f"ageing{name}",
        )
    )
    if further := _further(look, position, today, name, disputed):
        parts += [layout.hairline(look), layout.column(*further, gap=4)]
    return layout.card(look, *parts)


def _unmoved(_: BucketName) -> None:
    """Another currency's bar shows; the list below is the client's own currency first."""


def _owed(look: Look, position: Position, name: str) -> ft.Column:
    said = look.strings.file.outstanding
    spoken = look.strings.clients.outstanding_spoken(
        amount=look.spoken(position.outstanding, position.currency)
    )
    figure = words.figure(look, position.outstanding, position.currency, spoken=spoken)
    return layout.column(words.label(look, said), identified(figure, f"outstanding{name}"))


def _late(look: Look, position: Position, name: str) -> ft.Column:
    said = look.strings
    days = position.oldest_days_overdue
    if position.overdue <= 0:
        nothing = words.text(look, said.file.nothing_overdue, "body", look.palette.ok)
        return layout.column(
            words.label(look, said.file.overdue), identified(nothing, f"overdue{name}")
        )
    spoken = said.clients.overdue_spoken(
        amount=look.spoken(position.overdue, position.currency), days=look.spoken_days(days)
    )
    figure = words.figure(look, position.overdue, position.currency, spoken=spoken)
    oldest = said.age.oldest(days=look.days(days))
    return layout.column(
        words.label(look, said.file.overdue),
        identified(figure, f"overdue{name}"),
        ages.age(look, days, oldest),
    )


def _further(
    look: Look, position: Position, today: date, name: str, disputed: Decimal | None
) -> list[ft.Control]:
    said, shown = look.strings.file, []
    if disputed:
        title = look.strings.disputes.in_dispute
        shown.append(_line(look, title, disputed, position.currency, f"in-dispute{name}"))
    if position.unapplied:
        shown.append(
            _line(look, said.unapplied, position.unapplied, position.currency, f"unapplied{name}")
        )
    if position.next_due_on is not None and position.next_due_amount is not None:
        title = said.next_due(day=look.day(position.next_due_on, today))
        shown.append(
            _line(look, title, position.next_due_amount, position.currency, f"next-due{name}")
        )
    return shown


def _line(look: Look, title: str, value: Decimal, currency: str, identifier: str) -> ft.Control:
    label = words.text(look, title, "label", look.palette.ink3)
    figure = words.amount(look, value, currency, weight=500)
    return identified(layout.between(look, label, figure), identifier)


def _habits(look: Look, file: ClientFile) -> ft.Control:
    """How many days late they pay on average over twelve months, and when they last did."""
    said, ink = look.strings.file, look.palette.ink2
    shown: list[ft.Control] = [
        words.text(look, habit_words(look, habit, only=len(file.statistics) == 1), "body")
        for habit in file.statistics
    ] or [words.text(look, said.habits_unknown, "body", ink)]
    last = file.last_payment
    if last is None:
        paid: ft.Control = words.text(look, said.no_payment, "label", look.palette.ink3)
    else:
        title = said.last_payment(day=look.day(last.value_on, file.today))
        paid = layout.between(
            look,
            words.text(look, title, "label", look.palette.ink3),
            words.amount(look, last.amount, last.currency, weight=500),
        )
    line = layout.row(
        marks.icon(look, ft.Icons.SCHEDULE_ROUNDED),
        ft.Container(layout.column(*shown), expand=True),
    )
    return layout.card(look, identified(line, "habits"), identified(paid, "last-payment"), gap=8)


def habit_words(look: Look, habit: PaymentHabits, *, only: bool) -> str:
    said = look.strings.file
    if habit.average_days_late is None:
        return said.habits_unknown
    days = int(Decimal(str(habit.average_days_late)).quantize(Decimal(1), ROUND_HALF_UP))
    sentence = said.pays_late(days) if days > 0 else said.pays_in_time
    return sentence if only else f"{habit.currency} : {sentence}"
