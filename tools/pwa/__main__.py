"""`python -m tools.pwa`."""

from __future__ import annotations

import shutil
import sys

from tools.pwa.failing import CannotBuildError
from tools.pwa.site import ROOT, make
from tools.pwa.toolbox import pip
from tools.pwa.wheels import install

OUT = ROOT / "build/pwa"


def main() -> int:
    try:
        install(pip(), ROOT / "build/pwa-wheels")
    except CannotBuildError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    shutil.rmtree(OUT, ignore_errors=True)
    make(OUT / "site", ROOT / "build/pwa-wheels")
    return 0


if __name__ == "__main__":
    sys.exit(main())
