"""What Python in the browser is made of: Pyodide, its standard library, the packages, the app."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tools.pwa.failing import CannotBuildError
from tools.pwa.flutter import CLIENT
from tools.pwa.packing import packed, tree

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT: Final = Path(__file__).parents[2]
HERE: Final = Path(__file__).parent
PYODIDE: Final = CLIENT / "pyodide"
OURS: Final = ("app.zip", "memory.bin")
"""What changes with every release of ours; the rest changes with Pyodide or a package."""
LATER: Final = ("app.zip", "libraries.zip", "python_stdlib.zip")
"""What a start from the picture does not wait for."""
WITH_COMPILED: Final = ("msgpack", "pydantic_core")
"""Packages with a compiled module, which Python does not import from an archive."""
UNUSED: Final = (
    "_pyrepl/",
    "ctypes/",
    "curses/",
    "dbm/",
    "doctest.py",
    "ensurepip/",
    "idlelib/",
    "imaplib.py",
    "lib2to3/",
    "mailbox.py",
    "multiprocessing/",
    "optparse.py",
    "pdb.py",
    "pickletools.py",
    "poplib.py",
    "pydoc.py",
    "pydoc_data/",
    "smtplib.py",
    "tkinter/",
    "turtle.py",
    "turtledemo/",
    "unittest/",
    "venv/",
    "wsgiref/",
    "xmlrpc/",
)
"""Of the standard library: tools of programmers, and servers and lines that no browser opens."""
MEMORY: Final = "var getMemory=size=>{"
THEN: Final = 'if(Module["memoryFor"])return Module["memoryFor"](size);'


def runtime(wheels: Path) -> dict[str, bytes]:
    """By name, what does not change with our own code."""
    files = {name: (PYODIDE / name).read_bytes() for name in ("pyodide.mjs", "pyodide.asm.wasm")}
    files["pyodide.asm.mjs"] = placing((PYODIDE / "pyodide.asm.mjs").read_text("utf-8")).encode()
    files["python_stdlib.zip"] = packed(stdlib((PYODIDE / "python_stdlib.zip").read_bytes()))
    apart = {name: list(tree(wheels, f"{name}/**/*")) for name in WITH_COMPILED}
    files["libraries.zip"] = packed(
        (name, content)
        for name, content in tree(wheels)
        if not name.startswith((*(f"{one}/" for one in WITH_COMPILED), "."))
    )
    inside = [one for package in apart.values() for one in package]
    files["native.zip"] = packed((name, c) for name, c in inside if not name.endswith(".so"))
    return files | {name: content for name, content in inside if name.endswith(".so")}


def placing(script: str) -> str:
    """Pyodide's script, which asks us where a compiled library is to be put, if it is for us."""
    if script.count(MEMORY) != 1:
        raise CannotBuildError("This version of Pyodide puts compiled libraries elsewhere.")
    return script.replace(MEMORY, MEMORY + THEN)


def stdlib(archive: bytes) -> Iterable[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(archive)) as inside:
        for name in inside.namelist():
            if not name.endswith("/") and not name.startswith(UNUSED):
                yield name, inside.read(name)


def app() -> bytes:
    """Our own code, as one archive."""
    rooms = [
        (f"{room}/{name}", content)
        for room in ("mobile", "shared")
        for name, content in tree(ROOT / room, "**/*.py")
    ]
    return packed([*rooms, *tree(HERE / "python", "*.py")])


def information() -> dict[str, object]:
    """What Pyodide is told of its own version instead of its list of packages."""
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_bytes())
    return {"info": lock["info"], "packages": {}}
