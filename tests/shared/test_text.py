"""Searching forgives accents, case, ligatures and punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.text import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Société Générale", "societe generale"),
        ("L’Œuvre", "l oeuvre"),
        ("L'ŒUVRE", "l oeuvre"),
        ("Ex-æquo", "ex aequo"),
        ("Straße", "strasse"),
        ("Garçon – Noël — Çà", "garcon noel ca"),
        ("Saint\u2011Étienne", "saint etienne"),
        ("12\u202f345,50\u00a0€", "12 345 50"),
        ("Łódź Søren Đorđe", "lodz soren dorde"),
        ("İstanbul", "istanbul"),
        ("fi\ufb01n", "fifin"),
        ("e\u0301te\u0301", "ete"),
        ("  F-24 655 / A ", "f 24 655 a"),
        ("…!?", ""),
        ("Ελλάδα", "ελλαδα"),
    ],
)
def test_text_folds_to_what_people_type(written, folded):
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folded_text_is_words_one_space_apart(text):
    folded = fold(text)
    assert folded == " ".join(folded.split())


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"], max_codepoint=0x17F)))
def test_capitals_and_small_letters_fold_alike(text):
    assert fold(text.lower()) == fold(text)
