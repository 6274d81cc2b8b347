"""Which column of a file was read as what; to be said by hand, and kept for the next file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, fields, layout
from mobile.screens.hooks import state

if TYPE_CHECKING:
    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.imports import Imports
    from shared.contract.imports import ImportRun


@ft.component
def Columns(desk: Desk, look: Look, imports: Imports, run: ImportRun) -> ft.Control:  # noqa: N802
    """Which column was read as what, and the way to say it oneself; to be kept as a preset."""
    opened, open_ = state(initial=False)
    field, type_field = state("")
    header, type_header = state("")
    name, type_name = state("")
    said = look.strings.data
    toggle = buttons.button(
        look, said.columns, lambda: open_(not opened), "columns", kind="quiet", height=44
    )
    if not opened:
        return layout.card(look, toggle, spread=True)
    facts = [(f"column-{one}", one, read) for one, read in run.columns.items()]
    return layout.card(
        look,
        toggle,
        layout.facts(look, facts),
        fields.field(look, said.map_field, field, type_field, "map-field"),
        fields.field(look, said.map_header, header, type_header, "map-header"),
        buttons.button(
            look,
            said.map_again,
            lambda: desk.do(imports.map_column, field.strip(), header.strip()),
            "map-again",
            kind="soft",
            enabled=bool(field.strip() and header.strip()),
        ),
        fields.field(look, said.preset_name, name, type_name, "preset-name"),
        buttons.button(
            look,
            said.preset_save,
            lambda: desk.do(imports.save_preset, name.strip()),
            "preset-save",
            kind="soft",
            enabled=bool(name.strip()),
        ),
        spread=True,
    )
