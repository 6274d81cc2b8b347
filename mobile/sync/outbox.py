"""What was entered and is not yet known to be with the server: kept until it is, whatever happens.

An entry belongs to one person on one server. It is *enregistré* once `record` has returned, and not
before: then it survives the power going.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from mobile.sync.commands import COMMANDS
from mobile.sync.drafting import drafted, worded
from mobile.sync.entries import Counts
from mobile.sync.order import holding
from mobile.sync.outbox_disk import Disk
from mobile.sync.photos import reduced
from mobile.sync.refusals import AlreadyEntered, MayHaveArrived, NotKept, OutboxFull, refuse_files
from shared.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence
    from uuid import UUID

    from mobile.sync.commands import Kind
    from mobile.sync.entries import Entry, NewFile, Standing, Step
    from mobile.sync.keeping import Keeping
    from mobile.sync.owner import Owner
    from mobile.sync.photos import Darkroom
    from shared.contract.base import Message

BYTES_MOST: Final = 200_000_000
ID_TAKEN: Final = "id-taken"
NO_SUCH_FILE: Final = "no-such-file"


class Outbox:
    """One owner's. Whoever has it open is its one writer (mobile.sync.writing)."""

    def __init__(
        self,
        keeping: Keeping,
        owner: Owner,
        darkroom: Darkroom | None = None,
        step: Callable[[Step], None] = lambda _: None,
    ) -> None:
        """Raises `NotYours` for a file of somebody else's, `NewerRelease`, `Unreadable`.

        All of them leave it as it is.
        """
        self.owner = owner
        self.disk = Disk(keeping, owner, step)
        self.in_flight: UUID | None = None
        self.on_change: Callable[[], None] = lambda: None
        self.darkroom = darkroom

    def close(self) -> None:
        self.disk.close()

    async def record(
        self,
        kind: Kind,
        client_id: UUID,
        body: Message,
        about_id: UUID | None = None,
        files: Sequence[NewFile] = (),
    ) -> Entry:
        """Keeps an entry, after all others. Returns once it is safely on the disk.

        The same again (a button pressed twice) is the same entry. Files go into the body where the
        command names them.

        Raises:
            OutboxFull: with this entry there would be more than 200 MB.
            NotKept: the device would not take it: its disk is full, its storage refused.
            FileTooLarge, TooManyFiles: what the server would refuse anyway.
            AlreadyEntered: the id stands for something else that was entered.
        """
        small = await self._small(files)
        entry = drafted(kind, client_id, body, about_id, small, datetime.now(UTC))
        added = False
        try:
            async with self.disk.writing() as rows:
                known = rows.one(entry.id)
                if known is None:
                    self._add(entry, small)
                    added = True
                elif not is_same(known, entry):
                    raise AlreadyEntered(entry.id)
        except NotKept:
            if added:  # it is not on the disk: the person is told so, and it must not be sent
                self._forget(entry)
            raise
        self.disk.step("flushed")
        self.on_change()
        return self.entry(entry.id)

    async def say_again(
        self, id_: UUID, body: Message | None = None, files: Sequence[NewFile] = ()
    ) -> Entry:
        """Sends what was refused, or has not gone yet, once more: in the words of `body` if given.

        Its files are those that the body still names and the new `files`. Under the same id, so
        that nothing can be there twice; unless the server said that the id stands for other words:
        those were taken then, and these are new ones.

        Raises:
            MayHaveArrived: it was on its way, and nobody knows yet whether it was taken.
            OutboxFull, NotKept, FileTooLarge, TooManyFiles: as for a new one.
        """
        small = await self._small(files)
        async with self.disk.writing() as rows:
            entry = self._changeable(id_)
            words = entry.body
            if body is not None:
                ids = [file.id for file in small]
                words = worded(COMMANDS[entry.kind], body, entry.said_at, ids)
            was_taken = entry.problem is not None and entry.problem.code == ID_TAKEN
            self._require_room(words, small)
            self.disk.keep(small)
            dropped = no_longer_named(entry, words)
            command_id = new_id() if was_taken else entry.command_id
            rows.say_again(entry, command_id, words, small, dropped)
            if entry.problem is not None and entry.problem.code == NO_SUCH_FILE:
                rows.send_anew(entry.files)
            self.disk.drop(dropped)
        self.on_change()
        return self.entry(id_)

    async def discard(self, id_: UUID) -> None:
        """What its owner does not want to say any more.

        Raises:
            MayHaveArrived: it was on its way, and nobody knows yet whether it was taken.
        """
        async with self.disk.writing() as rows:
            entry = self._changeable(id_)
            rows.remove([id_])
            self.disk.drop(file.id for file in entry.files)
        self.on_change()

    def entry(self, id_: UUID) -> Entry:
        """Raises KeyError."""
        found = self.find(id_)
        if found is None:
            raise KeyError(id_)
        return found

    def find(self, id_: UUID) -> Entry | None:
        """None where nothing was entered under that id, or it was forgotten since."""
        return self.disk.rows.one(id_)

    def entries(self, client_id: UUID | None = None) -> list[Entry]:
        """In the order they were entered; sent ones as long as they are remembered."""
        if client_id is None:
            return self.disk.rows.all()
        return self.disk.rows.all("client = ?", str(client_id))

    def standings(self) -> dict[UUID, Standing]:
        """How each entry is doing, in a person's words."""
        held = self.held()
        return {entry.id: standing(entry, held, self.in_flight) for entry in self.entries()}

    def held(self) -> dict[UUID, UUID]:
        """Entries that wait, each with the refused one it builds on."""
        return holding(self.unsent(), self.known_as())

    def unsent(self) -> list[Entry]:
        """All that the server has not taken, in order."""
        return self.disk.rows.all("state <> 'sent'")

    def counts(self) -> Counts:
        rows = self.disk.rows
        return Counts(rows.count("waiting", "begun"), rows.count("review"))

    def file(self, file_id: UUID) -> bytes:
        """Raises FileNotFoundError once the server has it, or where the device has lost it."""
        return self.disk.keeping.read(file_id)

    def known_as(self) -> dict[UUID, UUID]:
        """What the server calls things that got another id there than here."""
        return self.disk.rows.known_as()

    @property
    def used_bytes(self) -> int:
        return self.disk.rows.used_bytes()

    async def _small(self, files: Sequence[NewFile]) -> list[NewFile]:
        small = [replace(f, content=await reduced(f.content, self.darkroom)) for f in files]
        refuse_files(small)
        return small

    def _add(self, entry: Entry, files: Sequence[NewFile]) -> None:
        """Files first: an entry on the disk has all of its own."""
        self._require_room(entry.body, files)
        self.disk.keep(files)
        try:
            self.disk.rows.add(entry, files)
        except BaseException:
            self.disk.drop(file.id for file in files)
            raise
        self.disk.step("recorded")

    def _forget(self, entry: Entry) -> None:
        self.disk.rows.remove([entry.id])
        self.disk.drop(file.id for file in entry.files)

    def _require_room(self, words: dict[str, Any], files: Sequence[NewFile]) -> None:
        for file in files:
            if self.disk.rows.has_file(file.id):
                raise AlreadyEntered(file.id)
        more = len(json.dumps(words)) + sum(len(file.content) for file in files)
        if self.used_bytes + more > BYTES_MOST:
            raise OutboxFull(BYTES_MOST)

    def _changeable(self, id_: UUID) -> Entry:
        entry = self.entry(id_)
        if entry.state not in ("waiting", "review"):
            raise MayHaveArrived(id_)
        return entry


def standing(entry: Entry, held: Container[UUID], in_flight: UUID | None) -> Standing:
    match entry.state:
        case "sent" | "review":
            return entry.state
        case "waiting" | "begun":
            if entry.id in held:
                return "held"
            return "sending" if entry.id == in_flight else "saved"


def is_same(known: Entry, entry: Entry) -> bool:
    """But for when the button was pressed."""

    def said(one: Entry) -> tuple[object, ...]:
        words = {name: value for name, value in one.body.items() if name != "said_at"}
        return (one.kind, one.client_id, one.about_id, words)

    return said(known) == said(entry)


def no_longer_named(entry: Entry, words: dict[str, Any]) -> list[UUID]:
    """Files that were taken out of an entry when it was said again."""
    field = COMMANDS[entry.kind].files if entry.kind in COMMANDS else None
    named = words.get(field) or [] if field else []
    return [file.id for file in entry.files if str(file.id) not in named]
