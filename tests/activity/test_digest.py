"""When two bodies are the same."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backend.activity.answered import Command, digest_of, without_empty
from shared.ids import new_id

names = st.text(max_size=2)


def within(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """What is so itself, or a list or an object of it."""
    held = st.lists(inner, max_size=2) | st.dictionaries(names, inner, max_size=2)
    return inner | held


values = within(within(st.none() | st.booleans() | st.integers() | st.text(max_size=3)))
bodies = st.dictionaries(names, values, max_size=4)


@given(one=bodies, other=bodies)
def test_bodies_have_one_digest_where_they_say_the_same(one: dict[str, Any], other: dict[str, Any]):
    account = new_id()
    # As text, since Python takes true and 1 for the same.
    same = ordered(without_empty(one)) == ordered(without_empty(other))
    digests = [digest_of(Command("say", None, body), account) for body in (one, other)]
    assert (digests[0] == digests[1]) is same
    backwards = dict(reversed(one.items()))
    assert digest_of(Command("say", None, backwards), account) == digests[0]
    assert digest_of(Command("say", None, one), new_id()) != digests[0]


def ordered(value: Any) -> str:
    if isinstance(value, dict):
        return str([(name, ordered(part)) for name, part in sorted(value.items())])
    return str([ordered(part) for part in value]) if isinstance(value, list) else repr(value)
