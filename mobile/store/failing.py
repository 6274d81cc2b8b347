"""What went wrong while something was asked for, kept where its screen looks for it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from mobile.api.failures import Failure, Misunderstood

if TYPE_CHECKING:
    from collections.abc import Iterator


class Asked(Protocol):
    """What a screen shows: its value, or else its failure, or else that it is awaited."""

    failure: Failure | None


@contextmanager
def kept_on(asked: Asked) -> Iterator[None]:
    """A failure inside is the screen's to tell.

    What nobody foresaw goes on, to be logged; the screen tells it all the same, for it would await
    the answer for ever.
    """
    try:
        yield
    except Failure as failure:
        asked.failure = failure
    except Exception as error:
        asked.failure = Misunderstood(str(error))
        raise
