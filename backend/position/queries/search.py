"""Finding clients by what somebody typed: a name with a typo, a code, a town, a SIREN, a number.

What was typed is found as it stands first (its words anywhere in what the client is known by), and
where that is not enough, with each word replaced by the ones like it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from shared.text import fold

if TYPE_CHECKING:
    from backend.position.queries.client_list import Values

WORDS_MOST: Final = 6
LETTERS_FOR_PARTS: Final = 3
"""Fewer letters than that only begin a word."""
LITERAL_ENOUGH: Final = 50
"""So many clients found as typed: nobody is looking for a misspelt one."""
SIMILAR_MOST: Final = 1_000
NUMBERS_MOST: Final = 500


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed, and its folded words."""

    text: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        readable = "".join(filter(str.isprintable, text)).strip()
        return cls(readable, tuple(fold(readable).split()[:WORDS_MOST]))

    @property
    def may_be_a_number(self) -> bool:
        return len(self.text) >= LETTERS_FOR_PARTS and any(map(str.isdigit, self.text))


def found(said: Said, scope: str, values: Values) -> tuple[str, str]:
    """The leading CTEs, and the join that brings `found.place` and `found.found_by`.

    `place`: 0 exactly, 1 as a beginning, 2 within, then 3 and more the less alike. `scope` is the
    visibility of the alias `c`: what counts as enough is counted in what the viewer sees.
    """
    parts = [literal(said, scope, values), *similar(said, scope, values)]
    names = ["literal", "resembling"]
    if said.may_be_a_number:
        parts.append(numbered(said, values))
        names.append("numbered")
    union = " UNION ALL ".join(f"SELECT client, place, found_by FROM {name}" for name in names)
    parts.append(f"""
found AS (
  SELECT client, min(place) AS place, min(found_by) AS found_by
  FROM ({union}) way GROUP BY client)""")
    return ",".join(parts) + ",", "JOIN found ON found.client = c.id"


def literal(said: Said, scope: str, values: Values) -> str:
    conditions = " AND ".join(literally(word, values) for word in said.words) or "false"
    raw, whole = values.add(said.text, "text"), values.add(" ".join(said.words), "text")
    digits = values.add("".join(filter(str.isdigit, said.text)), "text")
    return f"""
literal AS MATERIALIZED (
  SELECT c.id AS client,
    CASE WHEN lower(s.code) = lower({raw}) OR s.siren = {digits} THEN 0
         WHEN starts_with(s.sort_name, {whole}) OR starts_with(s.search_text, lower({raw}))
           THEN 1
         ELSE 2 END::numeric AS place,
    CASE WHEN s.merged_into IS NOT NULL THEN s.code
         WHEN s.siren = {digits} THEN s.siren END AS found_by
  FROM client s JOIN client c ON c.id = coalesce(s.merged_into, s.id)
  WHERE {conditions} AND {scope})"""


def literally(word: str, values: Values) -> str:
    """A folded word holds letters and digits only: nothing in it needs escaping."""
    if len(word) < LETTERS_FOR_PARTS:
        return f"' ' || s.search_text LIKE {values.add(f'% {word}%', 'text')}"
    return f"s.search_text LIKE {values.add(f'%{word}%', 'text')}"


def similar(said: Said, scope: str, values: Values) -> list[str]:
    words = values.add(list(said.words), "text[]")
    conditions = " AND ".join(
        f"({literally(word, values)} OR s.search_words && "
        f"ARRAY(SELECT word FROM alike WHERE nth = {nth}))"
        for nth, word in enumerate(said.words, start=1)
    )
    return [
        f"""
alike AS MATERIALIZED (
  SELECT typed.nth, near.word, near.nearness
  FROM unnest({words}) WITH ORDINALITY typed (word, nth),
    LATERAL public.words_alike(typed.word) near
  WHERE char_length(typed.word) >= {LETTERS_FOR_PARTS}
    AND (SELECT count(*) FROM literal) < {LITERAL_ENOUGH})""",
        f"""
resembling AS MATERIALIZED (
  SELECT c.id AS client,
    4 - (SELECT max(nearness)::numeric FROM alike WHERE word = ANY (s.search_words)) AS place,
    CASE WHEN s.merged_into IS NOT NULL THEN s.code END AS found_by
  FROM client s JOIN client c ON c.id = coalesce(s.merged_into, s.id)
  WHERE EXISTS (SELECT FROM alike) AND {conditions or "false"} AND {scope}
  LIMIT {SIMILAR_MOST})""",
    ]


def numbered(said: Said, values: Values) -> str:
    """Documents by number, whole or its beginning; the first ones where there are too many."""
    typed = f"upper({values.add(said.text, 'text')})"
    return f"""
numbered AS (
  SELECT client, CASE WHEN upper(number) = {typed} THEN 0 ELSE 1 END::numeric AS place,
    number AS found_by
  FROM (
    SELECT client, number FROM document
    WHERE upper(number) ~>=~ {typed} AND upper(number) ~<~ ({typed} || chr(1114111))
    ORDER BY upper(number) USING ~<~ LIMIT {NUMBERS_MOST}
  ) d)"""
