"""From what a screen has to what is kept, and from what is kept to what is sent. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from mobile.api.answers import written
from mobile.sync.commands import COMMANDS
from mobile.sync.entries import Entry, EntryFile
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from mobile.sync.commands import Command, Kind
    from mobile.sync.entries import NewFile
    from shared.contract.base import Message


class Words(BaseModel):
    """A message as it was kept: the server judges it, whatever this release would."""

    model_config = ConfigDict(extra="allow", frozen=True)


def drafted(
    kind: Kind,
    client_id: UUID,
    body: Message,
    about_id: UUID | None,
    files: Sequence[NewFile],
    now: datetime,
) -> Entry:
    """The entry, with the instant it was said. Raises TypeError where body and kind do not fit."""
    command = COMMANDS[kind]
    if not isinstance(body, command.model):
        raise TypeError(f"{kind} takes a {command.model.__name__}")
    if command.is_about != (about_id is not None):
        raise TypeError(f"{kind} is about {'a' if command.is_about else 'no'} thing")
    id_ = getattr(body, "id", None) or new_id()
    said_at = getattr(body, "said_at", None) or now
    return Entry(
        *(0, id_, id_, kind, client_id, about_id),
        body=worded(command, body, said_at, [file.id for file in files]),
        said_at=said_at,
        state="waiting",
        tries=0,
        problem=None,
        kept_id=None,
        answer=None,
        files=tuple(EntryFile(file.id, file.name, len(file.content)) for file in files),
    )


def worded(
    command: Command, body: Message, said_at: datetime, file_ids: Sequence[UUID]
) -> dict[str, Any]:
    """The message as JSON, without its id, with when it was said and the files that come with it.

    Raises TypeError for files with a command that takes none.
    """
    words: dict[str, Any] = written(body)
    words.pop("id", None)
    if "said_at" in command.model.model_fields and not words.get("said_at"):
        words["said_at"] = said_at.isoformat()
    if file_ids:
        if command.files is None:
            raise TypeError(f"{command.model.__name__} takes no files")
        named = words.get(command.files) or []
        words[command.files] = list(dict.fromkeys([*named, *map(str, file_ids)]))
    return words


def sendable(entry: Entry, command: Command, known_as: Mapping[UUID, UUID]) -> Words:
    """What is sent: the server's ids for things that it calls otherwise. Always the same."""
    called = {str(here): str(there) for here, there in known_as.items()}
    words = dict(entry.body)
    for name in command.names:
        if words.get(name) in called:
            words[name] = called[words[name]]
    if command.files and words.get(command.files):
        words[command.files] = [called.get(id_, id_) for id_ in words[command.files]]
    return Words.model_validate(words | {"id": str(entry.command_id)})
