"""The sheet that signals a dispute: a reason, a photo, one tap where it is the oldest invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.api.failures import Refused
from mobile.components import buttons, fields, layout, sheets, states
from mobile.screens.attaching import AttachmentPart
from mobile.screens.dispute_fields import amount_part, invoice_part, reason_part
from mobile.screens.dispute_owner import owner_part
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.screens.origin import origin_part
from mobile.screens.refusal import refusal
from mobile.screens.taken import taken_words
from mobile.store.dispute_draft import chosen_amount, disputable, troubles, word_of
from mobile.store.sent_draft import is_taken_already
from mobile.theme import Space
from shared.rules.dispute import POLICIES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from mobile.api.failures import Failure
    from mobile.components.look import Look
    from mobile.store.attachments import Attachments
    from mobile.store.client_file import OneClient
    from mobile.store.desk import Desk
    from mobile.store.dispute_draft import Disputable, Part, Trouble
    from mobile.store.dispute_entry import Signalling
    from mobile.store.disputes import ClientDisputes
    from mobile.store.reading import Reading
    from shared.contract.clients import ClientFile
    from shared.contract.disputes import Dispute, DisputeOwners, DisputeReasonList
    from shared.rules.dispute import Department, Reason

CLOSED: Final[int] = 0
PART_OF: Final[dict[str, Part]] = {
    "disputed-too-much": "amount",
    "dispute-not-positive": "amount",
    "amount-too-fine": "amount",
    "nothing-left-to-dispute": "invoice",
    "dispute-of-no-invoice": "invoice",
    "owner-out-of-scope": "who",
}
"""Where on the sheet the server's noes belong, by their codes."""


