"""The wording guard, measured on comments as they are typed (wording/*.txt)."""

from __future__ import annotations

import re
import statistics
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.rules.wording import english, french
from shared.rules.wording.advice import ADVICE
from shared.rules.wording.notation import terms_of
from shared.rules.wording.terms import Language
from shared.rules.wording_guard import FINDINGS_MOST, not_factual

FOLDER = Path(__file__).parent / "wording"
LANGUAGES: tuple[Language, ...] = ("fr", "en")


class Comment(NamedTuple):
    topic: str
    text: str


def comments(name: str) -> list[Comment]:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    told = [line.split("|", 1) for line in lines if line and not line.startswith("#")]
    return [Comment(topic.strip(), text.strip()) for topic, text in told]


class Measured(NamedTuple):
    caught: float
    false_alarms: float
    right_topic: float
    wrong: list[str]


def measured(name: str) -> Measured:
    told = comments(name)
    found = {text: {finding.topic for finding in not_factual(text)} for _, text in told}
    bad = [c for c in told if c.topic != "ok"]
    good = [c for c in told if c.topic == "ok"]
    caught = [c for c in bad if found[c.text]]
    false = [c for c in good if found[c.text]]
    right = [c for c in caught if c.topic in found[c.text]]
    missed = [c.text for c in bad if not found[c.text]]
    return Measured(
        len(caught) / len(bad),
        len(false) / len(good),
        len(right) / len(caught),
        missed + [c.text for c in false],
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_least_nine_in_ten_are_caught_and_at_most_one_in_twenty_is_a_false_alarm(language):
    told = comments(language)
    assert len(told) >= 200
    assert min(sum(c.topic == "ok" for c in told), sum(c.topic != "ok" for c in told)) >= 100
    result = measured(language)
    assert result.caught >= 0.90, result.wrong
    assert result.false_alarms <= 0.05, result.wrong
    assert result.right_topic >= 0.95


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_second_set_of_comments_is_caught_as_well(language):
    assert len(comments(f"held_out_{language}")) == 60
    result = measured(f"held_out_{language}")
    assert result.caught >= 0.90, result.wrong
    assert result.false_alarms <= 0.05, result.wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_comments_by_somebody_who_did_not_know_the_lexicon_are_caught_as_well(language):
    told = comments(f"unseen_{language}")
    assert len(told) == 200
    assert sum(c.topic == "ok" for c in told) == 100
    result = measured(f"unseen_{language}")
    assert result.caught >= 0.90, result.wrong
    assert result.false_alarms <= 0.05, result.wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comment_is_read_within_a_millisecond(language):
    texts = [comment.text for comment in comments(language)]
    for text in texts:
        not_factual(text)
    took = []
    for text in texts:
        start = time.thread_time()
        not_factual(text)
        took.append(time.thread_time() - start)
    assert statistics.median(took) < 0.001


@pytest.mark.parametrize(
    ("said", "passage"),
    [
        ("Le patron est un connard.", "connard"),
        ("le patron est un conard", "conard"),
        ("LE PATRON EST UN CONNARD", "CONNARD"),
        ("le patron est un c0nnard", "c0nnard"),
        ("Le gérant est en ARRÊT MALADIE.", "ARRÊT MALADIE"),
        ("le gerant est en arret maladi", "arret maladi"),
        ("L’escroc a encore promis.", "escroc"),
        ("lescroc a encore promis", "lescroc"),
        ("He is an idiott and a liar", "idiott"),
        ("Quel c*nnard ce client", "c*nnard"),
        ("Quel c o n n a r d ce client", "c o n n a r d"),
        ("The owner is a f***ing clown", "f***ing"),
        ("Le comptable est skizofrène", "skizofrène"),
        ("He takes antideppressants", "antideppressants"),
    ],
)
def test_capitals_accents_doubled_letters_slips_and_look_alikes_hide_nothing(said, passage):
    first = not_factual(said)[0]
    assert said[first.start : first.end] == passage


@pytest.mark.parametrize(
    "said",
    [
        "Livré à l'hôpital de Saint-Denis.",
        "La santé financière se dégrade.",
        "La Croix-Rouge paie après Noël.",
        "Vu Jean Le Noir et M. Juif.",
        "Crise de trésorerie, dépôt de bilan probable, projet mort-né.",
        "Clinique Pasteur, Pharmacie du Marché, Ambulances Morel.",
        "Mise en demeure envoyée, redressement judiciaire, tribunal de commerce saisi.",
        "Le gérant prend un vol pour Lisbonne mardi.",
        "Alerte fraude de la banque : le RIB reçu n'est pas le leur.",
        "Mr Crook and The Crooked Billet pay on time, Black Friday or not.",
        "The financial health of St Mary's hospital is fine.",
        "",
        "12 345,50 € · F-24 817 · 47 j",
    ],
)
def test_names_places_and_trade_words_are_left_alone(said):
    assert not_factual(said) == []


def test_one_sentence_lends_no_meaning_to_the_next():
    assert not_factual("Vu le gérant. La roue est voilée.") == []
    assert not_factual("Sa comptable est voilée.")


def test_every_topic_has_its_reason_and_its_factual_wording_in_both_languages():
    topics = {c.topic for language in LANGUAGES for c in comments(language)} - {"ok"}
    for language in LANGUAGES:
        assert ADVICE[language].keys() == topics
        for advice in ADVICE[language].values():
            assert advice.why
            assert not_factual(advice.instead) == []


@given(st.text(max_size=2_000))
def test_any_text_is_read_and_passages_stand_in_order_inside_it(said):
    found = not_factual(said)
    assert len(found) <= FINDINGS_MOST
    ends = [0]
    for finding in found:
        assert ends[-1] <= finding.start < finding.end <= len(said)
        ends.append(finding.end)


@pytest.mark.parametrize("terms", [french.TERMS, english.TERMS], ids=LANGUAGES)
def test_every_term_of_the_lexicons_can_be_typed_and_its_patterns_are_patterns(terms):
    for term in terms:
        assert all(form.isalpha() and form.islower() for form in term.forms), term.forms
        for words in (term.before, term.after, term.near, term.unless):
            assert words == words.strip()
            assert re.compile(words)


@pytest.mark.parametrize(
    "written",
    ["= weather\nrain\n-", "= health\nill\n- loud", "= health\nill\n-\nbeside him"],
)
def test_what_is_wrongly_written_in_a_lexicon_is_refused(written):
    with pytest.raises(ValueError):
        list(terms_of(written, {}))


def test_a_pattern_that_nobody_wrote_is_refused():
    with pytest.raises(KeyError):
        list(terms_of("= health\nill\n-\nunless {FAULT}", {}))


HOSTILE = [
    "Le gérant promet un virement de 4 200 € vendredi, la roue est voilée ; ",
    "malade con fou il est nul voilee boit opere sante ",
    "le patron est condamne fait prison va ",
    "hospital ill sick drunk he owner drinks ",
    "abcdefghij" * 50,
    "il ",
]


@pytest.mark.parametrize("said", HOSTILE)
def test_the_longest_comment_is_read_in_less_than_half_a_second_whatever_it_says(said):
    said = (said * (10_000 // len(said) + 1))[:10_000]
    start = time.thread_time()
    not_factual(said)
    assert time.thread_time() - start < 0.5
