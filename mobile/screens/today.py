"""Aujourd'hui: what this person should do now, the most valuable first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import layout, navigation, states, words
from mobile.components.semantics import identified
from mobile.screens import today_money, today_waiting
from mobile.screens.failures import reference, sentence
from mobile.screens.frame import centred
from mobile.screens.guard import component
from mobile.screens.hooks import kept, keyed
from mobile.screens.staleness import is_told_below, stale_parts
from mobile.screens.today_visits import VisitCards
from mobile.theme import Space

if TYPE_CHECKING:
    from mobile.components.look import Look
    from mobile.store.day import Day
    from mobile.store.desk import Desk
    from shared.contract.today import Today


@component
def TodayPane(desk: Desk, look: Look, day: Day) -> ft.Control:  # noqa: N802
    ft.on_mounted(lambda: desk.do(day.ensure))
    known = day.value
    head = _head(desk, look, known)
    if known is None:
        return ft.Column([head, _unread(desk, look, day)], spacing=0, expand=True)
    parts = [*stale_parts(desk, look, day), *_of_before(desk, look, day, known)]
    if known.keeps_visits:
        parts.append(keyed(VisitCards, "visits")(desk, look, day, known))
    parts += parts_of(desk, look, known)
    if not parts:
        said = look.strings.today
        parts.append(
            states.empty_state(
                look, ft.Icons.TASK_ALT_ROUNDED, said.nothing, said.nothing_way, identifier="idle"
            )
        )
    return ft.Column([head, centred(desk, *parts)], spacing=0, expand=True)


today_pane = kept(TodayPane)


def _of_before(desk: Desk, look: Look, day: Day, known: Today) -> list[ft.Control]:
    """Without a network, another day's list is not taken for today's."""
    if not is_told_below(desk, day.failure) or known.today == desk.today():
        return []
    said = look.strings.offline.day_of(day=look.day(known.today, desk.today()))
    told = identified(words.text(look, said, "body", look.palette.watch), "day-of-before")
    return [layout.card(look, told)]


def parts_of(desk: Desk, look: Look, day: Today) -> list[ft.Control]:
    """The groups that hold something, in the order of the role."""
    said = look.strings.today
    due = today_money.promises(desk, look, said.promises_due, "due", day.promises_due, day.today)
    broken = today_money.promises(
        desk, look, said.promises_broken, "broken", day.promises_broken, day.today
    )
    work = today_money.worklist(desk, look, day.worklist)
    disputes = today_waiting.disputes(desk, look, day)
    mentions = today_waiting.mentions(desk, look, day.mentions)
    branches = today_money.branches(look, day.branches)
    match day.role:
        case "collector":
            ordered = [broken, work, due, disputes, mentions]
        case "sales":
            ordered = [due, broken, disputes, mentions]
        case "after_sales":
            ordered = [disputes, mentions]
        case _:
            ordered = [branches, disputes, mentions]
    return [part for part in ordered if part is not None]


def _head(desk: Desk, look: Look, known: Today | None) -> ft.Control:
    words = look.strings
    day = known.today if known else desk.today()
    said = look.day(day, day)
    parts = [said[0].upper() + said[1:]]
    if known is not None:
        if known.data_as_of is None:
            parts.append(words.shell.data_unknown)
        else:
            moment = known.data_as_of.astimezone(desk.platform.zone)
            when = look.moment(moment, desk.today())
            is_today = moment.date() == desk.today()
            told = words.shell.data_of_today(at=when) if is_today else None
            parts.append(told or words.shell.data_of(when=when))
    user = desk.session.user
    names = user.name.split() if user else []
    title = words.today.hello(name=names[0]) if names else words.today.title
    return navigation.title_bar(look, title, " · ".join(parts))


def _unread(desk: Desk, look: Look, day: Day) -> ft.Control:
    if day.failure is not None:
        needs = is_told_below(desk, day.failure)
        state = states.error_state(
            look,
            look.strings.offline.day_needs if needs else sentence(look.strings, day.failure),
            lambda: desk.do(day.refresh),
            reference=reference(day.failure),
        )
        return ft.Container(state, alignment=ft.Alignment.CENTER, expand=True)
    cards = [states.skeleton_card(look, 3), states.skeleton_card(look, 5, "loading-more")]
    return ft.Container(
        layout.column(*cards, gap=Space.S), padding=ft.Padding.symmetric(horizontal=Space.M)
    )
