"""Adding photos and papers to an entry: two buttons, and what became of each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.api.failures import Refused, SessionOver
from mobile.components import attachments as drawn
from mobile.components import buttons, layout
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.store.attachments import FILES_MOST
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.platform.ports import Chosen, PickingFor
    from mobile.store.attachments import Attachment, Attachments
    from mobile.store.desk import Desk

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif")


@component
def AttachmentPart(  # noqa: N802
    desk: Desk, look: Look, attachments: Attachments, purpose: PickingFor
) -> ft.Control:
    """Under the words of an entry. While a file is on its way, no other can be chosen."""
    ft.on_mounted(lambda: desk.do(attachments.looked_after, desk.platform.now()))
    rows = [_row(desk, look, attachments, one) for one in attachments.items]
    said = look.strings.files

    def chosen(file: Chosen) -> None:
        desk.do(attachments.add, file)

    def button(words: str, icon: ft.IconData, identifier: str, *, photos: bool) -> ft.Control:
        return buttons.button(
            look,
            words,
            _chosen_in_the_browser,
            identifier,
            kind="soft",
            icon=icon,
            height=44,
            enabled=not attachments.is_sending and len(attachments.items) < FILES_MOST,
            action=desk.platform.picking(chosen, purpose, photos=photos, several=True),
            expand=None if look.big else True,
        )

    photo = button(said.add_photo, ft.Icons.ADD_A_PHOTO_OUTLINED, "attach-photo", photos=True)
    paper = button(said.add_file, ft.Icons.ATTACH_FILE_ROUNDED, "attach-file", photos=False)
    both = layout.column(photo, paper, gap=Space.XS) if look.big else layout.row(photo, paper)
    return layout.column(*rows, both, gap=Space.XS)


def _chosen_in_the_browser() -> None:
    """The device's own dialog opens on the tap; there is nothing more to do here."""


def _row(desk: Desk, look: Look, attachments: Attachments, one: Attachment) -> ft.Control:
    error = why_not(look, one)
    stored = one.stored
    is_photo = stored.has_thumbnail if stored else one.name.lower().endswith(PICTURES)
    return drawn.sent_row(
        look,
        f"attachment-{one.id}",
        one.name,
        _under(look, one),
        picture=one.picture,
        is_photo=is_photo,
        share=one.share,
        error=error,
        on_remove=_removing(attachments, one),
        on_retry=(lambda: desk.do(attachments.retry, one.id)) if may_retry(one) else None,
    )


def may_retry(one: Attachment) -> bool:
    """What is wrong with the file itself stays so; who signs in again sends it again."""
    server_error = 500
    failure = one.failure
    if isinstance(failure, SessionOver):
        return True
    return failure is not None and not (
        isinstance(failure, Refused) and failure.status < server_error
    )


def _removing(attachments: Attachments, one: Attachment) -> Callable[[], None]:
    return lambda: attachments.remove(one.id)


def _under(look: Look, one: Attachment) -> str:
    said = look.strings.files
    size = drawn.size_words(look, size_of(one))
    if one.stored is not None:
        return f"{size} · {said.sent}"
    if one.content is not None:
        return f"{size} · {said.held}"
    return f"{size} · {said.sending if one.share is not None else said.waiting}"


def size_of(one: Attachment) -> int:
    """In bytes, as it is or will be sent."""
    if one.stored is not None:
        return one.stored.size_bytes
    return one.chosen.size if one.content is None else len(one.content)


def why_not(look: Look, one: Attachment) -> str:
    """Why it was not taken, in words; empty where nothing is wrong."""
    if one.refusal is not None:
        return look.strings.files.refusals[one.refusal]
    return sentence(look.strings, one.failure) if one.failure is not None else ""
