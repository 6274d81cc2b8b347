"""The sheet that makes a client part of another one: which, then what will happen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import flet as ft

from mobile.api.failures import Failure
from mobile.components import buttons, fields, layout, sheets, states, words
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.screens.refusal import refusal
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.clients import ClientList
    from mobile.store.desk import Desk
    from shared.contract.clients import ClientFile, ClientRow, Identity

SKELETONS = 4
TELLING_FROM, TELLING_MOST = 5, 2
"""Letters from which a word of a name tells more than a legal form; and how many of them."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is sought, and the client that was found to remain."""

    query: str
    target: ClientRow | None = None
    failure: str = ""
    busy: bool = False


@component
def MergeSheet(  # noqa: N802
    desk: Desk, look: Look, file: ClientFile, others: ClientList, close: Callable[[], None]
) -> ft.Control:
    """Begins with the clients of a like name: those are merged most often."""
    who, said = file.identity, look.strings.merging
    draft, put = state(Draft(telling_words(who.name)))
    ft.on_mounted(lambda: desk.do(others.look_for, draft.query))

    async def merge(target: ClientRow) -> None:
        put(replace(draft, busy=True, failure=""))
        try:
            await desk.merge(who.id, target.id)
        except Failure as failure:
            put(replace(draft, busy=False, failure=sentence(look.strings, failure)))
            return
        desk.say(said.merged(code=who.code, name=target.name))

    action: ft.Control | None = None
    if draft.target is None:
        body = _choice(desk, look, who, others, draft, put)
    else:
        body, target = _confirmation(look, file, draft, put), draft.target
        action = buttons.button(
            look,
            said.confirm,
            lambda: desk.do(merge, target),
            "merge-confirm",
            busy=draft.busy,
            icon=ft.Icons.MERGE_ROUNDED,
        )
    shown = sheets.sheet(
        look,
        said.into_title(name=who.name),
        body,
        close,
        screen_height=desk.screen.height,
        under=who.code,
        action=action,
        identifier="merge-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()


def telling_words(name: str) -> str:
    """`Ets Menuiserie Vauclair SARL` → `Menuiserie Vauclair`: what another spelling would share."""
    telling = [word for word in name.split() if len(word) >= TELLING_FROM]
    return " ".join(telling[:TELLING_MOST]) or name


def _choice(
    desk: Desk,
    look: Look,
    who: Identity,
    others: ClientList,
    draft: Draft,
    put: Callable[[Draft], None],
) -> list[ft.Control]:
    said = look.strings.merging

    def sought(text: str) -> None:
        put(replace(draft, query=text))
        desk.do(others.look_for, text)

    return [
        words.text(look, said.into_way, "body", look.palette.ink2),
        fields.search_field(
            look,
            draft.query,
            sought,
            lambda: sought(""),
            "merge-search",
            fill=look.palette.fill,
            words=said.search,
        ),
        _found(desk, look, who, others, draft, put),
    ]


def _found(
    desk: Desk,
    look: Look,
    who: Identity,
    others: ClientList,
    draft: Draft,
    put: Callable[[Draft], None],
) -> ft.Control:
    said = look.strings.merging
    if others.failure is not None:
        retry = lambda: desk.do(others.look_for, draft.query)  # noqa: E731
        return states.error_state(look, sentence(look.strings, others.failure), retry)
    if others.known is None:
        return states.skeleton_rows(look, SKELETONS)
    rows: list[ft.Control] = []
    for row in others.known.value.rows:
        if row.id != who.id:
            rows += [layout.hairline(look, Space.M)] if rows else []
            rows.append(_row(look, row, _chosen(put, draft, row)))
    if not rows:
        return states.empty_state(
            look,
            ft.Icons.SEARCH_OFF_ROUNDED,
            said.none_found,
            said.none_found_way,
            identifier="merge-none",
        )
    return layout.card(look, *rows, pad=0, gap=0, color=look.palette.canvas, spread=True)


def _chosen(put: Callable[[Draft], None], draft: Draft, row: ClientRow) -> Callable[[], None]:
    return lambda: put(replace(draft, target=row))


def _row(look: Look, row: ClientRow, on_tap: Callable[[], None]) -> ft.Control:
    under = " · ".join(part for part in (row.code, row.town, row.branch, row.company) if part)
    left = layout.column(
        words.text(look, row.name, "heading"),
        words.text(look, under, "label", look.palette.ink3, lines=2),
    )
    owed = words.amount(look, row.outstanding, row.currency, weight=500)
    return buttons.tappable(layout.pair(look, left, owed), on_tap, f"into-{row.id}")


def _confirmation(
    look: Look, file: ClientFile, draft: Draft, put: Callable[[Draft], None]
) -> list[ft.Control]:
    """Both by code and name, what moves, and how it is taken back."""
    said, who, target = look.strings.merging, file.identity, draft.target
    assert target is not None  # noqa: S101 - asked where there is one
    body: list[ft.Control] = [
        words.text(look, said.confirm_title, "title"),
        layout.card(
            look,
            layout.facts(
                look,
                [
                    ("merge-gives", said.gives, f"{who.code} · {who.name}"),
                    ("merge-takes", said.takes, f"{target.code} · {target.name}"),
                ],
            ),
            color=look.palette.canvas,
            spread=True,
        ),
    ]
    told = [words.text(look, line, "body") for line in consequences(look, file, target)]
    body.append(layout.column(*told, gap=Space.XS))
    if draft.failure:
        body.append(refusal(look, draft.failure))
    back = lambda: put(replace(draft, target=None, failure=""))  # noqa: E731
    body.append(buttons.button(look, look.strings.common.back, back, "merge-back", kind="quiet"))
    return body


def consequences(look: Look, file: ClientFile, target: ClientRow) -> list[str]:
    said = look.strings.merging
    positions = [file, *file.other_currencies]
    owed = [look.amount(one.outstanding, one.currency) for one in positions if one.outstanding]
    return [
        said.moves(file.open_documents_total, name=target.name),
        *([said.moves_owing(amount=", ".join(owed))] if owed else []),
        said.moves_more,
        said.code_stays(code=file.identity.code, name=target.name),
        said.can_be_undone(name=target.name),
    ]
