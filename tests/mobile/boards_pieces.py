"""The gallery's states, forms and sheet."""

from __future__ import annotations

import flet as ft

from mobile.components import (
    ages,
    buttons,
    fields,
    layout,
    marks,
    navigation,
    sheets,
    states,
    words,
)
from mobile.components.look import Look
from mobile.palette import Tone
from tests.mobile.invented import nothing

Icons = ft.Icons


TAGS: list[tuple[str, Tone]] = [
    ("Neutre", "plain"),
    ("Promise", "accent"),
    ("À jour", "ok"),
    ("Litige", "watch"),
    ("Refusé", "hold"),
]


def board_states(look: Look) -> ft.Control:
    said = look.strings
    return layout.column(
        states.status_strip(
            look,
            said.shell.offline_since(when=f"8{chr(0xA0)}h{chr(0xA0)}12"),
            Icons.CLOUD_OFF_ROUNDED,
            right="3",
        ),
        navigation.top_bar(look, "États", "", nothing),
        ft.ListView(
            [
                states.skeleton_card(look),
                layout.card(look, states.skeleton_rows(look, 3), pad=0),
                layout.card(
                    look,
                    states.empty_state(
                        look,
                        Icons.PEOPLE_OUTLINE_ROUNDED,
                        said.clients.empty,
                        said.clients.empty_way,
                    ),
                    pad=0,
                    spread=True,
                ),
                layout.card(
                    look,
                    states.error_state(
                        look,
                        said.failure.offline,
                        nothing,
                        kept=said.failure.kept_typed,
                        reference="8f2c",
                    ),
                    pad=0,
                    spread=True,
                ),
                layout.card(
                    look,
                    ages.meter(0.89, look.palette.watch),
                    layout.wrap(
                        *[marks.tag(look, word, tone, Icons.FLAG_OUTLINED) for word, tone in TAGS],
                        line_gap=8,
                    ),
                    layout.row(
                        marks.avatar(look, "Inès Valmont"),
                        marks.disc(look, Icons.HANDSHAKE_OUTLINED, "accent"),
                        marks.disc(look, Icons.CHECK_ROUNDED, "ok", 28, solid=True),
                        ages.age(look, 134),
                    ),
                ),
            ],
            spacing=12,
            expand=True,
            padding=16,
        ),
        expand=True,
    )


@ft.component
def board_forms(look: Look) -> ft.Control:
    email, set_email = ft.use_state("ines.valmont@exemple.fr")
    secret, set_secret = ft.use_state("motdepasse")
    said = look.strings.sign_in
    kinds: list[tuple[buttons.Kind, str]] = [
        ("primary", said.submit),
        ("soft", "Corriger"),
        ("quiet", "Abandonner"),
        ("danger", "Refuser"),
        ("text", said.forgotten),
    ]
    return ft.ListView(
        [
            marks.logo(look),
            words.text(look, look.strings.common.app, "hero"),
            words.text(look, look.strings.common.motto, "body", look.palette.ink2),
            fields.field(look, said.email, email, set_email, "email", hint="nom@exemple.fr"),
            fields.field(look, said.email, "x", nothing, "wrong", error=said.email_malformed),
            fields.password_field(look, said.password, secret, set_secret, "password"),
            fields.search_field(look, "vauclair", nothing, nothing),
            *[buttons.button(look, text, nothing, f"do-{kind}", kind=kind) for kind, text in kinds],
            buttons.button(look, look.strings.common.saving, nothing, "busy", busy=True),
            buttons.button(look, said.submit, nothing, "off", enabled=False),
            layout.row(
                buttons.button(
                    look,
                    "Promesse",
                    nothing,
                    "promise",
                    kind="soft",
                    icon=Icons.HANDSHAKE_OUTLINED,
                    expand=True,
                ),
                buttons.button(
                    look, "Appeler", nothing, "call", icon=Icons.CALL_ROUNDED, expand=True
                ),
            ),
            layout.wrap(
                buttons.chip(look, "Demain", nothing, "d1"),
                buttons.chip(look, "Ven. 28 nov.", nothing, "d2", on=True),
                buttons.chip(look, "Date", nothing, "d3", icon=Icons.EVENT_ROUNDED),
                buttons.chip(look, "Fin de mois", nothing, "d4"),
            ),
        ],
        spacing=12,
        expand=True,
        padding=24,
    )


def board_sheet(look: Look) -> ft.BottomSheet:
    me = look.strings.me
    return sheets.sheet(
        look,
        me.password_change,
        [
            fields.field(look, me.password_current, "", nothing, "old"),
            fields.field(look, me.password_new, "", nothing, "new"),
        ],
        nothing,
        screen_height=844,
        under="Inès Valmont",
        action=buttons.button(look, look.strings.common.save, nothing, "save"),
    )
