"""The gallery's client list and client file."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import flet as ft

from mobile.components import (
    ages,
    buttons,
    fields,
    layout,
    navigation,
    rows,
    words,
)
from mobile.components.look import Look
from shared.contract.receivables import BucketName
from tests.mobile.invented import EUR, HELD, HELD_ALL, PEOPLE, TODAY, client, document, nothing

Icons = ft.Icons


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
