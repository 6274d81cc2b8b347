"""Keys for one purpose each, all derived from the deployment's one secret."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backend.settings import Settings


class Keys:
    """What is made for one purpose never passes for another."""

    __slots__ = ("_keys", "_secret")

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._keys: dict[str, bytes] = {}

    @classmethod
    def of(cls, settings: Settings) -> Keys:
        return cls(settings.secret_key())

    def key(self, purpose: str) -> bytes:
        """32 bytes."""
        if purpose not in self._keys:
            self._keys[purpose] = hmac.digest(self._secret, f"encours {purpose}".encode(), "sha256")
        return self._keys[purpose]

    def digest(self, purpose: str, text: str) -> bytes:
        """32 bytes that only this deployment can compute of the text."""
        return hmac.digest(self.key(purpose), text.encode(), "sha256")


def fingerprint(secret: str) -> str:
    """How a long random secret is kept: found by it, never read back. Not for passwords."""
    return hashlib.sha256(secret.encode()).hexdigest()
