"""The Python packages that the browser is given: fetched as locked, and what of them is of use."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from tools.pwa.toolbox import run

HERE: Final = Path(__file__).parent
LOCK: Final = HERE / "wheels.txt"
PLATFORM: Final = (
    "--only-binary=:all:",
    "--implementation=cp",
    "--python-version=3.14",
    "--abi=cp314",
    "--platform=pyemscripten_2026_0_wasm32",
)
LEFT_OUT: Final = ("bin", "flutter", "**/__pycache__", "**/*.pyi", "**/tests", "*.dist-info")
"""What no start reads. Flet's own versions are in its modules, not in what pip writes."""


def install(pip: list[str], target: Path) -> None:
    """Puts the locked packages into `target`.

    uv knows no pyemscripten platform yet; pip takes any that it is told.
    """
    stamp = target / ".locked"
    lock = LOCK.read_text(encoding="utf-8")
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == lock:
        return
    shutil.rmtree(target, ignore_errors=True)
    command = [*pip, "install", "--quiet", "--no-deps", "--no-compile", "--require-hashes"]
    command += [*PLATFORM, "--target", str(target), "--requirement", str(LOCK)]
    run(command, "The packages of the installable app cannot be fetched from the package index")
    for pattern in LEFT_OUT:
        for found in list(target.glob(pattern)):
            shutil.rmtree(found) if found.is_dir() else found.unlink()
    stamp.write_text(lock, encoding="utf-8")
