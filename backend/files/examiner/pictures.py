"""Photos: read within bounds, turned upright, drawn anew without anything but their pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pi_heif import register_heif_opener  # type: ignore[import-untyped]
from PIL import Image

from backend.files.examiner.verdict import Examined, Unfit

if TYPE_CHECKING:
    from pathlib import Path

PIXELS_MOST: Final = 64_000_000
"""Of what was sent: phones take up to 50 million in ordinary use."""
SIDE_MOST: Final = 4_096
"""Of what is kept: a delivery note photographed whole can still be read."""
THUMBNAIL_SIDE: Final = 320
QUALITY: Final = 85
ORIENTATION: Final = 0x0112

# What each kind of photo is kept as: a phone's HEIC opens nowhere but on phones.
KEPT_AS: Final = {"JPEG": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "HEIF": "JPEG"}
MEDIA_TYPES: Final = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
DAMAGE: Final = (
    ValueError,
    SyntaxError,
    IndexError,
    KeyError,
    TypeError,
    ZeroDivisionError,
    OverflowError,
)
"""What the decoders raise for a file that is not what it says, beside an OSError of their own."""

Turn = Image.Transpose
# EXIF 2.32 §4.6.4: how the camera was held.
TURNS: Final = {
    2: Turn.FLIP_LEFT_RIGHT,
    3: Turn.ROTATE_180,
    4: Turn.FLIP_TOP_BOTTOM,
    5: Turn.TRANSPOSE,
    6: Turn.ROTATE_270,
    7: Turn.TRANSVERSE,
    8: Turn.ROTATE_90,
}

# Bounds are looked at here, once nothing but the header was read.
Image.MAX_IMAGE_PIXELS = None


def redraw(sent: Path, body: Path, thumbnail: Path, kind: str) -> Examined:
    """Writes the photo and its thumbnail; `kind` is what its first bytes say, as in MEDIA_TYPES.

    Of a moving picture the first one is kept.

    Raises:
        Unfit: `picture-too-large`, `file-damaged`.
        OSError: the disk's own, `errno` set.
    """
    picture, kept_as = decoded(sent, kind), KEPT_AS[kind]
    if kept_as == "JPEG":
        picture = on_white(picture)
    save(picture, body, kept_as)
    width, height = picture.size
    picture.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    save(on_white(picture), thumbnail, "JPEG")
    return Examined(MEDIA_TYPES[kept_as], width, height)


def decoded(sent: Path, kind: str) -> Image.Image:
    if kind == "HEIF":
        # One picture of the file, by one thread: the process has memory for no more.
        register_heif_opener(
            thumbnails=False, depth_images=False, aux_images=False, decode_threads=1
        )
    try:
        with Image.open(sent, formats=[kind]) as image:
            refuse_too_many_pixels(*image.size)
            return upright(image)
    except OSError as error:
        if error.errno is not None:
            raise
        raise Unfit("file-damaged") from error
    except DAMAGE as error:
        raise Unfit("file-damaged") from error


def refuse_too_many_pixels(width: int, height: int) -> None:
    if width * height > PIXELS_MOST:
        raise Unfit("picture-too-large", limit_megapixels=PIXELS_MOST // 1_000_000)


def upright(image: Image.Image) -> Image.Image:
    """The picture in plain colours, within bounds, as it was meant to be seen."""
    turn = TURNS.get(image.getexif().get(ORIENTATION, 1))
    image.draft("RGB", (SIDE_MOST, SIDE_MOST))  # a JPEG is read smaller at once, in less memory
    picture: Image.Image = image.convert(colours_of(image))
    # Text, colour profile, place and camera would otherwise be written again.
    picture.info.clear()
    picture.thumbnail((SIDE_MOST, SIDE_MOST))
    return picture if turn is None else picture.transpose(turn)


def colours_of(image: Image.Image) -> str:
    if image.mode in {"1", "L"}:
        return "L"
    return "RGBA" if image.has_transparency_data else "RGB"


def save(picture: Image.Image, path: Path, kind: str) -> None:
    options: dict[str, Any] = {} if kind == "PNG" else {"quality": QUALITY}
    picture.save(path, format=kind, **options)


def on_white(picture: Image.Image) -> Image.Image:
    """A JPEG knows nothing transparent."""
    if picture.mode != "RGBA":
        return picture
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white
