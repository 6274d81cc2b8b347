"""Whatever happens, in whatever order: every entry is applied once or explained, and in order."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule

from mobile.sync.entries import Entry, Step
from mobile.sync.keeping import Folders
from mobile.sync.outbox import Outbox
from mobile.sync.refusals import MayHaveArrived
from mobile.sync.resting import FIRST_SECONDS, MOST_SECONDS
from mobile.sync.sending import Sending
from shared.contract.base import Message
from shared.contract.disputes import AddDisputeEntry
from shared.ids import new_id
from tests.database_fixtures import quick_folder
from tests.mobile.sync.pieces import comment, dispute, photo
from tests.mobile.sync.server import FAULTS, NO, Fault, Server

T = TypeVar("T")
CLIENTS = [new_id() for _ in range(3)]
STEPS: tuple[Step, ...] = (
    *("file-kept", "recorded", "flushed", "begun", "file-sent", "file-noted"),
    *("answered", "settled", "files-dropped", "refused", "for-review"),
)


class Killed(BaseException):
    """The app is gone from one instruction to the next."""


class Field(RuleBasedStateMachine):
    """One phone for some days: entering, sending, failing, dying, starting again."""

    entered = Bundle("entered")

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="encours-outbox-", dir=quick_folder()))
        self.loop = asyncio.new_event_loop()
        self.clock = 0.0
        self.server = Server(lambda: self.clock, on_applied=self.applied)
        self.dies_at: Step | None = None
        self.order: list[UUID] = []
        """As they were entered, those known to be saved or found after a start."""
        self.gone: set[UUID] = set()
        """Taken back by their author, or about to be when the app died."""
        self.start()

    def start(self) -> None:
        self.kept = Outbox(
            Folders(self.root).of(self.server.owner), self.server.owner, step=self.at
        )
        self.sending = Sending(self.kept, self.server.wire(), lambda: self.clock, lambda: 0.5)
        self.server.tried.clear()
        known = set(self.order)
        self.order += [entry.id for entry in self.kept.entries() if entry.id not in known]

    def at(self, step: Step) -> None:
        if step == self.dies_at:
            raise Killed

    def lives(self, doing: Coroutine[Any, Any, T]) -> T | None:
        """The result, unless the app was killed: then it has started again."""
        try:
            return self.loop.run_until_complete(doing)
        except Killed:
            self.dies_at = None
            self.kept.close()
            self.start()
            return None

    # What happens

    @rule(
        target=entered, client=st.sampled_from(CLIENTS), no=st.booleans(), photos=st.integers(0, 2)
    )
    def enter(self, client: UUID, no: bool, photos: int) -> Any:
        words = dispute(NO if no else "Deux portes.")
        files = [photo() for _ in range(photos)]
        entry = self.lives(self.kept.record("open-dispute", client, words, files=files))
        return self.noted(entry)

    @rule(target=entered, earlier=entered, no=st.booleans())
    def build_on(self, earlier: Entry, no: bool) -> Any:
        words = AddDisputeEntry(text=NO if no else "Constaté.")
        doing = self.kept.record("add-dispute-entry", earlier.client_id, words, earlier.id)
        return self.noted(self.lives(doing))

    @rule(target=entered, client=st.sampled_from(CLIENTS))
    def remark(self, client: UUID) -> Any:
        return self.noted(self.lives(self.kept.record("post-comment", client, comment())))

    def noted(self, entry: Entry | None) -> Any:
        if entry is None:
            return multiple()
        self.order.append(entry.id)
        return entry

    @rule(faults=st.lists(st.one_of(st.none(), st.sampled_from(FAULTS)), max_size=4))
    def send(self, faults: list[Fault | None]) -> None:
        self.server.faults.clear()
        self.server.will(*faults)
        self.lives(self.sending.round())

    @rule(step=st.sampled_from(STEPS))
    def die_at(self, step: Step) -> None:
        self.dies_at = step

    @rule()
    def die(self) -> None:
        self.kept.close()
        self.start()

    @rule(seconds=st.sampled_from([0.5, 2.0, 60.0, MOST_SECONDS]))
    def wait(self, seconds: float) -> None:
        self.clock += seconds

    @rule()
    def wake(self) -> None:
        self.sending.wake()
        self.server.tried.clear()

    @rule(entry=entered)
    def say_otherwise(self, entry: Entry) -> None:
        files = [file.id for file in entry.files]
        words: Message = comment("Autrement.")
        if entry.kind == "open-dispute":
            words = dispute("Autrement.", file_ids=files)
        elif entry.kind == "add-dispute-entry":
            words = AddDisputeEntry(text="Autrement.")
        with suppress(MayHaveArrived, KeyError):
            self.lives(self.kept.say_again(entry.id, words))

    @rule(entry=entered)
    def take_back(self, entry: Entry) -> None:
        with suppress(MayHaveArrived, KeyError):
            self.lives(self.kept.discard(entry.id))
            self.gone.add(entry.id)

    # What holds

    @invariant()
    def nothing_is_applied_twice(self) -> None:
        assert len(set(self.server.applied)) == len(self.server.applied)
        assert set(self.server.applied) <= set(self.order)

    @invariant()
    def nothing_is_lost(self) -> None:
        there = {entry.id for entry in self.kept.entries()}
        assert set(self.order) - self.gone <= there

    @invariant()
    def what_is_said_to_be_sent_was_applied(self) -> None:
        sent = {entry.id for entry in self.kept.entries() if entry.state == "sent"}
        assert sent <= set(self.server.applied)

    def applied(self, id_: UUID) -> None:
        """Whoever was entered before and is not known to be sent has an excuse."""
        entries = self.kept.entries()
        taken = next(entry for entry in entries if id_ == entry.command_id)
        excused: set[UUID] = set()
        for entry in entries[: entries.index(taken)]:
            if entry.client_id != taken.client_id or entry.state == "sent":
                continue
            assert entry.state == "review" or entry.about_id in excused
            excused |= {entry.id, entry.about_id or entry.id}

    @invariant()
    def what_waits_for_its_author_was_refused(self) -> None:
        in_review = {entry.id for entry in self.kept.entries() if entry.state == "review"}
        assert in_review <= self.server.refused

    @invariant()
    def a_client_rests_after_each_failure(self) -> None:
        of = {entry.id: entry.client_id for entry in self.kept.entries()}
        last: dict[UUID, float] = {}
        for tried in self.server.tried:
            client = of.get(tried.id)
            if client is None:
                continue
            assert tried.at - last.get(client, -MOST_SECONDS) >= FIRST_SECONDS / 2
            last.pop(client, None)
            if not tried.answered:
                last[client] = tried.at

    @invariant()
    def photos_are_there_as_long_as_they_are_needed(self) -> None:
        needed = {file.id for entry in self.kept.unsent() for file in entry.files}
        assert needed <= self.kept.disk.keeping.kept()

    def teardown(self) -> None:
        """The network is whole again: what can go goes, and the rest says why it does not."""
        try:
            self.heal()
        finally:
            self.kept.close()
            self.loop.close()
            shutil.rmtree(self.root)

    def heal(self) -> None:
        self.dies_at = None
        self.server.faults.clear()
        self.sending.wake()
        ended = self.loop.run_until_complete(self.sending.round())
        assert (ended.ended, ended.next_seconds) == ("done", None)
        told, held = self.kept.standings(), self.kept.held()
        for entry in self.kept.entries():
            assert told[entry.id] in ("sent", "review", "held")
            assert (told[entry.id] == "sent") == (entry.command_id in self.server.applied)
            assert (told[entry.id] == "held") == (entry.id in held)
            if entry.id in held:
                refused = self.kept.entry(held[entry.id])
                assert (refused.state, refused.client_id) == ("review", entry.client_id)
        files = {file.id for entry in self.kept.unsent() for file in entry.files}
        assert self.kept.disk.keeping.kept() == files


Field.TestCase.settings = settings(max_examples=80, stateful_step_count=25, deadline=None)
TestField = Field.TestCase
