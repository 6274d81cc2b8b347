"""Ids are UUIDv7, in the order they were made."""

import os
import threading
import time
from datetime import UTC, datetime, timedelta
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared import ids
from shared.ids import instant_of, new_id
from shared.refusal import Refused


def test_an_id_is_a_uuid_of_version_seven():
    made = new_id()
    assert made.version == 7
    assert made.variant == RFC_4122


def test_an_id_tells_when_it_was_made():
    before = datetime.now(UTC)
    at = instant_of(new_id())
    assert before - timedelta(milliseconds=1) <= at <= datetime.now(UTC) + timedelta(seconds=1)


def test_the_example_of_the_standard_is_read_as_the_standard_says():
    example = UUID("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    assert instant_of(example) == datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC)


def test_ids_sort_in_the_order_they_were_made():
    made = [new_id() for _ in range(20_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_threads_never_share_an_id_and_each_sees_its_own_in_order():
    made: list[list[UUID]] = [[] for _ in range(8)]

    def make(into: list[UUID]) -> None:
        into.extend(new_id() for _ in range(2_000))

    threads = [threading.Thread(target=make, args=(into,)) for into in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(mine == sorted(mine) for mine in made)
    assert len({id_ for mine in made for id_ in mine}) == 16_000


def test_a_clock_that_steps_back_does_not_disorder_ids(monkeypatch):
    first = new_id()
    monkeypatch.setattr(time, "time_ns", lambda: 1_000_000_000)
    assert new_id() > first


def test_a_full_counter_borrows_the_next_millisecond():
    sequence = ids._Sequence()
    sequence.advance(5)
    sequence.counter = ids._COUNTER_LIMIT - 1
    assert sequence.advance(5)[0] == 6


@pytest.mark.skipif(not hasattr(os, "register_at_fork"), reason="nothing forks here")
def test_a_forked_process_starts_a_sequence_of_its_own():
    before = ids._sequence
    ids._restart_sequence()
    assert ids._sequence is not before
    assert ids._sequence.millisecond == -1


@pytest.mark.parametrize("other", [UUID("0b4e7ad8-3c1d-4d0e-9f5e-2f1f4c9d1a77"), UUID(int=0)])
def test_another_kind_of_uuid_has_no_instant(other):
    with pytest.raises(Refused) as caught:
        instant_of(other)
    assert caught.value.refusal.code == "id-not-uuid7"
    assert caught.value.refusal.status == 422


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LAST_MILLISECOND = (datetime.max.replace(tzinfo=UTC) - EPOCH) // timedelta(milliseconds=1)


def id_made_at(milliseconds: int) -> UUID:
    return UUID(int=milliseconds << 80 | 7 << 76 | 0b10 << 62)


@given(st.integers(min_value=0, max_value=LAST_MILLISECOND))
def test_any_id_of_our_calendar_has_its_instant(milliseconds):
    assert instant_of(id_made_at(milliseconds)) - EPOCH == timedelta(milliseconds=milliseconds)


@given(st.integers(min_value=LAST_MILLISECOND + 1, max_value=2**48 - 1))
def test_an_id_dated_after_the_calendar_ends_is_refused(milliseconds):
    with pytest.raises(Refused) as caught:
        instant_of(id_made_at(milliseconds))
    assert caught.value.refusal.code == "id-out-of-time"
