"""What was said about a dispute: words, photos, moves, oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, marks, words
from mobile.components.semantics import identified
from mobile.screens.stored_files import StoredFiles
from mobile.theme import Space

if TYPE_CHECKING:
    from mobile.components.look import Look
    from mobile.components.semantics import Handler
    from mobile.store.desk import Desk
    from shared.contract.disputes import DisputeEntry, DisputeFile


def talk_card(
    desk: Desk, look: Look, file: DisputeFile, on_say: Handler, *, is_held: bool = False
) -> ft.Control:
    """`is_held`: the dispute is shown from the device, which does not have what was said of it."""
    said = look.strings.disputes
    head = identified(words.text(look, said.conversation, "heading"), "conversation", header=True)
    shown: list[ft.Control] = []
    for place, one in enumerate(file.entries):
        shown += [layout.hairline(look)] if place else []
        shown.append(_entry(desk, look, file, one))
    if not shown:
        none = look.strings.offline.conversation if is_held else said.no_words
        shown = [words.text(look, none, "body", look.palette.ink2)]
    add = buttons.button(
        look,
        look.strings.dispute_moves.say,
        on_say,
        "say",
        kind="soft",
        icon=ft.Icons.ADD_COMMENT_OUTLINED,
        height=44,
    )
    return layout.card(look, head, layout.column(*shown, gap=Space.S), add, spread=True)


def _entry(desk: Desk, look: Look, file: DisputeFile, one: DisputeEntry) -> ft.Control:
    said = look.strings.disputes
    name = one.author.name if one.author else said.by_itself
    moment = look.moment(one.said_at.astimezone(desk.platform.zone), desk.today())
    under = " · ".join(part for part in (deed_words(look, file, one), moment) if part)
    who = layout.column(
        words.text(look, name, "strong"), words.text(look, under, "label", look.palette.ink3)
    )
    who.expand = True
    parts: list[ft.Control] = [layout.row(marks.avatar(look, name, 32), who, gap=Space.S)]
    if one.text:
        parts.append(words.text(look, one.text, "body"))
    if one.files:
        parts.append(StoredFiles(desk, look, one.files))
    return identified(layout.column(*parts, gap=Space.XS), f"entry-{one.id}")


def deed_words(look: Look, file: DisputeFile, one: DisputeEntry) -> str:
    """`a répondu, attend le client`; empty for mere words."""
    said = look.strings.disputes
    match one.move:
        case "open":
            deed = _counted(look, file, one, said.signalled)
        case "assign":
            whom = said.assigned_to(who=one.owner.name) if one.owner else said.to_department
            deed = f"{said.moved['assign']} {whom}"
        case "answer":
            client = one.state == "waiting_client"
            deed = f"{said.moved['answer']}, {said.waits_client if client else said.waits_internal}"
        case "resolve":
            state = said.states[one.state].lower()
            deed = _counted(look, file, one, f"{said.moved['resolve']}, {state}")
        case "reopen":
            deed = _counted(look, file, one, said.moved["reopen"])
        case "close":
            deed = said.moved["close"]
        case _:
            deed = ""
    return deed


def _counted(look: Look, file: DisputeFile, one: DisputeEntry, deed: str) -> str:
    if one.amount is None:
        return deed
    return f"{deed}, {look.amount(one.amount, file.dispute.currency)}"
