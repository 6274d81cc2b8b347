"""The demo company, served by the real command in a process of its own, until it is left."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.contract.demo import DemoAccountList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared.contract.demo import DemoAccount
    from shared.contract.identity import Role

START_SECONDS = 300  # it plays two years first, on a machine that may be busy
STOP_SECONDS = 20


@dataclass(frozen=True)
class Demo:
    address: str
    people: list[DemoAccount]
    pid: int

    def person(self, role: Role) -> DemoAccount:
        """The first of them with that role."""
        return next(one for one in self.people if one.role == role)


@contextmanager
def demo_server(data: Path) -> Iterator[Demo]:
    """`encours demo` on a free port. Its console goes to `demo.log` in the data folder's parent."""
    address, port = "http://127.0.0.1:", free_port()
    log = data.parent / "demo.log"
    env = {name: value for name, value in os.environ.items() if not name.startswith("ENCOURS_")}
    with log.open("wb") as console:
        server = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", "backend.cli", "demo", "--port", str(port), "--data", str(data)],
            stdout=console,
            stderr=subprocess.STDOUT,
            env=env | {"PYTHONUNBUFFERED": "1"},
            start_new_session=True,
        )
        try:
            people = answered(f"{address}{port}/api/demo-accounts", server, log)
            yield Demo(f"{address}{port}", people, server.pid)
        finally:
            stop(server)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answered(url: str, server: subprocess.Popen[bytes], log: Path) -> list[DemoAccount]:
    """Who may sign in, once the server answers."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - http, ours
                return DemoAccountList.model_validate_json(answer.read()).items
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"the demo does not start:\n{log.read_text()[-2000:]}")


def stop(server: subprocess.Popen[bytes]) -> None:
    """As Ctrl-C does; its workers and its database go with it."""
    if server.poll() is not None:
        return
    server.send_signal(signal.SIGINT)
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
