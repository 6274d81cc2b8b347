"""The sheet to give one of one's devices another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.api.failures import Failure
from mobile.components import buttons, fields, sheets
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.screens.refusal import refusal
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from shared.contract.identity import Device

HEIGHT = 380
NAME_MOST_CHARACTERS = 200


def device_sheet(
    desk: Desk, look: Look, device: Device, close: Callable[[], None]
) -> ft.BottomSheet:
    return sheets.sheet(
        look,
        look.strings.me.device_rename,
        [DeviceForm(desk, look, device, close)],
        close,
        screen_height=min(desk.screen.height, HEIGHT),
        identifier="device-sheet",
    )


@component
def DeviceForm(  # noqa: N802
    desk: Desk, look: Look, device: Device, close: Callable[[], None]
) -> ft.Control:
    name, put_name = state(device.name)
    failure, fail = state("")
    said = look.strings.me

    async def save() -> None:
        chosen = name.strip()
        if not 0 < len(chosen) <= NAME_MOST_CHARACTERS:
            fail(said.device_name_length(most=str(NAME_MOST_CHARACTERS)))
            return
        try:
            await desk.devices.rename(device.id, chosen)
        except Failure as refused:
            fail(sentence(look.strings, refused))
            return
        close()

    parts: list[ft.Control] = [
        fields.field(
            look,
            said.device_name,
            name,
            put_name,
            "device-name",
            on_submit=lambda: desk.do(save),
            autofocus=True,
        )
    ]
    if failure:
        parts.append(refusal(look, failure))
    parts.append(
        buttons.button(look, look.strings.common.save, lambda: desk.do(save), "device-save")
    )
    return ft.Column(
        parts, spacing=Space.M, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )
