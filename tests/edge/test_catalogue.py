"""Every refusal is told in French too."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from backend.catalogue import (
    FRENCH,
    clients,
    edge,
    identity,
    live,
    organisation,
    preferred,
    sentence,
    values,
)
from backend.catalogue.edge import FIELD_SENTENCES

ROOT = Path(__file__).parents[2]


def refusals() -> dict[str, tuple[str, str]]:
    """Every code said in the source, with its English sentence and where."""
    found = {}
    for folder in ("backend", "shared"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                match node:
                    case ast.Call(
                        func=ast.Name(id="Refusal"),
                        args=[
                            ast.Constant(value=str(code)),
                            _,
                            ast.Constant(value=str(english)),
                            *_,
                        ],
                    ):
                        found[code] = (english, f"{path.relative_to(ROOT)}:{node.lineno}")
                    case ast.Call(
                        func=ast.Name(id="Refusal"),
                        args=[ast.Constant(value=str(code)), _, ast.JoinedStr(), *_],
                    ):
                        found[code] = ("", f"{path.relative_to(ROOT)}:{node.lineno}")
                    case ast.Call(
                        func=ast.Name(id="problem"),
                        args=[
                            _,
                            _,
                            ast.Constant(value=str(code)),
                            ast.Constant(value=str(english)),
                        ],
                    ):
                        found[code] = (english, f"{path.relative_to(ROOT)}:{node.lineno}")
    return found


def test_every_refusal_has_its_french_sentence():
    untold = {code: where for code, (_, where) in refusals().items() if code not in FRENCH}
    assert not untold


def test_both_languages_show_facts_that_exist():
    for code, (english, where) in refusals().items():
        for text in (english, FRENCH.get(code, "")):
            assert text.count("{") == len(
                re.findall(r"\{[a-z_]+(?::(?:money|number|date))?\}", text)
            ), (code, where)


def test_amounts_and_days_are_told_as_a_person_writes_them():
    owed = {"owed": "1234.50", "currency": "EUR"}
    english = "Only {owed:money} is owed of what the promise is about."
    assert sentence("promise-too-much", english, owed, "en").startswith("Only €1,234.50 is owed")
    french = "Il n’est dû que 1\u202f234,50\u00a0€ sur ce que vise la promesse."
    assert sentence("promise-too-much", english, owed, "fr") == french
    too_far = sentence("promise-too-far", "", {"latest_on": "2027-01-31"}, "fr")
    assert too_far == "Une promesse est pour le 31 janv. 2027 au plus tard."
    assert sentence("disputed-too-much", "", {"left": "100"}, "fr").endswith("100 à contester.")


def test_no_two_modules_say_a_code_differently():
    tables = [edge.FRENCH, values.FRENCH, identity.FRENCH, organisation.FRENCH, clients.FRENCH]
    tables.append(live.FRENCH)
    codes = Counter(code for table in tables for code in table)
    assert [code for code, times in codes.items() if times > 1] == []


def test_field_sentences_show_the_same_facts_in_both_languages():
    for _, english, french in FIELD_SENTENCES.values():
        assert sorted(re.findall(r"\{\w+\}", english)) == sorted(re.findall(r"\{\w+\}", french))


def test_facts_stand_in_the_sentence():
    facts = {"minutes": 3}
    assert sentence("too-many-attempts", "Wait {minutes} min.", facts, "fr").endswith("3 min.")
    assert sentence("too-many-attempts", "Wait {minutes} min.", facts, "en") == "Wait 3 min."


def test_a_missing_fact_does_not_hide_the_sentence():
    assert sentence("unheard-of", "Wait {minutes} min.", {}, "fr") == "Wait – min."


@pytest.mark.parametrize(
    ("header", "language"),
    [("en-US,en", "en"), ("fr", "fr"), ("es", "fr"), ("en;q=0", "fr"), ("*", "fr")],
)
def test_the_best_of_our_languages_is_chosen(header: str, language: str):
    assert preferred(header, "fr") == language
