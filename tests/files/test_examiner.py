"""What the examiner takes and what it refuses, by the content alone."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from backend.files.examiner.kinds import examine
from backend.files.examiner.papers import DOCX, PARTS_MOST, XLSX
from backend.files.examiner.pictures import SIDE_MOST, THUMBNAIL_SIDE, TURNS
from backend.files.examiner.verdict import Examined, Unfit
from backend.files.refusals import UNFIT
from tests.files.phone_photo import HEIC
from tests.files.samples import (
    CAMERA,
    PDF,
    SVG,
    bomb,
    letter,
    located_photo,
    package,
    picture,
    workbook,
)


def look(folder: Path, sent: bytes, name: str = "photo.jpg") -> Examined:
    draft = folder / "sent"
    draft.write_bytes(sent)
    return examine(draft, folder / "body", folder / "thumbnail", name)


@pytest.mark.parametrize(
    ("sent", "name", "media_type"),
    [
        (picture("JPEG"), "photo.jpg", "image/jpeg"),
        (picture("PNG"), "capture.png", "image/png"),
        (picture("WEBP"), "photo.webp", "image/webp"),
        (HEIC, "IMG_0042.HEIC", "image/jpeg"),
        (PDF, "bon.pdf", "application/pdf"),
        ("Deux portes voilées\n".encode(), "note.txt", "text/plain"),
        ("Deux portes voilées\n".encode("cp1252"), "note.txt", "text/plain"),
        (b"\xef\xbb\xbfFacture;Montant\nF1;12,00\n", "lignes.csv", "text/csv"),
        (workbook(), "tableau.xlsx", XLSX),
        (letter(), "lettre.docx", DOCX),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_people_send_is_known_by_its_content(tmp_path, sent, name, media_type):
    assert look(tmp_path, sent, name).media_type == media_type
    assert look(tmp_path, sent, "quelque chose").media_type in {media_type, "text/plain"}


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (b"MZ\x90\0\x03\0\0\0" * 100, "file-type-unknown"),
        (picture("GIF"), "file-type-unknown"),
        (picture("BMP"), "file-type-unknown"),
        (bytes(range(256)) * 20, "file-type-unknown"),
        (b"\0\0\0\x18ftypheic" + bytes(200), "file-damaged"),
        (HEIC[:600], "file-damaged"),
        (SVG, "file-markup"),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><p>", "file-markup"),
        (b"Bonjour <script>alert(1)</script>", "file-markup"),
        (b"#!/bin/sh\nrm -rf /\n", "file-markup"),
        (bomb(), "picture-too-large"),
        (picture("JPEG")[:2000], "file-damaged"),
        (picture("PNG")[:400], "file-damaged"),
        (picture("WEBP")[:200], "file-damaged"),
        (b"\xff\xd8\xff" + b"<script>" * 100, "file-damaged"),
        (PDF[:120], "file-damaged"),
        (PDF + b"<html><script>", "file-two-kinds"),
        (PDF + workbook(), "file-two-kinds"),
        (workbook()[:-40], "file-damaged"),
        (b"PK\x03\x04" + bytes(100), "file-damaged"),
        (package(readme=b"of no office"), "file-type-unknown"),
        (package(_types=b"<Types/>", readme=b"of no office"), "file-type-unknown"),
        (package(_types=b"", xl__workbook_xml=b""), "file-type-unknown"),
        (
            package(_types=b"<Types/>", **{"xl__workbook.xml": b"", "xl__vbaProject.bin": b""}),
            "file-with-program",
        ),
        (
            package(_types=b"ms-excel.sheet.macroEnabled.main+xml", **{"xl__workbook.xml": b""}),
            "file-with-program",
        ),
        (
            package(_types=b"<Types/>", **{"xl__workbook.xml": bytes(50_000_000)}),
            "file-too-heavy",
        ),
        (
            package(_types=b"<Types/>", **{f"p{n}": b"" for n in range(PARTS_MOST)}),
            "file-too-heavy",
        ),
        (
            package(_types=b"<Types/>", **{"xl__workbook.xml": b"", "..__..__evil": b""}),
            "file-damaged",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_told_by_its_code(tmp_path, sent, code):
    with pytest.raises(Unfit) as refused:
        look(tmp_path, sent)
    assert refused.value.code == code


@pytest.mark.parametrize("sent", [located_photo(), HEIC], ids=["JPEG", "HEIC"])
def test_a_photo_is_drawn_anew_without_place_camera_or_comment(tmp_path, sent):
    assert CAMERA.encode() in sent
    look(tmp_path, sent)
    for name in ("body", "thumbnail"):
        kept = (tmp_path / name).read_bytes()
        assert CAMERA.encode() not in kept
        assert b"Lilas" not in kept
        with Image.open(io.BytesIO(kept)) as image:
            assert dict(image.getexif()) == {}
            assert not image.info.keys() & {"exif", "comment", "icc_profile", "xmp"}


@pytest.mark.parametrize("orientation", [1, *TURNS])
def test_a_photo_stands_upright_whichever_way_the_phone_was_held(tmp_path, orientation):
    found = look(tmp_path, located_photo(orientation))
    assert (found.width, found.height) == ((400, 640) if orientation >= 5 else (640, 400))
    with Image.open(tmp_path / "body") as image:
        # Where EXIF 2.32 says the stored left side is seen.
        side = {1: "left", 2: "right", 3: "right", 4: "left", 5: "top", 6: "top"}
        side |= {7: "bottom", 8: "bottom"}
        width, height = image.size
        places = {
            "left": (20, height // 2),
            "right": (width - 20, height // 2),
            "top": (width // 2, 20),
            "bottom": (width // 2, height - 20),
        }
        red, _, blue = image.convert("RGB").getpixel(places[side[orientation]])  # type: ignore[misc]
        assert red > 200
        assert blue < 60


def test_a_large_photo_is_kept_smaller_and_its_thumbnail_smaller_still(tmp_path):
    found = look(tmp_path, picture(size=(8000, 6000)))
    assert (found.width, found.height) == (SIDE_MOST, 3072)
    with Image.open(tmp_path / "thumbnail") as image:
        assert image.format == "JPEG"
        assert max(image.size) == THUMBNAIL_SIDE


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_colour_is_drawn(tmp_path, mode):
    image = Image.new("RGBA", (40, 30), (200, 20, 20, 128)).convert("RGB" if mode == "P" else "L")
    written = io.BytesIO()
    (image.convert(mode) if mode != "I;16" else Image.new(mode, (40, 30))).save(written, "PNG")
    assert look(tmp_path, written.getvalue()).media_type == "image/png"
    with Image.open(tmp_path / "thumbnail") as thumbnail:
        assert thumbnail.format == "JPEG"


def test_what_hangs_behind_a_photo_is_left_behind(tmp_path):
    look(tmp_path, picture("JPEG") + workbook() + b"<script>alert(1)</script>")
    kept = (tmp_path / "body").read_bytes()
    assert b"PK\x03\x04" not in kept
    assert b"<script>" not in kept


@given(
    st.binary(min_size=1, max_size=400),
    st.sampled_from([b"", PDF[:9], b"PK\x03\x04", b"\xff\xd8\xff"]),
)
def test_whatever_is_sent_it_is_known_or_refused_with_a_reason(tmp_path_factory, noise, start):
    folder = tmp_path_factory.mktemp("noise")
    try:
        told = look(folder, start + noise).media_type
    except Unfit as unfit:
        told = unfit.code
    assert told in {"text/plain", "application/pdf", *UNFIT}
