"""A deployment as an operator has one: the `encours` command, a data folder, a server on a port."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, TypeVar

import httpx

from backend.database.postmaster import stop_postmaster
from tests.database_fixtures import quick_folder

T = TypeVar("T")

ENCOURS = Path(sys.executable).with_name("encours")
STARTING_SECONDS_MOST = 60.0
STOPPING_SECONDS_MOST = 30.0
ASKING_EVERY_SECONDS = 0.05


def until(what: str, found: Callable[[], T | None], seconds_most: float = 30.0) -> T:
    """Asks again until there is an answer, and fails where there is none in time."""
    deadline = time.monotonic() + seconds_most
    while (answer := found()) is None:
        assert time.monotonic() < deadline, f"Not within {seconds_most} s: {what}."
        time.sleep(ASKING_EVERY_SECONDS)
    return answer


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@dataclass
class Server:
    """`encours serve`, under way."""

    process: subprocess.Popen[bytes]
    url: str
    log: Path
    asked_by: list[httpx.Client] = field(default_factory=list)

    def client(self, token: str | None = None) -> httpx.Client:
        """Somebody's device, put away with the server."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        client = httpx.Client(base_url=self.url, headers=headers, timeout=30.0)
        self.asked_by.append(client)
        return client

    def wait_until_ready(self) -> None:
        def ready() -> bool | None:
            assert self.process.poll() is None, self.log.read_text()
            with suppress(httpx.TransportError):
                return httpx.get(f"{self.url}/ready").is_success or None
            return None

        until(f"{self.url}/ready", ready, STARTING_SECONDS_MOST)

    def stop(self) -> int:
        """Asks it to stop; answers its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(STOPPING_SECONDS_MOST)

    def kill(self) -> None:
        """The server and its workers, which are a group of their own, without a goodbye."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(STOPPING_SECONDS_MOST)


@dataclass
class Deployment:
    """One data folder and what the operator set; everything else is as installed."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def environment(self) -> dict[str, str]:
        ours = ("ENCOURS_", "DATABASE_URL")
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        return inherited | {"ENCOURS_DATA": str(self.data)} | self.settings

    def encours(self, *arguments: str | Path, exits: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [str(ENCOURS), *map(str, arguments)],
            env=self.environment(),
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == exits, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def encours_json(self, *arguments: str | Path, exits: int = 0) -> Any:
        return json.loads(self.encours(*arguments, "--json", exits=exits).stdout)

    def write(self, name: str, *lines: str) -> Path:
        path = self.folder / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    @contextmanager
    def serving(self, *options: str) -> Iterator[Server]:
        """A server that is ready, and gone at the end whatever happens."""
        port = free_port()
        log = self.folder / f"server-{port}.log"
        with log.open("wb") as written:
            server = Server(self._served(port, options, written), f"http://127.0.0.1:{port}", log)
        try:
            server.wait_until_ready()
            yield server
            if server.process.poll() is None:
                assert server.stop() == 0, log.read_text()
        finally:
            server.kill()
            for client in server.asked_by:
                client.close()

    def _served(
        self, port: int, options: tuple[str, ...], log: IO[bytes]
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [str(ENCOURS), "serve", "--port", str(port), *options],
            env=self.environment(),
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


@contextmanager
def deployed(**settings: str) -> Iterator[Deployment]:
    """A deployment on an empty folder, which the database's own account can enter."""
    folder = Path(tempfile.mkdtemp(prefix="encours-journey-", dir=quick_folder()))
    folder.chmod(0o755)
    try:
        yield Deployment(folder, settings)
    finally:
        for cluster in folder.rglob("postgres/PG_VERSION"):
            stop_postmaster(cluster.parent)
        shutil.rmtree(folder)
