"""What the wording guard has to say of a comment: which words, why, what instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import fields, layout, marks, words
from mobile.components.semantics import identified
from mobile.strings.phrase import typeset
from mobile.theme import Space
from shared.rules.wording.advice import ADVICE

if TYPE_CHECKING:
    from mobile.components.look import Look
    from mobile.store.comment_entry import CommentEntry


def guard_part(look: Look, entry: CommentEntry) -> ft.Control:
    """Each topic once, with its passages: over the words, in sight however large they are read."""
    said, p = look.strings.comment_sheet, look.palette
    title = layout.row(
        marks.icon(look, ft.Icons.BALANCE_ROUNDED, p.watch),
        words.text(look, said.guard, "heading", p.watch, expand=True),
    )
    shown: list[ft.Control] = [title]
    topics = dict.fromkeys(one.topic for one in entry.findings)
    for topic in topics:
        advice = ADVICE[look.strings.language][topic]
        for one in entry.findings:
            if one.topic == topic:
                passage = entry.draft.text[one.start : one.end]
                told = said.guard_passage(words=passage, topic=said.topics[topic])
                shown.append(words.text(look, told, "strong"))
        language = look.strings.language
        shown.append(words.text(look, typeset(advice.why, language), "label", p.ink2))
        instead = said.guard_instead(instead=typeset(advice.instead, language))
        shown.append(words.text(look, instead, "label", p.ink2))
    card = layout.card(
        look, layout.column(*shown, gap=6), color=p.watch_soft, pad=Space.M, spread=True
    )
    return identified(card, "wording-guard", live=True)


def reason_part(look: Look, entry: CommentEntry, error: str | None) -> ft.Control:
    """Why the words must stand all the same."""
    said = look.strings.comment_sheet
    reason = fields.field(
        look,
        said.reason,
        entry.draft.reason,
        entry.explain,
        "override-reason",
        error=error,
        lines=2,
    )
    way = words.text(look, said.reason_way, "label", look.palette.ink3)
    return layout.column(reason, way, gap=Space.XS)
