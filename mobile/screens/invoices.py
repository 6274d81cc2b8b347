"""The documents of a client: overdue, to come, credits; paid ones when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, rows, states, words
from mobile.components.semantics import identified
from mobile.screens.entry_row import PendingMark
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.hooks import kept
from mobile.store.invoices import Group, grouped
from mobile.store.place import Document as DocumentPlace

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from decimal import Decimal
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.documents import Paid
    from mobile.store.invoices import Marked
    from shared.contract.clients import ClientFile
    from shared.contract.receivables import BucketName, Document


def groups(
    desk: Desk,
    look: Look,
    file: ClientFile,
    bucket: BucketName | None,
    drawn: int,
    all_again: Callable[[], None],
    marked: Marked,
) -> list[ft.Control]:
    """A card for each group, with the subtotal that the cards above show; `drawn` rows at most."""
    shown: list[ft.Control] = []
    if bucket is not None:
        name = look.strings.age.buckets_spoken[bucket]
        shown.append(
            ft.Row(
                [
                    buttons.chip(
                        look,
                        look.strings.file.in_bucket(bucket=name),
                        all_again,
                        "bucket-off",
                        on=True,
                        icon=ft.Icons.CLOSE_ROUNDED,
                    )
                ]
            )
        )
    left = drawn
    for group in grouped(file, bucket):
        shown.append(_group(desk, look, file, group, group.documents[: max(0, left)], marked))
        left -= len(group.documents)
        if left <= 0:
            break
    if not grouped(file, bucket):
        words_ = look.strings.file
        shown.append(
            states.empty_state(look, ft.Icons.TASK_ALT_ROUNDED, words_.no_open, words_.no_open_way)
        )
    return shown


def _group(
    desk: Desk,
    look: Look,
    file: ClientFile,
    group: Group,
    documents: tuple[Document, ...],
    marked: Marked,
) -> ft.Control:
    said = look.strings.file
    titles = {
        "overdue": said.group_overdue,
        "coming": said.group_coming,
        "credits": said.group_credits,
    }
    head = _head(look, titles[group.name], group.total, group.currency, group.name)
    shown: list[ft.Control] = [head]
    for place, document in enumerate(documents):
        shown += [layout.hairline(look, 16)] if place else []
        signs = (marked.promised.get(document.id), marked.disputed.get(document.id))
        where = (file.identity.id, document, file.today, *signs)
        shown.append(document_line(desk, look, *where, key=str(document.id)))
    if group.free_payments:
        shown += [layout.hairline(look, 16)] if documents else []
        shown.append(_free(look, group.free_payments, group.currency))
    return layout.card(look, *shown, pad=0, gap=0)


def _head(look: Look, title: str, total: Decimal, currency: str, name: str) -> ft.Control:
    ink = look.palette.ink2
    line = layout.between(
        look,
        words.text(look, title, "strong", ink),
        words.amount(look, total, currency, ink, role="sum", weight=600),
    )
    inside = ft.Container(line, padding=ft.Padding(left=16, right=16, top=14, bottom=2))
    return identified(inside, f"group-{name}-{currency}", header=True)


def _free(look: Look, amount: Decimal, currency: str) -> ft.Control:
    """Payments received that settle nothing yet: they count in the total, so they are shown."""
    line = layout.between(
        look,
        words.text(look, look.strings.file.free_payments, "heading"),
        words.amount(look, amount, currency, look.palette.ok),
    )
    return identified(layout.padded(line, x=16, y=12), f"free-payments-{currency}")


@component
def DocumentLine(  # noqa: N802
    desk: Desk,
    look: Look,
    client_id: UUID,
    document: Document,
    today: date,
    promised_on: date | None = None,
    disputed: Decimal | None = None,
) -> ft.Control:
    return rows.document_row(
        look,
        document,
        today,
        lambda: desk.screen.go(DocumentPlace(client_id, document.id)),
        promised_on=promised_on,
        disputed=disputed,
        further=PendingMark(desk, look, desk.local, client_id, document.id)
        if desk.local.is_kept
        else None,
    )


document_line = kept(DocumentLine)


@component
def PaidDocuments(desk: Desk, look: Look, file: ClientFile, paid: Paid) -> ft.Control:  # noqa: N802
    """Asked for by a tap, then page after page."""
    said = look.strings.file
    more = buttons.button(
        look, said.show_paid, lambda: desk.do(paid.more), "show-paid", kind="text", height=44
    )
    if not paid.asked:
        return more
    shown: list[ft.Control] = [
        ft.Container(
            identified(
                words.text(look, said.group_paid, "strong", look.palette.ink2),
                "group-paid",
                header=True,
            ),
            padding=ft.Padding(left=16, right=16, top=14, bottom=2),
        )
    ]
    for place, document in enumerate(paid.rows):
        shown += [layout.hairline(look, 16)] if place else []
        shown.append(
            document_line(desk, look, file.identity.id, document, file.today, key=str(document.id))
        )
    shown += _tail(desk, look, paid)
    return layout.card(look, *shown, pad=0, gap=0)


def _tail(desk: Desk, look: Look, paid: Paid) -> list[ft.Control]:
    said = look.strings
    if paid.failure is not None:
        return [states.error_state(look, sentence(said, paid.failure), lambda: desk.do(paid.more))]
    if paid.loading:
        return [states.skeleton_rows(look, 2, identifier="loading-paid")]
    if paid.more_to_come:
        return [
            buttons.button(
                look,
                said.file.more_paid,
                lambda: desk.do(paid.more),
                "more-paid",
                kind="text",
                height=44,
            )
        ]
    if not paid.rows:
        return [layout.padded(words.text(look, said.file.no_paid, "body"), x=16, y=12)]
    return []
