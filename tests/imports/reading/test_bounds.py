"""Memory does not follow the file, and every finding can be told."""

import re
import tracemalloc
from pathlib import Path

from backend.catalogue.imports import SENTENCES
from backend.imports import reading
from backend.imports.reading.diagnosis import Options
from backend.imports.reading.findings import REFUSALS_KEPT
from backend.imports.reading.ledger_file import open_ledger_file
from backend.imports.reading.rows import Kind
from tests.imports.reading.files import read, write

HEADER = "Code client;Nom;Facture;Date facture;Échéance;Montant"


def _peak(path: Path) -> int:
    tracemalloc.start()
    ledger = open_ledger_file(path, Kind.OPEN_ITEMS, Options())
    for _ in ledger.batches():
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def test_ten_times_the_lines_take_no_more_memory(tmp_path):
    def lines(count: int) -> list[str]:
        return [
            HEADER,
            *(
                f"{n % 500:05d};Nom {n % 500};F{n};31/01/2024;29/02/2024;{n},5"
                for n in range(count)
            ),
        ]

    small = _peak(write(tmp_path, lines(10_000), name="small.csv"))
    large = _peak(write(tmp_path, lines(100_000), name="large.csv"))

    assert large < small * 1.3


def test_refused_lines_are_counted_to_the_last_and_kept_up_to_a_bound(tmp_path):
    count = REFUSALS_KEPT + 50
    path = write(tmp_path, [HEADER, "1;A;F0;31/01/2024;;1", *["1;A;F1;demain;;1"] * count])

    outcome = read(path, Kind.OPEN_ITEMS).done

    assert outcome.refused_count == count
    assert len(outcome.refused) == REFUSALS_KEPT


def test_every_finding_has_its_sentence_in_both_languages():
    source = "".join(path.read_text() for path in Path(reading.__path__[0]).glob("*.py"))
    codes = set(
        re.findall(
            r"""(?:Finding|UnreadableFileError|Unreadable|refuse|warn)\(\s*(?:line, |"""
            r"""chunk\.lines\[at\], |columns\.lines\[\w+\], )?"([a-z]+(?:-[a-z]+)+)\"""",
            source,
        )
    )

    assert len(codes) > 35
    assert codes - SENTENCES.keys() == set()
