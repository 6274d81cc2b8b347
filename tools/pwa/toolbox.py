"""What the build itself works with: pip in an environment of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

from tools.pwa.failing import CannotBuildError

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / ".venv-pwa"


def pip() -> list[str]:
    """How pip is called; it is set up the first time."""
    python = FOLDER / "bin/python"
    if not python.is_file():
        run([sys.executable, "-m", "venv", str(FOLDER)], "No environment for the build")
    return [str(python), "-m", "pip", "--disable-pip-version-check"]


def run(command: list[str], otherwise: str) -> str:
    """What the command printed.

    Raises:
        CannotBuildError: `otherwise` with the last line of its complaint.
    """
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode != 0:
        why = (done.stderr or done.stdout).strip().splitlines()
        raise CannotBuildError(f"{otherwise}: {why[-1] if why else done.returncode}")
    return done.stdout
