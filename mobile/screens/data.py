"""Loading the ledger: choose a file, see what would change, confirm, take back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

import flet as ft
from pydantic import ValidationError

from mobile.components import buttons, fields, layout, marks, navigation, states, words
from mobile.screens.choices import choices
from mobile.screens.failures import reference, sentence
from mobile.screens.frame import centred
from mobile.screens.guard import component
from mobile.screens.hooks import kept, state
from mobile.screens.import_presets import Presets, names_of
from mobile.screens.import_run import RunCards
from mobile.screens.refusal import refusal
from shared.contract.imports import ImportKind, ImportOptions, ImportRun, ImportState

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.palette import Tone
    from mobile.platform.ports import Chosen
    from mobile.store.desk import Desk
    from mobile.store.imports import Imports

TONES: dict[ImportState, Tone] = {
    "reading": "accent",
    "question": "watch",
    "previewed": "accent",
    "applying": "accent",
    "applied": "ok",
    "refused": "hold",
    "failed": "hold",
    "undone": "plain",
}


@component
def DataScreen(desk: Desk, look: Look, imports: Imports) -> ft.Control:  # noqa: N802
    ft.on_mounted(lambda: desk.do(imports.refresh))
    parts: list[ft.Control] = []
    if imports.opened is not None:
        parts.append(RunCards(desk, look, imports, imports.opened))
    else:
        parts.append(NewFile(desk, look, imports))
    parts += _history(desk, look, imports)
    return ft.Column(
        [navigation.title_bar(look, look.strings.data.title), centred(desk, *parts)],
        spacing=0,
        expand=True,
    )


data_screen = kept(DataScreen)


@dataclass(frozen=True, slots=True)
class Form:
    """What the person says of the file before it is read; the rest is found in it."""

    kind: ImportKind = "open-items"
    as_of: str = ""
    currency: str = ""
    company: str = ""
    preset: str = ""
    failure: str = ""

    def options(self) -> ImportOptions:
        """ValidationError for a date or a currency that is none."""
        said = {
            "as_of": self.as_of,
            "currency": self.currency.upper(),
            "company": self.company,
            "preset": self.preset,
        }
        return ImportOptions.model_validate(
            {name: value.strip() for name, value in said.items() if value.strip()}
        )


@component
def NewFile(desk: Desk, look: Look, imports: Imports) -> ft.Control:  # noqa: N802
    form, put = state(Form())
    ft.on_mounted(lambda: desk.do(imports.presets.refresh))
    said = look.strings.data

    def chosen(file: Chosen) -> None:
        try:
            options = form.options()
        except ValidationError:
            put(replace(form, failure=said.malformed))
            return
        put(replace(form, failure=""))
        desk.do(imports.send, file, form.kind, options)

    parts = _said_of_it(look, form, put)
    if names_of(imports, form.kind):
        take = lambda name: put(replace(form, preset=name))  # noqa: E731
        parts.append(Presets(desk, look, imports, form.kind, form.preset, take))
    if form.failure:
        parts.append(refusal(look, form.failure))
    pick = buttons.button(
        look,
        said.choose,
        lambda: None,
        "choose-file",
        icon=ft.Icons.UPLOAD_FILE_ROUNDED,
        busy=imports.sending is not None,
        action=desk.platform.picking(chosen),
    )
    parts += [pick, words.text(look, said.choose_way, "label", look.palette.ink3)]
    if imports.sending is not None:
        parts.append(
            ft.ProgressBar(value=imports.sending or None, color=look.palette.accent, bar_height=6)
        )
    return layout.card(look, *parts, gap=16, spread=True)


def _said_of_it(look: Look, form: Form, put: Callable[[Form], None]) -> list[ft.Control]:
    """What kind of file it is, of which day, currency and company."""
    said = look.strings.data

    def typed(name: str) -> Callable[[str], None]:
        return lambda text: put(replace(form, **{name: text}))  # type: ignore[arg-type]

    return [
        choices(
            look,
            said.kind,
            {kind: said.kinds[kind] for kind in get_args(ImportKind)},
            {form.kind},
            lambda kind: put(replace(form, kind=kind)),
            "kind",
        ),
        fields.field(look, said.as_of, form.as_of, typed("as_of"), "as-of", hint=said.as_of_hint),
        fields.field(look, said.currency, form.currency, typed("currency"), "currency", hint="EUR"),
        fields.field(look, said.company, form.company, typed("company"), "company"),
    ]


def _history(desk: Desk, look: Look, imports: Imports) -> list[ft.Control]:
    said = look.strings.data
    if imports.value is None:
        if imports.failure is None:
            return [layout.card(look, states.skeleton_rows(look, 2), pad=0)]
        retry = lambda: desk.do(imports.refresh)  # noqa: E731
        failed = sentence(look.strings, imports.failure)
        return [states.error_state(look, failed, retry, reference=reference(imports.failure))]
    head = layout.section(look, said.history, "history")
    if not imports.value:
        empty = states.empty_state(look, ft.Icons.INBOX_OUTLINED, said.empty, said.empty_way)
        return [head, empty]
    shown: list[ft.Control] = []
    for place, run in enumerate(imports.value):
        shown += [layout.hairline(look, 16)] if place else []
        shown.append(_line(desk, look, imports, run))
    return [head, layout.card(look, *shown, pad=0, gap=0)]


def _line(desk: Desk, look: Look, imports: Imports, run: ImportRun) -> ft.Control:
    said = look.strings.data
    asked = run.requested_at.astimezone(desk.platform.zone)
    when = look.moment(asked, desk.today())
    by = said.by_at(who=run.requested_by, when=when) if run.requested_by else when
    left = layout.column(
        words.text(look, run.file_name, "body", lines=1),
        words.text(look, f"{said.kinds[run.kind]} · {by}", "label", look.palette.ink3, lines=2),
    )
    tag = marks.tag(look, said.states[run.state], TONES[run.state])
    return buttons.tappable(
        layout.between(look, left, tag), lambda: desk.do(imports.open, run.id), f"run-{run.id}"
    )
