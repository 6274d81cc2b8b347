"""What the server says to people, in their language.

A refusal brings its English sentence; the French one stands here under the same code, in one file
a module, with the refusal's facts in braces. A code without French is told in English: a test
finds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.catalogue import clients, edge, identity, imports, organisation, values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backend.settings import Language

# Every module's file; a new one is added here. Imports come first: what they find in a file may
# bear the code of a refusal, and is told from their own file.
FRENCH: dict[str, str] = {
    **imports.FRENCH,
    **edge.FRENCH,
    **values.FRENCH,
    **identity.FRENCH,
    **organisation.FRENCH,
    **clients.FRENCH,
}


def sentence(code: str, english: str, facts: Mapping[str, object], language: Language) -> str:
    """The sentence for a code; `english` may hold the facts in braces too."""
    return filled(FRENCH.get(code, english) if language == "fr" else english, facts)


def filled(text: str, facts: Mapping[str, object]) -> str:
    """A sentence of any catalogue with its facts in their places."""
    return text.format_map(Facts(facts)) if "{" in text else text


class Facts(dict[str, object]):
    """A fact that was not given shows as a dash, rather than hiding the sentence."""

    def __missing__(self, name: str) -> str:
        return "–"


def preferred(accept_language: str, default: Language) -> Language:
    """The best of our languages for an `Accept-Language` header (RFC 9110 §12.5.4)."""
    best: tuple[float, Language] | None = None
    for part in accept_language.split(",")[:20]:
        name, _, rest = part.strip().partition(";")
        language = name.split("-")[0].strip().lower()
        weight = weight_of(rest)
        if language in {"fr", "en"} and weight > (best[0] if best else 0):
            best = (weight, "fr" if language == "fr" else "en")
    return best[1] if best else default


def weight_of(parameter: str) -> float:
    """`q=0.8`; 1 where absent, 0 where unreadable."""
    name, _, value = parameter.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
