"""The last few things opened, and what is being written in them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from mobile.store.client_file import OneClient
from mobile.store.disputes import OneDispute
from mobile.store.shelf import Shelf
from shared.ids import new_id

NO_REACH: Any = None


class Sheet:
    def __init__(self, name: str) -> None:
        self.name = name
        self.words = ""


def shelf(most: int) -> Shelf[str, Sheet]:
    return Shelf(Sheet, most, is_typed_in=lambda sheet: bool(sheet.words))


def test_the_least_recently_opened_goes_first():
    held = shelf(2)
    first, second = held["a"], held["b"]
    assert held["a"] is first
    assert held["c"].name == "c"
    assert held["a"] is first
    assert held["b"] is not second


def test_what_is_typed_in_stays_however_many_are_opened_after_it():
    held = shelf(2)
    typed = held["a"]
    typed.words = "Vu."
    for name in "bcdefg":
        assert held[name].name == name
    assert held["a"] is typed


def test_more_are_held_where_all_are_typed_in_and_the_one_opened_is_one_of_them():
    held = shelf(2)
    typed = []
    for name in "abc":
        typed.append(held[name])
        typed[-1].words = "Vu."
    assert [held[name] for name in "abc"] == typed
    last = held["d"]
    assert held["d"] is last


def test_only_what_is_typed_in_is_left():
    held = shelf(9)
    typed, read = held["a"], held["b"]
    typed.words = "Vu."
    assert held.typed_in() == [typed]
    assert held["b"] is not read


def _client() -> OneClient:
    return OneClient(NO_REACH, new_id())


CLIENT_ENTRIES = {
    "a visit": lambda client: client.visit_entry.change(note="Vu."),
    "a promise": lambda client: client.promise_entry.change(note="Vu."),
    "a plan": lambda client: client.plan_entry.change(parts=4),
    "a dispute": lambda client: client.signalling.change(note="Vu."),
    "a comment": lambda client: client.thread.entry.write("Vu."),
    "another day": lambda client: client.promises.putting_off(new_id()).change(note="Vu."),
    "a withdrawal": lambda client: client.promises.withdrawing(new_id()).change(text="Vu."),
    "an agreement": lambda client: client.plans.entry(new_id(), "accept").change(text="Vu."),
}


@pytest.mark.parametrize("entry", CLIENT_ENTRIES)
def test_a_clients_file_is_typed_in_once_anything_is(entry: str):
    client = _client()
    before = client.is_typed
    CLIENT_ENTRIES[entry](client)
    assert (before, client.is_typed) == (False, True)
    client.forget()
    assert client.is_typed


@pytest.mark.anyio
async def test_a_photo_alone_is_an_entry_too():
    client = _client()
    chosen: Any = SimpleNamespace(name="vide.jpg", size=0)
    await client.signalling.attachments.add(chosen)
    assert client.is_typed


def test_a_dispute_is_typed_in_once_any_of_its_moves_is():
    dispute = OneDispute(NO_REACH, UUID(int=1), lambda _: None)
    dispute.typed("close")
    before = dispute.is_typed
    dispute.typed("reopen").change(text="Le client conteste encore.")
    assert (before, dispute.is_typed) == (False, True)
