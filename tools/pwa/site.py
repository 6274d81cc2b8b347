"""The site of the installable app: what is in it, under names that tell their content."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mobile.palette import DARK, LIGHT
from tools.pwa import flutter, python_files
from tools.pwa.packing import tree
from tools.pwa.toolbox import node
from tools.pwa.web_manifest import manifest
from tools.pwa.worker import service_worker

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT: Final = Path(__file__).parents[2]
HERE: Final = Path(__file__).parent
ASSETS: Final = ROOT / "mobile/assets"
BASE: Final = "/app/"
NATIVE: Final = "/encours/native/"
"""Where Python finds compiled packages (web/python.js)."""
THE_BUILDERS: Final = "{/* the builder's */}"


def make(site: Path, wheels: Path, draft: Path) -> None:
    """Writes the whole site into the empty folder `site`; `draft` is another, for what it takes."""
    runtime = python_files.runtime(wheels)
    build: dict[str, object] = {
        "language": "fr",
        "flutter": named(site, "flutter", flutter.client()),
        "python": named(site, "python", runtime),
        "lock": python_files.information(),
        "compiled": [name for name in runtime if name.endswith(".so")],
        "later": python_files.LATER,
        "ours": python_files.OURS,
    }
    own = web() | {"app.zip": python_files.app()}
    own |= pictured(build, site, own, draft)
    # The folder's own name is its content's: the page tells it.
    told = "{..." + json.dumps(build) + ", own: new URL('.', document.currentScript.src).pathname}"
    own["start.js"] = own["start.js"].replace(THE_BUILDERS.encode(), told.encode())
    address = named(site, "encours", own)
    # Flet asks for fonts under the page's own address.
    write(site, dict(tree(ASSETS, "fonts/*.ttf")) | dict(tree(ASSETS, "favicon.png")))
    write(site, dict(tree(ASSETS, "icons/*-[0-9]*.png")))
    write(site, {"index.html": page(address, str(build["flutter"])).encode()})
    write(site, {"manifest.webmanifest": manifest(BASE).encode()})
    write(site, {"sw.js": service_worker(site).encode()})


def pictured(
    build: dict[str, object], site: Path, own: Mapping[str, bytes], draft: Path
) -> dict[str, bytes]:
    """The picture of Python's memory; `build` is told where it puts the compiled libraries."""
    write(draft, own)
    told = draft / "told.json"
    python = site / str(build["python"]).removeprefix(BASE).rstrip("/")
    told.write_text(json.dumps({"own": str(draft), "python": str(python), "build": build}))
    node([str(HERE / "picture.mjs"), str(told)], "No picture of Python's memory could be taken")
    placed = json.loads(told.read_bytes())
    build["placed"] = placed
    # In the order they were loaded in: each is put behind the one before.
    build["compiled"] = [library["name"].removeprefix(NATIVE) for library in placed]
    return {"memory.bin": (draft / "memory.bin").read_bytes()}


def web() -> dict[str, bytes]:
    """The scripts of the page and of Python's worker."""
    files = dict(tree(HERE / "web", "*.js"))
    del files["sw.js"]
    builds = flutter.builds().encode()
    files["flutter_start.js"] = files["flutter_start.js"].replace(THE_BUILDERS.encode(), builds)
    return files


def page(own: str, client: str) -> str:
    icon = (ASSETS / "icon.svg").read_text(encoding="utf-8")
    told = {
        "own": own.rstrip("/"),
        "flutter": client.rstrip("/"),
        "canvas_light": LIGHT.canvas,
        "canvas_dark": DARK.canvas,
        # With the page: it is painted before anything else has come.
        "style": coloured((HERE / "web/start.css").read_text(encoding="utf-8")),
        "mark": re.sub(r"</?svg[^>]*>", "", icon).strip(),
    }
    text = (HERE / "web/index.html").read_text(encoding="utf-8")
    return re.sub(r"\{(\w+)\}", lambda found: told[found[1]], text)


def coloured(css: str) -> str:
    """With the palette's values for `LIGHT.ink` and its like."""
    roles = {"LIGHT": asdict(LIGHT), "DARK": asdict(DARK)}
    return re.sub(r"\b(LIGHT|DARK)\.(\w+)", lambda found: str(roles[found[1]][found[2]]), css)


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
