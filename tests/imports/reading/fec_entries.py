"""Entries of a FEC as a test writes them, and the facts that are read from one."""

from tests.imports.reading.fec_variants import (
    Line,
)
from tests.imports.reading.files import Read


def facts(fec: Read) -> tuple[tuple[str, str, str, str, str, bool], ...]:
    return tuple(
        (
            item.client_code,
            str(item.kind),
            item.number,
            f"{item.issued_on}",
            f"{item.amount}",
            item.lettering_group is not None,
        )
        for item in fec.items
        if item.family == "411"
    )


def entry(day: str, cents: int, **rest: str) -> tuple[Line, Line]:
    """An invoice or a payment on its own, balanced."""
    journal, other = ("VE", "707000") if cents > 0 else ("BQ", "512000")
    number = rest.pop("number", day)
    client = rest.pop("client", "C1")
    return (
        Line(journal, number, day, "411000", cents, client, **rest),
        Line(journal, number, day, other, -cents),
    )


def books_of(*entries: tuple[Line, Line]) -> tuple[Line, ...]:
    return tuple(line for lines in entries for line in lines)
