"""The service worker: told which files a start loads, and what each must be."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Final

from tools.pwa import flutter

WEB: Final = Path(__file__).parent / "web"
THE_BUILDERS: Final = "{/* the builder's */}"


def service_worker(site: Path) -> str:
    """Its script, for the files in `site`. It differs where any of them does."""
    drawing = {name for names in flutter.RENDERERS.values() for name in names}
    always: dict[str, str] = {}
    by_renderer: dict[str, dict[str, str]] = {name: {} for name in flutter.RENDERERS}
    for file in sorted(site.rglob("*")):
        if not file.is_file() or file.name == "sw.js":
            continue
        name = file.relative_to(site).as_posix()
        inside = name.partition("/")[2] if name.startswith("flutter-") else name
        if inside not in drawing:
            always[name] = digest(file)
        for renderer, names in flutter.RENDERERS.items():
            if inside in names:
                by_renderer[renderer][name] = digest(file)
    told = json.dumps({"always": always, **by_renderer}, indent=1)
    return (WEB / "sw.js").read_text(encoding="utf-8").replace(THE_BUILDERS, told)


def digest(file: Path) -> str:
    """As a browser checks it (Subresource Integrity)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(file.read_bytes()).digest()).decode()
