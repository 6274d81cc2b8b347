"""Every component on a page, to be looked at: python -m tests.mobile.gallery [PORT]

http://127.0.0.1:8791/<board>/<light|dark>/<fr|en>; boards: list file states forms sheet.
Figures and names are invented.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import flet as ft

import mobile
from mobile.components import (
    ages,
    buttons,
    fields,
    layout,
    marks,
    navigation,
    rows,
    scale,
    sheets,
    states,
    words,
)
from mobile.components.look import Look
from mobile.palette import DARK, LIGHT, Tone
from mobile.strings import strings
from mobile.theme import BIG_TEXT_FROM, FONTS, LIST_WIDTH, RAIL_FROM, TWO_PANES_FROM, theme
from shared.contract.clients import ClientFigures, ClientRow
from shared.contract.receivables import BucketName, Document

Icons = ft.Icons
TODAY = date(2025, 11, 21)
EUR = "EUR"
HELD: dict[BucketName, Decimal] = {
    "not_due": Decimal("30570.00"),
    "1-30": Decimal("10240.00"),
    "31-60": Decimal("8400.00"),
    "61-90": Decimal(0),
    "91-120": Decimal(0),
    ">120": Decimal(0),
}
HELD_ALL: dict[BucketName, Decimal] = {
    "not_due": Decimal("1251157.30"),
    "1-30": Decimal("314200.00"),
    "31-60": Decimal("99860.40"),
    "61-90": Decimal("8412.80"),
    "91-120": Decimal("5325.00"),
    ">120": Decimal("3520.00"),
}
TAGS: list[tuple[str, Tone]] = [
    ("Neutre", "plain"),
    ("Promise", "accent"),
    ("À jour", "ok"),
    ("Litige", "watch"),
    ("Refusé", "hold"),
]
PEOPLE = [
    ("Menuiserie Vauclair", "Besançon", "48210.00", "18640.00", 47),
    ("Scierie du Haut-Clos", "Pontarlier", "92475.50", "41318.20", 134),
    ("Chauffage Mirovel et associés de la vallée", "Lons-le-Saunier", "1912904.30", "3480.00", 12),
    ("Ateliers Brévonne", "Vesoul", "27660.00", "9115.75", 68),
    ("Garage Pontelune", "Lons-le-Saunier", "6318.90", "0", 0),
    ("Charpentes Durelle", "Belfort", "38050.00", "5240.00", 31),
    ("Électricité Noblance", "Gray", "15782.40", "0", 0),
    ("Transports Rivelor", "Morteau", "21930.00", "1260.00", 8),
]


def nothing(*_: object) -> None:
    """A gallery does nothing."""


def client(place: int) -> ClientRow:
    name, town, owed, late, days = PEOPLE[place % len(PEOPLE)]
    others = [
        ClientFigures(
            currency="USD", outstanding=Decimal(12), overdue=Decimal(0), oldest_days_overdue=0
        )
    ]
    return ClientRow(
        id=UUID(int=place),
        code=f"C{place:05}",
        name=name,
        town=town,
        company="Société",
        branch="Est",
        currency=EUR,
        outstanding=Decimal(owed),
        overdue=Decimal(late),
        oldest_days_overdue=days,
        other_currencies=others if place == 5 else [],
    )


def document(place: int, due: date, amount: str, residual: str) -> Document:
    credit = Decimal(residual) < 0
    return Document(
        id=UUID(int=place),
        kind="credit_note" if credit else "invoice",
        number=f"F-24 {600 + place}",
        issued_on=date(2025, 8, 6),
        due_on=due,
        due_estimated=False,
        currency=EUR,
        amount=Decimal(amount),
        residual=Decimal(residual),
    )


def places(look: Look) -> list[navigation.Destination]:
    shell = look.strings.shell
    return [
        navigation.Destination(
            "nav-clients", shell.clients, Icons.PEOPLE_OUTLINE_ROUNDED, Icons.PEOPLE_ROUNDED
        ),
        navigation.Destination(
            "nav-team", shell.team, Icons.GROUPS_OUTLINED, Icons.GROUPS_ROUNDED, 2
        ),
        navigation.Destination(
            "nav-data", shell.data, Icons.UPLOAD_FILE_OUTLINED, Icons.UPLOAD_FILE_ROUNDED, 120
        ),
        navigation.Destination(
            "nav-me", shell.me, Icons.PERSON_OUTLINE_ROUNDED, Icons.PERSON_ROUNDED
        ),
    ]


def board_list(look: Look) -> ft.Control:
    said = look.strings.clients
    shown: list[ft.Control] = []
    for place in range(len(PEOPLE)):
        shown += [layout.hairline(look, rows.ROW_INDENT)] if place else []
        shown.append(rows.client_row(look, client(place), nothing, selected=place == 1))
    fill = look.palette.surface
    total = look.amount(Decimal("684310.40"), EUR)
    return layout.column(
        navigation.title_bar(
            look,
            said.title,
            said.count_owing(count=said.count(42), amount=total),
            buttons.icon_button(
                look, Icons.SWAP_VERT_ROUNDED, said.sort, nothing, "sort", fill=fill
            ),
        ),
        layout.padded(fields.search_field(look, "", nothing, nothing), x=16),
        layout.padded(
            buttons.chips(
                buttons.chip(look, said.filters["mine"], nothing, "filter-mine", on=True),
                buttons.chip(
                    look, said.filters["overdue"], nothing, "filter-overdue", count=18, fill=fill
                ),
                buttons.chip(
                    look, said.filters["unassigned"], nothing, "filter-free", count=4, fill=fill
                ),
                buttons.chip(look, said.filters["all"], nothing, "filter-all", fill=fill),
            ),
            y=8,
        ),
        ft.Container(
            ft.ListView(shown, spacing=0, expand=True, padding=0),
            bgcolor=fill,
            expand=True,
            border_radius=ft.BorderRadius.only(top_left=24, top_right=24),
            clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
            padding=ft.Padding.only(top=4),
        ),
        expand=True,
    )


def money_card(look: Look, held: dict[BucketName, Decimal], owed: str) -> ft.Container:
    file = look.strings.file
    late = words.figure(look, Decimal("18640.00"), EUR)
    oldest = ages.age(look, 47, look.strings.age.oldest(days=look.days(47)))
    return layout.card(
        look,
        layout.pair(
            look,
            layout.stated(
                look, file.outstanding, words.figure(look, Decimal(owed), EUR), "outstanding"
            ),
            layout.stated(look, file.overdue, late, "overdue", oldest, end=True),
        ),
        ages.ageing(look, held, EUR, nothing, selected="31-60"),
        layout.hairline(look),
        layout.between(
            look,
            words.label(look, file.unapplied),
            words.amount(look, Decimal("-1000.00"), EUR, weight=500),
        ),
        layout.between(
            look,
            words.label(look, file.next_due(day=look.day(date(2025, 11, 28), TODAY))),
            words.amount(look, Decimal("8300.00"), EUR, weight=500),
        ),
    )


def documents_card(look: Look) -> ft.Container:
    file = look.strings.file
    items = [
        document(55, date(2025, 10, 5), "8400.00", "3200.00"),
        document(102, date(2025, 10, 18), "5200.00", "5200.00"),
        document(111, TODAY, "12150.00", "12150.00"),
        document(117, date(2025, 12, 9), "-1000.00", "-1000.00"),
    ]
    head = layout.between(
        look,
        words.text(look, file.group_overdue, "strong", look.palette.ink2),
        words.amount(look, Decimal("18640.00"), EUR, look.palette.ink2, role="sum", weight=600),
    )
    shown: list[ft.Control] = [
        ft.Container(head, padding=ft.Padding(left=16, right=16, top=14, bottom=2))
    ]
    for place, item in enumerate(items):
        shown += [layout.hairline(look, 16)] if place else []
        shown.append(rows.document_row(look, item, TODAY, nothing))
    return layout.card(look, *shown, gap=0, pad=0)


def board_file(look: Look) -> ft.Control:
    file = look.strings.file
    moment = look.moment(datetime(2025, 11, 21, 8, 12, tzinfo=UTC), date(2025, 11, 22))
    tab = navigation.Tab
    return layout.column(
        navigation.top_bar(
            look,
            "Menuiserie Vauclair",
            f"C04821 · {look.strings.shell.data_of(when=moment)}",
            nothing,
            buttons.icon_button(
                look, Icons.MORE_VERT_ROUNDED, look.strings.common.more, nothing, "more"
            ),
        ),
        ft.ListView(
            [
                money_card(look, HELD, "48210.00"),
                money_card(look, HELD_ALL, "1682475.50"),
                navigation.tabs(
                    look,
                    [
                        tab("invoices", file.tab_invoices, 8),
                        tab("contacts", file.tab_contacts, 2),
                        tab("identity", file.tab_identity),
                        tab("history", file.tab_history),
                    ],
                    "invoices",
                    nothing,
                    gutter=12,
                ),
                documents_card(look),
                layout.section(
                    look, file.tab_identity, "section-identity", words.label(look, "C04821")
                ),
                layout.card(
                    look,
                    layout.facts(
                        look,
                        [
                            ("siren", look.strings.identity.siren, "552 100 554"),
                            (
                                "terms",
                                look.strings.identity.terms,
                                look.strings.identity.terms_of["eom_a"](45),
                            ),
                            (
                                "address",
                                look.strings.identity.address,
                                "12 bis rue de la Grande-Scierie, 25000 Besançon",
                            ),
                        ],
                    ),
                ),
            ],
            spacing=12,
            expand=True,
            padding=ft.Padding(left=16, right=16, top=0, bottom=16),
        ),
        buttons.action_bar(
            look,
            [
                buttons.Action("write", file.write, Icons.MAIL_OUTLINE_ROUNDED, nothing),
                buttons.Action("sms", file.text_message, Icons.SMS_OUTLINED, nothing),
                buttons.Action("call", file.call, Icons.CALL_ROUNDED, url="tel:0000", primary=True),
            ],
        ),
        expand=True,
    )


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
