"""Events as a server sends them."""

from __future__ import annotations

from mobile.api.live import Heard, event_of
from shared.contract.live import LiveEvent
from shared.ids import new_id

FACT = LiveEvent(position=7, client_id=new_id(), kind="comment-posted", fact_id=new_id())


def test_a_fact_is_read_with_its_place():
    block = ["event: fact", "id: 7", f"data: {FACT.model_dump_json()}"]
    assert event_of(block) == Heard("fact", "7", FACT)


def test_the_opening_and_the_call_to_read_again_are_told_apart():
    assert event_of(["retry: 2000", "event: open", "id: 3", "data: {}"]) == Heard("open", "3")
    assert event_of(["event: resync", "id: 4", "data: {}"]) == Heard("resync", "4")


def test_a_sign_of_life_and_what_a_newer_server_tells_are_no_events():
    assert event_of([": here", "id: 9"]) is None
    assert event_of(["event: weather", "id: 9", "data: {}"]) is None
    assert event_of(["event: fact", "id: 9", "data: {}"]) is None
    assert event_of([]) is None
