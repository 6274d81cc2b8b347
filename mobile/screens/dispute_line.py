"""One dispute in a list: why, how much of which invoice, how it stands, who is late."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.components import buttons, layout, marks, words
from mobile.components.rows import Mark
from shared.rules.dispute import UNSETTLED

if TYPE_CHECKING:
    from datetime import date

    from mobile.components.look import Look
    from mobile.components.semantics import Handler
    from mobile.palette import Tone
    from shared.contract.disputes import Dispute
    from shared.rules.dispute import State

SIGNS: Final[dict[State, tuple[ft.IconData, Tone]]] = {
    "opened": (ft.Icons.OUTLINED_FLAG_ROUNDED, "watch"),
    "assigned": (ft.Icons.PERSON_OUTLINE_ROUNDED, "watch"),
    "waiting_client": (ft.Icons.HOURGLASS_EMPTY_ROUNDED, "watch"),
    "waiting_internal": (ft.Icons.HOURGLASS_EMPTY_ROUNDED, "watch"),
    "accepted": (ft.Icons.CHECK_ROUNDED, "accent"),
    "partly_accepted": (ft.Icons.CHECK_ROUNDED, "accent"),
    "rejected": (ft.Icons.CLOSE_ROUNDED, "plain"),
    "closed": (ft.Icons.TASK_ALT_ROUNDED, "plain"),
}


def state_mark(look: Look, dispute: Dispute) -> Mark:
    icon, tone = SIGNS[dispute.state]
    return Mark(look.strings.disputes.states[dispute.state], icon, tone)


def standing_words(look: Look, dispute: Dispute, today: date) -> str:
    """What is waited for: an answer by a day, late or not; else how it ended."""
    said = look.strings.disputes
    if dispute.state in UNSETTLED:
        late = (today - dispute.due_on).days
        if late > 0:
            return said.late_since(days=look.days(late))
        return said.due_on(day=look.day(dispute.due_on, today))
    if dispute.closed_on is not None:
        day = look.day(dispute.closed_on, today)
        settled = dispute.closed_because == "settled"
        return (said.closed_settled if settled else said.closed_on)(day=day)
    return said.resolutions[dispute.resolution] if dispute.resolution else ""


def owner_words(look: Look, dispute: Dispute) -> str:
    """Who should answer: a person, or whoever of the department comes first."""
    if dispute.owner is not None:
        return dispute.owner.name
    return look.strings.disputes.departments[dispute.department]


def dispute_row(
    look: Look, dispute: Dispute, today: date, on_tap: Handler, *, names_client: bool = False
) -> ft.Control:
    """`names_client` where the list is of many."""
    said, p, mark = look.strings.disputes, look.palette, state_mark(look, dispute)
    reason = said.reasons[dispute.reason]
    spoken = said.spoken(
        reason=reason.lower(),
        amount=look.spoken(dispute.claimed, dispute.currency),
        state=mark.words.lower(),
    )
    figure = words.amount(look, dispute.claimed, dispute.currency, spoken=spoken)
    name = dispute.client_name if names_client else reason
    under = [
        said.of_invoice(
            number=dispute.document_number, day=look.short_day(dispute.document_due_on, today)
        )
    ]
    if names_client:
        under.insert(0, reason)
    left = layout.column(
        words.text(look, name, "heading", lines=2),
        words.text(look, " · ".join(under), "label", p.ink3),
    )
    line = standing_words(look, dispute, today)
    if dispute.state in UNSETTLED:
        line = f"{line} · {said.waits_for(who=owner_words(look, dispute))}"
    ink = p.hold if dispute.is_overdue else p.ink2
    sign = ft.Row([marks.tag(look, mark.words, mark.tone, mark.icon)], tight=True)
    body = layout.column(
        layout.pair(look, left, figure), words.text(look, line, "label", ink), sign, gap=4
    )
    return buttons.tappable(body, on_tap, f"dispute-{dispute.id}")
