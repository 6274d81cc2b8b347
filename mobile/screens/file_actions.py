"""What one can do from a client file: call, write, hand over the statement of account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import flet as ft

from mobile.components import buttons, layout, sheets, states, words
from mobile.components.buttons import Action
from mobile.screens.contacts import sms, tel, ways
from mobile.screens.guard import component
from mobile.screens.hooks import state

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.client_file import Contacts
    from mobile.store.desk import Desk
    from shared.contract.clients import ClientFile, Contact

Sheet = Literal["call", "statement"]

CLOSED: Sheet | None = None


@component
def FileActions(  # noqa: N802
    desk: Desk, look: Look, file: ClientFile, contacts: Contacts
) -> ft.Control:
    opened, open_ = state(CLOSED)
    ft.use_effect(lambda: desk.do(contacts.ensure), [file.identity.id])
    known = contacts.value.items if contacts.value else []

    def close() -> None:
        open_(None)

    dialog: ft.BottomSheet | None = None
    match opened:
        case "call":
            dialog = _whom(desk, look, known, close)
        case "statement":
            dialog = _statement(desk, look, file, close)
    ft.use_dialog(dialog)
    return buttons.action_bar(look, _actions(look, known, open_))


def _actions(
    look: Look, known: list[Contact], open_: Callable[[Sheet | None], None]
) -> list[Action]:
    """With one person to reach, one tap does it; with several, one chooses first."""
    said, icons = look.strings.file, ft.Icons
    numbers = [one for one in known if one.mobile or one.phone]
    mobiles = [one.mobile for one in known if one.mobile]
    mails = [one.email for one in known if one.email]
    shown = [
        Action(
            "statement",
            said.statement_short,
            icons.DESCRIPTION_OUTLINED,
            lambda: open_("statement"),
        )
    ]
    if mails:
        shown.append(
            Action("write", said.write, icons.MAIL_OUTLINE_ROUNDED, url=f"mailto:{mails[0]}")
        )
    if mobiles:
        shown.append(Action("text", said.text_message, icons.SMS_OUTLINED, url=sms(mobiles[0])))
    if len(numbers) == 1:
        number = numbers[0].mobile or numbers[0].phone or ""
        shown.append(Action("call", said.call, icons.CALL_ROUNDED, url=tel(number), primary=True))
    else:
        shown.append(
            Action("call", said.call, icons.CALL_ROUNDED, lambda: open_("call"), primary=True)
        )
    return shown


def _whom(
    desk: Desk, look: Look, known: list[Contact], close: Callable[[], None]
) -> ft.BottomSheet:
    said = look.strings.file
    body: list[ft.Control] = []
    for one in known:
        role = words.text(look, said.contact_roles[one.role], "label", look.palette.ink3)
        who = ft.Container(layout.column(words.text(look, one.name, "heading"), role), expand=True)
        body.append(layout.row(who, *ways(look, one), gap=0))
    if not body:
        body = [
            states.empty_state(
                look, ft.Icons.CONTACT_PHONE_OUTLINED, said.no_contact, said.no_contact_way
            )
        ]
    return sheets.sheet(
        look, said.whom, body, close, screen_height=desk.screen.height, identifier="whom"
    )


def _statement(
    desk: Desk, look: Look, file: ClientFile, close: Callable[[], None]
) -> ft.BottomSheet:
    said = look.strings.file
    name = said.statement_name(code=file.identity.code)

    def take(kind: Literal["pdf", "xlsx"]) -> Callable[[], None]:
        async def taken() -> None:
            content = await desk.files[file.identity.id].statement(kind)
            await desk.platform.hand_over(f"{name}.{kind}", content)
            close()

        return lambda: desk.do(taken)

    icons = ft.Icons
    body: list[ft.Control] = [
        buttons.button(
            look,
            said.statement_pdf,
            take("pdf"),
            "statement-pdf",
            icon=icons.PICTURE_AS_PDF_OUTLINED,
        ),
        buttons.button(
            look,
            said.statement_excel,
            take("xlsx"),
            "statement-xlsx",
            kind="soft",
            icon=icons.TABLE_CHART_OUTLINED,
        ),
    ]
    return sheets.sheet(
        look,
        said.statement,
        body,
        close,
        screen_height=min(desk.screen.height, 420),
        under=file.identity.name,
        identifier="statement-sheet",
    )
