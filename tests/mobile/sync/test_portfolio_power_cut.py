"""The phone dies while it takes in a page: it holds what its cursor says, wherever that was."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path

from mobile.sync.keeping import Folders
from mobile.sync.owner import Owner
from mobile.sync.portfolio import Portfolio
from shared.contract.changes import Changes
from shared.ids import new_id
from tests.mobile.sync.copies import TODAY, client, invoice, page

CLAIRE = Owner("https://credit.test", new_id())
LATE = TODAY - timedelta(days=9)
ALPHA = client("C1", "Alpha", invoice("100.00", LATE, "FA-1"))
BETA = client("C2", "Beta", invoice("200.00", LATE, "FA-2"))
GAMMA = client("C3", "Gamma", invoice("30.00", LATE, "FA-3"))
PAID = ALPHA.model_copy(update={"open_documents": []})
FIRST = page([ALPHA, BETA], cursor="c1")
SECOND = page([PAID, GAMMA], gone=[BETA.identity.id], cursor="c2")
NUMBERS = ("FA-1", "FA-2", "FA-3")


def opened(root: Path) -> Portfolio:
    return Portfolio(Folders(root).of(CLAIRE), CLAIRE)


def apply(root: Path, changes: Changes, dies_at: int | None = None) -> None:
    """The power goes as the `dies_at`-th statement is reached."""
    with closing(opened(root)) as held:
        if dies_at is not None:
            reached = count(1)

            def statement(_sql: str) -> None:
                if next(reached) == dies_at:
                    os.kill(os.getpid(), signal.SIGKILL)

            held._rows.connection.set_trace_callback(statement)
        asyncio.run(held.apply(changes))


def is_killed(root: Path, dies_at: int) -> bool:
    """Whether a process that takes the second page in came to its `dies_at`-th statement."""
    pid = os.fork()
    if pid == 0:
        try:
            apply(root, SECOND, dies_at)
        finally:
            os._exit(0)
    _, status = os.waitpid(pid, 0)
    return os.WIFSIGNALED(status)


def held_now(root: Path) -> tuple[str | None, list[str], list[str], list[str]]:
    """The cursor, the names, whose late invoices count, and the numbers that find anything."""
    with closing(opened(root)) as held:
        names = [row.name for row in held.listed(TODAY).rows]
        late = [row.name for row in held.listed(TODAY, chosen="overdue").rows]
        found = [number for number in NUMBERS if held.listed(TODAY, number).total]
        return held.cursor, names, late, found


def test_a_page_is_held_whole_or_not_at_all_whatever_statement_the_phone_dies_at(tmp_path: Path):
    before = ("c1", ["Alpha", "Beta"], ["Alpha", "Beta"], ["FA-1", "FA-2"])
    after = ("c2", ["Alpha", "Gamma"], ["Gamma"], ["FA-3"])
    for dies_at in count(1):
        root = tmp_path / str(dies_at)
        apply(root, FIRST)
        was_killed = is_killed(root, dies_at)
        assert held_now(root) in (before, after)
        if not was_killed:
            break
        apply(root, SECOND)
        assert held_now(root) == after
    assert dies_at > 10
    assert held_now(root) == after
