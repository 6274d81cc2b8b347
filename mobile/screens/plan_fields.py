"""What is asked of a payment plan: how many instalments, how far apart; and what that makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from mobile.components import buttons, fields, layout, words
from mobile.components.semantics import identified
from mobile.store.plan_draft import OFFERED, RHYTHMS
from mobile.theme import Radius, Space
from shared.money import round_amount

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from mobile.components.look import Look
    from mobile.store.plan_entry import PlanEntry
    from mobile.store.promise_draft import Proposal
    from shared.rules.payment_plan import Instalment


def total_part(look: Look, proposed: Proposal) -> ft.Control:
    """All that is owed of the ticked invoices: a plan covers it wholly."""
    said = look.strings.plans
    total = round_amount(proposed.total, proposed.currency)
    figure = layout.column(
        words.label(look, said.total), words.figure(look, total, proposed.currency, "hero")
    )
    return identified(figure, "plan-total")


def parts_part(look: Look, entry: PlanEntry, error: str | None) -> ft.Control:
    said, draft = look.strings.plans, entry.draft
    is_typing = draft.parts_typed is not None
    chips = [
        buttons.chip(
            look,
            said.times(n=str(count)),
            _changing(entry, parts=count, parts_typed=None),
            f"plan-parts-{count}",
            on=not is_typing and draft.parts == count,
        )
        for count in OFFERED
    ]
    other = _changing(entry, parts_typed=None if is_typing else "")
    chips.append(buttons.chip(look, said.parts_other, other, "plan-parts-other", on=is_typing))
    shown: list[ft.Control] = [layout.wrap(*chips)]
    if draft.parts_typed is not None:
        shown.append(
            fields.field(
                look,
                said.parts_typed,
                draft.parts_typed,
                lambda text: entry.change(parts_typed=text),
                "plan-parts",
                error=error,
                keyboard=ft.KeyboardType.NUMBER,
            )
        )
    under = None if is_typing else error
    return fields.group(look, said.parts, *shown, identifier="plan-how-many", error=under)


def rhythm_part(look: Look, entry: PlanEntry) -> ft.Control:
    said = look.strings.plans
    chips = [
        buttons.chip(
            look,
            said.rhythms[rhythm],
            _changing(entry, rhythm=rhythm),
            f"plan-rhythm-{rhythm}",
            on=entry.draft.rhythm == rhythm,
        )
        for rhythm in RHYTHMS
    ]
    return fields.group(look, said.rhythm, layout.wrap(*chips), identifier="plan-rhythm")


def preview(
    look: Look, instalments: Sequence[Instalment], currency: str, today: date
) -> ft.Control:
    """Each instalment as it will be proposed: they add up to the total."""
    said, p = look.strings.plans, look.palette
    if not instalments:
        way = words.text(look, said.preview_way, "body", p.ink3)
        return fields.group(look, said.preview, way, identifier="plan-preview")
    rows: list[ft.Control] = []
    for place, one in enumerate(instalments, start=1):
        rows += [layout.hairline(look)] if rows else []
        day = words.text(look, look.day(one.due_on, today), "body", weight=500)
        row = layout.between(look, day, words.amount(look, one.amount, currency))
        rows.append(identified(layout.padded(row, x=Space.S, y=Space.XS), f"plan-part-{place}"))
    box = ft.Container(
        layout.column(*rows),
        border=ft.Border.all(1, p.line),
        border_radius=Radius.BUTTON,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )
    return fields.group(look, said.preview, box, identifier="plan-preview")


def _changing(entry: PlanEntry, **fields_: Any) -> Callable[[], None]:
    return lambda: entry.change(**fields_)
