"""Rows of the long lists: few controls each, for fifty come at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import flet as ft

from mobile.components.ages import age
from mobile.components.layout import pair
from mobile.components.marks import disc, tag
from mobile.components.semantics import Handler, identified
from mobile.components.words import amount, text
from mobile.palette import Tone
from mobile.palette import pair as tone_pair
from mobile.theme import Space

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from mobile.components.look import Look
    from shared.contract.clients import ClientRow
    from shared.contract.receivables import Document

ROW_INDENT = 68
"""Where the text column of a row with a disc begins: hairlines start there."""
LATE_FROM_DAYS = 1
VERY_LATE_FROM_DAYS = 61


@dataclass(frozen=True, slots=True)
class Mark:
    """One word on a client, with its icon and tone: never a colour alone."""

    words: str
    icon: ft.IconData
    tone: Tone


def lateness(look: Look, oldest_days_overdue: int) -> Mark:
    """How late the oldest open item is: up to date, late, or past the second bucket."""
    ages = look.strings.age
    if oldest_days_overdue < LATE_FROM_DAYS:
        return Mark(ages.up_to_date, ft.Icons.CHECK_ROUNDED, "ok")
    if oldest_days_overdue < VERY_LATE_FROM_DAYS:
        return Mark(ages.late, ft.Icons.SCHEDULE_ROUNDED, "watch")
    return Mark(ages.very_late, ft.Icons.PRIORITY_HIGH_ROUNDED, "hold")


def client_row(
    look: Look,
    client: ClientRow,
    on_click: Handler,
    *,
    selected: bool = False,
    seen: str | None = None,
) -> ft.Semantics:
    """A client of the list: who, where, how late; what is owed, what is overdue and since when.

    `seen`: when somebody was last there, where the list is ordered by it.
    """
    mark = lateness(look, client.oldest_days_overdue)
    lines = 2 if look.big else 1
    place = " · ".join(part for part in (client.town, client.branch) if part) or client.code
    left = ft.Column(
        [
            text(look, client.name, "heading", lines=lines),
            text(look, place, "label", look.palette.ink3, lines=lines),
            text(look, mark.words, "strong", tone_pair(look.palette, mark.tone)[0]),
        ],
        spacing=0,
        tight=True,
    )
    if seen is not None:
        left.controls.append(text(look, seen, "label", look.palette.ink3, one_line=True))
    return _row(look, f"client-{client.id}", mark, left, _owed(look, client), on_click, selected)


def _owed(look: Look, client: ClientRow) -> ft.Column:
    words, p = look.strings.clients, look.palette
    owed = look.spoken(client.outstanding, client.currency)
    parts: list[ft.Control] = [
        amount(
            look,
            client.outstanding,
            client.currency,
            spoken=words.outstanding_spoken(amount=owed),
        )
    ]
    if client.overdue > 0:
        days = client.oldest_days_overdue
        late = look.spoken(client.overdue, client.currency)
        spoken = words.overdue_spoken(amount=late, days=look.spoken_days(days))
        shown = words.overdue(amount=look.amount(client.overdue, client.currency))
        parts.append(text(look, shown, "sum", p.ink2, one_line=True, spoken=spoken))
        since = age(look, days)
        since.semantics_label = ""  # said with the amount
        parts.append(since)
    else:
        parts.append(text(look, words.nothing_overdue, "sum", p.ink3, one_line=True))
    if client.other_currencies:
        more = words.other_currencies(len(client.other_currencies))
        parts.append(text(look, more, "sum", p.ink3, one_line=True))
    return ft.Column(parts, spacing=0, tight=True)


def _row(
    look: Look,
    identifier: str,
    mark: Mark,
    left: ft.Column,
    right: ft.Column,
    on_click: Handler,
    selected: bool,  # noqa: FBT001
) -> ft.Semantics:
    sign = disc(look, mark.icon, mark.tone)
    # Flat, not a pair in a row: each control costs, and rows come by the fifty.
    parts: list[ft.Control] = [sign, left, right]
    if look.big:
        parts = [sign, ft.Column([left, right], spacing=Space.XXS, tight=True, expand=True)]
    else:
        left.expand, right.horizontal_alignment = True, ft.CrossAxisAlignment.END
    box = ft.Container(
        ft.Row(
            parts,
            spacing=Space.S,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        padding=ft.Padding.symmetric(horizontal=Space.M, vertical=Space.S),
        ink=True,
        on_click=on_click,
        bgcolor=look.palette.accent_soft if selected else None,
    )
    return identified(box, identifier, selected=selected)


def document_row(
    look: Look,
    document: Document,
    today: date,
    on_click: Handler,
    *,
    promised_on: date | None = None,
    disputed: Decimal | None = None,
    further: ft.Control | None = None,
) -> ft.Semantics:
    """A document of a client: number, dates; what remains, of how much, since when; its marks."""
    words, p = look.strings.document, look.palette
    late = (today - document.due_on).days
    left = ft.Column(
        [
            text(look, document.number, "heading", lines=2 if look.big else 1),
            text(look, _dates(look, document, today), "label", p.ink3),
        ],
        spacing=0,
        tight=True,
    )
    signs = document_marks(look, document, today, promised_on, disputed)
    if further is not None:
        signs.append(further)
    if signs:
        left.controls.append(ft.Row(list(signs), spacing=4, run_spacing=4, wrap=True))
    said = words.residual_spoken(amount=look.spoken(document.residual, document.currency))
    color = p.ok if document.residual < 0 else p.ink
    parts: list[ft.Control] = [
        amount(look, document.residual, document.currency, color, spoken=said)
    ]
    if document.residual != document.amount:
        whole = words.of_amount(amount=look.amount(document.amount, document.currency))
        parts.append(text(look, whole, "sum", p.ink3, one_line=True))
    if late > 0 and document.residual > 0:
        parts.append(age(look, late))
    right = ft.Column(parts, spacing=0, tight=True)
    box = ft.Container(
        pair(look, left, right),
        padding=ft.Padding.symmetric(horizontal=Space.M, vertical=Space.S),
        ink=True,
        on_click=on_click,
    )
    return identified(box, f"document-{document.id}")


def document_marks(
    look: Look,
    document: Document,
    today: date,
    promised_on: date | None,
    disputed: Decimal | None,
) -> list[ft.Control]:
    """That it is disputed, and how much of it where that is not all; that it is promised."""
    said, signs = look.strings.disputes, list[ft.Control]()
    if disputed:
        share = said.mark_share(amount=look.amount(disputed, document.currency))
        mark = said.mark if disputed >= document.residual else share
        signs.append(tag(look, mark, "watch", ft.Icons.OUTLINED_FLAG_ROUNDED))
    if promised_on is not None:
        day = look.short_day(promised_on, today)
        mark = look.strings.promises.mark(day=day)
        signs.append(tag(look, mark, "accent", ft.Icons.HANDSHAKE_OUTLINED))
    return signs


def _dates(look: Look, document: Document, today: date) -> str:
    words = look.strings.document
    issued = words.issued(day=look.short_day(document.issued_on, today))
    if document.settled_on is not None:
        return f"{issued} · {words.settled_on(day=look.short_day(document.settled_on, today))}"
    if document.residual <= 0 or document.kind in ("credit_note", "deposit"):
        return issued
    if document.due_on == today:
        return f"{issued} · {words.due_today}"
    due = words.was_due if document.due_on < today else words.due
    return f"{issued} · {due(day=look.short_day(document.due_on, today))}"
