"""What is shown and could not be confirmed says so: since when, and how to try again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mobile.api.failures import Unreachable
from mobile.components import states
from mobile.screens.failures import sentence

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import flet as ft

    from mobile.api.failures import Failure
    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading


def is_told_below(desk: Desk, failure: Failure | None) -> bool:
    """Without a network the status line says so, once for everything that the device holds."""
    return desk.local.is_kept and isinstance(failure, Unreachable)


def stale_parts(
    desk: Desk,
    look: Look,
    reading: Reading[Any],
    identifier: str = "stale",
    *,
    again: Callable[[], Awaitable[None]] | None = None,
) -> list[ft.Control]:
    """Nothing where the server confirmed it. `again`: what is asked once more, if more than it."""
    if reading.known is None or reading.failure is None:
        return []
    if is_told_below(desk, reading.failure):
        return []
    read_at = reading.known.read_at.astimezone(desk.platform.zone)
    kept = look.strings.failure.kept_shown(when=look.moment(read_at, desk.today()))
    failed = sentence(look.strings, reading.failure)
    retry = again or reading.refresh
    return [
        states.error_state(look, failed, lambda: desk.do(retry), kept=kept, identifier=identifier)
    ]
