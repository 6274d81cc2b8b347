"""A workbook made to fill the memory is refused, and takes none."""

import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from backend.imports.reading.old_workbook import UNPACKED_LIMIT_BYTES
from backend.imports.reading.rows import Kind
from tests.imports.reading.files import read
from tests.imports.reading.hostile import (
    spreadsheet_of,
    with_a_huge_attribute,
    with_entities,
    with_many_names,
)

MEMORY_MOST_BYTES = 24 << 20

IN_A_PROCESS_OF_ITS_OWN = """
import sys
from pathlib import Path
from backend.imports.memory import bounded_memory
from backend.imports.reading.diagnosis import Options
from backend.imports.reading.ledger_file import open_ledger_file
from backend.imports.reading.rows import Kind
from shared.refusal import Refused

try:
    with bounded_memory(200 << 20):
        open_ledger_file(Path(sys.argv[1]), Kind.OPEN_ITEMS, Options())
except Refused as refused:
    print(refused.refusal.code, refused.refusal.facts["limit_mb"])
"""


def test_an_attribute_without_end_is_refused_before_it_fills_the_memory(tmp_path):
    path = with_a_huge_attribute(tmp_path)
    tracemalloc.start()
    problems = read(path, Kind.OPEN_ITEMS).problems
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert problems == ["element-too-long"]
    assert peak < MEMORY_MOST_BYTES


def test_entities_that_multiply_are_refused(tmp_path):
    assert read(with_entities(tmp_path), Kind.OPEN_ITEMS).problems == ["damaged-workbook"]


def test_a_workbook_that_is_loaded_whole_is_bounded_as_it_unpacks(tmp_path):
    path = spreadsheet_of(tmp_path, (UNPACKED_LIMIT_BYTES >> 20) + 1)
    assert read(path, Kind.OPEN_ITEMS).problems == ["old-workbook-too-large"]


def test_a_file_that_needs_more_memory_than_an_import_may_take_is_refused(tmp_path: Path):
    pytest.importorskip("resource", reason="this system knows no limit of memory")
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux keeps a process to its address space")
    path = with_many_names(tmp_path, 800_000)
    done = subprocess.run(
        [sys.executable, "-c", IN_A_PROCESS_OF_ITS_OWN, str(path)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.returncode) == ("too-much-memory 200", 0), done.stderr
