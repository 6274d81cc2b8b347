"""How a kind of file is read, kept under a name: to choose, to save, to delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, fields, layout, words
from mobile.screens.choices import choices
from mobile.screens.guard import component
from mobile.screens.hooks import state
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.imports import Imports
    from shared.contract.imports import ImportKind, ImportRun

READ_AGAIN = ("question", "previewed", "refused", "failed")
"""From here the file in hand may be read with other options."""


def names_of(imports: Imports, kind: ImportKind) -> list[str]:
    return [one.name for one in imports.presets.value or () if one.kind == kind]


@component
def Presets(  # noqa: N802
    desk: Desk,
    look: Look,
    imports: Imports,
    kind: ImportKind,
    chosen: str,
    choose: Callable[[str], None],
) -> ft.Control:
    """The presets of this kind of file, one of which may be chosen, or deleted once chosen."""
    asking, ask = state("")
    said = look.strings.data

    async def delete() -> None:
        await imports.delete_preset(kind, chosen)
        ask("")
        choose("")

    named = {name: name for name in names_of(imports, kind)}
    parts: list[ft.Control] = [
        choices(look, said.preset, named, {chosen}, _toggling(choose, chosen), "preset")
    ]
    if chosen in named and asking != chosen:
        parts.append(
            buttons.button(
                look,
                said.preset_delete,
                lambda: ask(chosen),
                "preset-delete",
                kind="text",
                height=44,
            )
        )
    elif chosen in named:
        question = words.text(look, said.preset_delete_ask(name=chosen), "label")
        sure = buttons.button(
            look, said.preset_delete, lambda: desk.do(delete), "preset-delete-yes", kind="danger"
        )
        parts += [question, sure]
    return ft.Column(
        parts, spacing=Space.XS, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _toggling(choose: Callable[[str], None], chosen: str) -> Callable[[str], None]:
    return lambda name: choose("" if name == chosen else name)


@component
def OfFile(desk: Desk, look: Look, imports: Imports, run: ImportRun) -> ft.Control:  # noqa: N802
    """Another way to read the file in hand, and this way's name for the next one."""
    name, type_name = state("")
    failure, fail = state("")
    ft.on_mounted(lambda: desk.do(imports.presets.ensure))
    said = look.strings.data

    def use(chosen: str) -> None:
        if chosen:
            desk.do(imports.use_preset, chosen)

    async def save() -> None:
        if "/" in name:
            fail(said.preset_no_slash)
            return
        fail("")
        await imports.save_preset(name.strip())
        type_name("")
        desk.say(said.preset_saved(name=name.strip()))

    parts: list[ft.Control] = []
    if run.state in READ_AGAIN and names_of(imports, run.kind):
        now = run.options.preset or ""
        parts.append(Presets(desk, look, imports, run.kind, now, use))
    parts += [
        fields.field(look, said.preset_name, name, type_name, "preset-name", error=failure or None),
        buttons.button(
            look,
            said.preset_save,
            lambda: desk.do(save),
            "preset-save",
            kind="soft",
            enabled=bool(name.strip()),
        ),
    ]
    return layout.column(*parts, gap=Space.S)
