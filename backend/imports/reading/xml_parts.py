"""The XML of a workbook's parts, fed to a parser as it unpacks, whatever somebody put in it."""

import zipfile
import zlib
from typing import Final, NoReturn
from xml.parsers import expat

from backend.imports.reading.source import UnreadableFileError

ELEMENT_LIMIT_BYTES: Final = 1 << 20
"""A parser holds an element's attributes, a comment or an instruction whole before it tells them:
what is longer than this is meant to fill the memory. Text comes in pieces."""


class PartFeed:
    """A parser for one part; `feed` it block by block, an empty one at the end."""

    def __init__(self, part: str) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._part = part
        self._fed = 0
        self._begun_at = 0

    def feed(self, block: bytes) -> None:
        """Calls the parser's handlers. Raises `UnreadableFileError` for what is no part."""
        try:
            self.parser.Parse(block, not block)
        except (expat.ExpatError, zipfile.BadZipFile, zlib.error) as error:
            if getattr(error, "code", None) == expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]:
                raise MemoryError from error
            raise UnreadableFileError("damaged-workbook", file=self._part) from error
        self._fed += len(block)
        # Some versions tell no place while they wait for more of an element.
        self._begun_at = max(self._begun_at, self.parser.CurrentByteIndex)
        if block and self._fed - self._begun_at > ELEMENT_LIMIT_BYTES:
            raise UnreadableFileError("element-too-long", limit_mb=ELEMENT_LIMIT_BYTES >> 20)

    def _refuse_doctype(self, *_: object) -> NoReturn:
        """Workbooks have none (ECMA-376 part 2): one is there to define entities that multiply."""
        raise UnreadableFileError("damaged-workbook", file=self._part)
