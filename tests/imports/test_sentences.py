"""Everything that reading or applying a file can say, it says in both languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from backend.catalogue import FRENCH
from backend.catalogue.imports import SENTENCES
from backend.imports.telling import finding_told, told

ROOT = Path(__file__).parents[2] / "backend" / "imports"
CODE = re.compile(r"[a-z]+(-[a-z]+)+")
SAYING = {"refuse", "warn", "Finding", "Unreadable", "UnreadableFileError", "Refusal"}


def codes_said() -> set[str]:
    """The first argument of every call that says something."""
    found = set()
    for path in ROOT.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text())):
            if not (isinstance(call, ast.Call) and call.args + call.keywords):
                continue
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if name in SAYING:
                found |= {
                    node.value
                    for argument in call.args[:2]
                    for node in ast.walk(argument)
                    if isinstance(node, ast.Constant)
                    and isinstance(node.value, str)
                    and CODE.fullmatch(node.value)
                }
    return found


def test_every_code_has_its_sentences():
    assert codes_said() - set(FRENCH) == set()
    assert {"bad-fec-date", "document-unknown", "closing-many"} <= set(SENTENCES)


def test_both_languages_tell_the_same_facts():
    for code, (english, french) in SENTENCES.items():
        facts = [{name for _, name, _, _ in Formatter().parse(text)} for text in (english, french)]
        assert facts[0] == facts[1], code


def test_a_finding_is_told_with_its_first_lines():
    kept = {"code": "due-before-issue", "facts": {"count": 7}, "lines": [2, 3, 5, 7, 11, 13, 17]}
    assert finding_told(kept, "en") == (
        "7 documents are due before they were issued. (lines 2, 3, 5, 7, 11 …)"
    )
    assert finding_told(kept, "fr").endswith("(lignes 2, 3, 5, 7, 11 …)")


def test_one_line_is_told_in_the_singular():
    kept = {"code": "due-before-issue", "facts": {"count": 1}, "lines": [4]}
    assert finding_told(kept, "en") == "1 document is due before it was issued. (line 4)"
    assert finding_told(kept, "fr") == (
        "1 pièce a une échéance antérieure à la date d’émission. (ligne 4)"
    )


@pytest.mark.parametrize("count", [1, 2])
def test_no_sentence_shows_its_forms_or_disagrees_with_its_count(count: int):
    for code, sentences in SENTENCES.items():
        counts = dict.fromkeys(("count", "closed", "open"), count)
        for whole in (told(code, counts, "en"), told(code, counts, "fr")):
            assert not re.search(r"[{}|]", whole), (code, whole)
        for text in sentences:
            if "{count}" in text:
                assert "{count:" in text, (code, "says one thing of one and of many")


def test_amounts_of_several_currencies_are_rounded_in_one_true_sentence():
    """The count is over all currencies: only the example is of the one that is named."""
    facts = {"count": 6, "text": "1000.5", "currency": "JPY"}
    assert told("amounts-rounded", facts, "en") == (
        "6 amounts too fine for their currency were rounded (as 1000.5 JPY)."
    )


def test_what_has_no_sentence_yet_still_says_what_it_is():
    assert told("quite-new", {"text": "{x}"}, "fr") == "quite-new: text {x}"
