"""How a worker's process finds the settings of the server that starts it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import backend

if TYPE_CHECKING:
    from backend.settings import Settings


def environment_of(settings: Settings) -> dict[str, str]:
    """The same settings, for the worker to read."""
    given: dict[str, Any] = {
        "ENCOURS_DATA": settings.data,
        "DATABASE_URL": settings.database_url,
        "ENCOURS_POSTGRES_BIN": settings.postgres_bin,
        "ENCOURS_TODAY": settings.today,
        "ENCOURS_TIME_ZONE": settings.time_zone.key,
        "ENCOURS_LANGUAGE": settings.language,
    }
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("ENCOURS_") and name != "DATABASE_URL"
    }
    ours = str(Path(backend.__file__).parents[1])
    path = os.pathsep.join(filter(None, (ours, kept.get("PYTHONPATH"))))
    return (
        kept | {name: str(value) for name, value in given.items() if value} | {"PYTHONPATH": path}
    )
