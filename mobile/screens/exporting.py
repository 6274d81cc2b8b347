"""Lists as files, for those who may take them away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from mobile.components.menus import Entry
from mobile.store.place import AgedBalance, Causes, MyDisputes
from mobile.store.session import may

if TYPE_CHECKING:
    from datetime import date

    from mobile.components.look import Look
    from mobile.store.desk import Desk


def entries(desk: Desk, look: Look) -> list[Entry]:
    """What the overflow menu of the clients offers: reports to all, the files to who may."""
    said, icons = look.strings.report, ft.Icons
    shown = [
        Entry(
            "open-balance",
            said.aged_balance,
            icons.STACKED_BAR_CHART_ROUNDED,
            lambda: desk.screen.go(AgedBalance()),
        ),
        Entry(
            "open-disputes",
            look.strings.disputes.mine,
            icons.OUTLINED_FLAG_ROUNDED,
            lambda: desk.screen.go(MyDisputes()),
        ),
        Entry(
            "open-causes",
            look.strings.causes.title,
            icons.PIE_CHART_OUTLINE_ROUNDED,
            lambda: desk.screen.go(Causes()),
        ),
    ]
    if may(desk.session.user, "export"):
        shown += [
            Entry(
                "export-clients",
                said.export_clients,
                icons.TABLE_CHART_OUTLINED,
                lambda: take_client_list(desk, look),
            ),
            Entry(
                "export-balance",
                said.export_balance,
                icons.FILE_DOWNLOAD_OUTLINED,
                lambda: take_aged_balance(desk, look, None),
            ),
        ]
    return shown


def take_client_list(desk: Desk, look: Look) -> None:
    """As it is searched, filtered and sorted on the screen."""
    said = look.strings.report
    desk.say(said.preparing)
    desk.do(desk.take_client_list, said.clients_file(day=desk.today().isoformat()))


def take_aged_balance(desk: Desk, look: Look, as_of: date | None) -> None:
    said = look.strings.report
    desk.say(said.preparing)
    day = as_of or desk.today()
    desk.do(desk.take_aged_balance, as_of, said.balance_file(day=day.isoformat()))
