"""The word and the sign of what became of a promise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.components import marks
from mobile.components.rows import Mark

if TYPE_CHECKING:
    from mobile.components.look import Look
    from mobile.palette import Tone
    from shared.contract.promises import PlanState, Promise, PromiseState

SIGNS: Final[dict[PromiseState, tuple[ft.IconData, Tone]]] = {
    "open": (ft.Icons.HANDSHAKE_OUTLINED, "accent"),
    "kept": (ft.Icons.CHECK_ROUNDED, "ok"),
    "partly_kept": (ft.Icons.STAR_HALF_ROUNDED, "watch"),
    "broken": (ft.Icons.CLOSE_ROUNDED, "hold"),
    "kept_late": (ft.Icons.SCHEDULE_ROUNDED, "watch"),
    "superseded": (ft.Icons.EVENT_REPEAT_ROUNDED, "plain"),
    "withdrawn": (ft.Icons.UNDO_ROUNDED, "plain"),
}
PLAN_SIGNS: Final[dict[PlanState, tuple[ft.IconData, Tone]]] = {
    "proposed": (ft.Icons.EDIT_CALENDAR_ROUNDED, "plain"),
    "accepted": (ft.Icons.HANDSHAKE_OUTLINED, "accent"),
    "active": (ft.Icons.HANDSHAKE_OUTLINED, "accent"),
    "completed": (ft.Icons.CHECK_ROUNDED, "ok"),
    "broken": (ft.Icons.CLOSE_ROUNDED, "hold"),
    "cancelled": (ft.Icons.UNDO_ROUNDED, "plain"),
}


def state_mark(look: Look, state: PromiseState, *, is_unknown: bool = False) -> Mark:
    """Unknown is open with its day over, and no cash data to tell it by."""
    said = look.strings.promises
    if is_unknown:
        return Mark(said.unknown, ft.Icons.HELP_OUTLINE_ROUNDED, "plain")
    icon, tone = SIGNS[state]
    return Mark(said.states[state], icon, tone)


def mark_of(look: Look, promise: Promise) -> Mark:
    if promise.is_suspended:
        return Mark(look.strings.promises.suspended, ft.Icons.PAUSE_ROUNDED, "watch")
    return state_mark(look, promise.state, is_unknown=promise.is_unknown)


def plan_mark(look: Look, state: PlanState) -> Mark:
    icon, tone = PLAN_SIGNS[state]
    return Mark(look.strings.promises.plan_states[state], icon, tone)


def tag_of(look: Look, mark: Mark) -> ft.Control:
    return ft.Row([marks.tag(look, mark.words, mark.tone, mark.icon)], tight=True)
