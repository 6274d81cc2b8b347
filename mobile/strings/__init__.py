"""What the app says, in the languages it speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mobile.strings.en import ENGLISH
from mobile.strings.fr import FRENCH

if TYPE_CHECKING:
    from mobile.strings.catalogue import Strings
    from shared.contract.identity import Language

LANGUAGES: Final[dict[Language, Strings]] = {"fr": FRENCH, "en": ENGLISH}


def strings(language: Language) -> Strings:
    return LANGUAGES[language]
