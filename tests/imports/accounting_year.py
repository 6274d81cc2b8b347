"""An accounting export under way, and what the ledger then owes in all."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from backend.database.transaction import fetch_value

HEADER = (
    "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|"
    "PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise"
)
SIREN = "732829320"


class Year:
    """A FEC under way: entries of two lines, the client's and its counterpart."""

    def __init__(self, folder: Path, year: int, closing: str = "1231") -> None:
        self.path = folder / f"{SIREN}FEC{year}{closing}.txt"
        self.rows: list[str] = []
        self.number = 0

    def book(
        self,
        journal: str,
        day: str,
        client: str,
        reference: str,
        debit: str,
        credit: str,
        letter: str = "",
        lettered: str = "",
    ) -> Year:
        self.number += 1
        other = {"VE": "70700000", "BQ": "51200000", "AN": "89000000"}[journal]
        name = {"VE": "Ventes", "BQ": "Banque", "AN": "A nouveaux"}[journal]
        head = f"{journal}|{name}|{self.number}|{day}"
        tail = f"{reference}|{day}|{name} {reference}"
        self.rows.append(
            f"{head}|41100000|Clients|{client}|Client {client}|{tail}|{debit}|{credit}|{letter}|"
            f"{lettered}|{day}||"
        )
        self.rows.append(f"{head}|{other}|{name}|||{tail}|{credit}|{debit}|||{day}||")
        return self

    def sale(self, day: str, client: str, reference: str, amount: str, letter: str = "") -> Year:
        return self.book("VE", day, client, reference, amount, "0,00", letter, day * bool(letter))

    def paid(self, day: str, client: str, reference: str, amount: str, letter: str = "") -> Year:
        return self.book("BQ", day, client, reference, "0,00", amount, letter, day * bool(letter))

    def opening(self, day: str, client: str, reference: str, amount: str, letter: str = "") -> Year:
        return self.book("AN", day, client, reference, amount, "0,00", letter)

    def letter(self, reference: str, letter: str, day: str) -> Year:
        """Letters the client line of that reference."""
        for at, row in enumerate(self.rows):
            fields = row.split("|")
            if fields[8] == reference and fields[4].startswith("411"):
                fields[13], fields[14] = letter, day
                self.rows[at] = "|".join(fields)
        return self

    def of_paper(self, reference: str, day: str) -> Year:
        """The lines of that reference name a paper of that day."""
        for at, row in enumerate(self.rows):
            fields = row.split("|")
            if fields[8] == reference:
                fields[9] = day
                self.rows[at] = "|".join(fields)
        return self

    def written(self) -> Path:
        self.path.write_text("\n".join((HEADER, *self.rows)) + "\n", encoding="utf-8")
        return self.path


async def outstanding() -> Decimal:
    total = await fetch_value(
        "SELECT (SELECT coalesce(sum(residual), 0) FROM document)"
        " - (SELECT coalesce(sum(unapplied), 0) FROM payment)"
    )
    assert isinstance(total, Decimal)
    return total
