"""Aujourd'hui: disputes that wait for an answer, and comments that name the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, marks, words
from mobile.screens.near_days import near_day
from mobile.screens.today_rows import group, row
from mobile.store.place import Client, Dispute, MyDisputes
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.palette import Tone
    from mobile.store.desk import Desk
    from mobile.store.place import FileTab
    from shared.contract.disputes import Dispute as Disputed
    from shared.contract.today import Mentioned, Today

ANSWER_THEMSELVES = {"sales", "after_sales", "collector"}


def opening(desk: Desk, client_id: UUID, tab: FileTab) -> Callable[[], None]:
    return lambda: desk.screen.go(Client(client_id, tab))


def disputes(desk: Desk, look: Look, day: Today) -> ft.Control | None:
    said = look.strings.today
    title = said.disputes if day.role in ANSWER_THEMSELVES else said.disputes_oldest
    rows = [_dispute(desk, look, one, day) for one in day.disputes]
    right = _all_mine(desk, look) if day.role in ANSWER_THEMSELVES else ""
    return group(look, title, "today-disputes", rows, right)


def _all_mine(desk: Desk, look: Look) -> ft.Control:
    """One tap from the day to the list, however many are shown here of it."""
    ink = look.palette.accent
    name = words.text(look, look.strings.today.disputes_all, "strong", ink)
    further = marks.icon(look, ft.Icons.CHEVRON_RIGHT_ROUNDED, ink)
    return buttons.tappable(
        layout.row(name, further, gap=0, tight=True),
        lambda: desk.screen.go(MyDisputes()),
        "today-my-disputes",
        x=Space.XS,
        radius=Radius.BUTTON,
    )


def _dispute(desk: Desk, look: Look, one: Disputed, day: Today) -> ft.Control:
    said, p = look.strings.today, look.palette
    tone: Tone = "hold" if one.is_overdue else "watch"
    due = said.answer_by(day=near_day(look, one.due_on, day.today))
    if one.is_overdue:
        due = f"{due} · {said.late}"
    number = words.text(look, one.document_number, "label", p.ink2)
    when = words.text(look, due, "label", p.hold if one.is_overdue else p.ink3)
    amount = words.amount(look, one.effective, one.currency)
    return row(
        look,
        (ft.Icons.FLAG_OUTLINED, tone),
        f"today-dispute-{one.id}",
        one.client_name,
        [number, when],
        lambda: desk.screen.go(Dispute(one.client_id, one.id)),
        right=layout.column(amount),
    )


def mentions(desk: Desk, look: Look, items: list[Mentioned]) -> ft.Control | None:
    rows = [_mention(desk, look, one) for one in items]
    return group(look, look.strings.today.mentions, "today-mentions", rows)


def _mention(desk: Desk, look: Look, one: Mentioned) -> ft.Control:
    said = look.strings.today.mentioned_by(name=one.author.name, words=one.beginning)
    lines = 4 if look.big else 2
    return row(
        look,
        (ft.Icons.ALTERNATE_EMAIL_ROUNDED, "accent"),
        f"today-mention-{one.comment_id}",
        one.client.name,
        [words.text(look, said, "label", look.palette.ink2, lines=lines)],
        opening(desk, one.client.id, "thread"),
    )
