"""What `make test` says on a machine where no browser can be had."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "tools" / "find_chromium.sh"
NEEDED = ("id", "true")


@pytest.fixture
def bare(tmp_path: Path) -> str:
    """A PATH without any browser and without any package manager."""
    for name in NEEDED:
        (tmp_path / name).symlink_to(str(shutil.which(name)))
    return str(tmp_path)


def asked(path: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(shutil.which("sh")), str(SCRIPT)],
        env={"PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(
    any(map(os.path.exists, ("/Applications/Chromium.app", "/Applications/Google Chrome.app"))),
    reason="this machine has a browser outside the PATH",
)
def test_without_a_browser_to_be_had_the_tests_refuse_in_one_sentence(bare: str):
    answer = asked(bare)
    assert answer.returncode == 1
    assert answer.stdout == ""
    last = answer.stderr.splitlines()[-1]
    assert last == "The tests need Chromium: install it, or set CHROMIUM to its path."


def test_a_browser_that_does_not_start_is_named(bare: str):
    answer = asked(bare, CHROMIUM="/no/such/browser")
    assert answer.returncode == 1
    assert answer.stderr == "CHROMIUM=/no/such/browser is not a browser that starts.\n"


def test_the_first_browser_on_the_path_is_taken(bare: str):
    browser = Path(bare) / "chromium"
    browser.write_text("#!/bin/sh\necho Chromium 1\n")
    browser.chmod(0o755)
    assert asked(bare).stdout == f"{browser}\n"
