"""All measurements: `make bench`, or `python -m bench [NAME …]` for some.

Each runs in a process of its own, so that its memory is its own and nothing of the one before it
is warm. Prints every figure, writes `bench/results.json`, and exits 1 where a bound is not kept.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from bench.figures import Figure

MEASUREMENTS = ("client_file", "search", "aging", "imports", "app")
RESULTS = Path(__file__).parent / "results.json"


def main(names: list[str]) -> int:
    unknown = set(names) - set(MEASUREMENTS)
    if unknown:
        print(f"No such measurement: {', '.join(sorted(unknown))}.", file=sys.stderr)
        return 2
    figures: list[Figure] = []
    failed = False
    for name in names or MEASUREMENTS:
        print(f"\n{name}", flush=True)
        measured = measure(name)
        failed = failed or measured is None
        figures += measured or []
        for figure in measured or []:
            print(f"  {figure.line()}", flush=True)
    RESULTS.write_text(json.dumps([asdict(figure) for figure in figures], indent=2) + "\n")
    return 1 if failed or not all(figure.within for figure in figures) else 0


def measure(name: str) -> list[Figure] | None:
    """The figures `bench.NAME` writes to the file it is given; None where it failed."""
    with tempfile.NamedTemporaryFile(suffix=".json") as answer:
        ended = subprocess.run(
            [sys.executable, "-m", f"bench.{name}", "--figures", answer.name], check=False
        )
        if ended.returncode not in {0, 1}:
            return None
        written = Path(answer.name).read_text(encoding="utf-8")
        return [Figure(**figure) for figure in json.loads(written)] if written else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
