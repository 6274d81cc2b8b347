"""Whom a comment names, where two bear the same name: the one that was chosen in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mobile.store.comment_entry import CommentEntry, Ready
from mobile.store.mentioning import Name
from shared.ids import new_id

pytestmark = pytest.mark.anyio
FIRST, SECOND = (Name("Hugo Tessier", account_id=new_id()) for _ in range(2))
BOTH = [FIRST, SECOND]


class Colleagues:
    """Take what is sent; something may be typed meanwhile."""

    def __init__(self) -> None:
        self.named: list[tuple[Name, ...]] = []
        self.meanwhile: Callable[[], None] = lambda: None

    async def take(self, ready: Ready) -> Any:
        self.named.append(ready.named)
        self.meanwhile()


@pytest.fixture
def colleagues() -> Colleagues:
    return Colleagues()


@pytest.fixture
def entry(colleagues: Colleagues) -> CommentEntry:
    return CommentEntry(colleagues.take)


def choose(entry: CommentEntry, name: Name, before: str = "") -> None:
    entry.write(before)
    entry.write(f"{before}@hu")
    entry.name(name)


async def test_the_one_chosen_is_meant(entry: CommentEntry, colleagues: Colleagues):
    choose(entry, SECOND)
    await entry.send(BOTH)
    assert colleagues.named == [(SECOND,)]


async def test_of_two_choices_the_last_one_is_meant(entry: CommentEntry, colleagues: Colleagues):
    choose(entry, FIRST)
    choose(entry, SECOND)
    await entry.send(BOTH)
    assert colleagues.named == [(SECOND,)]


async def test_whom_one_comment_named_is_not_chosen_in_the_next(
    entry: CommentEntry, colleagues: Colleagues
):
    choose(entry, SECOND)
    await entry.send(BOTH)
    entry.write("@Hugo Tessier, merci.")
    await entry.send(BOTH)
    assert colleagues.named == [(SECOND,), (FIRST,)]


async def test_who_was_chosen_while_a_comment_went_stays_chosen(
    entry: CommentEntry, colleagues: Colleagues
):
    choose(entry, FIRST)
    colleagues.meanwhile = lambda: choose(entry, SECOND, "Merci ")
    await entry.send(BOTH)
    colleagues.meanwhile = lambda: None
    await entry.send(BOTH)
    assert colleagues.named == [(FIRST,), (SECOND,)]
