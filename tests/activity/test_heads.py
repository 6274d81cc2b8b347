"""A head of the history is printed for the operator, and read back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.activity.history import Head
from backend.activity.rules import read_head
from shared.refusal import Refusal


@given(position=st.integers(0, 10**18 - 1), hash_=st.binary(min_size=32, max_size=32))
def test_a_head_is_read_as_it_was_printed(position, hash_):
    assert read_head(str(Head(position, hash_))) == Head(position, hash_)


@pytest.mark.parametrize("text", ["", "12", "12:", "x:00", f"-1:{'0' * 64}", f"1:{'G' * 64}"])
def test_what_is_no_head_is_refused(text):
    assert isinstance(read_head(text), Refusal)
