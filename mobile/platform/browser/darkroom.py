"""Photos made smaller by the browser itself, away from the window that is drawn."""

from __future__ import annotations

from typing import Any

from mobile.platform.browser.machine import array, machine, octets, plain, thrown


class BrowserDarkroom:
    """A `mobile.sync.photos.Darkroom`. The picture it looks at again and again stays open."""

    def __init__(self) -> None:
        self._content = b""
        self._seen: Any = None

    async def size(self, content: bytes) -> tuple[int, int] | None:
        try:
            seen = await self._picture(content)
        except thrown():
            return None
        return seen.width, seen.height

    async def drawn(self, content: bytes, pixels_most: int, quality: int) -> bytes:
        seen = await self._picture(content)
        share = min(1.0, pixels_most / max(seen.width, seen.height))
        width = max(1, round(seen.width * share))
        height = max(1, round(seen.height * share))
        canvas = machine().OffscreenCanvas.new(width, height)
        paper = canvas.getContext("2d")
        paper.imageSmoothingQuality = "high"
        paper.fillStyle = "white"  # what is transparent would be black in JPEG
        paper.fillRect(0, 0, width, height)
        paper.drawImage(seen, 0, 0, width, height)
        blob = await canvas.convertToBlob(plain({"type": "image/jpeg", "quality": quality / 100}))
        return bytes((await blob.arrayBuffer()).to_bytes())

    async def _picture(self, content: bytes) -> Any:
        """Upright, as whoever took it held the camera. Raises what is `thrown` for no picture."""
        if self._seen is not None and content is self._content:
            return self._seen
        blob = machine().Blob.new(array([octets(content)]))
        upright = plain({"imageOrientation": "from-image"})
        seen = await machine().createImageBitmap(blob, upright)
        if self._seen is not None:
            self._seen.close()
        self._content, self._seen = content, seen
        return seen
