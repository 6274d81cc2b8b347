"""A phone that dies: each life is a process of its own, forked from one that has read the code.

`python -m tests.mobile.sync.device` reads a life a line (a `Life` as JSON) and answers its exit
code, -9 where it was killed.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import traceback
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx

from mobile.api.identity import sign_in
from mobile.api.wire import Wire
from mobile.sync.commands import COMMANDS
from mobile.sync.entries import NewFile
from mobile.sync.file_lock import FileLock
from mobile.sync.keeping import Folders
from mobile.sync.outbox import Outbox
from mobile.sync.owner import Owner
from mobile.sync.portfolio import Portfolio
from mobile.sync.sending import Sending
from mobile.sync.synchronising import EVERY_SECONDS, Synchronising

ROUNDS_MOST = 20


@dataclass(frozen=True)
class Said:
    """One thing a person enters. `files`: where the camera left each photo, by its id."""

    name: str
    kind: Any
    client: str
    body: dict[str, Any]
    about: str | None = None
    files: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Life:
    """What one start of the app does: it enters what is not yet told to be saved, and with a
    network it sends and reads. `server` is what the app knows the server by.
    """

    root: str
    url: str
    user_id: str
    email: str
    password: str
    said: tuple[Said, ...] = ()
    server: str = "https://credit.test"
    is_online: bool = True
    dies_at: str = ""
    nth: int = 1

    @property
    def owner(self) -> Owner:
        return Owner(self.server, UUID(self.user_id))


class OnDisk:
    """A device's refresh token, in a file that is replaced whole."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def token(self) -> str | None:
        return self._path.read_text() if self._path.exists() else None

    async def keep(self, token: str | None) -> None:
        half = self._path.with_suffix(".half")
        half.write_text(token or "")
        half.replace(self._path)


class Dying:
    """The power goes at a step, the nth time it is reached."""

    def __init__(self, dies_at: str, nth: int) -> None:
        self._dies_at, self._left = dies_at, nth

    def __call__(self, step: str) -> None:
        if step == self._dies_at:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


async def live(life: Life) -> None:
    root = Path(life.root)
    keeping = Folders(root).of(life.owner)
    kept = Outbox(keeping, life.owner, step=Dying(life.dies_at, life.nth))
    held = Portfolio(keeping, life.owner)
    await enter(kept, life.said, root / "told-saved")
    if life.is_online:
        await synchronise(kept, held, life, root)
    held.close()
    kept.close()


async def synchronise(kept: Outbox, held: Portfolio, life: Life, root: Path) -> None:
    """Until nothing rests that could go, and nothing more is to be read."""
    http = httpx.AsyncClient(base_url=life.url, timeout=30)
    keeper = OnDisk(root / "token")
    wire = Wire(http, keeper)
    if await keeper.token() is None:
        await sign_in(wire, life.email, life.password, "A phone")
    sync = Synchronising(Sending(kept, wire), held, wire, FileLock(root / "writer"))
    for _ in range(ROUNDS_MOST):
        if await sync.once() == EVERY_SECONDS:
            break
        sync.wake()
    assert sync.state == "fresh", (sync.state, sync.failure)
    await http.aclose()


async def enter(kept: Outbox, said: tuple[Said, ...], told: Path) -> None:
    """A day in the field. `told` names what the person was told to be saved."""
    saved = saved_before(told)
    for one in said:
        if one.name in saved:
            continue
        body = COMMANDS[one.kind].model.model_validate(one.body)
        about = UUID(one.about) if one.about else None
        await kept.record(one.kind, UUID(one.client), body, about, photos(one))
        tell(told, one.name)


def photos(one: Said) -> list[NewFile]:
    """As the camera left them."""
    return [
        NewFile(UUID(id_), Path(path).name, Path(path).read_bytes())
        for id_, path in one.files.items()
    ]


def saved_before(told: Path) -> list[str]:
    told.touch()
    return told.read_text().split()


def tell(told: Path, name: str) -> None:
    with told.open("a") as file:
        file.write(f"{name}\n")


class Phones:
    """Phones to be had: a process that has read the code, and forks a life whenever it is asked."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.mobile.sync.device"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def lived(self, life: Life) -> int:
        """Its exit code; -9 where it was killed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asdict(life)) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


def read(line: str) -> Life:
    told = json.loads(line)
    return Life(**told | {"said": tuple(Said(**one) for one in told["said"])})


def main() -> None:
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                asyncio.run(live(read(line)))
                code = 0
            except BaseException:  # noqa: BLE001 - told, and the process ends
                traceback.print_exc()
            finally:
                os._exit(code)
        _, status = os.waitpid(pid, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