@component
def DisputeSheet(  # noqa: N802
    desk: Desk,
    look: Look,
    client: OneClient,
    file: ClientFile,
    entry: Signalling,
    disputes: ClientDisputes,
    owners: Reading[DisputeOwners],
    reasons: Reading[DisputeReasonList],
    close: Callable[[], None],
) -> ft.Control:
    said = look.strings.dispute_sheet
    ft.on_mounted(lambda: desk.do(disputes.ensure))
    ft.on_mounted(lambda: desk.do(owners.ensure))
    ft.on_mounted(lambda: desk.do(reasons.ensure))
    found = disputable(file, disputes.items, entry.draft)
    missing = troubles(entry.draft, found)

    def send() -> None:
        """What the person still has to say is told; what is on its way is waited for."""
        if missing or entry.attachments.has_failed:
            entry.ask()
        else:
            desk.do(sent)

    async def sent() -> None:
        if await entry.files_arrived() and await signalled(desk, look, client, entry, file):
            close()

    errors = errors_of(look, entry, missing)
    if not found.documents:
        icon = ft.Icons.OUTLINED_FLAG_ROUNDED
        body: list[ft.Control] = [states.empty_state(look, icon, said.nothing, said.nothing_way)]
    else:
        body = origin_part(look, entry.draft.origin, lambda: entry.change(origin=None))
        body.append(DisputeBody(desk, look, file, entry, found, owners, reasons, errors))
    foot = DisputeFoot(desk, look, entry, entry.attachments, errors, send)
    shown = sheets.sheet(
        look,
        said.title,
        body,
        close,
        screen_height=desk.screen.height,
        under=file.identity.name,
        action=foot if found.documents else None,
        identifier="dispute-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()


@component
def DisputeBody(  # noqa: N802
    desk: Desk,
    look: Look,
    file: ClientFile,
    entry: Signalling,
    found: Disputable,
    owners: Reading[DisputeOwners],
    reasons: Reading[DisputeReasonList],
    errors: Mapping[Part, str],
) -> ft.Control:
    drawn, draw = state(CLOSED)
    every_reason, show_reasons = state(False)
    every_owner, show_owners = state(False)
    draft, said = entry.draft, look.strings.dispute_sheet
    department_of = departments(reasons)

    def give(owner_id: UUID | None, department: Department | None) -> None:
        entry.change(owner_id=owner_id, department=department)

    note = fields.field(
        look,
        said.note,
        draft.note,
        lambda text: entry.change(note=text),
        "dispute-note",
        lines=2,
        error=errors.get("note"),
    )
    parts: list[ft.Control] = [
        invoice_part(look, entry, found, file.today, drawn, draw, errors.get("invoice")),
        reason_part(look, entry, department_of, every_reason, show_reasons, errors.get("reason")),
        *amount_part(look, entry, found, chosen_amount(draft, found), errors.get("amount")),
        layout.column(note, AttachmentPart(desk, look, entry.attachments, "dispute"), gap=Space.XS),
        owner_part(
            look,
            owners.value.items if owners.value else [],
            department_of[draft.reason] if draft.reason else None,
            (draft.owner_id, draft.department),
            desk.session.user.id if desk.session.user else None,
            give,
            every_owner,
            show_owners,
            errors.get("who"),
        ),
    ]
    return layout.column(*parts, gap=sheets.EDGE)


def departments(reasons: Reading[DisputeReasonList]) -> dict[Reason, Department]:
    """Who answers for each reason: the company's own word, once it is read."""
    known = {reason: policy.department for reason, policy in POLICIES.items()}
    if reasons.value is not None:
        known |= {one.reason: one.department for one in reasons.value.items}
    return known


@component
def DisputeFoot(  # noqa: N802
    desk: Desk,  # noqa: ARG001
    look: Look,
    entry: Signalling,
    attachments: Attachments,
    errors: Mapping[Part, str],
    on_send: Callable[[], None],
) -> ft.Control:
    """The one button, under what became of the entry: in sight wherever the sheet is scrolled."""
    parts: list[ft.Control] = []
    said = look.strings.dispute_sheet
    if entry.failure is not None:
        parts.append(refusal(look, fate_of(look, entry.failure)))
    elif errors:
        parts.append(refusal(look, next(iter(errors.values()))))
    elif entry.asked and attachments.has_failed:
        parts.append(refusal(look, said.troubles["failed-file"]))
    name = look.strings.common.retry if entry.failure else said.save
    parts.append(buttons.button(look, name, on_send, "dispute-save", busy=entry.sending))
    return layout.column(*parts, gap=Space.S)


def errors_of(look: Look, entry: Signalling, found: Mapping[Part, Trouble]) -> dict[Part, str]:
    """The sentence under each part, once it was to be sent: ours first, then the server's."""
    said = look.strings.dispute_sheet.troubles
    told = {part for part in found if entry.asked or part == "invoice"}  # that one only changes
    errors = {part: said[name] for part, name in found.items() if part in told}
    if isinstance(entry.failure, Refused) and entry.failure.code in PART_OF:
        errors.setdefault(PART_OF[entry.failure.code], sentence(look.strings, entry.failure))
    return errors


def fate_of(look: Look, failure: Failure) -> str:
    """*À revoir* where the server said no, *pas envoyé* where it did not answer; and why."""
    said = look.strings.dispute_sheet
    if is_taken_already(failure):
        return f"{said.to_review} – {said.taken_already}"
    why = sentence(look.strings, failure)
    if isinstance(failure, Refused):
        return f"{said.to_review} – {why}"
    return f"{said.not_sent} – {why} {said.kept}"


async def signalled(
    desk: Desk, look: Look, client: OneClient, entry: Signalling, file: ClientFile
) -> bool:
    """Whether it was taken in. Where figures or disputes moved meanwhile, they are read again.

    What is sent is what the person says now: fields could be changed while photos came.
    """
    found = disputable(client.file.value or file, client.disputes.items, entry.draft)
    if troubles(entry.draft, found):
        return False
    made = await entry.send(word_of(entry.draft, found, entry.attachments.file_ids))
    if made is None:
        if PART_OF.get(getattr(entry.failure, "code", "")) in ("amount", "invoice"):
            desk.do(client.file.refresh)
        desk.do(client.disputes.refresh)
        return False
    desk.say(taken_words(look, made, lambda one: _told(look, one)))
    return True


def _told(look: Look, made: Dispute) -> str:
    amount = look.amount(made.claimed, made.currency)
    return look.strings.dispute_sheet.sent(amount=amount, number=made.document_number)
