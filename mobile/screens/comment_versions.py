"""What a comment said before it was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.api.failures import Failure
from mobile.components import layout, sheets, states, words
from mobile.components.semantics import identified
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.screens.thread_words import author_words, local
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.thread import Thread
    from shared.contract.threads import Comment, CommentVersion

NOT_YET: tuple[CommentVersion, ...] | None = None
FINE: Failure | None = None


@component
def VersionsSheet(  # noqa: N802
    desk: Desk, look: Look, thread: Thread, comment: Comment, close: Callable[[], None]
) -> ft.Control:
    found, put = state(NOT_YET)
    failure, fail = state(FINE)

    async def read() -> None:
        fail(None)
        try:
            put(tuple(await thread.versions(comment.id)))
        except Failure as refused:
            fail(refused)

    ft.on_mounted(lambda: desk.do(read))
    body: list[ft.Control]
    if failure is not None:
        body = [states.error_state(look, sentence(look.strings, failure), lambda: desk.do(read))]
    elif found is None:
        body = [states.skeleton_card(look)]
    else:
        body = [_version(desk, look, one, place == 0) for place, one in enumerate(found)]
    shown = sheets.sheet(
        look,
        look.strings.thread.versions_title,
        body,
        close,
        screen_height=desk.screen.height,
        under=author_words(desk, look, comment),
        identifier="versions-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()


def _version(desk: Desk, look: Look, one: CommentVersion, is_last: bool) -> ft.Control:  # noqa: FBT001
    p = look.palette
    when = look.moment(local(desk, one.written_at), desk.today())
    name = look.strings.thread.version_now if is_last else ""
    over = " · ".join(part for part in (name, when) if part)
    told = layout.column(
        words.text(look, over, "label", p.ink3),
        words.text(look, one.text, "body", p.ink if is_last else p.ink2),
        gap=Space.XXS,
    )
    return identified(told, f"version-{one.number}")
