"""What came of a visit, to be read: opened from its line in the thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import layout, sheets, states
from mobile.screens.failures import sentence
from mobile.screens.guard import component

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading
    from shared.contract.visits import VisitReport


@component
def VisitTold(  # noqa: N802
    desk: Desk, look: Look, reading: Reading[VisitReport], close: Callable[[], None]
) -> ft.Control:
    ft.on_mounted(lambda: desk.do(reading.ensure))
    report, under = reading.value, ""
    if report is not None:
        day = look.day(report.visited_on, desk.today())
        under = f"{report.author.name} · {day}"
        body: ft.Control = layout.facts(look, facts_of(look, report, desk.today()))
    elif reading.failure is not None:
        retry = lambda: desk.do(reading.refresh)  # noqa: E731
        body = states.error_state(look, sentence(look.strings, reading.failure), retry)
    else:
        body = states.skeleton_card(look, 4)
    shown = sheets.sheet(
        look,
        look.strings.visit_sheet.title,
        [body],
        close,
        screen_height=desk.screen.height,
        under=under,
        identifier="visit-told",
    )
    ft.use_dialog(shown)
    return ft.Container()


def facts_of(
    look: Look, report: VisitReport, today: date
) -> list[tuple[str, str, str | ft.Control]]:
    """What was said, in the order it was asked; what was left out is not shown."""
    said = look.strings.visit_sheet
    step = report.next_step
    if step is not None and report.next_step_on is not None:
        step = f"{step} ({look.day(report.next_step_on, today)})"
    reason = report.unpaid_reason
    rows = [
        ("told-met", said.met, report.met),
        ("told-mood", said.mood, said.moods[report.mood]),
        ("told-evidence", said.evidence, report.evidence),
        ("told-unpaid", said.unpaid, said.unpaid_reasons[reason] if reason else None),
        ("told-next", said.next_step, step),
        ("told-note", look.strings.promise_sheet.note, report.note),
    ]
    return [(name, title, value) for name, title, value in rows if value]
