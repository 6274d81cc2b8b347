"""What is done with a client now and then: its statement, and whose it is, by those who may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import flet as ft

from mobile.components.menus import Entry, menu
from mobile.screens.assignment import AssignSheet
from mobile.screens.guard import component
from mobile.screens.hooks import one_open
from mobile.screens.merging import MergeSheet
from mobile.screens.parting import PartSheet
from mobile.screens.plan_sheet import PlanSheet
from mobile.screens.statement import StatementSheet
from mobile.screens.visit_sheet import VisitSheet
from mobile.store.place import History
from mobile.store.session import may

if TYPE_CHECKING:
    from collections.abc import Callable

    from mobile.components.look import Look
    from mobile.store.client_file import OneClient
    from mobile.store.desk import Desk
    from shared.contract.clients import ClientFile, Identity

Sheet = Literal["visit", "statement", "plan", "assign", "merge", "part"]
CLOSED: Sheet | None = None


@component
def FileMenu(desk: Desk, look: Look, client: OneClient, file: ClientFile) -> ft.Control:  # noqa: N802
    opened, open_, close = one_open(CLOSED)
    entries = _entries(desk, look, file.identity, open_)
    shown: list[ft.Control] = [menu(look, entries, "file-menu")]
    if opened is not None:
        shown.append(sheet_of(desk, look, client, file, opened, close))
    return ft.Row(shown, spacing=0, tight=True)


def _entries(
    desk: Desk, look: Look, who: Identity, open_: Callable[[Sheet | None], None]
) -> list[Entry]:
    said, icons, user = look.strings, ft.Icons, desk.session.user
    statement = lambda: open_("statement")  # noqa: E731
    visit = lambda: open_("visit")  # noqa: E731
    shown = [
        Entry("report-visit", said.visit_sheet.action, icons.EDIT_NOTE_ROUNDED, visit),
        Entry("statement", said.file.statement, icons.DESCRIPTION_OUTLINED, statement),
    ]
    if may(user, "take-promises"):
        plan = lambda: open_("plan")  # noqa: E731
        shown.append(Entry("plan", said.plans.action, icons.EDIT_CALENDAR_ROUNDED, plan))
    if may(user, "see-audit"):
        go = lambda: desk.screen.go(History(who.id))  # noqa: E731
        shown.append(Entry("open-history", said.history.title, icons.HISTORY_ROUNDED, go))
    if may(user, "assign-clients"):
        assign = lambda: open_("assign")  # noqa: E731
        name = said.assignment.title
        shown.append(Entry("assign", name, icons.SWAP_HORIZ_ROUNDED, assign))
    if may(user, "merge-clients"):
        merge = lambda: open_("merge")  # noqa: E731
        shown.append(Entry("merge", said.merging.into, icons.MERGE_ROUNDED, merge))
        if who.merged_codes:
            part = lambda: open_("part")  # noqa: E731
            shown.append(Entry("part", said.merging.part, icons.CALL_SPLIT_ROUNDED, part))
    return shown


def sheet_of(
    desk: Desk,
    look: Look,
    client: OneClient,
    file: ClientFile,
    opened: Sheet,
    close: Callable[[], None],
) -> ft.Control:
    match opened:
        case "statement":
            return StatementSheet(desk, look, client, file.identity, close)
        case "plan":
            known = (client.plan_entry, client.promises, client.contacts)
            return PlanSheet(desk, look, client, file, *known, close)
        case "visit":
            name, entry, people = file.identity.name, client.visit_entry, client.contacts
            return VisitSheet(desk, look, client, name, None, file.today, entry, people, close)
        case "assign":
            return AssignSheet(
                desk,
                look,
                client,
                file.identity,
                desk.colleagues,
                desk.team.organisation,
                close,
            )
        case "merge":
            return MergeSheet(desk, look, file, client.others, close)
        case "part":
            return PartSheet(desk, look, file.identity, client.client_id, client.merged, close)
