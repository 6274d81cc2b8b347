"""Aujourd'hui: promises due or broken, whom to call, the figures of branches."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import TYPE_CHECKING

import flet as ft

from mobile.components import ages, layout, words
from mobile.components.semantics import identified
from mobile.screens.near_days import near_day
from mobile.screens.today_rows import call_button, group, row
from mobile.store.place import Client
from mobile.theme import Space
from shared.formats import NBSP, number_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.palette import Tone
    from mobile.store.desk import Desk
    from shared.contract.today import BranchFigures, DuePromise, WorkItem


def opening(desk: Desk, client_id: UUID, tab: str = "") -> Callable[[], None]:
    if tab == "promises":
        return lambda: desk.screen.go(Client(client_id, "promises"))
    return lambda: desk.do(desk.open_client, client_id)


def promises(
    desk: Desk, look: Look, title: str, name: str, items: list[DuePromise], today: date
) -> ft.Control | None:
    rows = [_promise(desk, look, name, one, today) for one in items]
    return group(look, title, f"today-{name}", rows)


def _promise(desk: Desk, look: Look, name: str, one: DuePromise, today: date) -> ft.Control:
    said, p = look.strings.today, look.palette
    tone: Tone = "hold" if name == "broken" else "accent"
    day = near_day(look, one.promised_on, today)
    late = one.promised_on < today
    amount = words.text(
        look,
        look.amount(one.amount, one.currency),
        "sum",
        p.ink2,
        one_line=True,
        spoken=look.spoken(one.amount, one.currency),
    )
    when = (said.expected if name == "due" else said.promised)(day=day)
    if one.is_instalment:
        when = f"{when} · {said.instalment}"
    told = words.text(look, when, "label", p.hold if late else p.ink3)
    return row(
        look,
        (ft.Icons.HANDSHAKE_OUTLINED, tone),
        f"today-{name}-{one.id}",
        one.client.name,
        [layout.wrap(amount, told)],
        opening(desk, one.client.id, "promises"),
        side=call_button(look, one.call, f"today-call-{one.id}"),
    )


def worklist(desk: Desk, look: Look, items: list[WorkItem]) -> ft.Control | None:
    """Each with its rank, and why it stands there."""
    said = look.strings.today
    rows = [_work(desk, look, rank, one) for rank, one in enumerate(items, start=1)]
    return group(look, said.worklist, "today-worklist", rows, said.worklist_why)


def _work(desk: Desk, look: Look, rank: int, one: WorkItem) -> ft.Control:
    said, p = look.strings.today, look.palette
    expected = look.amount(one.expected, one.currency)
    why = said.work(expected=expected, percent=percent(look, one.chance))
    under: list[ft.Control] = [words.text(look, why, "label", p.ink3)]
    if one.set_aside > 0:
        aside = said.work_aside(amount=look.amount(one.set_aside, one.currency))
        under.append(words.text(look, aside, "label", p.ink3))
    spoken = said.work_spoken(
        rank=str(rank),
        name=one.client.name,
        amount=look.spoken(one.amount, one.currency),
        expected=look.spoken(one.expected, one.currency),
    )
    amount = words.amount(look, one.amount, one.currency, spoken=spoken)
    right = layout.column(amount, ages.age(look, one.oldest_days))
    place = words.text(look, str(rank), "heading", p.ink3, align=ft.TextAlign.CENTER)
    place.width = 24
    name = words.text(look, one.client.name, "heading", lines=3 if look.big else 2)
    told = layout.column(layout.pair(look, name, right), *under)
    told.expand = True
    line = identified(
        ft.Container(
            layout.row(place, told, gap=Space.S, top=True),
            padding=ft.Padding.symmetric(horizontal=Space.M, vertical=Space.S),
            ink=True,
            on_click=opening(desk, one.client.id),
        ),
        f"today-work-{one.client.id}",
    )
    side = call_button(look, one.call, f"today-call-{one.client.id}")
    if side is None:
        return line
    line.expand = True
    return layout.row(line, side, gap=0)


def percent(look: Look, share: float) -> str:
    whole = int((Decimal(str(share)) * 100).quantize(Decimal(1), ROUND_HALF_UP))
    space = NBSP if look.strings.language == "fr" else ""
    return f"{number_text(whole, look.strings.language)}{space}%"


def branches(look: Look, items: list[BranchFigures]) -> ft.Control | None:
    """A branch has its name once, over a line for each of its currencies."""
    rows = []
    for _, lines in groupby(items, key=lambda one: one.branch_id):
        first, *others = [_branch(look, one, is_first=not n) for n, one in enumerate(lines)]
        rows.append(layout.column(first, *others))
    return group(look, look.strings.today.branches, "today-branches", rows, indent=Space.M)


def _branch(look: Look, one: BranchFigures, *, is_first: bool) -> ft.Control:
    said, p = look.strings.today, look.palette
    share = float(one.overdue / one.outstanding) if one.outstanding > 0 else 0.0
    overdue = said.branch_overdue(
        percent=percent(look, share), amount=look.amount(one.overdue, one.currency)
    )
    name = words.text(look, one.branch or said.no_branch, "heading", lines=2)
    left = layout.column(
        *([name] if is_first else []),
        words.text(look, overdue, "label", p.ink2),
        words.text(look, said.branch_clients(one.clients_overdue), "label", p.ink3),
    )
    spoken = said.branch_outstanding(amount=look.spoken(one.outstanding, one.currency))
    right = layout.column(words.amount(look, one.outstanding, one.currency, spoken=spoken))
    box = layout.padded(layout.pair(look, left, right), x=Space.M, y=Space.S)
    return identified(box, f"today-branch-{one.branch_id}-{one.currency}")
