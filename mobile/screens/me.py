"""Me: who I am here, how I like the app, where I am signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, layout, marks, navigation, states, words
from mobile.components.semantics import identified
from mobile.screens.choices import choices
from mobile.screens.device_sheet import device_sheet
from mobile.screens.failures import sentence
from mobile.screens.frame import centred
from mobile.screens.guard import component
from mobile.screens.hooks import kept, one_drafted, one_open
from mobile.screens.kept_here import KeptHere
from mobile.screens.leaving import EntriesLine, SignOutPart
from mobile.screens.password import NOT_CHANGING, Passwords, password_sheet
from mobile.theme import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.me import Devices
    from shared.contract.identity import Device, Scope, User


NONE_YET: Device | None = None


@component
def MeScreen(desk: Desk, look: Look, user: User) -> ft.Control:  # noqa: N802
    changing, change, put = one_drafted(NOT_CHANGING)
    ft.use_dialog(password_sheet(desk, look, changing, put) if changing else None)
    said = look.strings.me
    return ft.Column(
        [
            navigation.title_bar(look, said.title),
            centred(
                desk,
                _person(look, user),
                EntriesLine(desk, look, desk.local),
                _taste(desk, look, user),
                layout.card(
                    look,
                    words.text(look, said.password, "heading"),
                    buttons.button(
                        look,
                        said.password_change,
                        lambda: change(Passwords()),
                        "change-password",
                        kind="soft",
                    ),
                    spread=True,
                ),
                KeptHere(desk, look, desk.local),
                DeviceCards(desk, look, desk.devices),
                *_offline(desk, look),
                SignOutPart(desk, look, desk.local),
            ),
        ],
        spacing=0,
        expand=True,
    )


me_screen = kept(MeScreen)


def _person(look: Look, user: User) -> ft.Control:
    said = look.strings.me
    who = layout.column(
        words.text(look, user.name, "title"),
        words.text(look, user.email, "label", look.palette.ink3),
    )
    who.expand = True
    facts = [
        ("my-role", said.role, said.roles[user.role]),
        ("my-scope", said.scope, scope_words(look, user.scope, look.strings.me.scope_portfolio)),
    ]
    return layout.card(
        look,
        layout.row(marks.avatar(look, user.name, 48), who, gap=Space.S),
        layout.facts(look, facts),
        spread=True,
    )


def _offline(desk: Desk, look: Look) -> list[ft.Control]:
    """The app that runs on the device itself, where this one does not and the server has it."""
    url, said = desk.platform.installer, look.strings.me
    if url is None:
        return []
    return [
        layout.card(
            look,
            words.text(look, said.installing, "heading"),
            words.text(look, said.installing_why, "body", look.palette.ink2),
            buttons.button(
                look,
                said.install,
                _opened_by_the_browser,
                "install",
                kind="soft",
                icon=ft.Icons.FILE_DOWNLOAD_OUTLINED,
                url=url,
            ),
            spread=True,
        )
    ]


def _opened_by_the_browser() -> None:
    """The address is opened beside this window."""


def scope_words(look: Look, scope: Scope, portfolio: str) -> str:
    """Whose clients: all, or one's own (in the words of `portfolio`) and those of some branches."""
    if scope.everything:
        return look.strings.me.scope_all
    parts = [portfolio] if scope.own_portfolio else []
    parts += [branch.name for branch in scope.branches]
    return ", ".join(parts) or look.strings.common.none


def _taste(desk: Desk, look: Look, user: User) -> ft.Control:
    """Applied at once, and remembered with the person."""
    said, session = look.strings.me, desk.session
    return layout.card(
        look,
        choices(
            look,
            said.language,
            look.strings.common.languages,
            {user.language},
            lambda language: desk.do(session.speak, language),
            "language",
        ),
        choices(
            look,
            said.theme,
            said.themes,
            {user.theme},
            lambda theme: desk.do(session.wear, theme),
            "theme",
        ),
        spread=True,
    )


@component
def DeviceCards(desk: Desk, look: Look, devices: Devices) -> ft.Control:  # noqa: N802
    ft.on_mounted(lambda: desk.do(devices.refresh))
    renamed, rename, close = one_open(NONE_YET)
    ft.use_dialog(device_sheet(desk, look, renamed, close) if renamed else None)
    said = look.strings.me
    head = ft.Container(
        identified(words.text(look, said.devices, "heading"), "devices", header=True),
        padding=ft.Padding(left=16, right=16, top=16, bottom=4),
    )
    if devices.value is None:
        if devices.failure is not None:
            retry = lambda: desk.do(devices.refresh)  # noqa: E731
            failed = states.error_state(look, sentence(look.strings, devices.failure), retry)
            return layout.card(look, head, failed, pad=0)
        return layout.card(look, head, states.skeleton_rows(look, 2), pad=0)
    shown: list[ft.Control] = [head]
    for place, device in enumerate(devices.value.items):
        shown += [layout.hairline(look, 16)] if place else []
        shown.append(
            _device(look, device, desk, _on(rename, device), _ended(desk, devices, device))
        )
    return layout.card(look, *shown, pad=0, gap=0)


def _on(rename: Callable[[Device | None], None], device: Device) -> Callable[[], None]:
    return lambda: rename(device)


def _ended(desk: Desk, devices: Devices, device: Device) -> Callable[[], None]:
    return lambda: desk.do(devices.end, device.id)


def _device(
    look: Look, device: Device, desk: Desk, rename: Callable[[], None], end: Callable[[], None]
) -> ft.Control:
    said = look.strings.me
    seen = device.last_seen_at.astimezone(desk.platform.zone)
    when = said.device_seen(when=look.moment(seen, desk.today()))
    under = said.device_this if device.current else when
    left = layout.column(
        words.text(look, device.name, "body"),
        words.text(look, under, "label", look.palette.ink3),
    )
    right: ft.Control = marks.tag(look, said.device_this, "accent", ft.Icons.CHECK_ROUNDED)
    if not device.current:
        right = buttons.button(
            look, said.device_end, end, f"end-device-{device.id}", kind="quiet", height=44
        )
    pencil = buttons.icon_button(
        look, ft.Icons.EDIT_OUTLINED, said.device_rename, rename, f"rename-device-{device.id}"
    )
    return identified(
        layout.padded(
            layout.between(look, left, layout.row(pencil, right, tight=True)), x=16, y=12
        ),
        f"device-{device.id}",
    )
