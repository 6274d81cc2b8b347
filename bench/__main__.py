"""All measurements: `make bench`, or `python -m bench [NAME …]` for some of them.

Each runs in a process of its own, so that its memory is its own and nothing of the one before it
is warm. Prints every figure, writes `bench/results.json`, and exits 1 where a bound is not kept. Of
a run of some, the figures of the others stay in the file as they were.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from bench.figures import Figure

MEASUREMENTS = ("reads", "imports", "live", "closing", "changes", "device", "offline", "app", "pwa")
RESULTS = Path(__file__).parent / "results.json"

# (least, most) of the ratio where a figure has a floor, of the value where it has none.
BOUNDS: dict[str, tuple[float | None, float | None]] = {
    "client file over HTTP, 32 connections": (0.8, None),
    "client file: its statement": (None, 1.15),
    "client file: busiest client (700 open)": (None, 10),
    "client file: 15 open documents of 1,000,000 against 100,000": (None, 1.2),
    "search with a typo, 20,000 clients: p99": (None, 20),
    "search with a typo, 200,000 clients: p99": (None, 150),
    "aged balance of all clients": (None, 600),
    "client file with 50 facts, 10 disputes, 10 promises": (None, 1.5),
    "screen of a client with 50 facts, 10 disputes, 10 promises": (None, 1.5),
    # A portfolio is as large in either company; after-sales answers in all of it.
    "the day of a rep, against a tenth": (None, 2),
    "the day of a collector, against a tenth": (None, 2),
    "the day of after-sales, against a tenth": (None, 6),
    "a comment reaches 200 open screens: p99": (None, 1_000),
    "closing a day of 100,000 open promises": (None, 60),
    "first portfolio of 2,000 clients, 20,000 open documents: compressed": (None, 6),
    "first portfolio of 2,000 clients, 20,000 open documents: all pages": (None, 30),
    "changes when nothing is new, against who asks": (None, 2.5),
    "portfolio of 2,000 clients in Chromium: first synchronisation": (None, 30),
    "portfolio of 2,000 clients in Chromium: on the wire": (None, 6),
    "portfolio of 2,000 clients in Chromium: slowest of seven searches": (None, 150),
    "50,000 changes on a device: each": (None, 1.5),
    "50,000 changes on a device: memory at the end": (None, 1.1),
    "50,000 changes on a device: most memory": (None, 1.1),
    "50,000 changes on a device: the file": (None, 1.2),
    "offline search, 2,000 clients, 20,000 documents: p99": (None, 150),
    "an outbox that takes no more": (195, 200),
    "import of 1,000,000 open items: applying": (None, 2.5),
    "import of 1,000,000 open items: preview and applying": (None, 4),
    "import of 1,000,000 open items: memory of the process": (None, 400),
    "import of 1,000,000 open items: memory of the process, against 100,000": (None, 1.2),
}


def main(names: list[str]) -> int:
    unknown = set(names) - set(MEASUREMENTS)
    if unknown:
        print(f"No such measurement: {', '.join(sorted(unknown))}.", file=sys.stderr)
        return 2
    figures: list[Figure] = []
    kept = earlier() if names else []
    failed = False
    for name in names or MEASUREMENTS:
        print(f"\n{name}", flush=True)
        measured = measure(name)
        failed = failed or measured is None
        for figure in measured or []:
            figures.append(bounded(figure))
            print(f"  {figures[-1].line()}", flush=True)
    measured_now = {figure.name for figure in figures}
    told = [one for one in kept if one["name"] not in measured_now]
    told += [asdict(figure) for figure in figures]
    RESULTS.write_text(json.dumps(told, indent=2) + "\n")
    return 1 if failed or not all(figure.within for figure in figures) else 0


def earlier() -> list[dict[str, Any]]:
    """The figures of the runs before; none where there was none, or where they cannot be read."""
    try:
        told: list[dict[str, Any]] = json.loads(RESULTS.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return []
    return told


def bounded(figure: Figure) -> Figure:
    least, most = BOUNDS.get(figure.name, (figure.least, figure.most))
    return replace(figure, least=least, most=most)


def measure(name: str) -> list[Figure] | None:
    """What `bench.NAME.results()` answers in a process of its own; None where it failed."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "figures.json"
        work = (
            f"import json, pathlib; from bench.{name} import results;"
            f"pathlib.Path({str(answer)!r}).write_text(json.dumps(results()))"
        )
        if subprocess.run([sys.executable, "-c", work], check=False).returncode != 0:
            return None
        return [Figure(**figure) for figure in json.loads(answer.read_text(encoding="utf-8"))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
