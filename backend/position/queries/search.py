"""Finding clients by what somebody typed: a name with a typo, a code, a town, a SIREN, a number.

What was typed is found as it stands first (its words anywhere in what the client is known by), and
where that is not enough, with each word replaced by the ones like it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shared.rules.looked_for import LETTERS_FOR_PARTS, LITERAL_ENOUGH

if TYPE_CHECKING:
    from backend.position.queries.client_list import Values
    from shared.rules.looked_for import LookedFor

SIMILAR_MOST: Final = 1_000
NUMBERS_MOST: Final = 500
NUMBERS_WALKED: Final = 2_000
"""So many documents are looked at, whosever they are, before one's own are asked one by one."""


def found(said: LookedFor, scope: str, values: Values) -> tuple[str, str]:
    """The leading CTEs, and the join that brings `found.place` and `found.found_by`.

    `place`: 0 exactly, 1 as a beginning, 2 within, then 3 and more the less alike. `scope` is the
    visibility of the alias `c`: what counts as enough is counted in what the viewer sees.
    """
    parts = [literal(said, scope, values), *similar(said, scope, values)]
    names = ["literal", "resembling"]
    if said.may_be_a_number:
        parts.append(numbered(said, scope, values))
        names.append("numbered")
    union = " UNION ALL ".join(f"SELECT client, place, found_by FROM {name}" for name in names)
    parts.append(f"""
found AS (
  SELECT client, min(place) AS place, min(found_by) AS found_by
  FROM ({union}) way GROUP BY client)""")
    return ",".join(parts) + ",", "JOIN found ON found.client = c.id"


def literal(said: LookedFor, scope: str, values: Values) -> str:
    conditions = " AND ".join(literally(word, values) for word in said.words) or "false"
    raw, whole = values.add(said.text, "text"), values.add(" ".join(said.words), "text")
    digits = values.add(said.digits, "text")
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


def similar(said: LookedFor, scope: str, values: Values) -> list[str]:
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


def numbered(said: LookedFor, scope: str, values: Values) -> str:
    """Clients by the number of a document, whole or its beginning; the first where there are many.

    The numbers are walked in their order, through other people's too. Where a common beginning
    leads past too many of those, each of the viewer's own clients is asked for one instead: nobody
    else's documents stand before one's own.
    """
    typed = f"upper({values.add(said.text, 'text')})"
    begins = f"upper(number) ~>=~ {typed} AND upper(number) ~<~ ({typed} || chr(1114111))"
    return f"""
walked AS MATERIALIZED (
  SELECT client, number FROM document WHERE {begins}
  ORDER BY upper(number) USING ~<~ LIMIT {NUMBERS_WALKED}),
near AS MATERIALIZED (
  SELECT walked.client, walked.number
  FROM walked CROSS JOIN LATERAL (
    SELECT FROM client c WHERE c.id = walked.client AND {scope} OFFSET 0) seen
  LIMIT {NUMBERS_MOST}),
own AS (
  SELECT c.id AS client, first.number
  FROM client c CROSS JOIN LATERAL (
    SELECT number FROM document WHERE client = c.id AND {begins}
    ORDER BY upper(number) USING ~<~ LIMIT 1) first
  WHERE (SELECT count(*) FROM walked) = {NUMBERS_WALKED}
    AND (SELECT count(*) FROM near) < {NUMBERS_MOST}
    AND c.merged_into IS NULL AND {scope}
  LIMIT {NUMBERS_MOST}),
numbered AS (
  SELECT client, CASE WHEN upper(number) = {typed} THEN 0 ELSE 1 END::numeric AS place,
    number AS found_by
  FROM (SELECT * FROM near UNION ALL SELECT * FROM own) d)"""
