"""Importing a million open items, against one INSERT … SELECT of the same rows.

    .venv/bin/python -m bench.imports [ROWS]

The floor is measured in the same run, on the same server: the same rows from a loaded staging table
into a table with the same constraints and indexes as `document`.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from backend.activity.service import NOBODY
from backend.clock import SystemClock
from backend.database.migrate import migrate
from backend.database.opening import open_database
from backend.database.transaction import execute, fetch_value, transaction
from backend.imports import service
from backend.imports.judging import Job
from backend.imports.loading import Progress
from backend.imports.reading.rows import Kind
from backend.settings import Settings
from shared.contract.imports import ImportOptions
from shared.ids import new_id

ROWS = 1_000_000
CLIENTS_EACH = 50
AS_OF = date(2026, 6, 30)


def write_file(path: Path, rows: int) -> None:
    """Open items of rows / 50 clients, as an ERP writes them; the same for the same number."""
    chance = random.Random(7)
    header = ("Code client", "Nom", "Numéro", "Date pièce", "Échéance", "Montant", "Libellé")
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(header)
        for number in range(rows):
            client = chance.randrange(max(1, rows // CLIENTS_EACH))
            issued = AS_OF - timedelta(days=chance.randrange(400))
            writer.writerow(
                (
                    f"{client:06}",
                    f"Client {client}",
                    f"F{number:08}",
                    f"{issued:%d/%m/%Y}",
                    f"{issued + timedelta(days=30 + chance.randrange(60)):%d/%m/%Y}",
                    f"{chance.randrange(1_000, 2_000_000) / 100:.2f}".replace(".", ","),
                    f"Livraison {number % 997}",
                )
            )


async def timed_import(path: Path) -> dict[str, float]:
    """Seconds of reading and planning, and of writing; peak memory of this process."""
    progress = Progress()
    job = Job(
        run_id=new_id(),
        kind=Kind.OPEN_ITEMS,
        path=path,
        file_name=path.name,
        options=ImportOptions(as_of=AS_OF, currency="EUR"),
        apply=True,
        by=NOBODY,
        language="fr",
    )
    began = time.perf_counter()
    marks: dict[str, float] = {}
    writing = service.write

    async def watched(*args: object) -> None:
        marks["planned"] = time.perf_counter()
        await writing(*args)  # type: ignore[arg-type]
        marks["written"] = time.perf_counter()

    service.write = watched  # type: ignore[assignment]
    result = await service.import_file(job, SystemClock(ZoneInfo("Europe/Paris")), progress)
    ended = time.perf_counter()
    assert result.end == "applied", result
    return {
        "preview_s": marks["planned"] - began,
        "apply_s": marks["written"] - marks["planned"],
        "whole_s": ended - began,
        "added": result.added,
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


async def timed_floor() -> float:
    """Seconds of the bare INSERT … SELECT, committed, into a copy of `document`."""
    await execute(
        "CREATE TABLE floor_staging AS SELECT * FROM document ORDER BY import_run, number"
    )
    await execute("ALTER TABLE floor_staging DROP COLUMN residual")
    await execute("VACUUM ANALYZE floor_staging")
    await execute("CREATE TABLE floor (LIKE document INCLUDING ALL)")
    for column, table in (
        ("client", "client"),
        ("original_client", "client"),
        ("branch", "branch"),
    ):
        await execute(f"ALTER TABLE floor ADD FOREIGN KEY ({column}) REFERENCES {table}")
    columns = (
        "id, client, original_client, branch, kind, number, label, issued_on, due_on,"
        " due_estimated, currency, amount, settled, last_settled_on, source, source_key, import_run"
    )
    await execute("CHECKPOINT")
    began = time.perf_counter()
    async with transaction():
        await execute(f"INSERT INTO floor ({columns}) SELECT {columns} FROM floor_staging")
    took = time.perf_counter() - began
    await execute("DROP TABLE floor, floor_staging")
    return took


async def measure(path: Path, data: Path, *, with_floor: bool) -> dict[str, float]:
    async with open_database(Settings(data=data), pool_size=4):
        await migrate()
        await execute("CHECKPOINT")
        figures = await timed_import(path)
        assert await fetch_value("SELECT count(*) FROM document") == figures["added"]
        if with_floor:
            figures["floor_s"] = await timed_floor()
    return figures


def in_own_process(rows: int, *, with_floor: bool) -> dict[str, float]:
    """Each size in a fresh process on a fresh database: the peak of memory is its own."""
    with tempfile.TemporaryDirectory(prefix="encours-bench-") as folder:
        path = Path(folder) / f"open-items-{rows}.csv"
        write_file(path, rows)
        command = [sys.executable, "-m", "bench.imports", "--child", str(path), str(with_floor)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        return figures


def results(rows: int = ROWS) -> list[dict[str, object]]:
    """The figures as bench/results.json keeps them."""
    large = in_own_process(rows, with_floor=True)
    small = in_own_process(rows // 10, with_floor=False)
    floor = large["floor_s"]
    together = large["preview_s"] + large["apply_s"]

    def figure(name: str, value: float, unit: str, base: float | None = None) -> dict[str, object]:
        ratio = round(value / base, 2) if base else None
        return {
            "name": f"import of {rows:,} open items: {name}",
            "value": round(value, 2),
            "unit": unit,
            "floor": round(base, 2) if base else None,
            "ratio": ratio,
        }

    return [
        figure("applying", large["apply_s"], "s", floor),
        figure("preview and applying", together, "s", floor),
        figure("memory of the process", large["memory_mb"], "MB"),
        figure(
            "memory of the process, against 100,000",
            large["memory_mb"],
            "MB",
            small["memory_mb"],
        ),
    ]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", nargs="?", type=int, default=ROWS)
    parser.add_argument("--child", nargs=2)
    options = parser.parse_args()
    if options.child:
        path = Path(options.child[0])
        figures = asyncio.run(
            measure(path, path.parent / "data", with_floor=options.child[1] == "True")
        )
        print(json.dumps(figures))
        return
    for figure in results(options.rows):
        print(f"{figure['name']}: {figure['value']} {figure['unit']}, ratio {figure['ratio']}")


if __name__ == "__main__":
    main()
