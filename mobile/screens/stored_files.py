"""Photos and papers of a client as they are shown: small, large on a tap, and taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import attachments as drawn
from mobile.components import buttons, layout, sheets, states, words
from mobile.screens.failures import sentence
from mobile.screens.guard import component
from mobile.screens.hooks import kept, state
from mobile.theme import Radius, Space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading
    from shared.contract.files import FileLink, StoredFile

NONE_OPENED: StoredFile | None = None


@component
def StoredFiles(desk: Desk, look: Look, files: Sequence[StoredFile]) -> ft.Control:  # noqa: N802
    """Photos side by side, papers under them; a tap opens one."""
    opened, open_ = state(NONE_OPENED)
    photos: list[ft.Control] = []
    papers: list[ft.Control] = []
    for one in files:
        if one.has_thumbnail:
            small = desk.stored.thumbnails[one.id]
            photos.append(photo_tile(desk, look, one, small, _opening(open_, one), key=str(one.id)))
        else:
            name = f"file-{one.id}"
            size = drawn.size_words(look, one.size_bytes)
            papers.append(drawn.paper_tile(look, name, one.name, size, _opening(open_, one)))
    parts = [layout.wrap(*photos, line_gap=Space.XS)] if photos else []
    sheet = []
    if opened is not None:
        link = desk.stored.links[opened.id]
        picture = desk.stored.pictures[opened.id]
        sheet = [FileSheet(desk, look, opened, link, picture, lambda: open_(None))]
    return layout.column(*parts, *papers, *sheet, gap=Space.XS)


def _opening(open_: Callable[[StoredFile | None], None], one: StoredFile) -> Callable[[], None]:
    return lambda: open_(one)


@component
def PhotoTile(  # noqa: N802
    desk: Desk,
    look: Look,
    one: StoredFile,
    small: Reading[bytes],
    on_open: Callable[[], None],
) -> ft.Control:
    ft.on_mounted(lambda: None if small.value else desk.do(small.ensure))
    return drawn.photo_tile(look, f"file-{one.id}", one.name, small.value, on_open)


photo_tile = kept(PhotoTile)


@component
def FileSheet(  # noqa: N802
    desk: Desk,
    look: Look,
    one: StoredFile,
    link: Reading[FileLink],
    picture: Reading[bytes],
    close: Callable[[], None],
) -> ft.Control:
    """A photo as large as the sheet; the address that takes a file away lives five minutes."""
    ft.on_mounted(lambda: desk.do(link.refresh))
    if one.has_thumbnail:
        ft.on_mounted(lambda: None if picture.value else desk.do(picture.ensure))
    body: list[ft.Control] = [_large(desk, look, one, picture)] if one.has_thumbnail else []
    if link.failure is not None:
        retry = lambda: desk.do(link.refresh)  # noqa: E731
        body.append(states.error_state(look, sentence(look.strings, link.failure), retry))
    shown = sheets.sheet(
        look,
        one.name,
        body or [words.text(look, look.strings.files.paper_way, "body", look.palette.ink2)],
        close,
        screen_height=desk.screen.height,
        under=_under(desk, look, one),
        action=_take_away(desk, look, link),
        identifier="file-sheet",
    )
    ft.use_dialog(shown)
    return ft.Container()


def _large(desk: Desk, look: Look, one: StoredFile, picture: Reading[bytes]) -> ft.Control:
    if picture.value is not None:
        image = ft.Image(picture.value, fit=ft.BoxFit.CONTAIN, border_radius=Radius.FIELD)
        return ft.Semantics(content=image, image=True, label=one.name, identifier="file-picture")
    if picture.failure is not None:
        retry = lambda: desk.do(picture.refresh)  # noqa: E731
        return states.error_state(look, sentence(look.strings, picture.failure), retry)
    return states.skeleton(look, height=240)


def _under(desk: Desk, look: Look, one: StoredFile) -> str:
    when = look.moment(one.uploaded_at.astimezone(desk.platform.zone), desk.today())
    who = one.uploaded_by.name if one.uploaded_by else ""
    size = drawn.size_words(look, one.size_bytes)
    return " · ".join(part for part in (size, who, when) if part)


def _take_away(desk: Desk, look: Look, link: Reading[FileLink]) -> ft.Control:
    url = desk.platform.address(link.value.url) if link.value else None
    said = look.strings.files.take_away
    return buttons.button(
        look,
        said,
        _opened_outside,
        "file-open",
        icon=ft.Icons.DOWNLOAD_ROUNDED,
        enabled=url is not None,
        url=url,
    )


def _opened_outside() -> None:
    """The address is opened by the device."""
