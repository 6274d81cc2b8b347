"""The window's title: the place, then the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mobile.store import place as at
from mobile.strings import strings

if TYPE_CHECKING:
    from mobile.store.desk import Desk
    from mobile.strings.catalogue import Strings


def title_of(desk: Desk) -> str:
    words = strings(desk.session.language)
    name = _name(desk, words) if desk.session.phase == "in" else words.sign_in.title
    return f"{name} – {words.common.app}"


def _name(desk: Desk, words: Strings) -> str:
    match desk.screen.place:
        case at.Client(client_id) | at.Document(client_id) | at.History(client_id):
            file = desk.files[client_id].file.value
            return file.identity.name if file else words.clients.title
        case place:
            return _titles(words).get(type(place), words.clients.title)


def _titles(words: Strings) -> dict[type[at.Place], str]:
    return {
        at.Today: words.today.title,
        at.AgedBalance: words.report.aged_balance,
        at.MyDisputes: words.disputes.mine,
        at.MyDispute: words.disputes.mine,
        at.Dispute: words.disputes.tab,
        at.Causes: words.causes.title,
        at.Me: words.me.title,
        at.Entries: words.entries.title,
        at.Team: words.team.title,
        at.Data: words.data.title,
        at.Nowhere: words.shell.not_found,
    }
