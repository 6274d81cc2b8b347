"""One dispute: what is contested, who should answer by when, what was said, what one may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import flet as ft

from mobile.components import buttons, layout, marks, navigation, states, words
from mobile.components.semantics import identified
from mobile.screens.dispute_line import owner_words, standing_words, state_mark
from mobile.screens.dispute_moves import MoveSheet
from mobile.screens.dispute_talk import talk_card
from mobile.screens.disputes import MOVES
from mobile.screens.entry_row import PendingPart
from mobile.screens.failures import reference, sentence
from mobile.screens.frame import PROSE_WIDTH, view
from mobile.screens.guard import component, screen
from mobile.screens.hooks import kept, keyed, one_open
from mobile.screens.staleness import stale_parts
from mobile.screens.status import below
from mobile.store.place import Client, Document
from mobile.theme import Space
from shared.rules.dispute import UNSETTLED

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.disputes import OneDispute
    from shared.contract.disputes import Dispute, DisputeFile
    from shared.rules.dispute import Move

Doing = Literal["say", "assign", "answer", "resolve", "close", "reopen"]
NOTHING: Doing | None = None
ICONS: dict[Move, ft.IconData] = {
    "answer": ft.Icons.REPLY_ROUNDED,
    "resolve": ft.Icons.GAVEL_ROUNDED,
    "assign": ft.Icons.PERSON_ADD_ALT_ROUNDED,
    "close": ft.Icons.TASK_ALT_ROUNDED,
    "reopen": ft.Icons.REPLAY_ROUNDED,
}
"""In the order of the bar; the first that is allowed is the main one."""


@screen
def DisputeScreen(desk: Desk, look: Look, dispute_id: UUID, path: str) -> ft.View:  # noqa: N802
    pane = dispute_pane(desk, look, dispute_id, in_pane=False)
    return view(desk, look, path, [pane, *below(desk, look)])


dispute_screen = kept(DisputeScreen)


@component
def DisputePane(  # noqa: N802
    desk: Desk, look: Look, dispute_id: UUID, *, in_pane: bool
) -> ft.Control:
    return DisputeOf(desk, look, desk.disputes[dispute_id], in_pane)


dispute_pane = kept(DisputePane)


@component
def DisputeOf(  # noqa: N802
    desk: Desk,
    look: Look,
    reading: OneDispute,
    in_pane: bool,  # noqa: FBT001
) -> ft.Control:
    doing, do, close = one_open(NOTHING)
    ft.use_effect(lambda: desk.do(reading.refresh), [reading.dispute_id])
    file = reading.value
    back = desk.screen.back
    if file is None:
        top = navigation.top_bar(look, look.strings.common.loading, "", back)
        return ft.Column([top, _unread(desk, look, reading)], spacing=0, expand=True)
    dispute = file.dispute
    is_held = reading.known is not None and reading.known.is_held
    title = look.strings.disputes.title(number=dispute.document_number)
    top = navigation.top_bar(look, title, dispute.client_name, back)
    today = desk.today()
    of = dispute.client_id
    pending = PendingPart(desk, look, desk.local, of, MOVES, about_id=dispute.id)
    parts: list[ft.Control] = [
        *stale_parts(desk, look, reading, "dispute-stale"),
        layout.column(pending, _figures(desk, look, dispute, today)),
        _facts(desk, look, dispute, today),
        talk_card(desk, look, file, lambda: do("say"), is_held=is_held),
    ]
    gutter = Space.L if in_pane else Space.M
    padding = ft.Padding(left=gutter, right=gutter, top=0, bottom=Space.L)
    body = ft.ListView(parts, expand=True, spacing=Space.S, padding=padding)
    wide = ft.Container(body, width=PROSE_WIDTH if in_pane else None, expand=True)
    shown: list[ft.Control] = [top, wide]
    shown += _bar(look, file, do)
    if doing is not None:
        shown.append(_sheet(desk, look, reading, file, doing, close))
    return ft.Column(shown, spacing=0, expand=True)


def _sheet(
    desk: Desk,
    look: Look,
    reading: OneDispute,
    file: DisputeFile,
    doing: Doing,
    close: Callable[[], None],
) -> ft.Control:
    owners = desk.files[file.dispute.client_id].dispute_owners
    entry = reading.typed(doing)
    sheet, files = keyed(MoveSheet, "sheet"), entry.attachments
    return sheet(desk, look, reading, file, entry, files, owners, doing, close)


def _unread(desk: Desk, look: Look, reading: OneDispute) -> ft.Control:
    if reading.failure is None:
        cards = [states.skeleton_card(look, 3), states.skeleton_card(look, 4, "loading-more")]
        gutter = ft.Padding.symmetric(horizontal=Space.M)
        return ft.Container(layout.column(*cards, gap=Space.S), padding=gutter)
    retry = lambda: desk.do(reading.refresh)  # noqa: E731
    failed = sentence(look.strings, reading.failure)
    error = states.error_state(look, failed, retry, reference=reference(reading.failure))
    return ft.Container(error, alignment=ft.Alignment.CENTER, expand=True)


def _figures(desk: Desk, look: Look, dispute: Dispute, today: date) -> ft.Control:  # noqa: ARG001
    """How much, how much of it is on hold, how it stands and who is late."""
    said, p, mark = look.strings.disputes, look.palette, state_mark(look, dispute)
    claimed = layout.stated(
        look, said.claimed, words.figure(look, dispute.claimed, dispute.currency), "claimed"
    )
    name, value = said.effective, dispute.effective
    if dispute.granted is not None:
        name, value = said.granted, dispute.granted
    held = layout.stated(
        look,
        name,
        words.figure(look, value, dispute.currency, "title", p.ink2),
        "held",
        end=True,
    )
    late = dispute.is_overdue
    line = words.text(
        look, standing_words(look, dispute, today), "strong", p.hold if late else p.ink2
    )
    sign = ft.Row([marks.tag(look, mark.words, mark.tone, mark.icon)], tight=True)
    status = identified(layout.wrap(sign, line, line_gap=4), "standing")
    reason = words.text(look, said.reasons[dispute.reason], "heading")
    return layout.card(look, reason, layout.pair(look, claimed, held), status)


def _facts(desk: Desk, look: Look, dispute: Dispute, today: date) -> ft.Control:
    said = look.strings.disputes
    opened = dispute.opened_at.astimezone(desk.platform.zone)
    who = dispute.opened_by.name if dispute.opened_by else said.by_itself
    residual = look.amount(dispute.document_residual, dispute.currency)
    line = said.invoice_line(number=dispute.document_number, amount=residual)
    to_invoice = Document(dispute.client_id, dispute.document_id)
    rows: list[tuple[str, str, str | ft.Control]] = [
        ("owner", said.owner, owner_words(look, dispute)),
        ("opened", said.opened, said.by_on(who=who, day=look.day(opened.date(), today))),
        ("answer-due", said.answer_due, look.day(dispute.due_on, today)),
    ]
    if dispute.resolution is not None:
        rows.append(("resolution", said.resolution, said.resolutions[dispute.resolution]))
    elif dispute.state not in UNSETTLED:
        rows = [row for row in rows if row[0] != "answer-due"]
    links = layout.column(
        _link(look, "to-invoice", line, lambda: desk.screen.go(to_invoice)),
        layout.hairline(look),
        _link(
            look,
            "to-client",
            dispute.client_name,
            lambda: desk.screen.go(Client(dispute.client_id)),
        ),
    )
    if dispute.origin_comment_id is not None:
        thread = lambda: desk.screen.go(Client(dispute.client_id, "thread"))  # noqa: E731
        from_thread = _link(look, "to-thread", look.strings.thread.from_thread, thread)
        links.controls += [layout.hairline(look), from_thread]
    return layout.card(look, layout.facts(look, rows), layout.hairline(look), links, spread=True)


def _link(look: Look, identifier: str, name: str, on_tap: Callable[[], None]) -> ft.Control:
    words_ = words.text(look, name, "body", look.palette.accent, expand=True)
    chevron = marks.icon(look, ft.Icons.CHEVRON_RIGHT_ROUNDED, look.palette.ink3)
    return buttons.tappable(layout.row(words_, chevron), on_tap, identifier, x=0, y=Space.S)


def _bar(look: Look, file: DisputeFile, do: Callable[[Doing | None], None]) -> list[ft.Control]:
    """What this person may do with it now, as the server says; the main thing at the thumb."""
    said = look.strings.dispute_moves
    allowed = [move for move in ICONS if move in file.may]

    def doing(move: Move) -> Callable[[], None]:
        return lambda: do(move)

    actions = [
        buttons.Action(
            f"move-{move}", said.actions[move], ICONS[move], doing(move), primary=place == 0
        )
        for place, move in enumerate(allowed)
    ]
    return [buttons.action_bar(look, [*reversed(actions)])] if actions else []
