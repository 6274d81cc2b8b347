"""Flet's client, which draws: the files of it that this app's start or its screens ask for."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

import flet_web

from tools.pwa.failing import CannotBuildError

CLIENT: Final = Path(flet_web.__file__).parent / "web"
RENDERERS: Final = {
    "skwasm": ("main.dart.wasm", "main.dart.mjs", "canvaskit/skwasm.js", "canvaskit/skwasm.wasm"),
    "chromium": (
        "main.dart.js",
        "canvaskit/chromium/canvaskit.js",
        "canvaskit/chromium/canvaskit.wasm",
    ),
    "full": ("main.dart.js", "canvaskit/canvaskit.js", "canvaskit/canvaskit.wasm"),
}
"""By how it draws: WebAssembly's own, in Chromium with WebGL; Chromium otherwise; any browser."""
ALWAYS: Final = (
    "flutter.js",
    "assets/AssetManifest.bin",
    "assets/AssetManifest.bin.json",
    "assets/fonts/MaterialIcons-Regular.otf",
    "assets/fonts/roboto.woff2",
    "assets/shaders/ink_sparkle.frag",
    "assets/shaders/stretch_effect.frag",
)
FONTS: Final = [
    {"family": "MaterialIcons", "fonts": [{"asset": "fonts/MaterialIcons-Regular.otf"}]},
    {"family": "Roboto", "fonts": [{"asset": "fonts/roboto.woff2"}]},
]
"""Flutter fetches every font of this list before its first frame: formulas and iOS's icons are
not on our screens."""
BUILDS: Final = re.compile(r"_flutter\.buildConfig = (\{.*?\});\n")


def client() -> dict[str, bytes]:
    """The files, by path."""
    names = {*ALWAYS, *(name for names in RENDERERS.values() for name in names)}
    missing = sorted(name for name in names if not (CLIENT / name).is_file())
    if missing:
        raise CannotBuildError(f"This version of flet-web has no {', '.join(missing)}.")
    files = {name: (CLIENT / name).read_bytes() for name in names}
    files["assets/FontManifest.json"] = json.dumps(FONTS).encode()
    return files


def builds() -> str:
    """What Flutter's loader is told of its builds, as JSON."""
    found = BUILDS.search((CLIENT / "flutter_bootstrap.js").read_text(encoding="utf-8"))
    if found is None:
        raise CannotBuildError("This version of flet-web tells of its builds in another way.")
    return found[1]
