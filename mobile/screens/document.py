"""One document: what remains of it, since when, and what has settled the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import ages, layout, navigation, states, words
from mobile.components.rows import document_marks
from mobile.components.semantics import identified
from mobile.screens.disputes import disputes_group
from mobile.screens.failures import reference, sentence
from mobile.screens.file_head import age_of_data
from mobile.screens.frame import view
from mobile.screens.guard import component, screen
from mobile.screens.hooks import kept
from mobile.screens.staleness import is_told_below, stale_parts
from mobile.screens.status import below
from mobile.store.dispute_draft import held_by
from mobile.store.promises import promised_days
from mobile.theme import Space

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.disputes import ClientDisputes
    from mobile.store.promises import Promises
    from mobile.store.reading import Reading
    from shared.contract.clients import ClientFile
    from shared.contract.receivables import Document, DocumentFile, Settlement


@screen
def DocumentScreen(  # noqa: N802
    desk: Desk, look: Look, client_id: UUID, document_id: UUID
) -> ft.View:
    pane = document_pane(desk, look, client_id, document_id, in_pane=False)
    path = f"/clients/{client_id}/factures/{document_id}"
    return view(desk, look, path, [pane, *below(desk, look)])


document_screen = kept(DocumentScreen)


@component
def DocumentPane(  # noqa: N802
    desk: Desk, look: Look, client_id: UUID, document_id: UUID, *, in_pane: bool
) -> ft.Control:
    client = desk.files[client_id]
    known = (client.file, client.promises, client.disputes, desk.documents[document_id])
    return DocumentOf(desk, look, *known, document_id, in_pane)


document_pane = kept(DocumentPane)


@component
def DocumentOf(  # noqa: N802
    desk: Desk,
    look: Look,
    file: Reading[ClientFile],
    promises: Promises,
    disputes: ClientDisputes,
    reading: Reading[DocumentFile],
    document_id: UUID,
    in_pane: bool,  # noqa: FBT001
) -> ft.Control:
    """What the client file says of it is there at once; its history comes after."""
    ft.use_effect(lambda: desk.do(reading.refresh), [document_id])
    ft.use_effect(lambda: desk.do(promises.ensure), [document_id])
    ft.use_effect(lambda: desk.do(disputes.ensure), [document_id])
    read = reading.value
    ft.use_effect(file.look, [document_id])
    document = read.document if read else _listed(file, document_id)
    today = file.value.today if file.value else desk.today()
    if document is None:
        title, under = look.strings.common.loading, ""
        parts = [_unread(desk, look, reading)]
    else:
        title = f"{look.strings.document.kinds[document.kind]} {document.number}"
        under = _under(desk, look, file, read)
        day = promised_days(promises.items).get(document_id)
        signs = document_marks(look, document, today, day, held_by(disputes.items).get(document_id))
        parts = stale_parts(desk, look, reading, "document-stale")
        parts += [_figures(look, document, today, signs), _dates(look, document, read, today)]
        contested = [one for one in disputes.items if one.document_id == document_id]
        parts += disputes_group(
            desk, look, today, look.strings.disputes.tab, "of-document", contested
        )
        parts.append(_settlements(desk, look, reading, today))
    top = navigation.top_bar(look, title, under, desk.screen.back)
    gutter = Space.L if in_pane else Space.M
    body = ft.ListView(
        parts,
        expand=True,
        spacing=Space.S,
        padding=ft.Padding(left=gutter, right=gutter, top=0, bottom=Space.L),
    )
    return ft.Column([top, body], spacing=0, expand=True)


def _listed(file: Reading[ClientFile], document_id: UUID) -> Document | None:
    known = file.value.open_documents if file.value else []
    return next((one for one in known if one.id == document_id), None)


def _under(desk: Desk, look: Look, file: Reading[ClientFile], read: DocumentFile | None) -> str:
    name = file.value.identity.name if file.value else read.client_name if read else ""
    aged = age_of_data(desk, look, file.value) if file.value else ""
    return " · ".join(part for part in (name, aged) if part)


def _unread(desk: Desk, look: Look, reading: Reading[DocumentFile]) -> ft.Control:
    if reading.failure is None:
        return states.skeleton_card(look, 5)
    return states.error_state(
        look,
        sentence(look.strings, reading.failure),
        lambda: desk.do(reading.refresh),
        reference=reference(reading.failure),
    )


def _figures(look: Look, document: Document, today: date, signs: list[ft.Control]) -> ft.Control:
    said = look.strings.document
    spoken = said.residual_spoken(amount=look.spoken(document.residual, document.currency))
    left = layout.column(
        words.label(look, said.residual),
        identified(
            words.figure(look, document.residual, document.currency, spoken=spoken), "residual"
        ),
    )
    whole = words.figure(look, document.amount, document.currency, "title", look.palette.ink2)
    right = layout.column(words.label(look, said.amount), identified(whole, "amount"))
    parts: list[ft.Control] = [layout.pair(look, left, right)]
    late = (today - document.due_on).days
    if late > 0 and document.residual > 0:
        parts.append(identified(ages.age(look, late), "age"))
    if signs:
        line = ft.Row(signs, spacing=4, run_spacing=4, wrap=True)
        parts.append(identified(line, "marks"))
    return layout.card(look, *parts)


def _dates(look: Look, document: Document, read: DocumentFile | None, today: date) -> ft.Control:
    said, shown = look.strings.document, []
    due = look.day(document.due_on, today)
    if document.due_estimated:
        due = f"{due} · {said.estimated_mark}"
    shown.append(("issued-on", said.issued_on, look.day(document.issued_on, today)))
    if document.kind not in ("credit_note", "deposit"):
        shown.append(("due-on", said.due_on, due))
    if document.settled_on is not None:
        shown.append(("settled-on", said.settled, look.day(document.settled_on, today)))
    if document.label:
        shown.append(("label", said.label, document.label))
    if document.branch:
        shown.append(("branch", said.branch, document.branch))
    if read is not None:
        shown.append(("age-from-issue", said.age_from_issue, look.days(read.age_from_issue)))
        source = " · ".join(part for part in (read.source, read.source_file) if part)
        shown.append(("source", said.source, source))
    return layout.card(look, layout.facts(look, shown), spread=True)


def _settlements(desk: Desk, look: Look, reading: Reading[DocumentFile], today: date) -> ft.Control:
    said = look.strings.document
    head = identified(words.text(look, said.settlements, "heading"), "settlements", header=True)
    if reading.value is None and is_told_below(desk, reading.failure):
        needs = words.text(look, look.strings.offline.settlements, "body", look.palette.ink2)
        return layout.card(look, head, needs, spread=True)
    if reading.value is None:
        return layout.card(look, head, _unread(desk, look, reading))
    document = reading.value.document
    rows: list[ft.Control] = [
        _settlement(look, one, document.currency, today) for one in reading.value.settlements
    ]
    if not rows:
        rows = [words.text(look, said.no_settlement, "body", look.palette.ink2)]
    return layout.card(look, head, layout.column(*rows, gap=8), spread=True)


def _settlement(look: Look, one: Settlement, currency: str, today: date) -> ft.Control:
    said, p = look.strings.document, look.palette
    how = " ".join(part for part in (said.settled_by[one.by], one.reference) if part)
    when = look.day(one.value_on, today)
    if one.value_after is not None:
        when = said.settled_between(first=look.day(one.value_after, today), last=when)
    left = layout.column(words.text(look, how, "body"), words.text(look, when, "label", p.ink3))
    return layout.between(look, left, words.amount(look, one.amount, currency, p.ok, weight=500))
