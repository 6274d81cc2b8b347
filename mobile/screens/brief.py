"""À dire: what to bring up with a client, each line opening what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.components import buttons, layout, marks, states, words
from mobile.components.semantics import identified
from mobile.palette import pair
from mobile.screens.guard import component
from mobile.screens.near_days import near_day
from mobile.screens.staleness import is_told_below
from mobile.store import place as at
from mobile.theme import Space

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.palette import Tone
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading
    from shared.contract.today import Brief, BriefLine
    from shared.rules.brief import LineKind

SIGNS: Final[dict[LineKind, tuple[ft.IconData, Tone]]] = {
    "promise_due": (ft.Icons.HANDSHAKE_OUTLINED, "accent"),
    "promise_broken": (ft.Icons.HANDSHAKE_OUTLINED, "hold"),
    "dispute_waiting": (ft.Icons.FLAG_OUTLINED, "watch"),
    "dispute_late": (ft.Icons.FLAG_OUTLINED, "hold"),
    "instalment_due": (ft.Icons.CALENDAR_MONTH_OUTLINED, "accent"),
    "big_due": (ft.Icons.EVENT_OUTLINED, "plain"),
    "oldest_overdue": (ft.Icons.SCHEDULE_ROUNDED, "watch"),
    "mention_unread": (ft.Icons.ALTERNATE_EMAIL_ROUNDED, "accent"),
    "unapplied_payment": (ft.Icons.PAYMENTS_OUTLINED, "plain"),
    "slower": (ft.Icons.TRENDING_DOWN_ROUNDED, "watch"),
}


@component
def BriefCard(desk: Desk, look: Look, client_id: UUID, reading: Reading[Brief]) -> ft.Control:  # noqa: N802
    """Under the figures."""
    ft.use_effect(lambda: desk.do(reading.ensure), [client_id])
    said = look.strings.brief
    title = identified(words.text(look, said.title, "heading"), "brief-title", header=True)
    parts: list[ft.Control] = [layout.padded(title, x=Space.M, top=Space.S)]
    brief = reading.value
    if reading.failure is not None and not reading.loading:
        parts.append(_unread(desk, look, reading))
    elif brief is None:
        bar = states.skeleton(look, 180)
        parts.append(layout.padded(identified(bar, "brief-loading"), x=Space.M, y=Space.S))
    if brief is not None:
        parts += _lines(desk, look, client_id, brief)
    return identified(layout.card(look, *parts, pad=0, gap=0, spread=True), "brief")


def _lines(desk: Desk, look: Look, client_id: UUID, brief: Brief) -> list[ft.Control]:
    if not brief.lines:
        nothing = words.text(look, look.strings.brief.nothing, "body", look.palette.ink2)
        return [layout.padded(identified(nothing, "brief-nothing"), x=Space.M, y=Space.S)]
    lines = [_line(desk, look, client_id, line, brief.today) for line in brief.lines]
    return [*lines, ft.Container(height=Space.XXS)]


def _unread(desk: Desk, look: Look, reading: Reading[Brief]) -> ft.Control:
    """Nothing is known to say, or since when what is shown was not confirmed."""
    said, identifier = look.strings.brief.unread, "brief-unread"
    if reading.known is not None and is_told_below(desk, reading.failure):
        partly = words.text(look, look.strings.offline.brief_partly, "label", look.palette.ink3)
        return layout.padded(identified(partly, "brief-partly"), x=Space.M)
    if reading.known is not None:
        read_at = reading.known.read_at.astimezone(desk.platform.zone)
        since = look.moment(read_at, desk.today())
        said, identifier = look.strings.brief.stale(when=since), "brief-stale"
    told = identified(words.text(look, said, "label", look.palette.watch), identifier, live=True)
    retry = buttons.chip(
        look, look.strings.common.retry, lambda: desk.do(reading.refresh), "brief-retry"
    )
    return layout.padded(layout.between(look, told, retry), x=Space.M)


def _line(desk: Desk, look: Look, client_id: UUID, line: BriefLine, today: date) -> ft.Control:
    name, tone = SIGNS[line.kind]
    ink = look.palette.ink2 if tone == "plain" else pair(look.palette, tone)[0]
    said = line_words(look, line)
    shown: list[ft.Control] = [words.text(look, said, "body")]
    if line.count > 1:
        more = look.strings.brief.more(line.count - 1)
        shown.append(words.text(look, more, "label", look.palette.ink3))
    told = layout.column(*shown)
    when = when_words(look, line, today)
    parts: list[ft.Control] = [marks.icon(look, name, ink, 22)]
    if look.big:
        if when:
            told.controls.append(words.text(look, when, "label", look.palette.ink3))
        told.expand = True
        parts.append(told)
    else:
        told.expand = True
        parts.append(told)
        if when:
            parts.append(words.text(look, when, "label", look.palette.ink3, one_line=True))
    parts.append(marks.icon(look, ft.Icons.CHEVRON_RIGHT_ROUNDED, look.palette.ink3))
    go = lambda: desk.screen.go(target_of(client_id, line))  # noqa: E731
    return buttons.tappable(layout.row(*parts, gap=Space.S), go, f"brief-{line.kind}")


def line_words(look: Look, line: BriefLine) -> str:
    phrase = look.strings.brief.lines[line.kind]
    amount = ""
    if line.amount is not None and line.currency is not None:
        amount = look.amount(line.amount, line.currency)
    match line.kind:
        case "dispute_waiting" | "dispute_late":
            return phrase(number=line.number or "")
        case "mention_unread":
            return phrase()
        case "slower":
            late, before = line.days_late or 0, line.days_late_before or 0
            return phrase(days=look.days(late), before=look.days(before))
        case _:
            return phrase(amount=amount)


def when_words(look: Look, line: BriefLine, today: date) -> str:
    if line.on is None:
        return ""
    if line.kind == "oldest_overdue":
        return look.days((today - line.on).days)
    return near_day(look, line.on, today)


def target_of(client_id: UUID, line: BriefLine) -> at.Place:
    """Where the line's row is."""
    match line.kind:
        case "promise_due" | "promise_broken" | "instalment_due":
            return at.Client(client_id, "promises")
        case "dispute_waiting" | "dispute_late" if line.subject_id is not None:
            return at.Dispute(client_id, line.subject_id)
        case "mention_unread":
            return at.Client(client_id, "thread")
        case "big_due" | "oldest_overdue" if line.subject_id is not None:
            return at.Document(client_id, line.subject_id)
        case _:
            return at.Client(client_id)
