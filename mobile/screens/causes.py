"""Why clients do not pay: what each reason and department blocked, by period and branch."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

import flet as ft

from mobile.components import buttons, fields, layout, navigation, states, words
from mobile.components.semantics import identified
from mobile.screens.failures import reference, sentence
from mobile.screens.frame import listed, view
from mobile.screens.guard import component, screen
from mobile.screens.hooks import kept, state
from mobile.store.causes import MONTHS, ZERO, Period, added_up
from mobile.theme import Radius, Space
from shared.formats import NBSP, number_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.causes import Cause, Months
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading
    from shared.contract.disputes import DisputeCauses
    from shared.contract.organisation import Organisation

FIRST_MONTHS: Months = "3"
EVERYWHERE: UUID | None = None
AS_LONG_AS_SECONDS = 60.0
PARTS = 1_000


@screen
def CausesScreen(desk: Desk, look: Look) -> ft.View:  # noqa: N802
    return view(desk, look, "/causes", [causes_pane(desk, look, in_pane=False)])


causes_screen = kept(CausesScreen)


@component
def CausesPane(desk: Desk, look: Look, *, in_pane: bool) -> ft.Control:  # noqa: N802
    months, last = state(FIRST_MONTHS)
    branch, only = state(EVERYWHERE)
    period = Period(months, desk.today(), branch)
    said = look.strings.causes
    top = navigation.top_bar(look, said.title, said.under, None if in_pane else desk.screen.back)
    choice = Choice(desk, look, desk.team.organisation, period, last, only)
    found = CauseCards(desk, look, desk.causes[period], period)
    return ft.Column([top, listed(choice, found, in_pane=in_pane)], spacing=0, expand=True)


causes_pane = kept(CausesPane)


@component
def Choice(  # noqa: N802
    desk: Desk,
    look: Look,
    organisation: Reading[Organisation],
    period: Period,
    last: Callable[[Months], None],
    only: Callable[[UUID | None], None],
) -> ft.Control:
    """How long, and of which branch where the person sees several."""
    ft.on_mounted(lambda: desk.do(organisation.ensure))
    said, user = look.strings.causes, desk.session.user

    def chip(name: str, on_tap: Callable[[], Any], identifier: str, *, on: bool) -> ft.Control:
        fill = look.palette.surface
        return buttons.chip(look, name, on_tap, identifier, on=on, fill=fill, wraps=True)

    months = [
        chip(said.months[one], _with(last, one), f"months-{one}", on=one == period.months)
        for one in MONTHS
    ]
    parts: list[ft.Control] = [
        fields.group(look, said.period, layout.wrap(*months), identifier="period")
    ]
    branches = list(user.scope.branches) if user else []
    if user and user.scope.everything and organisation.value:
        branches = organisation.value.branches
    if len(branches) > 1:
        every = chip(said.every_branch, _with(only, None), "branch-all", on=not period.branch_id)
        own = [
            chip(one.name, _with(only, one.id), f"branch-{one.id}", on=one.id == period.branch_id)
            for one in branches
        ]
        shown = layout.wrap(every, *own)
        parts.append(fields.group(look, said.branch, shown, identifier="branches"))
    return layout.column(*parts, gap=Space.S)


def _with(put: Callable[[Any], None], value: Any) -> Callable[[], None]:
    return lambda: put(value)


@component
def CauseCards(  # noqa: N802
    desk: Desk, look: Look, reading: Reading[DisputeCauses], period: Period
) -> ft.Control:
    ft.use_effect(lambda: desk.do(reading.ensure, AS_LONG_AS_SECONDS), [period])
    said = look.strings.causes
    if reading.value is None:
        if reading.failure is None:
            return states.skeleton_card(look, 5)
        retry = lambda: desk.do(reading.refresh)  # noqa: E731
        failed = sentence(look.strings, reading.failure)
        return states.error_state(look, failed, retry, reference=reference(reading.failure))
    if not reading.value.causes:
        return states.empty_state(look, ft.Icons.TASK_ALT_ROUNDED, said.empty, said.empty_way)
    names: dict[str, dict[Any, str]] = {
        "department": look.strings.disputes.departments,
        "reason": look.strings.disputes.reasons,
    }
    departments = added_up(reading.value.causes, "department")
    reasons = added_up(reading.value.causes, "reason")
    parts: list[ft.Control] = []
    for currency in departments:
        parts.append(_total(look, departments[currency], currency))
        parts.append(
            _card(look, said.by_department, departments[currency], currency, names, "department")
        )
        parts.append(_card(look, said.by_reason, reasons[currency], currency, names, "reason"))
    return layout.column(*parts, gap=Space.S)


def _total(look: Look, causes: Sequence[Cause], currency: str) -> ft.Control:
    said = look.strings.causes
    claimed = sum((one.claimed for one in causes), start=ZERO)
    days = sum((one.amount_days for one in causes), start=ZERO)
    count = said.disputes(sum(one.disputes for one in causes))
    left = layout.stated(
        look,
        said.claimed,
        words.figure(look, claimed, currency),
        f"claimed-{currency}",
        words.text(look, count, "label", look.palette.ink3),
    )
    figure = words.text(look, amount_days(look, days, currency), "title")
    right = layout.stated(look, said.amount_days, figure, f"amount-days-{currency}", end=True)
    way = words.text(look, said.amount_days_way, "label", look.palette.ink3)
    return layout.card(look, layout.pair(look, left, right), way)


def amount_days(look: Look, days: Decimal, currency: str) -> str:
    """Whole euros: cents times days tell nothing."""
    sign = "€" if currency == "EUR" else currency
    shown = number_text(days.quantize(Decimal(1), ROUND_HALF_UP), look.strings.language)
    return look.strings.causes.days_of(n=shown, currency=sign).replace(" ", NBSP)


def _card(
    look: Look,
    title: str,
    causes: Sequence[Cause],
    currency: str,
    names: dict[str, dict[Any, str]],
    by: str,
) -> ft.Control:
    most = max((one.amount_days for one in causes), default=causes[0].amount_days)
    head = identified(words.text(look, title, "heading"), f"by-{by}-{currency}", header=True)
    rows = [_row(look, one, currency, names[by][one.name], by, most) for one in causes]
    return layout.card(look, head, layout.column(*rows, gap=Space.S), spread=True)


def _row(look: Look, one: Cause, currency: str, name: str, by: str, most: Decimal) -> ft.Control:
    said, p = look.strings.causes, look.palette
    days = amount_days(look, one.amount_days, currency)
    claimed = look.amount(one.claimed, currency)
    under = f"{said.disputes(one.disputes)} · {claimed}"
    if one.blocking:
        under = f"{under} · {said.blocking(one.blocking)}"
    left = layout.column(
        words.text(look, name, "body", weight=500), words.text(look, under, "label", p.ink3)
    )
    right = words.text(look, days, "amount", one_line=True)
    bar = _meter(look, int(one.amount_days * PARTS / most) if most else 0)
    spoken = said.spoken(
        name=name,
        disputes=said.disputes(one.disputes),
        amount=look.spoken(one.claimed, currency),
        days=days,
    )
    line = layout.column(layout.between(look, left, right), bar, gap=4)
    return ft.Semantics(
        content=ft.Semantics(content=line, exclude_semantics=True),
        identifier=f"cause-{by}-{one.name}-{currency}",
        label=spoken,
    )


def _meter(look: Look, share: int) -> ft.Control:
    """`share` of a thousand."""
    p = look.palette
    parts: list[ft.Control] = []
    if share:
        parts.append(ft.Container(height=6, bgcolor=p.watch, expand=share))
    if share < PARTS:
        rest = ft.Colors.with_opacity(0.18, p.watch)
        parts.append(ft.Container(height=6, bgcolor=rest, expand=PARTS - share))
    return ft.Container(
        ft.Row(parts, spacing=0),
        border_radius=Radius.BAR,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )
