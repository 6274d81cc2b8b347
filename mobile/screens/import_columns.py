"""Which column of a file is read as what: chosen among the file's own, read again at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import flet as ft

from mobile.components import buttons, layout, marks, sheets, words
from mobile.screens.guard import component
from mobile.screens.hooks import kept, state
from mobile.screens.import_presets import OfFile
from mobile.store.imports import WORKING
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.imports import Imports
    from shared.contract.imports import FileColumn, FileField, ImportRun

CLOSED: FileField | None = None
SETTLED: Final = ("applied", "undone")
"""A file that is loaded is read no more."""


@component
def Columns(desk: Desk, look: Look, imports: Imports, run: ImportRun) -> ft.Control:  # noqa: N802
    """What the file may tell, and from which column it is read; to be kept as a preset."""
    opened, open_ = state(initial=False)
    every, show_every = state(initial=False)
    chosen, choose = state(CLOSED)
    said = look.strings.data
    is_open = run.state not in (*WORKING, *SETTLED)

    def close() -> None:
        choose(None)

    def put(field: FileField, header: str) -> None:
        close()
        if header != (field.header or ""):
            desk.do(imports.map_column, field.name, header)

    ft.use_dialog(_picker(desk, look, run, chosen, close, put) if chosen and is_open else None)
    parts: list[ft.Control] = [
        buttons.button(
            look, said.columns, lambda: open_(not opened), "columns", kind="quiet", height=44
        )
    ]
    if opened:
        shown = [one for one in run.fields if every or one.is_required or one.header]
        parts.append(words.text(look, said.columns_way, "label", look.palette.ink3))
        parts.append(_fields(look, run, shown, choose if is_open else None))
        if len(shown) < len(run.fields):
            more = said.other_fields(len(run.fields) - len(shown))
            parts.append(
                buttons.button(
                    look, more, lambda: show_every(True), "other-fields", kind="text", height=44
                )
            )
        parts.append(OfFile(desk, look, imports, run))
    return layout.card(look, *parts, spread=True)


columns = kept(Columns)


def _fields(
    look: Look,
    run: ImportRun,
    fields: list[FileField],
    choose: Callable[[FileField | None], None] | None,
) -> ft.Control:
    samples = {column.header: column.samples for column in run.file_columns}
    rows: list[ft.Control] = []
    for field in fields:
        rows += [layout.hairline(look)] if rows else []
        rows.append(_field(look, field, samples.get(field.header or "", []), choose))
    return layout.column(*rows)


def _field(
    look: Look,
    field: FileField,
    samples: list[str],
    choose: Callable[[FileField | None], None] | None,
) -> ft.Control:
    said, p = look.strings.data, look.palette
    needed = [words.text(look, said.required, "label", p.ink3)] if field.is_required else []
    name = layout.column(words.text(look, field.label, "body"), *needed)
    missing = field.is_required and field.header is None
    read = layout.column(
        words.text(
            look, field.header or said.no_column, "strong", p.hold if missing else p.ink, lines=2
        ),
        *_sampled(look, samples),
    )
    name.expand, read.expand = 2, 3
    mark = marks.icon(look, ft.Icons.EXPAND_MORE_ROUNDED, p.ink3)
    line = layout.row(name, read, *([mark] if choose else []), gap=Space.S)
    if choose is None:
        return layout.padded(line, y=Space.S)
    return buttons.tappable(line, _choosing(choose, field), f"field-{field.name}", x=0)


def _choosing(choose: Callable[[FileField | None], None], field: FileField) -> Callable[[], None]:
    return lambda: choose(field)


def _sampled(look: Look, samples: list[str]) -> list[ft.Control]:
    if not samples:
        return []
    return [words.text(look, " · ".join(samples), "label", look.palette.ink3, lines=2)]


def _picker(
    desk: Desk,
    look: Look,
    run: ImportRun,
    field: FileField,
    close: Callable[[], None],
    put: Callable[[FileField, str], None],
) -> ft.BottomSheet:
    """The file's columns, one to a line, in its order; and none."""
    said = look.strings.data
    rows: list[ft.Control] = [_choice(look, field, None, 0, put)]
    for place, column in enumerate(run.file_columns, start=1):
        rows += [layout.hairline(look), _choice(look, field, column, place, put)]
    return sheets.sheet(
        look,
        field.label,
        [layout.column(*rows)],
        close,
        screen_height=desk.screen.height,
        under=said.which_column,
        identifier="column-sheet",
    )


def _choice(
    look: Look,
    field: FileField,
    column: FileColumn | None,
    place: int,
    put: Callable[[FileField, str], None],
) -> ft.Control:
    header = column.header if column else ""
    is_chosen = header == (field.header or "")
    named = header or look.strings.data.no_column
    told = layout.column(
        words.text(look, named, "body", lines=2),
        *_sampled(look, column.samples if column else []),
    )
    told.expand = True
    sign = marks.icon(look, ft.Icons.CHECK_ROUNDED, look.palette.accent)
    line = layout.row(told, *([sign] if is_chosen else []))
    return buttons.tappable(
        line, lambda: put(field, header), f"column-{place}", x=0, selected=is_chosen
    )
