"""Photos are made small before they are kept: a phone's camera makes twelve megabytes of a door."""

from __future__ import annotations

from typing import Final, Protocol

PIXELS_MOST: Final = 2_048
BYTES_MOST: Final = 500_000
QUALITIES: Final = (85, 75, 60, 45, 30)
"""Of JPEG, the best first."""
SMALLER: Final = (1.0, 0.75, 0.5)
"""Shares of the pixels, where no quality is low enough."""


class Darkroom(Protocol):
    """What the machine can do with a picture. None of it is in Python's own library."""

    async def size(self, content: bytes) -> tuple[int, int] | None:
        """Its width and height in pixels; None for what is no picture it can draw."""

    async def drawn(self, content: bytes, pixels_most: int, quality: int) -> bytes:
        """As JPEG, upright, its longer side so many pixels at most. It is never made larger."""


async def reduced(content: bytes, darkroom: Darkroom | None) -> bytes:
    """At most 2,048 pixels and 500 kB, of a picture. Everything else stays as it is.

    So does a picture where the machine cannot draw, and one that no quality makes small enough is
    as small as it gets: it is kept all the same, and counts for what it takes.
    """
    size = None if darkroom is None else await darkroom.size(content)
    if darkroom is None or size is None:
        return content
    if max(size) <= PIXELS_MOST and len(content) <= BYTES_MOST:
        return content
    best = content
    for share in SMALLER:
        for quality in QUALITIES:
            best = await darkroom.drawn(content, int(PIXELS_MOST * share), quality)
            if len(best) <= BYTES_MOST:
                return best
    return best
