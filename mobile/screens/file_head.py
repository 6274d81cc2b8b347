"""The top of a client file: whose it is, and how old the figures are; the figures once scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components import buttons, marks, navigation, rows
from mobile.screens.file_menu import FileMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.client_file import OneClient
    from mobile.store.desk import Desk
    from shared.contract.clients import ClientFile


def _back(desk: Desk, *, in_pane: bool) -> Callable[[], None] | None:
    return None if in_pane else desk.screen.back


def top(desk: Desk, look: Look, client: OneClient, *, in_pane: bool) -> ft.Control:
    """Name, code, and how old the figures are: always in sight."""
    file = client.file.value
    if file is None:
        return navigation.top_bar(
            look, look.strings.common.loading, "", _back(desk, in_pane=in_pane)
        )
    who = file.identity
    place = who.town if in_pane else None
    under = " · ".join(part for part in (who.code, place, age_of_data(desk, look, file)) if part)
    again = buttons.icon_button(
        look,
        ft.Icons.REFRESH_ROUNDED,
        look.strings.file.refresh,
        lambda: desk.do(client.refresh),
        "refresh",
    )
    menu = FileMenu(desk, look, client, file)
    return navigation.top_bar(look, who.name, under, _back(desk, in_pane=in_pane), again, menu)


def compact_top(desk: Desk, look: Look, client: OneClient, *, in_pane: bool) -> ft.Control:
    """Once the figures are scrolled away: the name with what is owed and how late.

    And how old the figures are: that is always in sight.
    """
    file = client.file.value
    assert file is not None  # noqa: S101 - nothing scrolls before it is read
    mark = rows.lateness(look, file.oldest_days_overdue)
    owed = look.amount(file.outstanding, file.currency)
    late = look.amount(file.overdue, file.currency)
    under = f"{owed} · {look.strings.clients.overdue(amount=late)}" if file.overdue > 0 else owed
    return navigation.top_bar(
        look,
        file.identity.name,
        f"{under}\n{age_of_data(desk, look, file)}",
        _back(desk, in_pane=in_pane),
        marks.tag(look, mark.words, mark.tone, mark.icon),
        lines=2 if look.big else 1,
        under_lines=4 if look.big else 2,
    )


def age_of_data(desk: Desk, look: Look, file: ClientFile) -> str:
    words = look.strings.shell
    if file.data_as_of is None:
        return words.data_unknown
    moment = file.data_as_of.astimezone(desk.platform.zone)
    when = look.moment(moment, desk.today())
    return (
        words.data_of_today(at=when) if moment.date() == desk.today() else words.data_of(when=when)
    )
