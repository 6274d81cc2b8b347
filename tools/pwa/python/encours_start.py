"""What the worker starts once Python is there."""

from __future__ import annotations

import flet as ft
import flet_js

from mobile.app import main


async def drawn(page: ft.Page) -> None:
    await main(page)
    flet_js.drawn()


def start() -> None:
    """Ready for Flutter, which connects when it is."""
    ft.run(drawn)
