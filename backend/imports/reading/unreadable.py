"""A cell that does not say what its column should."""

from typing import Final, NamedTuple

_SHOWN: Final = 40


class Unreadable(NamedTuple):
    """Takes the place of a value; `code` is the reason, `text` what is written."""

    code: str
    text: str


def shown(text: object) -> str:
    """What is written, short enough for a sentence."""
    written = str(text)
    return written if len(written) <= _SHOWN else f"{written[: _SHOWN - 1]}…"
