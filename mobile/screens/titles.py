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
        case at.Client(client_id) | at.Document(client_id):
            file = desk.files[client_id].file.value
            return file.identity.name if file else words.clients.title
        case at.Me():
            return words.me.title
        case at.Team():
            return words.team.title
        case at.Data():
            return words.data.title
        case at.Nowhere():
            return words.shell.not_found
        case _:
            return words.clients.title
