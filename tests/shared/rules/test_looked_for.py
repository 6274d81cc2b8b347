"""What somebody typed to find a client."""

from hypothesis import given
from hypothesis import strategies as st

from shared.rules.looked_for import WORDS_MOST, LookedFor


def test_accents_and_capitals_make_no_difference() -> None:
    assert LookedFor.of(" Électricité TRÉCLAIDIER ").words == ("electricite", "treclaidier")


def test_two_letters_with_a_figure_are_no_number_of_an_invoice_yet() -> None:
    assert not LookedFor.of("F2").may_be_a_number
    assert LookedFor.of("F-2").may_be_a_number
    assert not LookedFor.of("Facture").may_be_a_number


def test_a_siren_is_found_however_it_is_spaced() -> None:
    assert LookedFor.of("552 081 317").digits == "552081317"


@given(st.text(max_size=200))
def test_whatever_is_typed_becomes_a_few_words_of_letters_and_digits(typed: str) -> None:
    looked_for = LookedFor.of(typed)
    assert len(looked_for.words) <= WORDS_MOST
    assert all(word.isalnum() for word in looked_for.words)
