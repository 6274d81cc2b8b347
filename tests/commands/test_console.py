"""What the console says has both languages, and the same facts in each."""

import string

import pytest

from backend.catalogue.console import SENTENCES, said


def facts_of(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("code", SENTENCES)
def test_both_languages_tell_the_same_facts(code: str):
    english, french = SENTENCES[code]
    assert english.strip()
    assert french.strip()
    assert facts_of(english) == facts_of(french)


def test_a_sentence_nobody_wrote_is_a_mistake():
    with pytest.raises(KeyError):
        said("fr", "no-such-sentence")
