"""`python -m tools.pwa [--if-missing]`: builds what has changed, or only where there is none."""

from __future__ import annotations

import sys

from tools.pwa.building import ROOT, build
from tools.pwa.failing import CannotBuildError


def main(arguments: list[str]) -> int:
    out = ROOT / "build/pwa"
    if "--if-missing" in arguments and (out / "site/index.html").is_file():
        return 0
    try:
        build(out)
    except CannotBuildError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
