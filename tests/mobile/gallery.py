"""Every component on a page, to be looked at: python -m tests.mobile.gallery [PORT]

http://127.0.0.1:8791/<board>/<light|dark>/<fr|en>; boards: list file states forms sheet.
Figures and names are invented.
"""

from __future__ import annotations

import sys
from pathlib import Path

import flet as ft

import mobile
from mobile.components import (
    layout,
    navigation,
    scale,
)
from mobile.components.look import Look
from mobile.palette import DARK, LIGHT
from mobile.strings import strings
from mobile.theme import BIG_TEXT_FROM, FONTS, LIST_WIDTH, RAIL_FROM, TWO_PANES_FROM, theme
from tests.mobile.boards_pieces import board_forms, board_sheet, board_states
from tests.mobile.boards_portfolio import board_file, board_list, places
from tests.mobile.invented import nothing

BOARDS = {"list": board_list, "file": board_file, "states": board_states, "forms": board_forms}


@ft.component
def gallery() -> ft.Control:
    page = ft.context.page
    scale_now, set_scale = ft.use_state(1.0)
    parts = [*(part for part in page.route.split("/") if part), "list", "light", "fr"]
    dark, language = "dark" in parts, "en" if "en" in parts[2:] else "fr"
    palette = DARK if dark else LIGHT
    look = Look(palette, strings(language), big=scale_now > BIG_TEXT_FROM)  # type: ignore[arg-type]
    ft.use_dialog(board_sheet(look) if parts[0] == "sheet" else None)
    body = BOARDS.get(parts[0], board_list)(look)
    wide = (page.width or 0) >= RAIL_FROM
    inside = _wide(look, body, page) if wide else _narrow(look, body)
    return ft.Container(
        layout.column(scale.ruler(set_scale), inside, expand=True),
        bgcolor=palette.canvas,
        expand=True,
    )


def _narrow(look: Look, body: ft.Control) -> ft.Control:
    bar = navigation.nav_bar(look, places(look), 0, nothing)
    return layout.column(ft.Container(body, expand=True), layout.hairline(look), bar, expand=True)


def _wide(look: Look, body: ft.Control, page: ft.Page | ft.BasePage) -> ft.Control:
    line = ft.Container(width=1, bgcolor=look.palette.line)
    parts: list[ft.Control] = [navigation.nav_rail(look, places(look), 0, nothing), line]
    if (page.width or 0) >= TWO_PANES_FROM:
        parts.append(ft.Container(board_list(look), width=LIST_WIDTH))
    parts.append(ft.Container(body, expand=True))
    return ft.Row(parts, spacing=0, expand=True, vertical_alignment=ft.CrossAxisAlignment.STRETCH)


def main(page: ft.Page) -> None:
    page.fonts = FONTS
    page.theme, page.dark_theme = theme(LIGHT), theme(DARK)
    page.theme_mode = ft.ThemeMode.DARK if "dark" in page.route else ft.ThemeMode.LIGHT
    page.padding = 0
    page.render(gallery)


if __name__ == "__main__":
    ft.run(
        main,
        view=None,
        host="127.0.0.1",
        port=int(sys.argv[1]) if len(sys.argv) > 1 else 8791,
        assets_dir=str(Path(mobile.__file__).parent / "assets"),
        no_cdn=True,
    )
