"""Everything a start imports, imported: what the picture of Python's memory is taken of.

`fresh` is called first by whoever starts from the picture.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
import random
import sys
from dataclasses import is_dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

if TYPE_CHECKING:
    from collections.abc import Callable

NOT_HERE = (
    "mobile.platform.device_storage",
    "mobile.platform.in_process",
    "mobile.platform.native",
    "mobile.platform.pages",
    "mobile.platform.server",
    "mobile.platform.windows",
    "mobile.platform.installable",
    "mobile.sync.file_lock",
)
"""What of the app runs elsewhere: beside the server, or on a phone."""
ZONES = (
    "UTC",
    "America/Cayenne",
    "America/Guadeloupe",
    "America/Martinique",
    "America/Miquelon",
    "Indian/Mayotte",
    "Indian/Reunion",
    "Pacific/Noumea",
    "Pacific/Tahiti",
    "Pacific/Wallis",
)
"""With Europe's: where no start waits for the archive with the world's."""
kept: list[ZoneInfo] = []


def bring_all() -> None:
    """Imports the app, and what Flet and Pyodide import when something is first asked of them."""
    gc.disable()  # it would visit objects of compiled libraries before they are in place again
    import mobile  # noqa: PLC0415
    import shared  # noqa: PLC0415

    for room in (shared, mobile):
        for found in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
            if not found.name.startswith(NOT_HERE):
                importlib.import_module(found.name)
    for name in ("encours_start", "pyodide.http", "pyodide.webloop"):
        importlib.import_module(name)
    here = [name for name in available_timezones() if name.startswith("Europe/")]
    kept.extend(map(ZoneInfo, [*ZONES, *sorted(here)]))
    for kind in [one for one in gc.get_objects() if isinstance(one, type)]:
        forget_signature(kind)
    gc.collect()


def forget_signature(kind: type) -> None:
    """A dataclass without a docstring spells out its signature as one; nobody reads it."""
    said = kind.__dict__.get("__doc__")
    if is_dataclass(kind) and isinstance(said, str) and said.startswith(f"{kind.__name__}("):
        kind.__doc__ = None


class Late:
    """Brings the archives before the first import of what is not in the picture."""

    def __init__(self, bring: Callable[[], None]) -> None:
        self._bring = bring

    def find_spec(self, *_: object) -> None:
        sys.meta_path.remove(self)
        self._bring()


def fresh(bring: Callable[[], None]) -> None:
    """What one start must not have in common with another, and imports from now on."""
    random.seed()
    gc.enable()
    gc.freeze()
    sys.meta_path.insert(0, Late(bring))  # type: ignore[arg-type]
