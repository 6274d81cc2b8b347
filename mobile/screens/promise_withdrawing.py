"""The sheet that withdraws a promise, and asks why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import flet as ft

from mobile.api.failures import Failure
from mobile.components import buttons, fields, layout, sheets, words
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.screens.promise_word import fate_of
from mobile.screens.refusal import refusal
from mobile.store.promise_draft import NOTE_MOST
from mobile.theme import Space
from shared.contract.promises import EndPromise
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.promises import Promises
    from shared.contract.clients import ClientFile
    from shared.contract.promises import Promise


@dataclass(frozen=True, slots=True)
class Typed:
    """`id` is the command's: sent twice, it is done once."""

    id: UUID
    why: str = ""
    error: str = ""
    failure: str = ""
    busy: bool = False


@component
def WithdrawSheet(  # noqa: N802
    desk: Desk,
    look: Look,
    promises: Promises,
    file: ClientFile,
    promise: Promise,
    close: Callable[[], None],
) -> ft.Control:
    said = look.strings.promise_sheet
    typed, put = state(Typed(new_id()))

    def send() -> None:
        why = typed.why.strip()
        if not why:
            put(replace(typed, error=said.why_missing))
        elif len(why) > NOTE_MOST:
            put(replace(typed, error=said.troubles["too-long"]))
        else:
            desk.do(sent, why)

    async def sent(why: str) -> None:
        put(replace(typed, busy=True, failure="", error=""))
        try:
            await promises.withdraw(promise.id, EndPromise(id=typed.id, why=why))
        except Failure as failure:
            put(replace(typed, failure=fate_of(look, failure), error=""))
            return
        desk.say(said.withdrawn)
        close()

    body = _reason(look, typed, lambda text: put(replace(typed, why=text, error="")))
    shown = sheets.sheet(
        look,
        said.withdraw_title,
        body,
        close,
        screen_height=desk.screen.height,
        under=file.identity.name,
        action=_foot(look, typed, send),
        identifier="withdraw-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()


def _reason(look: Look, typed: Typed, change: Callable[[str], None]) -> list[ft.Control]:
    said = look.strings.promise_sheet
    error = typed.error or None
    return [
        words.text(look, said.withdraw_way, "body", look.palette.ink2),
        fields.field(look, said.why, typed.why, change, "withdraw-why", lines=3, error=error),
    ]


def _foot(look: Look, typed: Typed, send: Callable[[], None]) -> ft.Control:
    parts: list[ft.Control] = [refusal(look, typed.failure)] if typed.failure else []
    name = look.strings.common.retry if typed.failure else look.strings.promise_sheet.withdraw_save
    parts.append(buttons.button(look, name, send, "withdraw-save", kind="danger", busy=typed.busy))
    return layout.column(*parts, gap=Space.S)
