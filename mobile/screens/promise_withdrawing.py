"""The sheet that withdraws a promise, and asks why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, fields, layout, sheets, words
from mobile.screens.guard import component
from mobile.screens.promise_word import fate_of
from mobile.screens.refusal import refusal
from mobile.screens.taken import taken_words
from mobile.store.promise_draft import NOTE_MOST
from mobile.theme import Space
from shared.contract.promises import EndPromise

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.dispute_entry import MoveEntry
    from mobile.store.promises import Promises
    from shared.contract.clients import ClientFile
    from shared.contract.promises import Promise


@component
def WithdrawSheet(  # noqa: N802
    desk: Desk,
    look: Look,
    promises: Promises,
    file: ClientFile,
    promise: Promise,
    close: Callable[[], None],
) -> ft.Control:
    entry = promises.withdrawing(promise.id)
    return WithdrawForm(desk, look, entry, promises, file, promise, close)


@component
def WithdrawForm(  # noqa: N802
    desk: Desk,
    look: Look,
    entry: MoveEntry,
    promises: Promises,
    file: ClientFile,
    promise: Promise,
    close: Callable[[], None],
) -> ft.Control:
    said = look.strings.promise_sheet
    error = error_of(look, entry.draft.text)

    def send() -> None:
        if error:
            entry.ask()
        else:
            desk.do(sent)

    async def sent() -> None:
        word = EndPromise(id=entry.draft.id, why=entry.draft.text.strip())
        made = await entry.send(lambda: promises.withdraw(promise.id, word))
        if made is not None:
            desk.say(taken_words(look, made, lambda _: said.withdrawn))
            close()

    shown = sheets.sheet(
        look,
        said.withdraw_title,
        [
            words.text(look, said.withdraw_way, "body", look.palette.ink2),
            fields.field(
                look,
                said.why,
                entry.draft.text,
                lambda text: entry.change(text=text),
                "withdraw-why",
                lines=3,
                error=error if entry.asked else None,
            ),
        ],
        close,
        screen_height=desk.screen.height,
        under=file.identity.name,
        action=_foot(look, entry, send),
        identifier="withdraw-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()


def error_of(look: Look, why: str) -> str | None:
    said = look.strings.promise_sheet
    if not why.strip():
        return said.why_missing
    return said.troubles["too-long"] if len(why.strip()) > NOTE_MOST else None


def _foot(look: Look, entry: MoveEntry, send: Callable[[], None]) -> ft.Control:
    parts: list[ft.Control] = []
    if entry.failure is not None:
        parts.append(refusal(look, fate_of(look, entry.failure)))
    name = look.strings.common.retry if entry.failure else look.strings.promise_sheet.withdraw_save
    parts.append(
        buttons.button(look, name, send, "withdraw-save", kind="danger", busy=entry.sending)
    )
    return layout.column(*parts, gap=Space.S)
