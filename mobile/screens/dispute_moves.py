"""The sheet of one move of a dispute: words, an answer, an owner, a decision, its end, a return."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import flet as ft

from mobile.api.failures import Refused
from mobile.components import buttons, fields, layout, sheets, words
from mobile.screens.attaching import AttachmentPart
from mobile.screens.dispute_owner import owner_part
from mobile.screens.dispute_sheet import fate_of
from mobile.screens.guard import component
from mobile.screens.refusal import refusal
from mobile.screens.taken import taken_words
from mobile.store.dispute_move import errors_of, made
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from mobile.components.look import Look
    from mobile.store.attachments import Attachments
    from mobile.store.desk import Desk
    from mobile.store.dispute_entry import MoveEntry
    from mobile.store.dispute_move import Doing, Part, Trouble
    from mobile.store.disputes import OneDispute
    from mobile.store.reading import Reading
    from shared.contract.disputes import Dispute, DisputeFile, DisputeOwners
    from shared.rules.dispute import Department, Resolution

OUTCOMES: tuple[Resolution, ...] = ("credit_note", "gesture", "confirmed_due")
TURNS: tuple[Literal["client", "internal"], ...] = ("internal", "client")


@component
def MoveSheet(  # noqa: N802
    desk: Desk,
    look: Look,
    reading: OneDispute,
    file: DisputeFile,
    entry: MoveEntry,
    attachments: Attachments | None,  # noqa: ARG001 - drawn again when one comes or goes
    owners: Reading[DisputeOwners],
    doing: Doing,
    close: Callable[[], None],
) -> ft.Control:
    said, dispute = look.strings.dispute_moves, file.dispute
    if doing == "assign":
        ft.on_mounted(lambda: desk.do(owners.ensure))
    missing = errors_of(doing, entry, dispute)
    errors = {part: trouble_words(look, name) for part, name in missing.items()}

    def send() -> None:
        if errors_of(doing, entry, dispute):
            entry.ask()
        else:
            desk.do(sent)

    async def sent() -> None:
        if not await entry.files_arrived() or errors_of(doing, entry, dispute):
            return  # fields could be changed while photos came
        done = await entry.send(made(doing, reading, entry, dispute))
        if done is not None:
            told = said.said if doing == "say" else said.done[doing]
            desk.say(taken_words(look, done, lambda _: told))
            close()
        elif isinstance(entry.failure, Refused):
            await reading.anew()

    shown_errors = errors if entry.asked else {}
    body = _body(desk, look, file, entry, owners, doing, shown_errors)
    shown = sheets.sheet(
        look,
        said.say if doing == "say" else said.titles[doing],
        body,
        close,
        screen_height=desk.screen.height,
        under=f"{dispute.client_name} · {dispute.document_number}",
        action=_foot(look, entry, doing, shown_errors, send),
        identifier="move-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()


def trouble_words(look: Look, name: Trouble) -> str:
    said, sheet = look.strings.dispute_moves, look.strings.dispute_sheet.troubles
    match name:
        case "no-text":
            return said.text_missing
        case "no-why":
            return said.why_missing
        case "no-owner":
            return said.owner_missing
        case "amount-over" | "amount-malformed" | "too-long" | "failed-file":
            return sheet[name]


def _body(
    desk: Desk,
    look: Look,
    file: DisputeFile,
    entry: MoveEntry,
    owners: Reading[DisputeOwners],
    doing: Doing,
    errors: Mapping[Part, str],
) -> list[ft.Control]:
    said, dispute = look.strings.dispute_moves, file.dispute
    parts: list[ft.Control] = []
    match doing:
        case "answer":
            parts.append(_turns(look, entry))
        case "resolve":
            parts += _outcome(look, entry, dispute, errors)
        case "assign":
            parts.append(_owner(desk, look, entry, owners, dispute, errors))
        case "reopen":
            parts.append(_again(look, entry, dispute, errors))
        case "say" | "close":
            pass
    name = {"answer": said.text, "resolve": said.why, "reopen": said.why}.get(doing, said.note)
    text = fields.field(
        look,
        name,
        entry.draft.text,
        lambda typed: entry.change(text=typed),
        "move-text",
        lines=4 if doing in ("answer", "say") else 3,
        error=errors.get("text"),
    )
    if entry.attachments is None:
        return [*parts, text]
    files = AttachmentPart(desk, look, entry.attachments, "answer")
    return [text, files, *parts]


def _turns(look: Look, entry: MoveEntry) -> ft.Control:
    """Whose turn it is then. An answer says so; untouched, one of ours goes on."""
    said = look.strings.dispute_moves
    chosen = entry.draft.waiting_on or TURNS[0]

    def choosing(turn: str) -> Callable[[], None]:
        return lambda: entry.change(waiting_on=turn)

    chips = [
        buttons.chip(look, said.turns[turn], choosing(turn), f"turn-{turn}", on=turn == chosen)
        for turn in TURNS
    ]
    return fields.group(look, said.whose_turn, layout.wrap(*chips), identifier="whose-turn")


def _outcome(
    look: Look, entry: MoveEntry, dispute: Dispute, errors: Mapping[Part, str]
) -> list[ft.Control]:
    """What comes of it; how much is granted, where anything is."""
    said, names = look.strings.dispute_moves, look.strings.disputes.resolutions

    def choosing(outcome: Resolution) -> Callable[[], None]:
        return lambda: entry.change(resolution=outcome)

    chosen = entry.draft.resolution
    chips = [
        buttons.chip(look, names[one], choosing(one), f"outcome-{one}", on=one == chosen)
        for one in OUTCOMES
    ]
    group = fields.group(look, said.outcome, layout.wrap(*chips), identifier="outcome")
    if chosen == "confirmed_due":
        return [group]
    way = said.granted_way(amount=look.amount(dispute.claimed, dispute.currency))
    return [group, _amount(look, entry, dispute, said.granted, way, errors)]


def _again(
    look: Look, entry: MoveEntry, dispute: Dispute, errors: Mapping[Part, str]
) -> ft.Control:
    said = look.strings.dispute_moves
    way = said.again_way(amount=look.amount(dispute.claimed, dispute.currency))
    return _amount(look, entry, dispute, said.again, way, errors)


def _amount(
    look: Look,
    entry: MoveEntry,
    dispute: Dispute,
    name: str,
    way: str,
    errors: Mapping[Part, str],
) -> ft.Control:
    field = fields.field(
        look,
        name,
        entry.draft.amount or "",
        lambda typed: entry.change(amount=typed or None),
        "move-amount",
        hint=look.amount(dispute.claimed, dispute.currency),
        error=errors.get("amount"),
        keyboard=ft.KeyboardType.NUMBER,
    )
    return layout.column(field, words.text(look, way, "label", look.palette.ink3), gap=6)


def _owner(
    desk: Desk,
    look: Look,
    entry: MoveEntry,
    owners: Reading[DisputeOwners],
    dispute: Dispute,
    errors: Mapping[Part, str],
) -> ft.Control:
    def give(owner_id: UUID | None, department: Department | None) -> None:
        entry.change(owner_id=owner_id, department=department)

    draft, user = entry.draft, desk.session.user
    return owner_part(
        look,
        owners.value.items if owners.value else [],
        dispute.department,
        (draft.owner_id, draft.department),
        user.id if user else None,
        give,
        True,
        lambda _: None,
        errors.get("who"),
    )


def _foot(
    look: Look,
    entry: MoveEntry,
    doing: Doing,
    errors: Mapping[Part, str],
    on_send: Callable[[], None],
) -> ft.Control:
    said = look.strings.dispute_moves
    parts: list[ft.Control] = []
    if entry.failure is not None:
        parts.append(refusal(look, fate_of(look, entry.failure)))
    elif errors:
        parts.append(refusal(look, next(iter(errors.values()))))
    save = said.say_save if doing == "say" else said.saves[doing]
    name = look.strings.common.retry if entry.failure else save
    parts.append(buttons.button(look, name, on_send, "move-save", busy=entry.sending))
    return layout.column(*parts, gap=Space.S)
