"""The installable app as Flet's own parts make it: what tools/pwa is measured against.

Flet's client whole, and everything of Python in one archive, unpacked and imported at every start,
once Flutter has asked for it; nothing compressed on its way but that archive.
"""

from __future__ import annotations

import shutil
import threading
import zipfile
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import flet as ft
from flet_web import get_package_web_dir, patch_font_manifest_json, patch_index_html

from tools.pwa.building import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHANNEL = "encours-naive"
MAIN = f"""
import flet as ft, js
from mobile.app import main

async def drawn(page):
    await main(page)
    js.BroadcastChannel.new({CHANNEL!r}).postMessage("drawn")

ft.run(drawn)
"""
LISTEN = f"""new BroadcastChannel({CHANNEL!r}).onmessage =
    () => performance.mark("encours-drawn");"""


def naive_site(wheels: Path, site: Path) -> None:
    """Writes it into `site`."""
    shutil.copytree(get_package_web_dir(), site)
    shutil.copytree(ROOT / "mobile/assets", site, dirs_exist_ok=True)
    with zipfile.ZipFile(site / "app.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("main.py", MAIN)
        for folder, under in (
            (wheels, "__pypackages__"),
            (ROOT / "mobile", "mobile"),
            (ROOT / "shared", "shared"),
        ):
            for file in folder.rglob("*"):
                if file.is_file() and "__pycache__" not in file.parts:
                    archive.write(file, f"{under}/{file.relative_to(folder)}")
    patch_index_html(
        index_path=str(site / "index.html"),
        base_href="/",
        pyodide=True,
        pyodide_script_path="main.py",
        pyodide_version="314",
        app_package_url="/app.zip",
        web_renderer=ft.WebRenderer.AUTO,
        no_cdn=True,
    )
    patch_font_manifest_json(str(site / "assets/FontManifest.json"))
    page = (site / "index.html").read_text(encoding="utf-8")
    page = page.replace('pyodideUrl="pyodide/', 'pyodideUrl="/pyodide/')
    (site / "index.html").write_text(page.replace("<head>", f"<head><script>{LISTEN}</script>"))


class Plainly(SimpleHTTPRequestHandler):
    """Files as they are."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def end_headers(self) -> None:
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Plainly, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
