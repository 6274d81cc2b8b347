"""One entry that is not with the server yet, wherever it is seen: what, and how it is doing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.components import buttons, layout, marks, words
from mobile.components.semantics import identified
from mobile.screens.entry_words import STANDINGS, sign_of, told
from mobile.screens.guard import component
from mobile.store.place import Entries as EntriesPlace
from mobile.sync.commands import COMMANDS
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.screens.entry_words import Told
    from mobile.store.desk import Desk
    from mobile.store.entries import Shown
    from mobile.store.local import Local
    from mobile.sync.commands import Kind
    from mobile.sync.entries import Entry, Standing
    from shared.contract.changes import ClientCopy
    from shared.contract.today import Today

LINES = 3
NOT_FOUND: Final = 404


def standing_tag(look: Look, standing: Standing) -> ft.Control:
    """Its state in one word, with the icon that means the same."""
    sign, tone = STANDINGS[standing]
    return marks.tag(look, look.strings.entries.standings[standing], tone, sign)


def reason_words(look: Look, shown: Shown) -> str:
    """Why it was refused, or what it waits for; empty where it only waits for the network."""
    said, problem = look.strings.entries, shown.entry.problem
    if problem is not None:
        return said.reasons.get(problem.code, problem.detail)
    return said.held_why if shown.standing == "held" else ""


def told_of(desk: Desk, look: Look, entry: Entry) -> Told:
    return told(look, entry, copy_of(desk, entry), desk.today())


def client_name(desk: Desk, entry: Entry) -> str:
    """While the device may hold the client; empty then."""
    copy = copy_of(desk, entry)
    return copy.identity.name if copy else ""


def copy_of(desk: Desk, entry: Entry) -> ClientCopy | None:
    """What is held of the client; nothing where the server said that it is not theirs to see."""
    command, problem = COMMANDS.get(entry.kind), entry.problem
    of_client = command is not None and not command.is_about
    if of_client and problem is not None and problem.status == NOT_FOUND:
        return None
    return desk.local.copy(entry.client_id)


def what_part(look: Look, one: Told, standing: Standing) -> ft.Control:
    """What was typed, its state beside the title."""
    p = look.palette
    title = words.text(look, one.title, "strong", p.ink2)
    head = layout.pair(look, title, ft.Row([standing_tag(look, standing)], tight=True))
    under: list[ft.Control] = []
    if one.amount:
        under.append(words.text(look, one.amount, "amount", spoken=one.spoken))
    for place, line in enumerate(one.lines):
        ink = p.ink if place == 0 else p.ink2
        under.append(words.text(look, line, "body" if place == 0 else "label", ink, lines=LINES))
    return layout.column(head, *under, gap=2)


def entry_row(desk: Desk, look: Look, shown: Shown, *, names_client: bool = False) -> ft.Control:
    """Leads to where it can be changed, said again or given up."""
    p = look.palette
    parts = [what_part(look, told_of(desk, look, shown.entry), shown.standing)]
    if names_client and (name := client_name(desk, shown.entry)):
        parts.insert(0, words.text(look, name, "heading", lines=2))
    if why := reason_words(look, shown):
        parts.append(words.text(look, why, "label", p.hold if shown.entry.problem else p.ink2))
    body = layout.column(*parts, gap=Space.XXS)
    go = lambda: desk.screen.go(EntriesPlace())  # noqa: E731
    return buttons.tappable(body, go, f"pending-{shown.entry.id}")


def pending_card(
    desk: Desk, look: Look, shown: Collection[Shown], *, names_client: bool = False
) -> list[ft.Control]:
    """Over what the server has; nothing where nothing waits."""
    if not shown:
        return []
    title = words.text(look, look.strings.entries.pending, "strong", look.palette.ink2)
    head = identified(title, "pending", header=True)
    parts: list[ft.Control] = [
        ft.Container(head, padding=ft.Padding(left=16, right=16, top=14, bottom=2))
    ]
    for place, one in enumerate(shown):
        parts += [layout.hairline(look, Space.M)] if place else []
        parts.append(entry_row(desk, look, one, names_client=names_client))
    return [layout.card(look, *parts, pad=0, gap=0)]


def above(*parts: ft.Control) -> ft.Control:
    """With the distance to what stands below: none where there is nothing."""
    return layout.padded(layout.column(*parts, gap=Space.S), top=0, y=Space.S if parts else 0)


@component
def PendingPart(  # noqa: N802
    desk: Desk,
    look: Look,
    local: Local,  # noqa: ARG001 - drawn again with each change of an entry
    client_id: UUID,
    kinds: Collection[Kind],
    known: Collection[UUID] = frozenset(),
    about_id: UUID | None = None,
) -> ft.Control:
    """What of a client's waits to be sent. `known`: the server's own, that took their place."""
    shown = desk.entries.of_client(client_id, kinds, about_id)
    return above(*pending_card(desk, look, [one for one in shown if not one.is_known_as(known)]))


@component
def NothingYet(  # noqa: N802
    desk: Desk,
    local: Local,  # noqa: ARG001 - drawn again with each change of an entry
    client_id: UUID,
    kinds: Collection[Kind],
    empty: Callable[[], ft.Control],
) -> ft.Control:
    """That there is nothing; said of nobody of whom something waits to be sent."""
    return ft.Container() if desk.entries.of_client(client_id, kinds) else empty()


ABOUT_INVOICES: Final[tuple[Kind, ...]] = ("open-dispute", "take-promise")


@component
def PendingMark(  # noqa: N802
    desk: Desk,
    look: Look,
    local: Local,  # noqa: ARG001 - drawn again with each change of an entry
    client_id: UUID,
    document_id: UUID,
) -> ft.Control:
    """On an invoice that something is said about and not sent: what, and how it is doing."""
    said = look.strings.entries
    signs: list[ft.Control] = []
    for one in desk.entries.of_client(client_id, ABOUT_INVOICES):
        if one.standing != "sent" and str(document_id) in named_in(one.entry):
            what = said.mark(what=said.kinds[one.entry.kind], state=said.standings[one.standing])
            signs.append(marks.tag(look, what, STANDINGS[one.standing][1], sign_of(one.entry)))
    return ft.Row(signs, spacing=Space.XXS, run_spacing=Space.XXS, wrap=True, tight=True)


def named_in(entry: Entry) -> set[str]:
    """The invoices it is about."""
    return {*(entry.body.get("document_ids") or ()), str(entry.body.get("document_id"))}


OF_VISITS: Final[tuple[Kind, ...]] = ("plan-visit", "move-visit", "remove-visit", "report-visit")


@component
def PendingVisits(desk: Desk, look: Look, local: Local, known: Today) -> ft.Control:  # noqa: ARG001, N802
    """Of one's day, whichever the client."""
    there = {id_ for one in known.visits for id_ in (one.visit.id, one.visit.report_id) if id_}
    shown = [one for one in desk.entries.of_kinds(OF_VISITS) if not one.is_known_as(there)]
    return above(*pending_card(desk, look, shown, names_client=True))
