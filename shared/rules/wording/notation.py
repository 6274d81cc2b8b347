r"""The notation the lexicons are written in, so that they read as lists of words.

    where FAULT fissure|panne           a pattern, or families, that others name as {FAULT}
    = health                            what the families are about
    cancer/s cancér/eux                 one family of words a line; endings: `terms.ENDINGS`
    - person 7, name                    a case in which they count, and its marks
    before il est|elle est              the folded words right before, as alternatives
    after (?:du|de la) \\w+             right after
    near traitement|chimio              anywhere in the sentence
    unless institut|ligue               nowhere in the sentence
    - exact                             another case of the same families

A line that begins with a space goes on with the one before. Marks: `terms.Term`; `exact` is not
to be taken for misspelt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast, get_args

from shared.rules.wording.terms import Topic, term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from shared.rules.wording.terms import Term

PATTERNS: Final = ("before", "after", "near", "unless")
NAMED: Final = re.compile(r"\{([A-Z_]+)\}")


def terms_of(text: str, phrases: Mapping[str, str]) -> Iterator[Term]:
    """The terms written in `text`; `phrases` are patterns named in braces.

    A `ValueError` or `KeyError` says what is wrongly written.
    """
    named = dict(phrases)
    lines = re.sub(r"\n +", "", text).strip().splitlines()
    while lines and lines[0].startswith("where "):
        _, name, pattern = lines.pop(0).split(" ", 2)
        named[name] = filled(pattern, named)
    for block in "\n".join(lines).removeprefix("= ").split("\n= "):
        head, *cases = block.split("\n-")
        topic, _, listed = head.partition("\n")
        families = filled(listed, named).replace("|", " ")
        if topic not in get_args(Topic):
            raise ValueError(topic)
        for case in cases:
            marks, *patterns = case.splitlines() or [""]
            yield case_of(cast("Topic", topic), families, marks, patterns, named)


def case_of(
    topic: Topic, families: str, marks: str, patterns: list[str], named: Mapping[str, str]
) -> Term:
    told = dict.fromkeys(PATTERNS, "")
    for line in patterns:
        key, _, pattern = line.partition(" ")
        if key not in told:
            raise ValueError(line)
        told[key] = filled(pattern, named)
    marked = {mark.strip() for mark in marks.split(",")} - {""}
    reach = next((mark for mark in marked if mark.startswith("person ")), "person 0")
    unknown = marked - {reach, "name", "exact", "first"}
    if unknown:
        raise ValueError(unknown)
    return term(
        topic,
        families,
        **told,
        person=int(reach.removeprefix("person ")),
        name="name" in marked,
        loose="exact" not in marked,
        first="first" in marked,
    )


def filled(pattern: str, named: Mapping[str, str]) -> str:
    return NAMED.sub(lambda match: named[match[1]], pattern)
