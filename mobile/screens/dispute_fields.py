"""What is asked of a dispute: which invoice, why, how much; what happened; who should answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from mobile.components import buttons, fields, layout, marks, words
from mobile.components.semantics import identified
from mobile.theme import Radius, Space
from shared.formats import number_text
from shared.money import round_amount
from shared.rules.dispute import DEPARTMENTS, POLICIES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from mobile.components.look import Look
    from mobile.store.dispute_draft import Disputable
    from mobile.store.dispute_entry import Signalling
    from shared.contract.receivables import Document
    from shared.rules.dispute import Department, Reason

OFTEN: tuple[Reason, ...] = (
    "quality",
    "quantity",
    "delivery",
    "price",
    "discount",
    "not_received",
)
"""One tap each; the others by their department, behind *Autre*."""
FIRST = 8
"""Invoices to choose from that are drawn at once."""


def changing(entry: Signalling, **values: Any) -> Callable[[], None]:
    return lambda: entry.change(**values)


def invoice_part(
    look: Look,
    entry: Signalling,
    found: Disputable,
    today: date,
    drawn: int,
    draw: Callable[[int], None],
    error: str | None,
) -> ft.Control:
    """The chosen one in a box that opens the others; `drawn` of them, 0 while it is closed."""
    p, chosen = look.palette, found.chosen
    chevron = ft.Icons.EXPAND_LESS_ROUNDED if drawn else ft.Icons.EXPAND_MORE_ROUNDED
    if chosen is None:
        shown: ft.Control = words.text(look, look.strings.dispute_sheet.choose_invoice, "heading")
    else:
        shown = _invoice(look, found, chosen, today)
    line = ft.Container(shown, expand=True)
    box = buttons.tappable(
        layout.row(line, marks.icon(look, chevron), gap=Space.S),
        lambda: draw(0 if drawn else FIRST),
        "dispute-invoice",
        color=p.fill,
        radius=Radius.BUTTON,
    )
    parts: list[ft.Control] = [box]
    others = [one for one in found.documents if one != chosen] if drawn else []

    def choosing(document: Document) -> Callable[[], None]:
        def choose() -> None:
            entry.change(document_id=document.id, amount=None)
            draw(0)

        return choose

    for one in others[:drawn]:
        name = f"dispute-of-{one.id}"
        row = _invoice(look, found, one, today)
        parts.append(buttons.tappable(row, choosing(one), name, y=Space.XS))
    if drawn and len(others) > drawn:
        name = look.strings.dispute_sheet.more_invoices(len(others) - drawn)
        more = lambda: draw(drawn + 40)  # noqa: E731
        parts.append(buttons.button(look, name, more, "dispute-more", kind="text", height=44))
    return fields.answered(look, layout.column(*parts), "dispute-invoice", error)


def _invoice(look: Look, found: Disputable, document: Document, today: date) -> ft.Control:
    late = (today - document.due_on).days
    if late > 0:
        day = look.short_day(document.due_on, today)
        under = f"{look.strings.document.was_due(day=day)} · {look.days(late)}"
    else:
        under = look.strings.document.due(day=look.day(document.due_on, today))
    left = layout.column(
        words.text(look, document.number, "heading"),
        words.text(look, under, "label", look.palette.ink3),
    )
    free = found.free[document.id]
    return layout.between(look, left, words.amount(look, free, document.currency))


def reason_part(
    look: Look,
    entry: Signalling,
    department_of: Mapping[Reason, Department],
    every: bool,  # noqa: FBT001
    show_every: Callable[[bool], None],
    error: str | None,
) -> ft.Control:
    """The frequent ones, or all of them under the department that answers."""
    said, reasons = look.strings.dispute_sheet, look.strings.disputes.reasons
    chosen = entry.draft.reason
    often = OFTEN if chosen in (None, *OFTEN) else (*OFTEN, chosen)

    def chip(reason: Reason) -> ft.Control:
        change = changing(entry, reason=reason, owner_id=None, department=None)
        on = reason == chosen
        return buttons.chip(look, reasons[reason], change, f"reason-{reason}", on=on)

    if not every:
        more = buttons.chip(look, said.other_reason, lambda: show_every(True), "reason-every")
        shown: list[ft.Control] = [layout.wrap(*[chip(one) for one in often if one], more)]
    else:
        shown = []
        for department in DEPARTMENTS:
            own = [one for one in POLICIES if department_of[one] == department]
            name = words.label(look, look.strings.disputes.departments[department])
            shown += [name, layout.wrap(*[chip(one) for one in own])] if own else []
    return fields.group(look, said.reason, *shown, identifier="dispute-reason", error=error)


def amount_part(
    look: Look, entry: Signalling, found: Disputable, amount: Any, error: str | None
) -> list[ft.Control]:
    """All that is left of the invoice until it is changed by hand; what then remains to pay.

    Nothing where no invoice is chosen any more.
    """
    if found.chosen is None:
        return []
    said, currency = look.strings.dispute_sheet, found.chosen.currency
    most = round_amount(found.most, currency)
    if entry.draft.amount is not None:
        typed = fields.field(
            look,
            said.amount,
            entry.draft.amount,
            lambda text: entry.change(amount=text),
            "dispute-amount",
            error=error,
            keyboard=ft.KeyboardType.NUMBER,
        )
        parts = [typed, _rest(look, most, amount, currency)]
        whole = changing(entry, amount=None)
        name = f"{said.whole}, {look.amount(most, currency)}"
        parts.append(buttons.button(look, name, whole, "dispute-whole", kind="text", height=44))
        return [layout.column(*parts, gap=4)]
    figure = layout.column(
        words.label(look, said.amount), words.figure(look, most, currency, "hero")
    )
    figure.expand = True
    pencil = buttons.icon_button(
        look,
        ft.Icons.EDIT_OUTLINED,
        said.amount_edit,
        changing(entry, amount=number_text(most, look.strings.language)),
        "dispute-amount-edit",
        color=look.palette.accent,
    )
    shown = layout.row(identified(figure, "dispute-sum"), pencil)
    shown.vertical_alignment = ft.CrossAxisAlignment.END
    block = layout.column(shown, words.text(look, said.rest_none, "label", look.palette.ink3))
    return [fields.answered(look, block, "dispute-sum", error)]


def _rest(look: Look, most: Any, amount: Any, currency: str) -> ft.Control:
    said = look.strings.dispute_sheet
    if amount is None or amount >= most:
        return words.text(look, said.rest_none, "label", look.palette.ink3)
    rest = said.rest(amount=look.amount(most - amount, currency))
    return identified(words.text(look, rest, "label", look.palette.ink3), "dispute-rest")
