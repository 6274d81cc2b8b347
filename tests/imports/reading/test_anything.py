"""Whatever is in a file, the answer is a diagnosis and never a crash."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from backend.imports.reading.rows import Kind
from tests.imports.reading.fec_variants import Variant, write_fec
from tests.imports.reading.files import Read, read

HEADERS = (
    *("Code client", "Facture", "Date", "Montant", "Débit", "Crédit", "Solde", "Type", "Devise"),
    *("JournalCode", "EcritureNum"),
)
VALUES = (
    *("C1", "31/01/2024", "2024-02-30", "45291", "20240101", "total", "EUR", "€", ""),
    *("1.234", "-5,00", "1e99", "1e-99", "- -", "9" * 30, "٣", "²", '"', '="1"'),
)
kinds = st.sampled_from(list(Kind))
cells = st.one_of(
    st.sampled_from((*HEADERS, *VALUES)),
    st.text(max_size=8),
)


def _read_bytes(content: bytes, kind: Kind, name: str = "file") -> Read:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return read(path, kind)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300), kinds)
def test_any_bytes(content, kind):
    assert _read_bytes(content, kind).diagnosis.kind is kind


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.lists(cells, min_size=1, max_size=7), min_size=1, max_size=8),
    st.sampled_from([";", ",", "\t", "|"]),
    kinds,
)
def test_any_table(rows, separator, kind):
    text = "\n".join(separator.join(row) for row in rows)

    assert _read_bytes(text.encode("utf-8", "replace"), kind).diagnosis.kind is kind


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_slip_in_a_fec(data):
    with tempfile.TemporaryDirectory() as folder:
        path = write_fec(Path(folder), Variant())
        lines = [line.split("\t") for line in path.read_text().splitlines()]
        row = data.draw(st.integers(0, len(lines) - 1))
        position = data.draw(st.integers(0, len(lines[row]) - 1))
        lines[row][position] = data.draw(cells)
        path.write_text("\n".join("\t".join(line) for line in lines))

        fec = read(path, Kind.FEC)

    if fec.outcome is not None and fec.outcome.refused_count:
        assert not fec.rows


def test_a_field_without_end_is_refused(tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("Code client;Facture;Date;Montant\n1;F1;2024-01-31;" + "9" * 200_000)

    assert read(path, Kind.OPEN_ITEMS).problems == ["field-too-long"]
