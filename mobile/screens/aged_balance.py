"""The aged balance as of a day: what everybody in view owes, by age, a card each currency."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import ages, buttons, layout, navigation, states, words
from mobile.components.semantics import identified
from mobile.screens.balance_day import BalanceDay
from mobile.screens.exporting import take_aged_balance
from mobile.screens.failures import reference, sentence
from mobile.screens.frame import view
from mobile.screens.guard import component, screen
from mobile.screens.hooks import kept
from mobile.store.session import may
from mobile.theme import Space

if TYPE_CHECKING:
    from datetime import date

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading
    from shared.contract.receivables import Aging, AgingLine, Bucket, BucketName

ROUTE = "/balance-agee"
AS_LONG_AS_SECONDS = 60.0
"""A balance read so lately is shown without asking again."""


@screen
def AgedBalanceScreen(desk: Desk, look: Look, as_of: date | None) -> ft.View:  # noqa: N802
    return view(desk, look, ROUTE, [aged_balance_pane(desk, look, as_of, in_pane=False)])


aged_balance_screen = kept(AgedBalanceScreen)


@component
def AgedBalancePane(  # noqa: N802
    desk: Desk, look: Look, as_of: date | None, *, in_pane: bool
) -> ft.Control:
    return AgedBalanceOf(desk, look, desk.agings[as_of], as_of, in_pane=in_pane)


aged_balance_pane = kept(AgedBalancePane)


@component
def AgedBalanceOf(  # noqa: N802
    desk: Desk, look: Look, reading: Reading[Aging], as_of: date | None, *, in_pane: bool
) -> ft.Control:
    ft.use_effect(lambda: desk.do(reading.ensure, AS_LONG_AS_SECONDS), [as_of])
    gutter = Space.L if in_pane else Space.M
    body = ft.ListView(
        _cards(desk, look, reading),
        expand=True,
        spacing=Space.S,
        padding=ft.Padding(left=gutter, right=gutter, top=0, bottom=Space.L),
    )
    return ft.Column(
        [_top(desk, look, reading, as_of), BalanceDay(desk, look, as_of, gutter), body],
        spacing=0,
        expand=True,
    )


def _top(desk: Desk, look: Look, reading: Reading[Aging], as_of: date | None) -> ft.Control:
    said = look.strings.report
    day = reading.value.as_of if reading.value else as_of or desk.today()
    actions = [
        buttons.icon_button(
            look,
            ft.Icons.REFRESH_ROUNDED,
            look.strings.file.refresh,
            lambda: desk.do(reading.refresh),
            "refresh",
        )
    ]
    if may(desk.session.user, "export"):
        take = buttons.icon_button(
            look,
            ft.Icons.FILE_DOWNLOAD_OUTLINED,
            said.export_balance,
            lambda: take_aged_balance(desk, look, as_of),
            "export-balance",
        )
        actions.append(take)
    under = said.as_of(day=look.day(day, desk.today()))
    return navigation.top_bar(look, said.aged_balance, under, desk.screen.back, *actions)


def _cards(desk: Desk, look: Look, reading: Reading[Aging]) -> list[ft.Control]:
    said, aging = look.strings.report, reading.value
    if aging is None:
        if reading.failure is None:
            return [states.skeleton_card(look, 6)]
        return [_failed(desk, look, reading)]
    shown: list[ft.Control] = [_failed(desk, look, reading)] if reading.stale else []
    if not aging.currencies:
        shown.append(
            states.empty_state(look, ft.Icons.EVENT_AVAILABLE_OUTLINED, said.empty, said.empty_way)
        )
    shown += [_card(look, line) for line in aging.currencies]
    how = _how(desk, look, aging)
    if how and aging.currencies:
        shown.append(words.text(look, how, "label", look.palette.ink3))
    return shown


def _how(desk: Desk, look: Look, aging: Aging) -> str:
    """What a day other than today means."""
    if aging.as_of < desk.today():
        return look.strings.report.recomputed
    return look.strings.report.from_now if aging.as_of > desk.today() else ""


def _failed(desk: Desk, look: Look, reading: Reading[Aging]) -> ft.Control:
    assert reading.failure is not None  # noqa: S101 - asked where there is one
    return states.error_state(
        look,
        sentence(look.strings, reading.failure),
        lambda: desk.do(reading.refresh),
        reference=reference(reading.failure),
    )


def _card(look: Look, line: AgingLine) -> ft.Control:
    """Σ lines + what is to apply = the outstanding on top, to the cent."""
    said, held = look.strings.report, buckets_of(line)
    count = f"{said.clients(line.clients)} · {said.documents(line.documents)}"
    figure = words.figure(
        look,
        line.outstanding,
        line.currency,
        spoken=look.strings.clients.outstanding_spoken(
            amount=look.spoken(line.outstanding, line.currency)
        ),
    )
    amounts = {name: bucket.amount for name, bucket in held.items()}
    rows: list[ft.Control] = []
    for name, bucket in held.items():
        rows += [layout.hairline(look)] if rows else []
        rows.append(_line(look, name, bucket, line.currency))
    rows += [layout.hairline(look), _unapplied(look, line)]
    return layout.card(
        look,
        layout.column(
            words.label(look, said.outstanding),
            identified(figure, f"outstanding-{line.currency}"),
            identified(
                words.text(look, count, "label", look.palette.ink3), f"count-{line.currency}"
            ),
        ),
        ages.bar(look, amounts, f"ageing-{line.currency}"),
        layout.column(*rows),
        spread=True,
    )


def buckets_of(line: AgingLine) -> dict[BucketName, Bucket]:
    """In the order of age."""
    held = line.buckets
    return {
        "not_due": held.not_due,
        "1-30": held.d1_30,
        "31-60": held.d31_60,
        "61-90": held.d61_90,
        "91-120": held.d91_120,
        ">120": held.over_120,
    }


def _line(look: Look, name: BucketName, bucket: Bucket, currency: str) -> ft.Control:
    age, p = look.strings.age, look.palette
    spoken = age.bucket_spoken(
        bucket=age.buckets_spoken[name], amount=look.spoken(bucket.amount, currency)
    )
    dot = ages.dot(p.age[ages.BUCKETS.index(name)], 10)
    left = layout.row(
        dot,
        layout.column(
            words.text(look, age.buckets[name], "body", spoken=""),
            words.text(look, look.strings.report.documents(bucket.documents), "sum", p.ink3),
        ),
        gap=Space.S,
    )
    color = p.ink if bucket.documents else p.ink3
    amount = words.amount(look, bucket.amount, currency, color, weight=500, spoken=spoken)
    slug = name.replace(">", "over-")
    line = layout.padded(layout.between(look, left, amount), y=Space.XS)
    return identified(line, f"bucket-{currency}-{slug}")


def _unapplied(look: Look, line: AgingLine) -> ft.Control:
    name = words.text(look, look.strings.report.unapplied, "body")
    color = look.palette.ok if line.unapplied else look.palette.ink3
    amount = words.amount(look, line.unapplied, line.currency, color, weight=500)
    shown = layout.padded(layout.between(look, name, amount), y=Space.S)
    return identified(shown, f"unapplied-{line.currency}")
