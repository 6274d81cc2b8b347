"""A promise as it is asked for over the API."""

from __future__ import annotations

from typing import Any

FRIDAY = "2026-11-27"


def path_of(client: Any) -> str:
    return f"/api/clients/{client.id}/promises"
