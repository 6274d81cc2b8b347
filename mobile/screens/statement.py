"""The sheet that hands over the statement of account, as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import flet as ft

from mobile.components import buttons, sheets
from mobile.screens.guard import component

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.client_file import OneClient
    from mobile.store.desk import Desk
    from shared.contract.clients import Identity

HEIGHT = 420
"""Two buttons need no more."""


@component
def StatementSheet(  # noqa: N802
    desk: Desk, look: Look, client: OneClient, who: Identity, close: Callable[[], None]
) -> ft.Control:
    said = look.strings.file

    def take(kind: Literal["pdf", "xlsx"]) -> Callable[[], None]:
        async def taken() -> None:
            content = await client.statement(kind)
            await desk.platform.hand_over(f"{said.statement_name(code=who.code)}.{kind}", content)
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
    shown = sheets.sheet(
        look,
        said.statement,
        body,
        close,
        screen_height=min(desk.screen.height, HEIGHT),
        under=who.name,
        identifier="statement-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()
