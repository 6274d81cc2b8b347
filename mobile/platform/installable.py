"""What a browser is answered under /app: the installable app's files, as `make pwa` built them.

Every address of a screen gets the page, which then opens that screen. What lies in a folder named
after its content is kept for ever; of the rest a browser asks whether it changed.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from starlette.types import Receive, Scope, Send

PREFIX: Final = "/app"
PAGE: Final = "index.html"
FOR_EVER: Final = "public, max-age=31536000, immutable"
ASK_AGAIN: Final = "no-cache"
TYPES: Final = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".otf": "font/otf",
    ".so": "application/wasm",
    ".ttf": "font/ttf",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".zip": "application/zip",
}
NAMED: Final = re.compile(r"[a-z]+-[0-9a-f]{12}/")
ENCODINGS: Final = {"br": ".br", "gzip": ".gz"}
"""The smaller first."""
POLICY: Final = (
    "default-src 'self'",
    # Pyodide makes functions from text, Flutter's renderer starts workers from blobs.
    "script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'",
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
OF_EVERY_FILE: Final = {
    # WebAssembly's threads and the memory they share: Flutter's quicker renderer needs both.
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Content-Security-Policy": "; ".join(POLICY),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """One file of the site: as it is, and as it was compressed for those who take it so."""

    path: Path
    encodings: tuple[str, ...]
    tag: str


class Site:
    """The files of one build."""

    def __init__(self, folder: Path) -> None:
        self._files = dict(files_of(folder))

    def __call__(self, path: str, headers: Headers) -> Response:
        """`path` is what follows the prefix; an address without a file's ending is a screen's."""
        name = path.lstrip("/")
        kept = self._files.get(name)
        if kept is None and "." not in name.rpartition("/")[2]:
            kept, name = self._files[PAGE], PAGE
        if kept is None:
            return PlainTextResponse("Not found", 404)
        return answer(kept, name, headers)


def files_of(folder: Path) -> Iterable[tuple[str, Kept]]:
    found = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*")}
    for name, file in found.items():
        if file.is_file() and file.suffix not in ENCODINGS.values():
            encodings = tuple(e for e, suffix in ENCODINGS.items() if name + suffix in found)
            tag = "" if in_its_name(name) else hashlib.sha256(file.read_bytes()).hexdigest()[:32]
            yield name, Kept(file, encodings, tag)


def in_its_name(name: str) -> bool:
    """Whether the folder is named after its content."""
    return NAMED.match(name) is not None


def answer(kept: Kept, name: str, headers: Headers) -> Response:
    told = {"Vary": "Accept-Encoding", "Cache-Control": FOR_EVER, **OF_EVERY_FILE}
    if kept.tag:
        told |= {"Cache-Control": ASK_AGAIN, "ETag": f'"{kept.tag}"'}
        if kept.tag in headers.get("if-none-match", ""):
            return Response(status_code=304, headers=told)
    encoding = best(kept.encodings, headers.get("accept-encoding", ""))
    path = kept.path
    if encoding:
        told["Content-Encoding"] = encoding
        path = path.with_name(path.name + ENCODINGS[encoding])
    return FileResponse(path, headers=told, media_type=type_of(name))


def best(offered: Iterable[str], accepted: str) -> str | None:
    """The first encoding offered that is accepted; None is the file as it is."""
    taken = {
        part.partition(";")[0].strip().lower()
        for part in accepted.split(",")
        if part.replace(" ", "").partition(";q=")[2] not in {"0", "0.0", "0.00", "0.000"}
    }
    return next((encoding for encoding in offered if encoding in taken), None)


def type_of(name: str) -> str:
    suffix = "." + name.rpartition(".")[2]
    return TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


class Installable:
    """An ASGI application: the last build in `folder`, or a sentence where there is none."""

    def __init__(self, folder: Path, not_built: Callable[[Iterable[str]], str]) -> None:
        self._folder = folder
        self._not_built = not_built
        self._built: tuple[int, Site] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._answer(scope)(scope, receive, send)

    @property
    def built(self) -> bool:
        return self._site() is not None

    def _answer(self, scope: Scope) -> Response:
        headers = Headers(scope=scope)
        if scope["method"] not in {"GET", "HEAD"}:
            return PlainTextResponse("Method not allowed", 405, {"Allow": "GET, HEAD"})
        site = self._site()
        if site is None:
            asked = headers.get("accept-language", "").split(",")
            said = self._not_built(language.strip()[:2].lower() for language in asked)
            return PlainTextResponse(said, 404, {"Vary": "Accept-Language"})
        if scope["path"] == PREFIX:
            return RedirectResponse(PREFIX + "/", 308)
        return site(scope["path"].removeprefix(PREFIX), headers)

    def _site(self) -> Site | None:
        """Read again when it was built again."""
        try:
            written = (self._folder / PAGE).stat().st_mtime_ns
        except FileNotFoundError:
            return None
        if self._built is None or self._built[0] != written:
            self._built = (written, Site(self._folder))
        return self._built[1]
