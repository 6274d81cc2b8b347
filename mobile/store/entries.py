"""What was entered on this device and is not with the server yet: seen, said again, given up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mobile.store.modifying import comment_draft, dispute_draft, promise_draft, visit_draft
from mobile.store.promise_entry import PromiseEntry
from mobile.store.visit_entry import VisitEntry
from mobile.sync.commands import COMMANDS
from mobile.sync.entries import Counts

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from uuid import UUID

    from mobile.store.client_file import OneClient
    from mobile.store.comment_entry import CommentEntry
    from mobile.store.dispute_entry import Signalling
    from mobile.store.reach import Reach
    from mobile.sync.commands import Kind
    from mobile.sync.entries import Entry, Standing
    from mobile.sync.outbox import Outbox
    from shared.contract.identity import Language
    from shared.contract.promises import NewPromise

    Writing = PromiseEntry[NewPromise] | Signalling | CommentEntry | VisitEntry

MODIFIED: Final[frozenset[Kind]] = frozenset(
    ("take-promise", "open-dispute", "post-comment", "report-visit")
)
"""Those with a sheet to change their words in; of the others one says the words anew."""
NONE: Final = Counts(0, 0)


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry, and how it is doing."""

    entry: Entry
    standing: Standing

    @property
    def is_changeable(self) -> bool:
        """Not on its way: then nobody knows yet whether it was taken."""
        return self.entry.state in ("waiting", "review")

    def is_known_as(self, ids: Container[UUID]) -> bool:
        """Whether the server's own is among these, by its id there or here."""
        return self.entry.id in ids or (
            self.entry.kept_id is not None and self.entry.kept_id in ids
        )


class Entries:
    """Of the person signed in. Not observed itself: `Local.changes` tells of every change."""

    def __init__(self, reach: Reach, client: Callable[[UUID], OneClient]) -> None:
        self._reach = reach
        self._client = client
        self._seen: set[UUID] = set()
        """Seen unsent in this window: shown until the server's own take their place."""
        self._read: tuple[Outbox, int, list[Shown]] | None = None
        """As it was after so many changes."""
        self._waiting: dict[UUID, UUID] = {}
        self._writing: dict[UUID, Writing] = {}

    def counts(self) -> Counts:
        outbox = self._reach.local.outbox
        return NONE if outbox is None else outbox.counts()

    def unsent(self) -> list[Shown]:
        """In the order they were entered."""
        return [one for one in self._all() if one.standing != "sent"]

    def of_client(
        self, client_id: UUID, kinds: Container[Kind], about_id: UUID | None = None
    ) -> list[Shown]:
        """Those of the client, the last first; sent ones while nothing of theirs was read yet."""
        return [
            one
            for one in reversed(self._all())
            if one.entry.client_id == client_id
            and one.entry.kind in kinds
            and about_id in (None, one.entry.about_id)
        ]

    def of_kinds(self, kinds: Container[Kind]) -> list[Shown]:
        """The same of every client."""
        return [one for one in reversed(self._all()) if one.entry.kind in kinds]

    def _all(self) -> list[Shown]:
        """Read once for each change: every invoice on the screen asks for its own."""
        outbox, at = self._reach.local.outbox, self._reach.local.changes
        if outbox is None:
            return []
        if self._read is None or self._read[:2] != (outbox, at):
            standings, entries = outbox.standings(), outbox.entries()
            self._seen |= {one.id for one in entries if one.state != "sent"}
            shown = [Shown(one, standings[one.id]) for one in entries if self._is_shown(one)]
            self._read = (outbox, at, shown)
        return self._read[2]

    def _is_shown(self, entry: Entry) -> bool:
        """What made nothing new has nothing to give way to."""
        command = COMMANDS.get(entry.kind)
        makes = command is not None and command.makes
        return entry.state != "sent" or (makes and entry.id in self._seen)

    def taken(self) -> set[UUID]:
        """The clients of whom something has gone since this was last asked."""
        outbox, before = self._reach.local.outbox, self._waiting
        self._waiting = {one.id: one.client_id for one in outbox.unsent()} if outbox else {}
        if outbox is None:
            return set()
        return {client_id for id_, client_id in before.items() if id_ not in self._waiting}

    async def again(self, id_: UUID) -> None:
        """Sends it once more, or now; may raise a `Failure`."""
        await self._open().say_again(id_)
        self._wake()

    async def discard(self, id_: UUID) -> None:
        """Whoever entered it does not want to say it any more; may raise a `Failure`."""
        outbox = self._open()
        client_id = outbox.entry(id_).client_id
        await outbox.discard(id_)
        self._writing.pop(id_, None)
        self._client(client_id).let_go(id_)

    def send_now(self) -> None:
        """Whatever waits, without resting."""
        self._wake()

    def _wake(self) -> None:
        synchronising = self._reach.local.synchronising
        if synchronising is not None:
            synchronising.wake()

    def _open(self) -> Outbox:
        outbox = self._reach.local.outbox
        if outbox is None:
            raise AssertionError("what is not kept is not changed")
        return outbox

    def modifying(self, entry: Entry, language: Language) -> Writing:
        """Its words, in a sheet of their own: what is being typed elsewhere stays."""
        if entry.id not in self._writing:
            self._writing[entry.id] = self._writing_of(entry, language)
        return self._writing[entry.id]

    def modified(self, id_: UUID) -> None:
        """It was said in the new words."""
        self._writing.pop(id_, None)

    @property
    def is_typed(self) -> bool:
        return bool(self._writing)

    def _writing_of(self, entry: Entry, language: Language) -> Writing:
        client = self._client(entry.client_id)
        match entry.kind:
            case "take-promise":
                promise = PromiseEntry(client.promises.take)
                promise.draft = promise_draft(entry, language)
                return promise
            case "open-dispute":
                dispute = client.signalling_anew()
                dispute.draft = dispute_draft(entry, language)
                dispute.attachments.hold_again(entry.files, self._open())
                return dispute
            case "post-comment":
                comment = client.thread.writing_anew(entry.body)
                comment.draft = comment_draft(entry)
                if comment.attachments is not None:
                    comment.attachments.hold_again(entry.files, self._open())
                return comment
            case "report-visit":
                visit = VisitEntry(client.report_visit)
                visit.draft = visit_draft(entry)
                visit.guarded = bool(visit.draft.override)
                return visit
            case _:
                raise AssertionError(entry.kind)
