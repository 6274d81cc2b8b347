"""Whose the things are that a device keeps."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Owner:
    """One person on one server. `server` is its origin, such as `https://credit.example.com`."""

    server: str
    user_id: UUID

    @property
    def name(self) -> str:
        """Fit for a folder, and telling nothing to whoever looks at it."""
        said = f"{self.server.rstrip('/').lower()} {self.user_id}"
        return hashlib.sha256(said.encode()).hexdigest()[:32]
