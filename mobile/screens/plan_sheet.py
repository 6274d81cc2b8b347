"""The sheet that proposes a payment plan: invoices, how many instalments, from when on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.api.failures import Refused
from mobile.components import buttons, layout, sheets, states
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.hooks import kept, state
from mobile.screens.plan_fields import parts_part, preview, rhythm_part, total_part
from mobile.screens.promise_invoices import first_drawn, invoices_part
from mobile.screens.promise_word import note_part, when_part, who_part
from mobile.screens.refusal import refusal
from mobile.screens.taken import taken_words
from mobile.store.plan_draft import instalments, plan_of, plan_troubles
from mobile.store.promise_draft import proposal
from mobile.store.promises import promised_days
from mobile.store.sent_draft import is_taken_already
from mobile.store.session import may
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mobile.api.failures import Failure
    from mobile.components.look import Look
    from mobile.store.client_file import Contacts, OneClient
    from mobile.store.desk import Desk
    from mobile.store.plan_draft import PlanPart, PlanTrouble
    from mobile.store.plan_entry import PlanEntry
    from mobile.store.promise_draft import Proposal
    from mobile.store.promises import Promises
    from shared.contract.clients import ClientFile
    from shared.contract.promises import Plan

AT_FIRST: int | None = None
PART_OF: Final[dict[str, PlanPart]] = {
    "plan-not-whole": "invoices",
    "plan-covered": "invoices",
    "promise-not-owed": "invoices",
    "promise-of-no-invoice": "invoices",
    "promise-one-currency": "invoices",
    "plan-instalments": "parts",
    "plan-order": "parts",
    "promise-of-nothing": "parts",
    "promise-in-the-past": "day",
    "promise-too-far": "day",
    "no-such-contact": "who",
}
"""Where on the sheet the server's noes belong, by their codes."""


@component
def PlanSheet(  # noqa: N802
    desk: Desk,
    look: Look,
    client: OneClient,
    file: ClientFile,
    entry: PlanEntry,
    promises: Promises,
    contacts: Contacts,
    close: Callable[[], None],
) -> ft.Control:
    said = look.strings.plans
    ft.on_mounted(lambda: desk.do(contacts.ensure))
    promised = promised_days(promises.items)
    proposed = proposal(file, promised, entry.draft)
    found = plan_troubles(entry.draft, proposed, file.today)
    errors = errors_of(look, entry, found)

    def send() -> None:
        if found:
            entry.ask()
        else:
            desk.do(sent)

    async def sent() -> None:
        if await propose(desk, look, client, file, entry, proposed):
            close()

    is_owed = bool(proposed.overdue or proposed.coming)
    body: list[ft.Control] = [
        PlanBody(look, file, entry, proposed, promises, contacts, errors)
        if is_owed
        else states.empty_state(
            look,
            ft.Icons.EDIT_CALENDAR_ROUNDED,
            look.strings.promise_sheet.nothing_owed,
            look.strings.promise_sheet.nothing_owed_way,
        )
    ]
    shown = sheets.sheet(
        look,
        said.title,
        body,
        close,
        screen_height=desk.screen.height,
        under=file.identity.name,
        action=_foot(look, entry, errors, send) if is_owed else None,
        identifier="plan-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()


@component
def PlanBody(  # noqa: N802
    look: Look,
    file: ClientFile,
    entry: PlanEntry,
    proposed: Proposal,
    promises: Promises,
    contacts: Contacts,
    errors: Mapping[PlanPart, str],
) -> ft.Control:
    drawn, draw = state(AT_FIRST)
    said, today = look.strings.plans, file.today
    promised = promised_days(promises.items)
    people = contacts.value.items if contacts.value else []
    rows = drawn or first_drawn(proposed.overdue)
    parts: list[ft.Control] = [
        total_part(look, proposed),
        invoices_part(look, entry, proposed, promised, today, rows, draw, errors.get("invoices")),
        parts_part(look, entry, errors.get("parts")),
        rhythm_part(look, entry),
        when_part(look, entry, today, errors.get("day"), title=said.first),
        preview(look, instalments(entry.draft, proposed, today), proposed.currency, today),
        who_part(look, entry, people, errors.get("who")),
        note_part(look, entry, errors.get("note")),
    ]
    return layout.column(*parts, gap=sheets.EDGE)


def errors_of(
    look: Look, entry: PlanEntry, found: Mapping[PlanPart, PlanTrouble]
) -> dict[PlanPart, str]:
    """The sentence under each part, once it was to be sent: ours first, then the server's."""
    shown = dict(found) if entry.asked else {}
    errors = {part: look.strings.plans.troubles[name] for part, name in shown.items()}
    if isinstance(entry.failure, Refused) and entry.failure.code in PART_OF:
        errors.setdefault(PART_OF[entry.failure.code], sentence(look.strings, entry.failure))
    return errors


def _foot(
    look: Look, entry: PlanEntry, errors: Mapping[PlanPart, str], on_send: Callable[[], None]
) -> ft.Control:
    """The one button, under what became of the entry: in sight wherever the sheet is scrolled."""
    parts: list[ft.Control] = []
    if entry.failure is not None:
        parts.append(refusal(look, fate_of(look, entry.failure)))
    elif errors:
        parts.append(refusal(look, next(iter(errors.values()))))
    name = look.strings.common.retry if entry.failure else look.strings.plans.save
    parts.append(buttons.button(look, name, on_send, "plan-save", busy=entry.sending))
    return layout.column(*parts, gap=Space.S)


def fate_of(look: Look, failure: Failure) -> str:
    """*À revoir* where the server said no, *pas envoyé* where it did not answer; and why."""
    said = look.strings.plans
    if is_taken_already(failure):
        return f"{said.to_review} – {said.taken_already}"
    why = sentence(look.strings, failure)
    if isinstance(failure, Refused):
        return f"{said.to_review} – {why}"
    return f"{said.not_sent} – {why} {said.kept}"


async def propose(
    desk: Desk,
    look: Look,
    client: OneClient,
    file: ClientFile,
    entry: PlanEntry,
    proposed: Proposal,
) -> bool:
    """Whether it was taken in. Where figures have moved meanwhile, they are read again."""
    made = await entry.send(plan_of(entry.draft, proposed, file.today))
    if made is None:
        if is_taken_already(entry.failure):
            desk.do(client.plans.refresh)
        if PART_OF.get(getattr(entry.failure, "code", "")) == "invoices":
            desk.do(client.file.refresh)
        return False
    desk.say(taken_words(look, made, lambda one: _told(look, one)))
    return True


def _told(look: Look, made: Plan) -> str:
    amount = look.amount(made.amount, made.currency)
    return look.strings.plans.sent(len(made.instalments), amount=amount)


@component
def ProposePlan(desk: Desk, look: Look, client: OneClient, file: ClientFile) -> ft.Control:  # noqa: N802
    """The button at the end of the promises, for those who may, where something is owed."""
    is_open, open_ = state(False)
    is_owed = any(one.residual > 0 for one in file.open_documents)
    if not (is_owed and may(desk.session.user, "take-promises")):
        return ft.Container()
    shown: list[ft.Control] = [
        buttons.button(
            look,
            look.strings.plans.action,
            lambda: open_(True),
            "plan-propose",
            kind="soft",
            icon=ft.Icons.EDIT_CALENDAR_ROUNDED,
        )
    ]
    if is_open:
        known = (client.plan_entry, client.promises, client.contacts)
        shown.append(PlanSheet(desk, look, client, file, *known, lambda: open_(False)))
    return layout.column(*shown)


propose_plan = kept(ProposePlan)
