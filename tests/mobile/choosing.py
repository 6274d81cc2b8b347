"""Choosing files in a window without a screen: the browser's dialog, and its upload."""

from __future__ import annotations

from pathlib import Path

import flet as ft

from tests.mobile.app_fixtures import Window
from tests.mobile.headless import Headless

UPLOAD = "/upload/"


async def choose(window: Window, button: str, folder: Path, *files: tuple[str, bytes]) -> None:
    """Tap the button and choose; each file then crosses to the server's folder."""
    await window.sees(button)
    phone = window.phone
    action = next(
        one.action  # type: ignore[attr-defined]
        for one in phone.controls(phone.find(button))
        if getattr(one, "action", None) is not None
    )
    picker: ft.FilePicker = action.file_picker
    seen = len(phone.asked)
    told = [{"id": n, "name": name, "size": len(body)} for n, (name, body) in enumerate(files)]
    await phone.session.dispatch_event(picker._i, "result", {"files": told})
    for count, (name, body) in enumerate(files, start=1):
        await window.until(lambda: len(crossing(phone, seen)) >= count, f"{name} to cross")  # noqa: B023
        address = crossing(phone, seen)[-1]
        folder.joinpath(address.removeprefix(UPLOAD)).write_bytes(body)
        for progress in (0.0, 1.0):
            moved = {"file_name": name, "progress": progress, "error": None}
            await phone.session.dispatch_event(picker._i, "upload", moved)
    await phone.settle()


def crossing(phone: Headless, seen: int) -> list[str]:
    """Where the browser was told to send files, since so many questions."""
    return [
        str(args["files"][0].upload_url) for asked, args in phone.asked[seen:] if asked == "upload"
    ]
