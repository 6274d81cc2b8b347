"""Whom a comment names: what is being typed after an @, and where the names stand."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mobile.store.mentioning import (
    Fragment,
    Name,
    completed,
    fragment_typed,
    passages,
    proposed,
)
from shared.ids import new_id

HUGO = Name("Hugo Tessier", account_id=new_id())
HUGUES = Name("Hugo Tessier-Marin", account_id=new_id())
INES = Name("Inès Vidal", account_id=new_id())
SAV = Name("SAV", role="after_sales")
EVERYBODY = [HUGO, HUGUES, INES, SAV]
WORDS = st.text("ab @é\n", max_size=12)


def test_the_letters_after_an_at_are_a_name_being_typed():
    assert fragment_typed("Vu. @in", "Vu. @ine") == Fragment(4, 8, "ine")
    assert fragment_typed("@ à voir", "@h à voir") == Fragment(0, 2, "h")


def test_an_address_and_a_finished_line_are_none():
    assert fragment_typed("hugo@exampl", "hugo@example") is None
    assert fragment_typed("@Hugo\n", "@Hugo\nV") is None
    assert fragment_typed("Rien", "Rien.") is None


def test_names_are_found_by_the_beginning_of_any_of_their_words_without_accents():
    assert proposed(Fragment(0, 4, "ine"), EVERYBODY) == [INES]
    assert proposed(Fragment(0, 4, "vid"), EVERYBODY) == [INES]
    assert proposed(Fragment(0, 5, "tess"), EVERYBODY) == [HUGO, HUGUES]
    assert proposed(Fragment(0, 3, "sa"), EVERYBODY) == [SAV]
    assert proposed(Fragment(0, 3, "dal"), EVERYBODY) == []


def test_what_follows_a_whole_name_proposes_nobody():
    assert proposed(Fragment(0, 12, "Inès Vidal et"), EVERYBODY) == []


def test_the_longest_name_that_stands_there_is_the_one_meant():
    text = "@Hugo Tessier-Marin puis @Hugo Tessier, et @SAVoir"
    assert [one.name for one in passages(text, EVERYBODY)] == [HUGUES, HUGO]


@settings(deadline=None)  # the machine may be busy
@given(WORDS, WORDS, st.sampled_from(EVERYBODY))
def test_a_name_that_was_chosen_is_found_where_it_was_put(before, after, name):
    fragment = fragment_typed(f"{before} {after}", f"{before} @{after}")
    if fragment is None:
        return
    text = completed(f"{before} @{after}", fragment, name)
    assert text.startswith(f"@{name.words}", fragment.start)
    assert any(one.start == fragment.start for one in passages(text, [name]))


@settings(deadline=None)
@given(WORDS, WORDS)
def test_two_texts_always_tell_some_fragment_or_none(before, after):
    found = fragment_typed(before, after)
    assert found is None or after[found.start : found.end] == f"@{found.text}"
