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
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx

from mobile.api.identity import sign_in
from mobile.api.wire import Wire
from mobile.sync.entries import NewFile
from mobile.sync.keeping import Folders
from mobile.sync.outbox import Outbox
from mobile.sync.owner import Owner
from mobile.sync.sending import Sending
from shared.contract.base import Message
from shared.contract.disputes import AddDisputeEntry, OpenDispute
from shared.contract.promises import NewPromise, ReschedulePromise
from shared.contract.threads import PostComment

ROUNDS_MOST = 20


@dataclass(frozen=True)
class Life:
    """What one start of the app does: it enters what is not yet told to be saved, and sends."""

    root: str
    url: str
    user_id: str
    email: str
    password: str
    alpha: str
    beta: str
    invoice: str
    photo: str
    ids: dict[str, str]
    dies_at: str = ""
    nth: int = 1


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
    owner = Owner(life.url, UUID(life.user_id))
    kept = Outbox(Folders(root).of(owner), owner, step=Dying(life.dies_at, life.nth))
    http = httpx.AsyncClient(base_url=life.url, timeout=30)
    keeper = OnDisk(root / "token")
    wire = Wire(http, keeper)
    if await keeper.token() is None:
        await sign_in(wire, life.email, life.password, "A phone")
    await enter(kept, life, root / "told-saved")
    sending = Sending(kept, wire)
    for _ in range(ROUNDS_MOST):
        if (await sending.round()).next_seconds is None:
            break
        sending.wake()
    kept.close()
    await http.aclose()


async def enter(kept: Outbox, life: Life, told: Path) -> None:
    """A day in the field. `told` names what the person was told to be saved."""
    saved = saved_before(told)
    for name, (kind, client, body, about, files) in day(life).items():
        if name not in saved:
            about_id = UUID(life.ids[about]) if about else None
            await kept.record(kind, UUID(client), body, about_id, files)
            tell(told, name)


def saved_before(told: Path) -> list[str]:
    told.touch()
    return told.read_text().split()


def tell(told: Path, name: str) -> None:
    with told.open("a") as file:
        file.write(f"{name}\n")


def day(life: Life) -> dict[str, tuple[Any, str, Message, str, list[NewFile]]]:
    ids = {name: UUID(id_) for name, id_ in life.ids.items()}
    content = Path(life.photo).read_bytes()
    door = NewFile(ids["door"], "door.jpg", content)
    contested = OpenDispute(
        id=ids["dispute"],
        document_id=UUID(life.invoice),
        reason="quality",
        origin_comment_id=ids["remark"],
    )
    past, future = date(2026, 1, 2), date(2026, 11, 27)
    broken = NewPromise(id=ids["promise"], about="overdue", promised_on=past)
    later = ReschedulePromise(id=ids["later"], promised_on=future)
    return {
        "remark": (
            *("post-comment", life.alpha),
            *(PostComment(id=ids["remark"], text="Deux portes voilées."), "", []),
        ),
        "dispute": ("open-dispute", life.alpha, contested, "", [door]),
        "promise": ("take-promise", life.beta, broken, "", []),
        "answer": (
            *("add-dispute-entry", life.alpha),
            *(AddDisputeEntry(id=ids["answer"], text="Constaté sur place."), "dispute", []),
        ),
        "later": ("reschedule-promise", life.beta, later, "promise", []),
        "word": (
            *("post-comment", life.beta),
            *(PostComment(id=ids["word"], text="Il rappelle lundi."), "", []),
        ),
    }


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


def main() -> None:
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                asyncio.run(live(Life(**json.loads(line))))
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
