"""What is shown and could not be confirmed says so: since when, and how to try again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mobile.components import states
from mobile.screens.failures import sentence

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import flet as ft

    from mobile.components.look import Look
    from mobile.store.desk import Desk
    from mobile.store.reading import Reading


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
    read_at = reading.known.read_at.astimezone(desk.platform.zone)
    kept = look.strings.failure.kept_shown(when=look.moment(read_at, desk.today()))
    failed = sentence(look.strings, reading.failure)
    retry = again or reading.refresh
    return [
        states.error_state(look, failed, lambda: desk.do(retry), kept=kept, identifier=identifier)
    ]
