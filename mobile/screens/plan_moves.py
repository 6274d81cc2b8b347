"""The sheets that move a payment plan on: the client agreed, and how that is shown; or its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, fields, layout, sheets, words
from mobile.screens.attaching import AttachmentPart
from mobile.screens.guard import component
from mobile.screens.plan_sheet import fate_of
from mobile.screens.refusal import refusal
from mobile.screens.taken import taken_words
from mobile.store.promise_draft import NOTE_MOST
from mobile.sync.entries import Entry as Kept
from mobile.theme import Space
from shared.contract.promises import AcceptPlan, EndPromise

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mobile.components.look import Look
    from mobile.store.attachments import Attachments
    from mobile.store.client_file import OneClient
    from mobile.store.desk import Desk
    from mobile.store.dispute_entry import MoveEntry
    from mobile.store.plan_draft import MoveTrouble
    from mobile.store.promises import PlanMove, Plans
    from shared.contract.clients import ClientFile
    from shared.contract.promises import Plan


@component
def PlanMoveSheet(  # noqa: N802
    desk: Desk,
    look: Look,
    client: OneClient,
    file: ClientFile,
    plan: Plan,
    move: PlanMove,
    entry: MoveEntry,
    close: Callable[[], None],
) -> ft.Control:
    said = look.strings.plans

    def send() -> None:
        if missing(move, entry):
            entry.ask()
        else:
            desk.do(sent)

    async def sent() -> None:
        if not await entry.files_arrived() or missing(move, entry):
            return  # the field could be changed while papers came
        done = await entry.send(made(client.plans, plan, move, entry))
        if done is not None:
            told = said.accepted if move == "accept" else said.cancelled
            desk.say(taken_words(look, done, lambda _: told))
            close()
            if not isinstance(done, Kept):
                desk.do(client.promises.refresh)
        else:
            desk.do(client.plans.refresh)

    shown = sheets.sheet(
        look,
        title_of(look, plan, move),
        [MoveBody(desk, look, plan, move, entry)],
        close,
        screen_height=desk.screen.height,
        under=file.identity.name,
        action=MoveFoot(look, plan, move, entry, entry.attachments, send),
        identifier="plan-move-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()


def title_of(look: Look, plan: Plan, move: PlanMove) -> str:
    """What was only proposed is withdrawn; what was agreed is cancelled."""
    said = look.strings.plans
    if move == "accept":
        return said.accept_title
    return said.withdraw_title if plan.state == "proposed" else said.cancel_title


def missing(move: PlanMove, entry: MoveEntry) -> MoveTrouble | None:
    """What is still to be said before it can be sent."""
    text, files = entry.draft.text.strip(), entry.attachments
    if len(text) > NOTE_MOST:
        return "too-long"
    if files is not None and files.has_failed:
        return "failed-file"
    if text or (files is not None and (files.file_ids or files.is_sending)):
        return None
    return "proof" if move == "accept" else "why"


def made(
    plans: Plans, plan: Plan, move: PlanMove, entry: MoveEntry
) -> Callable[[], Awaitable[Plan | Kept]]:
    draft, files = entry.draft, entry.attachments
    if move == "accept":
        agreed = AcceptPlan(
            id=draft.id,
            proof=draft.text.strip() or None,
            file_ids=files.file_ids if files else [],
        )
        return lambda: plans.accept(plan.id, agreed)
    end = EndPromise(id=draft.id, why=draft.text.strip())
    return lambda: plans.cancel(plan.id, end)


@component
def MoveBody(  # noqa: N802
    desk: Desk, look: Look, plan: Plan, move: PlanMove, entry: MoveEntry
) -> ft.Control:
    said = look.strings.plans
    is_accepted = move == "accept"
    way = said.accept_way if is_accepted else said.cancel_way
    trouble = missing(move, entry) if entry.asked else None
    is_of_text = trouble in {"proof", "why", "too-long"}
    parts: list[ft.Control] = [
        words.text(look, way(amount=look.amount(plan.amount, plan.currency)), "body"),
        fields.field(
            look,
            said.proof if is_accepted else said.why,
            entry.draft.text,
            lambda text: entry.change(text=text),
            "plan-move-text",
            lines=3,
            error=said.missing[trouble] if trouble and is_of_text else None,
        ),
    ]
    if entry.attachments is not None:
        parts.append(AttachmentPart(desk, look, entry.attachments, "plan"))
    return layout.column(*parts, gap=Space.M)


@component
def MoveFoot(  # noqa: N802
    look: Look,
    plan: Plan,
    move: PlanMove,
    entry: MoveEntry,
    attachments: Attachments | None,  # noqa: ARG001 - drawn again as its files come
    on_send: Callable[[], None],
) -> ft.Control:
    said = look.strings.plans
    trouble = missing(move, entry) if entry.asked else None
    parts: list[ft.Control] = []
    if entry.failure is not None:
        parts.append(refusal(look, fate_of(look, entry.failure)))
    elif trouble is not None:
        parts.append(refusal(look, said.missing[trouble]))
    is_accepted = move == "accept"
    save = said.accept_save if is_accepted else title_of(look, plan, move)
    parts.append(
        buttons.button(
            look,
            look.strings.common.retry if entry.failure else save,
            on_send,
            "plan-move-save",
            kind="primary" if is_accepted else "danger",
            busy=entry.sending,
        )
    )
    return layout.column(*parts, gap=Space.S)
