"""The process: `python -m backend.files.examiner SENT BODY THUMBNAIL NAME`, a verdict on stdout.

Whatever it meets in a file, it can take only so much memory, time and disk, and is alone.
"""

from __future__ import annotations

import errno
import json
import sys
from contextlib import suppress
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from backend.files.examiner.kinds import examine
from backend.files.examiner.verdict import Unfit, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

# Windows knows no such limits.
if find_spec("resource") is not None:
    import resource

    LIMITS: Final = {
        resource.RLIMIT_AS: 1 << 30,
        resource.RLIMIT_CPU: 20,  # seconds
        resource.RLIMIT_FSIZE: 64 << 20,
        resource.RLIMIT_CORE: 0,
    }

DISK_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


def bound() -> None:
    """Takes the process's right to more than an honest file needs."""
    if "resource" not in sys.modules:
        return
    for what, most in LIMITS.items():
        with suppress(OSError, ValueError):  # a lower limit stands already
            resource.setrlimit(what, (most, most))


def verdict_on(sent: Path, body: Path, thumbnail: Path, name: str) -> Verdict:
    try:
        return Verdict(examined=asdict(examine(sent, body, thumbnail, name)))
    except Unfit as unfit:
        return Verdict(refused=unfit.code, facts=unfit.facts)
    except MemoryError:
        return Verdict(refused="file-too-heavy")
    except OSError as error:
        if error.errno in DISK_FULL:
            return Verdict(refused="storage-full")
        if error.errno == errno.EFBIG:
            return Verdict(refused="file-too-heavy")
        raise


def main(arguments: Sequence[str]) -> int:
    sent, body, thumbnail, name = arguments
    bound()
    json.dump(asdict(verdict_on(Path(sent), Path(body), Path(thumbnail), name)), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
