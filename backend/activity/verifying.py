"""Whether the history is as it was sealed: nothing altered, removed, inserted or moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from backend.activity import queries
from backend.activity.history import BEGINNING, Head, Told
from backend.activity.rules import next_head, text_digest
from backend.activity.sealing import seal
from backend.database.transaction import transaction

if TYPE_CHECKING:
    from uuid import UUID

    from asyncpg import Record

FINDINGS_SHOWN: Final = 20


class Finding(NamedTuple):
    """What is wrong with the history, at which position (0: of the whole) and of which fact."""

    sentence: str
    position: int = 0
    fact: UUID | None = None


class Verified(NamedTuple):
    """The head of the history, and the first of what was found."""

    head: Head
    findings: list[Finding]


async def verify(earlier: Head | None = None) -> Verified:
    """Recomputes the whole chain, in memory that does not grow.

    Args:
        earlier: a head that was printed before. Without one kept elsewhere nobody can tell a
            history from one that was cut off at its end, or written anew from the beginning.
    """
    await seal()
    async with transaction(isolation="repeatable read"):
        walk = Walk(earlier)
        async for row in queries.chain():
            walk.step(row)
        walk.end()
        for row in await queries.outside_the_chain(FINDINGS_SHOWN):
            walk.note(
                "a fact has no place in the history: it was inserted, or its place removed"
                if row["is_there"]
                else "a fact is missing that was waiting for its place",
                fact=row["fact"],
            )
    return Verified(walk.head, walk.findings)


class Walk:
    """Goes along the chain, and goes on from what stands there after something wrong."""

    def __init__(self, earlier: Head | None) -> None:
        self.head = BEGINNING
        self.findings: list[Finding] = []
        self._earlier = earlier
        self._compare()

    def note(self, sentence: str, position: int = 0, fact: UUID | None = None) -> None:
        if len(self.findings) < FINDINGS_SHOWN:
            self.findings.append(Finding(sentence, position, fact))

    def step(self, row: Record) -> None:
        position, fact = row["position"], row["fact"]
        if position != self.head.position + 1:
            self.note("positions before this one are missing", position, fact)
        if row["id"] is None:
            self.note("the fact of this position is missing", position, fact)
        else:
            before = Head(position - 1, self.head.hash)
            wrong = what_is_wrong(row, before)
            if wrong is not None:
                self.note(wrong, position, fact)
        self.head = Head(position, row["hash"])
        self._compare()

    def end(self) -> None:
        if self._earlier is not None and self._earlier.position > self.head.position:
            self.note(f"the history ends at {self.head.position}, before the head that was given")

    def _compare(self) -> None:
        given = self._earlier
        if given is None or given.position != self.head.position:
            return
        if given.hash != self.head.hash:
            self.note("the history up to the head that was given is another", self.head.position)


def what_is_wrong(row: Record, before: Head) -> str | None:
    told = Told(**{name: row[name] for name in Told._fields})
    if next_head(before, told, row["text_digest"]).hash != row["hash"]:
        return "the fact, or what stands before it, is not what was sealed"
    if row["salt"] is not None:
        digest = text_digest(told, row["salt"])
        return None if digest == row["text_digest"] else "the text of the fact was altered"
    if told.has_text:
        return "the text of the fact cannot be verified: its salt is missing"
    return None if row["erasure_told"] else "the text of the fact was erased, and no fact says so"
