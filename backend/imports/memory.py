"""How much memory an import may take, so that no file takes the machine's."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from shared.refusal import Refusal, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

# Windows knows no such limit.
CAN_LIMIT: Final = find_spec("resource") is not None
if CAN_LIMIT:
    import resource

MEMORY_MOST_BYTES: Final = 3 << 29
"""Of address space, which is several times what is really used: a million lines take 0.1 GB."""


@contextmanager
def bounded_memory(most: int = MEMORY_MOST_BYTES) -> Iterator[None]:
    """Within it, this process gets no more address space than that, where the system can say so.

    Raises:
        Refused: 422 `too-much-memory`, where what is done within it needs more.
    """
    before = lower(most)
    try:
        yield
    except MemoryError:
        raise Refused(too_much(most)) from None
    finally:
        if before is not None:
            resource.setrlimit(resource.RLIMIT_AS, before)


def too_much(most: int = MEMORY_MOST_BYTES) -> Refusal:
    return Refusal(
        "too-much-memory",
        422,
        "The file cannot be read within {limit_mb} MB of memory: this is no ledger.",
        {"limit_mb": most >> 20},
    )


def lower(most: int) -> tuple[int, int] | None:
    """Sets the limit unless a lower one stands; answers what stood before, None where it cannot."""
    if not CAN_LIMIT:
        return None
    with suppress(OSError, ValueError):
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        if soft == resource.RLIM_INFINITY or soft > most:
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))
            return soft, hard
    return None
