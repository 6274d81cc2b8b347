"""The Python packages that the browser is given: fetched as locked, and what of them is of use."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from tools.pwa.toolbox import pip

HERE: Final = Path(__file__).parent
LOCK: Final = HERE / "wheels.txt"
PLATFORM: Final = (
    "--only-binary=:all:",
    "--implementation=cp",
    "--python-version=3.14",
    "--abi=cp314",
    "--platform=pyemscripten_2026_0_wasm32",
)
LEFT_OUT: Final = (
    "bin",
    "flutter",
    "**/__pycache__",
    "**/*.pyi",
    "**/tests",
    "*.dist-info",
    "pydantic/v1",
    "pydantic/mypy.py",
)
"""What nothing of ours reads in a browser."""


def install(target: Path) -> None:
    """Puts the locked packages into `target`, unless they are there.

    uv knows no pyemscripten platform yet; pip takes any that it is told.
    """
    stamp = target / ".locked"
    lock = LOCK.read_text(encoding="utf-8") + "\n".join(LEFT_OUT)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == lock:
        return
    shutil.rmtree(target, ignore_errors=True)
    command = ["install", "--quiet", "--no-deps", "--no-compile", "--require-hashes", *PLATFORM]
    pip(
        [*command, "--target", str(target), "--requirement", str(LOCK)],
        "The packages of the installable app cannot be fetched from the package index",
    )
    for pattern in LEFT_OUT:
        for found in list(target.glob(pattern)):
            shutil.rmtree(found) if found.is_dir() else found.unlink()
    stamp.write_text(lock, encoding="utf-8")
