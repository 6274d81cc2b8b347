"""What a promise is about: the invoices that are ticked, and the amount they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from mobile.components import buttons, fields, layout, marks, words
from mobile.components.semantics import identified
from mobile.theme import Radius, Space
from shared.formats import number_text
from shared.money import round_amount

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.promise_draft import Proposal
    from mobile.store.promise_entry import Entry
    from shared.contract.receivables import Document

FIRST, STEP = 3, 40
"""Rows drawn at once, so that the days to choose from are in sight below; more by a tap."""


def amount_part(
    look: Look, entry: Entry[Any, Any], proposed: Proposal, error: str | None
) -> ft.Control:
    """The sum until it is changed by hand."""
    said = look.strings.promise_sheet
    total = round_amount(proposed.total, proposed.currency)
    if entry.draft.amount is not None:
        most = said.amount_most(amount=look.amount(total, proposed.currency))
        typed = fields.field(
            look,
            said.amount,
            entry.draft.amount,
            lambda text: entry.change(amount=text),
            "promise-amount",
            error=error,
            keyboard=ft.KeyboardType.NUMBER,
        )
        return layout.column(typed, words.text(look, most, "label", look.palette.ink3), gap=6)
    figure = layout.column(
        words.label(look, said.amount), words.figure(look, total, proposed.currency, "hero")
    )
    figure.expand = True
    pencil = buttons.icon_button(
        look,
        ft.Icons.EDIT_OUTLINED,
        said.amount_edit,
        lambda: entry.change(amount=number_text(total, look.strings.language)),
        "promise-amount-edit",
        color=look.palette.accent,
    )
    shown = layout.row(identified(figure, "promise-sum"), pencil)
    shown.vertical_alignment = ft.CrossAxisAlignment.END
    return fields.answered(look, shown, "promise-sum", error)


def invoices_part(
    look: Look,
    entry: Entry[Any, Any],
    proposed: Proposal,
    promised: Mapping[UUID, date],
    today: date,
    drawn: int,
    draw: Callable[[int], None],
    error: str | None,
) -> ft.Control:
    """Overdue ones, then those to come; `drawn` of them are in sight."""
    said = look.strings.promise_sheet
    every = (*proposed.overdue, *proposed.coming)
    rows: list[ft.Control] = []
    for document in every[:drawn]:
        rows += [layout.hairline(look)] if rows else []
        rows.append(_row(look, entry, proposed, document, promised, today))
    parts: list[ft.Control] = []
    if len(proposed.currencies) > 1:
        parts.append(_currencies(look, entry, proposed))
    parts.append(_box(look, rows))
    left = len(every) - drawn
    if left > 0:
        name = said.more_invoices(left)
        more = lambda: draw(drawn + STEP)  # noqa: E731
        parts.append(buttons.button(look, name, more, "promise-more", kind="text", height=44))
    return fields.group(look, said.invoices, *parts, identifier="promise-invoices", error=error)


def _box(look: Look, rows: list[ft.Control]) -> ft.Control:
    return ft.Container(
        layout.column(*rows),
        border=ft.Border.all(1, look.palette.line),
        border_radius=Radius.BUTTON,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def _currencies(look: Look, entry: Entry[Any, Any], proposed: Proposal) -> ft.Control:
    """A promise is in one currency."""

    def choosing(code: str) -> Callable[[], None]:
        return lambda: entry.change(currency=code, ticked=None, amount=None)

    return layout.wrap(
        *[
            buttons.chip(
                look, code, choosing(code), f"promise-in-{code}", on=code == proposed.currency
            )
            for code in proposed.currencies
        ]
    )


def _row(
    look: Look,
    entry: Entry[Any, Any],
    proposed: Proposal,
    document: Document,
    promised: Mapping[UUID, date],
    today: date,
) -> ft.Control:
    on, p = document.id in proposed.ticked, look.palette
    left = layout.column(
        words.text(look, document.number, "body", weight=500, lines=2 if look.big else 1),
        words.text(look, under(look, document, promised, today), "label", p.ink3),
    )
    owed = words.amount(
        look,
        document.residual,
        document.currency,
        None if on else p.ink3,
        weight=600 if on else 400,
    )
    line = ft.Container(layout.between(look, left, owed), expand=True)
    return buttons.tappable(
        layout.row(marks.tick(look, on=on), line, gap=Space.S),
        lambda: entry.change(ticked=proposed.ticked ^ {document.id}),
        f"promise-invoice-{document.id}",
        y=Space.XS,
        selected=on,
    )


def under(look: Look, document: Document, promised: Mapping[UUID, date], today: date) -> str:
    """What stands under its number: that it is promised already, else its age or its day."""
    said = look.strings.promise_sheet
    if document.id in promised:
        return said.already(day=look.day(promised[document.id], today))
    late = (today - document.due_on).days
    if late > 0:
        return said.overdue_since(days=look.days(late))
    return look.strings.document.due(day=look.day(document.due_on, today))


def first_drawn(overdue: Sequence[Document]) -> int:
    """Overdue ones; where there are none, those to come."""
    return min(FIRST, len(overdue)) or FIRST
