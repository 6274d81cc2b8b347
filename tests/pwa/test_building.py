"""What the installable app is made of, and that the same makes the same."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from mobile.palette import DARK, LIGHT
from tools.pwa import building, flutter, python_files, toolbox, wheels
from tools.pwa.failing import CannotBuildError
from tools.pwa.packing import packed
from tools.pwa.site import coloured, named, page
from tools.pwa.web_manifest import manifest
from tools.pwa.worker import service_worker


def test_an_archive_tells_its_content_only():
    one = packed([("b.py", b"2"), ("a.py", b"1")])
    assert one == packed([("a.py", b"1"), ("b.py", b"2")])
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert archive.namelist() == ["a.py", "b.py"]
        assert archive.read("b.py") == b"2"


def test_a_folder_is_named_after_its_content(tmp_path: Path):
    one = named(tmp_path, "encours", {"a": b"1"})
    assert re.fullmatch(r"/app/encours-[0-9a-f]{12}/", one)
    assert one == named(tmp_path, "encours", {"a": b"1"})
    assert one != named(tmp_path, "encours", {"a": b"2"})
    assert one != named(tmp_path, "encours", {"b": b"1"})


def test_flets_client_is_all_there_and_nothing_of_it_is_for_formulas():
    files = flutter.client()
    assert {"flutter.js", "main.dart.wasm", "canvaskit/skwasm.wasm"} <= set(files)
    assert b"KaTeX" not in files["assets/FontManifest.json"]
    assert not [name for name in files if name.endswith((".symbols", ".map"))]
    assert '"builds"' in flutter.builds()


def test_pyodides_script_is_taken_only_as_it_is_known():
    with pytest.raises(CannotBuildError):
        python_files.placing("var getMemory=(size)=>{}")
    with zipfile.ZipFile(io.BytesIO(python_files.app())) as archive:
        assert {"mobile/app.py", "shared/money.py", "encours_start.py"} <= set(archive.namelist())
        assert not [name for name in archive.namelist() if name.startswith("backend")]


def test_the_progress_screen_wears_the_palette():
    css = coloured("a { color: LIGHT.ink; background: DARK.canvas }")
    assert css == f"a {{ color: {LIGHT.ink}; background: {DARK.canvas} }}"
    text = page("/app/encours-1/", "/app/flutter-1/")
    assert LIGHT.canvas in text
    assert 'src="/app/encours-1/start.js"' in text
    assert not re.search(r"\{\w+\}", text)


def test_the_manifest_names_an_app_of_its_own():
    told = manifest("/app/")
    assert '"scope": "/app/"' in told
    assert '"maskable"' in told
    assert '"lang": "fr"' in told


def test_a_service_worker_differs_where_a_file_does(tmp_path: Path):
    (tmp_path / "flutter-0123456789ab").mkdir()
    (tmp_path / "flutter-0123456789ab/main.dart.wasm").write_bytes(b"1")
    (tmp_path / "index.html").write_bytes(b"1")
    before = service_worker(tmp_path)
    assert '"index.html": "sha256-' in before
    (tmp_path / "index.html").write_bytes(b"2")
    assert service_worker(tmp_path) != before


def test_without_the_package_index_one_sentence_says_so_and_the_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("as it was")
    nothing = tmp_path / "wheels.txt"
    nothing.write_text("no-such-package-of-anybody==1 --hash=sha256:" + "0" * 64 + "\n")
    monkeypatch.setattr(wheels, "LOCK", nothing)
    monkeypatch.setattr(wheels, "PLATFORM", ("--no-index", "--only-binary=:all:"))
    with pytest.raises(CannotBuildError, match="cannot be fetched from the package index"):
        building.build(tmp_path)
    assert (tmp_path / "site/index.html").read_text() == "as it was"
    assert not (tmp_path / "made-of").exists()


def test_what_a_tool_complains_of_is_told_in_one_line():
    with pytest.raises(CannotBuildError, match=r"It failed: .*No such file") as told:
        toolbox.run(["cat", "/nowhere/at/all"], "It failed")
    assert "\n" not in str(told.value)


def test_it_is_built_once_for_what_it_is_made_of(pwa_site: Path):
    assert building.build(pwa_site.parent) is False
    assert (pwa_site / "index.html").is_file()
    pictures = list(pwa_site.glob("encours-*/memory.bin.br"))
    assert len(pictures) == 1
