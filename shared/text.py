"""Text as a search reads it: without accents, case, ligatures or punctuation."""

import unicodedata
from typing import Final

# Letters that Unicode does not take apart, as people type them on a plain keyboard.
_PLAIN: Final = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"}
)


def fold(text: str) -> str:
    """The text in small plain letters and digits, words apart by one space.

    "Société Générale – L'Œuvre" and "societe generale l oeuvre" fold alike. Letters of other
    scripts stay. Folding twice changes nothing.
    """
    # Folding case can bring marks out (İ), and taking apart can bring capitals out (℡): once each.
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = spread.casefold().translate(_PLAIN)
    return " ".join("".join(map(_kept, plain)).split())


def _kept(character: str) -> str:
    match unicodedata.category(character)[0]:
        case "L" | "N":
            return character
        case "M":
            return ""
        case _:
            return " "
