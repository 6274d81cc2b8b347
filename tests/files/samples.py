"""Files as people send them, and as nobody should."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any

import openpyxl
from PIL import Image

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"xref\n0 3\n0000000000 65535 f \ntrailer<</Size 3/Root 1 0 R>>\nstartxref\n103\n%%EOF\n"
)
SVG = (
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
)
CAMERA = "Appareil du commercial"
LATITUDE = (48.0, 51.0, 29.9)


def picture(kind: str = "JPEG", size: tuple[int, int] = (640, 400), **options: Any) -> bytes:
    """Red on the left, blue on the right."""
    image = Image.new(options.pop("mode", "RGB"), size, "blue")
    image.paste(Image.new(image.mode, (size[0] // 2, size[1]), "red"), (0, 0))
    written = io.BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def located_photo(orientation: int = 6) -> bytes:
    """As a phone takes it: turned, with place and camera."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x0110] = CAMERA
    exif.get_ifd(0x8825)[2] = LATITUDE
    return picture(exif=exif, comment=b"12 rue des Lilas")


def bomb() -> bytes:
    """A PNG of a few hundred bytes that says it has 900 million pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 100_000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.create_sheet()["A1"] = "Facture"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def package(**parts: bytes) -> bytes:
    """A ZIP; `__` in a name stands for a slash, `_types` for the list of types."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            named = "[Content_Types].xml" if name == "_types" else name.replace("__", "/")
            archive.writestr(named, body)
    return written.getvalue()


def letter() -> bytes:
    return package(_types=b"<Types/>", **{"word__document.xml": b"<w:document/>"})
