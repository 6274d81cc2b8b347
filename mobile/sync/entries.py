"""What a person entered, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime  # noqa: TC003 - a dataclass's fields are looked at
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID  # noqa: TC003 - and so are these

if TYPE_CHECKING:
    from mobile.sync.commands import Kind
    from shared.contract.problems import Problem

State = Literal["waiting", "begun", "sent", "review"]
"""As it is on the disk. `begun`: it was on its way at least once, and may have arrived."""
Standing = Literal["saved", "sending", "sent", "held", "review"]
"""As a person is told: enregistré, envoi, envoyé, retenu, à revoir."""
Step = Literal[
    "file-kept",
    "recorded",
    "flushed",
    "begun",
    "file-sent",
    "file-noted",
    "answered",
    "settled",
    "refused",
    "for-review",
    "files-dropped",
]
"""Whatever can be told apart in the life of an entry if the app dies there."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A photo or paper that goes with an entry. `id` is its own on the server too."""

    id: UUID
    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class EntryFile:
    """`kept_id`: what the server calls it, once it has it. `sent_as`: the id it is sent under,
    where the server has thrown away what it was sent as at first.
    """

    id: UUID
    name: str
    size_bytes: int
    kept_id: UUID | None = None
    sent_as: UUID | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing said about a client, in its `place` among all.

    `body` is the contract's message as JSON, without `id`, which is `command_id`. `answer` is what
    the server made of it (`kept_id` its id there), `problem` why it would not; `problem.code`
    `file-lost` and `unknown-kind` are the device's own.
    """

    place: int
    id: UUID
    command_id: UUID
    kind: Kind
    client_id: UUID
    about_id: UUID | None
    body: dict[str, Any]
    said_at: datetime
    state: State
    tries: int
    problem: Problem | None
    kept_id: UUID | None
    answer: dict[str, Any] | None
    files: tuple[EntryFile, ...] = ()

    @property
    def is_open(self) -> bool:
        """Neither taken nor refused yet."""
        return self.state in ("waiting", "begun")


@dataclass(frozen=True, slots=True)
class Counts:
    """For the status line: `3 saisies en attente`, `1 saisie à revoir`. Held ones wait too."""

    waiting: int
    review: int
