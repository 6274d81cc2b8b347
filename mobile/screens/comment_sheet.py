"""The sheet that posts a comment, and the one that changes it while it is fresh."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.api.failures import Refused
from mobile.components import buttons, fields, layout, sheets, words
from mobile.screens.attaching import AttachmentPart
from mobile.screens.comment_guard import guard_part, reason_part
from mobile.screens.comment_names import NamesPart
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.refusal import refusal
from mobile.screens.taken import taken_words
from mobile.screens.thread_words import at_words
from mobile.store.comment_entry import NOT_FACTUAL, TEXT_MOST
from mobile.theme import Space
from shared.formats import number_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.api.failures import Failure
    from mobile.components.look import Look
    from mobile.store.attachments import Attachments
    from mobile.store.comment_entry import CommentEntry, Part
    from mobile.store.desk import Desk
    from mobile.store.who import Who
    from shared.contract.threads import Comment

COUNTED_FROM: Final = 9_000
LINES: Final = 5
PART_OF: Final[dict[str, Part]] = {
    "not-mentionable": "text",
    "edit-too-late": "text",
    "no-such-file": "files",
    NOT_FACTUAL: "reason",
}
"""Where on the sheet the server's noes belong, by their codes."""


@component
def CommentSheet(  # noqa: N802
    desk: Desk,
    look: Look,
    who: Who,
    entry: CommentEntry,
    attachments: Attachments | None,  # noqa: ARG001 - drawn again when one comes or goes
    changed: Comment | None,
    close: Callable[[], None],
) -> ft.Control:
    """`changed` is the comment that is being changed, None for a new one."""
    said = look.strings.comment_sheet
    errors = errors_of(look, entry)

    async def sent() -> None:
        if not await entry.files_arrived():
            return
        made = await entry.send(who.names(look.strings.me.roles))
        if made is not None:
            told = said.sent if changed is None else said.changed
            desk.say(taken_words(look, made, lambda _: told))
            close()

    def send() -> None:
        if entry.look_over():
            desk.do(sent)

    shown = sheets.sheet(
        look,
        said.title if changed is None else said.edit_title,
        _body(desk, look, entry, who, errors),
        close,
        screen_height=desk.screen.height,
        under=_under(desk, look, changed),
        action=_foot(look, entry, errors, send, is_new=changed is None),
        identifier="comment-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()


def _under(desk: Desk, look: Look, changed: Comment | None) -> str:
    said = look.strings.comment_sheet
    if changed is None or changed.editable_until is None:
        return said.internal
    return said.edit_until(at=at_words(desk, look, changed.editable_until))


def _body(
    desk: Desk, look: Look, entry: CommentEntry, who: Who, errors: dict[Part, str]
) -> list[ft.Control]:
    said = look.strings.comment_sheet
    text = fields.field(
        look,
        said.text,
        entry.draft.text,
        entry.write,
        "comment-text",
        hint=said.hint,
        lines=LINES,
        autofocus=True,
        error=errors.get("text"),
    )
    written: list[ft.Control] = [text]
    if len(entry.draft.text) > COUNTED_FROM:
        written.append(_count(look, entry))
    body: list[ft.Control] = [
        layout.column(*written, gap=Space.XXS),
        NamesPart(desk, look, entry, who),
    ]
    if entry.findings:
        body = [guard_part(look, entry), *body, reason_part(look, entry, errors.get("reason"))]
    if entry.attachments is not None:
        part = AttachmentPart(desk, look, entry.attachments, "comment")
        body.append(
            fields.group(
                look, said.files, part, identifier="comment-files", error=errors.get("files")
            )
        )
    return body


def _count(look: Look, entry: CommentEntry) -> ft.Control:
    language = look.strings.language
    count = look.strings.comment_sheet.count(
        n=number_text(len(entry.draft.text), language), most=number_text(TEXT_MOST, language)
    )
    too_many = len(entry.draft.text) > TEXT_MOST
    return words.text(look, count, "label", look.palette.hold if too_many else look.palette.ink3)


def errors_of(look: Look, entry: CommentEntry) -> dict[Part, str]:
    """The sentence under each part, once it was to be sent: ours first, then the server's."""
    found = entry.troubles() if entry.asked else {}
    errors = {part: look.strings.comment_sheet.troubles[name] for part, name in found.items()}
    failure = entry.failure
    if isinstance(failure, Refused) and failure.code in PART_OF:
        errors.setdefault(PART_OF[failure.code], sentence(look.strings, failure))
    return errors


def _foot(
    look: Look,
    entry: CommentEntry,
    errors: dict[Part, str],
    send: Callable[[], None],
    *,
    is_new: bool,
) -> ft.Control:
    """The one button, under what became of the entry: in sight wherever the sheet is scrolled."""
    said = look.strings.comment_sheet
    parts: list[ft.Control] = []
    if entry.failure is not None:
        parts.append(refusal(look, fate_of(look, entry.failure)))
    elif errors:
        parts.append(refusal(look, next(iter(errors.values()))))
    name = said.save if is_new else said.save_edit
    if entry.failure is not None:
        name = look.strings.common.retry
    elif entry.findings:
        name = said.save_anyway
    parts.append(buttons.button(look, name, send, "comment-save", busy=entry.sending))
    return layout.column(*parts, gap=Space.S)


def fate_of(look: Look, failure: Failure) -> str:
    """*À revoir* where the server said no, *pas envoyé* where it did not answer; and why."""
    said = look.strings.comment_sheet
    why = sentence(look.strings, failure)
    if isinstance(failure, Refused):
        if failure.code == "id-taken":
            why = said.posted_already
        return f"{said.to_review} – {why}"
    return f"{said.not_sent} – {why} {said.kept}"
