"""The site of the installable app: what is in it, under names that tell their content."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mobile.palette import DARK, LIGHT
from tools.pwa import flutter
from tools.pwa.packing import packed, tree

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT: Final = Path(__file__).parents[2]
HERE: Final = Path(__file__).parent
BASE: Final = "/app/"
THE_BUILDERS: Final = "{/* the builder's */}"
PYODIDE: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


def make(site: Path, wheels: Path) -> None:
    """Writes the whole site into the empty folder `site`."""
    pyodide = flutter.CLIENT / "pyodide"
    lock = json.loads((pyodide / "pyodide-lock.json").read_bytes())
    python = {name: (pyodide / name).read_bytes() for name in PYODIDE}
    python["libraries.zip"] = packed(tree(wheels))
    build: dict[str, object] = {
        "language": "fr",
        "flutter": named(site, "flutter", flutter.client()),
        "python": named(site, "python", python),
        "lock": {"info": lock["info"], "packages": {}},
    }
    own = own_files(build)
    address = named(site, "encours", own)
    page = (HERE / "web/index.html").read_text(encoding="utf-8")
    icon = (ROOT / "mobile/assets/icon.svg").read_text(encoding="utf-8")
    told = {
        "own": address.removesuffix("/"),
        "flutter": str(build["flutter"]).removesuffix("/"),
        "canvas_light": LIGHT.canvas,
        "canvas_dark": DARK.canvas,
        "mark": re.sub(r"</?svg[^>]*>", "", icon).strip(),
    }
    for name, value in told.items():
        page = page.replace(f"{{{name}}}", value)
    write(site, {"index.html": page.encode(), "manifest.webmanifest": manifest().encode()})
    write(site, dict(tree(ROOT / "mobile/assets", "favicon.png")))
    write(site, dict(tree(ROOT / "mobile/assets", "icons/*-[0-9]*.png")))
    # Flet asks for them under the page's own address.
    write(site, dict(tree(ROOT / "mobile/assets", "fonts/*.ttf")))


def manifest() -> str:
    """What an installer reads (W3C Web Application Manifest)."""
    icons = [
        {"src": f"icons/icon-{kind}{side}.png", "sizes": f"{side}x{side}", "type": "image/png"}
        | ({"purpose": "maskable"} if kind else {"purpose": "any"})
        for side in (192, 512)
        for kind in ("", "maskable-")
    ]
    shortcuts = [
        {"name": name, "url": BASE + path, "icons": [icons[0]]}
        for name, path in (("Ma journée", "today"), ("Clients", "clients"))
    ]
    return json.dumps(
        {
            "id": BASE,
            "name": "Encours",
            "short_name": "Encours",
            "description": "Savoir, avant de vendre.",
            "lang": "fr",
            "dir": "ltr",
            "start_url": BASE,
            "scope": BASE,
            "display": "standalone",
            "orientation": "any",
            "background_color": LIGHT.canvas,
            "theme_color": LIGHT.canvas,
            "categories": ["business", "finance", "productivity"],
            "icons": icons,
            "shortcuts": shortcuts,
            "prefer_related_applications": False,
        },
        ensure_ascii=False,
        indent=1,
    )


def own_files(build: Mapping[str, object]) -> dict[str, bytes]:
    """Ours: the scripts of the page and of the worker, and the app."""
    web = dict(tree(HERE / "web", "start.*")) | dict(tree(HERE / "web", "*.js"))
    files = {name: content.decode() for name, content in web.items()}
    # The folder's own name is its content's: the page tells it.
    files["start.js"] = files["start.js"].replace(
        THE_BUILDERS,
        "{..." + json.dumps(build) + ", own: new URL('.', document.currentScript.src).pathname}",
    )
    files["flutter_start.js"] = files["flutter_start.js"].replace(THE_BUILDERS, flutter.builds())
    files["start.css"] = coloured(files["start.css"])
    app = [
        (f"{room}/{name}", content)
        for room in ("mobile", "shared")
        for name, content in tree(ROOT / room, "**/*.py")
    ]
    app += tree(HERE / "python", "*.py")
    return {name: text.encode() for name, text in files.items()} | {"app.zip": packed(app)}


def coloured(css: str) -> str:
    for name, palette in (("LIGHT", LIGHT), ("DARK", DARK)):
        for role, colour in asdict(palette).items():
            css = re.sub(rf"\b{name}\.{role}\b", str(colour), css)
    return css


def named(site: Path, name: str, files: Mapping[str, bytes]) -> str:
    """Writes a folder whose name tells its content, and answers its address.

    What is under such an address never changes, so that a browser need never ask again.
    """
    digest = hashlib.sha256()
    for path, content in sorted(files.items()):
        digest.update(f"{path}\0{len(content)}\0".encode())
        digest.update(content)
    folder = f"{name}-{digest.hexdigest()[:12]}"
    write(site / folder, files)
    return f"{BASE}{folder}/"


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
