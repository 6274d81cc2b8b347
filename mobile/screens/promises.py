"""What a client promised: how its word held, its payment plans, its promises and their fate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import flet as ft

from mobile.components import buttons, layout, states, words
from mobile.components.semantics import identified
from mobile.screens.entry_row import NothingYet, PendingPart
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.hooks import keyed, one_open, state
from mobile.screens.kept_rate import rates_card
from mobile.screens.plan_sheet import propose_plan
from mobile.screens.plans import plan_cards
from mobile.screens.promise_line import Deeds, promise_line
from mobile.screens.promise_moving import MoveSheet
from mobile.screens.promise_withdrawing import WithdrawSheet
from mobile.store.promises import listed_alone, open_ones
from mobile.store.session import may
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.client_file import OneClient
    from mobile.store.desk import Desk
    from mobile.store.promises import Plans, Promises
    from mobile.sync.commands import Kind
    from shared.contract.clients import ClientFile
    from shared.contract.promises import Promise

Doing = Literal["move", "withdraw"]

NONE_OPENED: UUID | None = None
NOTHING_DONE: tuple[Doing, Promise] | None = None
PENDING: Final[tuple[Kind, ...]] = (
    *("take-promise", "reschedule-promise", "withdraw-promise"),
    *("propose-plan", "accept-plan", "cancel-plan"),
)
PAST_FIRST, STEP = 10, 40
"""Past promises drawn at once, and more by a tap."""


@component
def PromiseCards(  # noqa: N802
    desk: Desk,
    look: Look,
    client: OneClient,
    file: ClientFile,
    promises: Promises,
    plans: Plans,
) -> ft.Control:
    opened, open_ = state(NONE_OPENED)
    doing, do, close = one_open(NOTHING_DONE)
    drawn, draw = state(PAST_FIRST)
    ft.on_mounted(lambda: desk.do(promises.ensure))
    ft.on_mounted(lambda: desk.do(plans.ensure))
    pending = _pending(desk, look, client, promises, plans)
    if promises.value is None:
        return layout.column(pending, _unread(desk, look, promises))
    items = listed_alone(promises.items)

    def lines(shown: Sequence[Promise]) -> list[ft.Control]:
        return [
            promise_line(
                look,
                one,
                file.today,
                desk.platform.zone,
                deeds_of(desk, one, do) if one.id == opened else None,
                _toggling(open_, opened, one.id),
            )
            for one in shown
        ]

    standing = open_ones(items)
    past = [one for one in items if one.state != "open"]
    said = look.strings.promises
    parts: list[ft.Control] = [
        *rates_card(look, promises.value),
        plan_cards(desk, look, client, file, plans, promises, key="plan-cards"),
    ]
    parts += _group(look, said.group_open, "open", lines(standing))
    parts += _group(look, said.group_past, "past", lines(past[:drawn]))
    if len(past) > drawn:
        more = lambda: draw(drawn + STEP)  # noqa: E731
        parts.append(buttons.button(look, said.more, more, "promises-more", kind="text"))
    if not items and not (plans.value and plans.value.items):
        parts.append(NothingYet(desk, desk.local, client.client_id, PENDING, lambda: _empty(look)))
    parts.append(propose_plan(desk, look, client, file, key="propose-plan"))
    parts += _sheet(desk, look, client, file, doing, close)
    return layout.column(pending, layout.column(*parts, gap=Space.S))


def _empty(look: Look) -> ft.Control:
    said = look.strings.promises
    return states.empty_state(look, ft.Icons.HANDSHAKE_OUTLINED, said.empty, said.empty_way)


def _pending(
    desk: Desk, look: Look, client: OneClient, promises: Promises, plans: Plans
) -> ft.Control:
    known = [one.id for one in (*promises.items, *(plans.value.items if plans.value else ()))]
    return PendingPart(desk, look, desk.local, client.client_id, PENDING, frozenset(known))


def _unread(desk: Desk, look: Look, promises: Promises) -> ft.Control:
    if promises.failure is None:
        return layout.card(look, states.skeleton_rows(look, 3), pad=0)
    retry = lambda: desk.do(promises.refresh)  # noqa: E731
    return states.error_state(look, sentence(look.strings, promises.failure), retry)


def _toggling(
    open_: Callable[[UUID | None], None], opened: UUID | None, id_: UUID
) -> Callable[[], None]:
    return lambda: open_(None if opened == id_ else id_)


def deeds_of(desk: Desk, one: Promise, do: Callable[[tuple[Doing, Promise]], None]) -> Deeds:
    """What this person may do with it: the server would refuse the rest."""
    user = desk.session.user
    if one.state != "open" or not may(user, "take-promises"):
        return Deeds()
    is_own = user is not None and one.taken_by is not None and one.taken_by.id == user.id
    withdraws = is_own or may(user, "withdraw-promises")
    return Deeds(
        move=lambda: do(("move", one)),
        withdraw=(lambda: do(("withdraw", one))) if withdraws else None,
    )


def _group(look: Look, title: str, name: str, lines: list[ft.Control]) -> list[ft.Control]:
    if not lines:
        return []
    head = identified(
        words.text(look, title, "strong", look.palette.ink2), f"promises-{name}", header=True
    )
    shown: list[ft.Control] = [
        ft.Container(head, padding=ft.Padding(left=16, right=16, top=14, bottom=2))
    ]
    for place, line in enumerate(lines):
        shown += [layout.hairline(look, 16)] if place else []
        shown.append(line)
    return [layout.card(look, *shown, pad=0, gap=0)]


def _sheet(
    desk: Desk,
    look: Look,
    client: OneClient,
    file: ClientFile,
    doing: tuple[Doing, Promise] | None,
    close: Callable[[], None],
) -> list[ft.Control]:
    if doing is None:
        return []
    what, promise = doing
    if what == "move":
        move = keyed(MoveSheet, "sheet")
        return [move(desk, look, client.promises, client.contacts, file, promise, close)]
    withdraw = keyed(WithdrawSheet, "sheet")
    return [withdraw(desk, look, client.promises, file, promise, close)]
