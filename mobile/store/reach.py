"""What a store can reach: what the device holds of its person, and the server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mobile.api.wire import Wire
    from mobile.store.local import Local


@dataclass(frozen=True, slots=True)
class Reach:
    """Of one window. What is read is asked of `local` first; what is said goes through it too."""

    wire: Wire
    local: Local
