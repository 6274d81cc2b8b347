import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

import mobile
from mobile.strings import LANGUAGES, catalogue, strings
from mobile.strings.phrase import Phrase, Plural, parameters, typeset
from shared.contract.identity import Language

BOTH = pytest.mark.parametrize("language", ["fr", "en"])


def sentences(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every leaf of a catalogue, with its path."""
    if is_dataclass(node) and not isinstance(node, Phrase | Plural):
        for field in fields(node):
            if field.name != "language":
                yield from sentences(getattr(node, field.name), f"{path}.{field.name}")
    elif isinstance(node, dict):
        for key, item in node.items():
            yield from sentences(item, f"{path}[{key}]")
    else:
        yield path, node


def texts(leaf: Any) -> list[str]:
    match leaf:
        case Phrase():
            return [leaf.text]
        case Plural():
            return [form for form in (leaf.one, leaf.many, leaf.none) if form is not None]
        case _:
            return [leaf]


def test_every_sentence_exists_in_both_languages():
    assert [p for p, _ in sentences(strings("fr"))] == [p for p, _ in sentences(strings("en"))]


@BOTH
def test_no_sentence_is_empty(language):
    assert not [p for p, leaf in sentences(strings(language)) if not all(texts(leaf))]


def test_a_sentence_takes_the_same_parameters_in_both_languages():
    english = dict(sentences(strings("en")))
    for path, french in sentences(strings("fr")):
        assert type(french) is type(english[path]), path
        named = [frozenset().union(*map(parameters, texts(x))) for x in (french, english[path])]
        assert named[0] == named[1], path


def words_of(hint: Any) -> tuple[str, ...] | None:
    """The words a dict of the catalogue must name, where its key is one of the contract's."""
    if get_origin(hint) is not dict:
        return None
    key = get_args(hint)[0]
    return get_args(key) if get_origin(key) is Literal else None


def named_by(catalogue_module: str) -> dict[str, Any]:
    """What a catalogue names, also where it imports it for the type checker only."""
    module = import_module(catalogue_module)
    names = dict(vars(module))
    for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module != "__future__":
            whence = import_module(str(node.module))
            names |= {one.name: getattr(whence, one.name) for one in node.names}
    return names


@BOTH
def test_every_word_of_the_contract_has_a_name(language):
    for group in fields(catalogue.Strings):
        if group.name == "language":
            continue
        made = getattr(strings(language), group.name)
        names = named_by(type(made).__module__)
        for name, hint in get_type_hints(type(made), localns=names).items():
            if words := words_of(hint):
                assert set(getattr(made, name)) == set(words), f"{group.name}.{name}"


@BOTH
def test_apostrophes_are_curled_and_dots_are_one_character(language):
    bad = [
        text
        for _, leaf in sentences(strings(language))
        for text in texts(leaf)
        if re.search(r"'|\.\.\.", text)
    ]
    assert not bad


def test_french_punctuation_never_begins_a_line():
    for path, leaf in sentences(strings("fr")):
        for text in texts(leaf):
            assert not re.search(r" [;:!?»%]", text), path
            assert not re.search(r"« |\d j\b|\} j\b", text), path


@pytest.mark.parametrize(
    ("language", "n", "said"),
    [
        ("fr", 0, "Aucun client"),
        ("fr", 1, "1 client"),
        ("fr", 2, "2 clients"),
        ("fr", 12_345, "12\u202f345 clients"),
        ("en", 0, "No clients"),
        ("en", 1, "1 client"),
        ("en", 12_345, "12,345 clients"),
    ],
)
def test_clients_are_counted_as_each_language_counts(language, n, said):
    assert strings(language).clients.count(n) == said


def test_french_counts_nought_with_one_and_english_with_many():
    assert Plural("{n} jour", "{n} jours", language="fr")(0) == "0 jour"
    assert Plural("{n} day", "{n} days", language="en")(0) == "0 days"


def test_a_missing_or_superfluous_parameter_is_an_error():
    phrase = strings("fr").shell.data_of
    with pytest.raises(TypeError, match="when"):
        phrase()
    with pytest.raises(TypeError, match="other"):
        phrase(when="hier", other="x")


def test_what_is_put_into_a_sentence_is_not_itself_a_template():
    assert strings("en").clients.no_match(query="{0}") == "No client matches “{0}”"


def test_typesetting_twice_changes_nothing():
    once = typeset("Qu'est-ce que « {a} » : {n} j ?", "fr")
    assert typeset(once, "fr") == once
    assert once == "Qu’est-ce que «\u00a0{a}\u00a0»\u00a0: {n}\u00a0j\u202f?"


def calls_of_sentences() -> Iterator[tuple[str, str, str, set[str], int]]:
    """Every call `….group.name(…)` in the app whose name is a sentence of the catalogue."""
    groups = {f.name for f in fields(catalogue.Strings)}
    for file in Path(mobile.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr=name, value=ast.Attribute(attr=group))) if (
                    group in groups
                ):
                    named = {k.arg or "**" for k in node.keywords}
                    yield f"{file.name}:{node.lineno}", group, name, named, len(node.args)


def test_the_app_gives_each_sentence_its_parameters():
    for where, group, name, named, counted in calls_of_sentences():
        leaf = getattr(getattr(strings("fr"), group), name, None)
        if isinstance(leaf, Phrase):
            assert (named, counted) == (set(parameters(leaf.text)), 0), where
        elif isinstance(leaf, Plural):
            assert (named, counted) == (set(parameters(leaf.many)) - {"n"}, 1), where


def test_every_language_of_the_contract_is_spoken():
    assert set(LANGUAGES) == set(get_args(Language))
