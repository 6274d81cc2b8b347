"""What the browser's worker starts once Python is there."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

# Flet speaks to its page through this module, which the worker fills when it starts.
page = ModuleType("flet_js")
sys.modules["flet_js"] = page

import flet as ft  # noqa: E402
import flet.messaging.pyodide_connection  # noqa: E402

from mobile.app import main  # noqa: E402


async def opened(window: ft.Page) -> None:
    await main(window)
    page.drawn()


def start(told: Any) -> ModuleType:
    """Ready for Flutter, which connects when it is. `told` is the worker's side of the page."""
    for name in ("args", "documentUrl", "drawn"):
        setattr(page, name, getattr(told, name))
    ft.run(opened)
    return page
