"""A workbook's table of texts, which its cells refer to by number."""

from typing import Final
from xml.parsers import expat

from backend.imports.reading.source import FIELD_LIMIT, UnreadableFileError

STRINGS_LIMIT_CHARACTERS: Final = 150_000_000


class StringTable:
    """Listens to `parser`; `strings` grows in order. Phonetic hints are no text."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.strings: list[str] = []
        self.characters = 0
        self._piece: list[str] = []
        self._length = 0
        self._in_text = False
        self._in_phonetic = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "rPh":
            self._in_phonetic = True
        elif local == "t":
            self._in_text = not self._in_phonetic

    def _end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        if local == "si":
            text = "".join(self._piece)
            self.strings.append(text)
            self.characters += len(text)
            self._piece.clear()
            self._length = 0
        elif local == "rPh":
            self._in_phonetic = False
        elif local == "t":
            self._in_text = False

    def _characters(self, text: str) -> None:
        if self._in_text:
            self._piece.append(text)
            self._length += len(text)
            if self._length > FIELD_LIMIT:
                raise UnreadableFileError("field-too-long", limit=FIELD_LIMIT)
