"""Has a file examined by a process of its own (backend.files.examiner), within bounds of time."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import backend
from backend.files.examiner.verdict import Examined, Verdict
from backend.files.refusals import BUSY, DISK_FULL, unfit
from shared.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

AT_ONCE_MOST: Final = 2
SECONDS_MOST: Final = 30
QUEUE_SECONDS_MOST: Final = 60
ENVIRONMENT_KEPT: Final = ("PATH", "PYTHONPATH", "SYSTEMROOT", "LANG", "LD_LIBRARY_PATH")

logger = logging.getLogger(__name__)
_turns = asyncio.Semaphore(AT_ONCE_MOST)


async def examined(sent: Path, body: Path, thumbnail: Path, sent_name: str) -> Examined:
    """What the file is; a photo is drawn anew into `body` and `thumbnail`.

    Raises:
        Refused: 422, what is the matter with the file; 503 `storage-full`, `files-busy`.
    """
    try:
        async with asyncio.timeout(QUEUE_SECONDS_MOST):
            await _turns.acquire()
    except TimeoutError:
        raise Refused(BUSY) from None
    try:
        verdict = await asked([str(sent), str(body), str(thumbnail), sent_name])
    finally:
        _turns.release()
    if verdict.refused == DISK_FULL.code:
        raise Refused(DISK_FULL)
    if verdict.examined is None:
        raise Refused(unfit(verdict.refused or "file-too-heavy", verdict.facts))
    return Examined(**verdict.examined)  # type: ignore[arg-type]  # as the examiner wrote it


async def asked(arguments: Sequence[str]) -> Verdict:
    """The examiner's verdict; a file that kills it, or keeps it too long, asks for too much."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "backend.files.examiner", *arguments),
        env=environment(),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(SECONDS_MOST):
            said, complaint = await process.communicate()
    except TimeoutError:
        return Verdict(refused="file-too-heavy")
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    code = await process.wait()
    if code == 0:
        return Verdict(**json.loads(said))
    logger.error("The examiner ended with %s: %s", code, complaint.decode()[-2000:])
    return Verdict(refused="file-too-heavy" if code < 0 else "file-damaged")


def environment() -> dict[str, str]:
    """What Python needs to run, and no secret of the server's."""
    ours = str(Path(backend.__file__).parents[1])
    kept = {name: os.environ[name] for name in ENVIRONMENT_KEPT if name in os.environ}
    path = os.pathsep.join(filter(None, (ours, kept.get("PYTHONPATH"))))
    return kept | {"PYTHONPATH": path, "PYTHONUTF8": "1"}
