"""Builds the site where what it is made of has changed, and puts it in place whole."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import flet_web.version

from tools.pwa import toolbox, wheels
from tools.pwa.site import make

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[2]
HERE: Final = Path(__file__).parent
SOURCES: Final = ("mobile", "shared", "tools/pwa")


def build(out: Path) -> bool:
    """Makes `out/site`; answers whether there was anything to do. One build at a time.

    Raises:
        CannotBuildError: with the site as it was.
    """
    out.mkdir(parents=True, exist_ok=True)
    with alone(out / "lock"):
        made_of, stamp = fingerprint(), out / "made-of"
        if stamp.is_file() and stamp.read_text() == made_of and (out / "site").is_dir():
            return False
        toolbox.prepare()
        wheels.install(out / "wheels")
        with tempfile.TemporaryDirectory(dir=out) as folder:
            work = Path(folder)
            make(work / "site", out / "wheels", work / "draft")
            command = [str(HERE / "compress.mjs"), str(work / "site"), str(out / "compressed")]
            toolbox.node(command, "The site could not be compressed")
            replace(out / "site", work / "site", work / "before")
        stamp.write_text(made_of)
        return True


def replace(site: Path, new: Path, before: Path) -> None:
    if site.exists():
        site.rename(before)
    new.rename(site)
    shutil.rmtree(before, ignore_errors=True)


def fingerprint() -> str:
    """Of everything the site is made of."""
    digest = hashlib.sha256(flet_web.version.version.encode())
    for folder in SOURCES:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                content = file.read_bytes()
                digest.update(f"{file.relative_to(ROOT)}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
