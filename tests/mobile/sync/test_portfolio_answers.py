"""The server's last answers, kept beside the portfolio."""

from __future__ import annotations

from pathlib import Path

import pytest

from mobile.sync.keeping import Folder
from mobile.sync.owner import Owner
from mobile.sync.portfolio import FILE_NAME, Portfolio
from shared.ids import new_id

pytestmark = pytest.mark.anyio
CLAIRE = Owner("https://credit.example.com", new_id())


class Browser(Folder):
    """Where a write is on the disk once it was flushed, and not before."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.flushed: list[str] = []

    async def flush(self, name: str) -> None:
        self.flushed.append(name)


async def test_an_answer_is_on_the_disk_when_it_was_kept_and_the_last_one_counts(tmp_path: Path):
    browser = Browser(tmp_path)
    held = Portfolio(browser, CLAIRE)
    assert held.answer("today") is None
    for said in ("{}", '{"today": "2026-11-20"}'):
        await held.keep_answer("today", said)
    held.close()
    assert browser.flushed == [FILE_NAME, FILE_NAME]
    again = Portfolio(browser, CLAIRE)
    kept = again.answer("today")
    assert kept is not None
    assert kept[1] == '{"today": "2026-11-20"}'
    again.close()
