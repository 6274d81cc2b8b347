"""Cursors come back as they were written, and only our own."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from backend.paging import Cursors
from shared.contract.base import Cursor
from shared.ids import new_id
from shared.refusal import Refused

CURSORS = Cursors(b"k" * 32)


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12
    ),
    st.dates(),
    st.text(max_size=60),
    st.uuids(),
)
def test_a_place_comes_back_as_it_was(amount: Decimal, day: date, name: str, id_: UUID):
    cursor = CURSORS.write("list", (amount, day, name, id_))
    place = CURSORS.read("list", cursor, tuple[Decimal, date, str, UUID])
    assert place == (amount, day, name, id_)


def test_a_cursor_fits_the_contract():
    cursor = CURSORS.write("list", ("é" * 100, new_id()))
    assert TypeAdapter(Cursor).validate_python(cursor) == cursor


@pytest.mark.parametrize("forged", ["", "A", "AAAA", "é", "W10", "=" * 9, "a" * 4000])
def test_what_we_did_not_write_is_refused(forged: str):
    with pytest.raises(Refused) as refused:
        CURSORS.read("list", forged, tuple[str, UUID])
    assert refused.value.refusal.code == "bad-cursor"


def test_a_cursor_of_another_list_is_refused():
    cursor = CURSORS.write("clients by name", ("a", new_id()))
    with pytest.raises(Refused):
        CURSORS.read("clients by amount", cursor, tuple[str, UUID])


def test_a_cursor_of_another_deployment_is_refused():
    cursor = CURSORS.write("list", ("a", new_id()))
    with pytest.raises(Refused):
        Cursors(b"o" * 32).read("list", cursor, tuple[str, UUID])


@given(st.integers(min_value=0, max_value=200), st.integers(min_value=1, max_value=255))
def test_a_changed_cursor_is_refused(position: int, change: int):
    cursor = CURSORS.write("list", ("name", new_id()))
    letters = bytearray(cursor.encode())
    at = position % (len(letters) - 1)  # the last letter may carry unused bits
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    letters[at] = alphabet[(alphabet.index(letters[at]) + 1 + change % 63) % 64]
    with pytest.raises(Refused):
        CURSORS.read("list", letters.decode(), tuple[str, UUID])
