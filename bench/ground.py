"""A database server of the measurements' own, and large ledgers in it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import asyncpg

from backend.database.embedded import EmbeddedPostgres
from backend.database.migrate import migrate
from backend.database.opening import open_database
from backend.settings import Settings
from bench.dataset import Size, load

if TYPE_CHECKING:
    from collections.abc import Iterator

STARTING_SECONDS_MOST = 120.0


@dataclass(frozen=True)
class Ground:
    """A running server, set as Encours sets its own."""

    folder: Path
    options: dict[str, Any]

    def url(self, database: str) -> str:
        password = quote(self.options["password"], safe="")
        host = quote(self.options["host"], safe="")
        return f"postgresql://{self.options['user']}:{password}@/{database}?host={host}&port=5432"

    def settings(self, database: str) -> Settings:
        return Settings(data=self.folder, database_url=self.url(database))

    async def connect(self, database: str) -> asyncpg.Connection:
        return await asyncpg.connect(self.url(database), server_settings={"jit": "off"})

    async def make(self, database: str, size: Size) -> None:
        """A migrated database with a ledger of that size."""
        maintenance = await self.connect("postgres")
        await maintenance.execute(f"CREATE DATABASE {database}")
        await maintenance.close()
        async with open_database(self.settings(database)):
            await migrate()
        connection = await self.connect(database)
        began = time.perf_counter()
        await load(connection, size)
        await connection.close()
        print(f"# {database}: {size.documents:,} documents in {time.perf_counter() - began:.0f} s")


@contextmanager
def ground() -> Iterator[Ground]:
    with tempfile.TemporaryDirectory(prefix="encours-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # the server may run as another account
        server = EmbeddedPostgres(folder / "data")
        options = server.start()
        try:
            yield Ground(folder, options)
        finally:
            server.leave()


@contextmanager
def serving(command: list[str], port: int, **environment: str) -> Iterator[None]:
    """A server in processes of its own, once it listens, until the block's end."""
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        env=os.environ | environment,
        start_new_session=True,
        stderr=subprocess.DEVNULL,  # a line for each request
    )
    try:
        wait_for(port, process)
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(STARTING_SECONDS_MOST)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTING_SECONDS_MOST
    while time.monotonic() < until:
        assert process.poll() is None, "the server ended before it listened"
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nothing listens on port {port}")


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


def figure(
    name: str, value: float, unit: str, floor: float | None = None, ratio: float | None = None
) -> dict[str, object]:
    """A figure as bench/results.json keeps it; `ratio` is `value / floor` unless said."""
    if ratio is None and floor:
        ratio = value / floor
    return {
        "name": name,
        "value": round(value, 2),
        "unit": unit,
        "floor": None if floor is None else round(floor, 2),
        "ratio": None if ratio is None else round(ratio, 2),
    }
