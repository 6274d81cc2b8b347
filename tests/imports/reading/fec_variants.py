"""One small set of books, written as the many programs that export a FEC write it."""

from dataclasses import dataclass
from pathlib import Path

COLUMNS = (
    "JournalCode",
    "JournalLib",
    "EcritureNum",
    "EcritureDate",
    "CompteNum",
    "CompteLib",
    "CompAuxNum",
    "CompAuxLib",
    "PieceRef",
    "PieceDate",
    "EcritureLib",
    "Debit",
    "Credit",
    "EcritureLet",
    "DateLet",
    "ValidDate",
    "Montantdevise",
    "Idevise",
)


@dataclass(frozen=True)
class Line:
    journal: str
    number: str
    day: str
    account: str
    cents: int
    client: str = ""
    ref: str = ""
    piece_day: str = ""
    letter: str = ""
    letter_day: str = ""
    label: str = "Libellé à l'été"


JOURNALS = {
    "AN": "A nouveaux",
    "VE": "Ventes",
    "BQ": "Banque",
    "OD": "Opérations diverses",
}
BOOKS = (
    # What was open at the start of the year: one invoice, one payment on account.
    Line("AN", "1", "20240101", "411000", 5_000, "DUPONT", "F90", "20231110", "A", "20240115"),
    Line("AN", "1", "20240101", "411000", -2_000, "ÉTÉ", "VIR1", "20231220"),
    Line("AN", "1", "20240101", "101000", -3_000),
    # An invoice, a credit note.
    Line("VE", "2", "20240110", "411000", 12_000, "ÉTÉ", "F100", "20240109"),
    Line("VE", "2", "20240110", "707000", -10_000),
    Line("VE", "2", "20240110", "445710", -2_000),
    Line("VE", "3", "20240112", "411000", -1_200, "ÉTÉ", "AV1", "20240112"),
    Line("VE", "3", "20240112", "707000", 1_000),
    Line("VE", "3", "20240112", "445710", 200),
    # A payment that settles the opening invoice, one that settles nothing yet.
    Line("BQ", "4", "20240115", "411000", -5_000, "DUPONT", "CHQ7", "20240114", "A", "20240115"),
    Line("BQ", "4", "20240115", "512000", 5_000),
    Line("BQ", "5", "20240120", "512000", 4_050),
    Line("BQ", "5", "20240120", "411000", -4_050, "ÉTÉ", "VIR2", "20240120", "B", "20240120"),
    # A write-off, a doubtful client, a deposit.
    Line("OD", "6", "20240131", "411000", -3, "ÉTÉ"),
    Line("OD", "6", "20240131", "658000", 3),
    Line("OD", "7", "20240131", "416000", 700, "DUPONT"),
    Line("OD", "7", "20240131", "411000", -700, "DUPONT"),
    Line("BQ", "8", "20240131", "419100", -900, "ÉTÉ"),
    Line("BQ", "8", "20240131", "512000", 900),
)
BALANCE = "40.47"
FACTS = (
    # (client, kind, number, issued on, amount, settled)
    ("DUPONT", "opening_item", "F90", "2023-11-10", "50.00", True),
    ("ÉTÉ", "opening_item", "VIR1", "2023-12-20", "-20.00", False),
    ("ÉTÉ", "invoice", "F100", "2024-01-09", "120.00", False),
    ("ÉTÉ", "credit_note", "AV1", "2024-01-12", "-12.00", False),
    ("DUPONT", "payment", "CHQ7", "2024-01-15", "-50.00", True),
    ("ÉTÉ", "payment", "VIR2", "2024-01-20", "-40.50", False),
    ("ÉTÉ", "adjustment", "OD 6/1", "2024-01-31", "-0.03", False),
    ("DUPONT", "adjustment", "OD 7/2", "2024-01-31", "-7.00", False),
)


@dataclass(frozen=True)
class Variant:
    """How one program writes."""

    separator: str = "\t"
    encoding: str = "utf-8"
    end: str = "\r\n"
    mark: str = ","
    header: str = "legal"
    sides: str = "debit-credit"
    padded: bool = False
    quoted: bool = False
    shuffled: bool = False
    extra_columns: bool = False
    trailing_empty: bool = False
    blank_lines: bool = False
    final_end: bool = True
    negative_sides: bool = False
    stray_quote: bool = False


def write_fec(
    folder: Path, variant: Variant, books: tuple[Line, ...] = BOOKS, name: str = "fec.txt"
) -> Path:
    columns = list(COLUMNS)
    if variant.sides != "debit-credit":
        columns[11:13] = ["Montant", "Sens"]
    if variant.extra_columns:
        columns += ["DateRglt", "ModeRglt"]
    if variant.shuffled:
        columns = columns[5:] + columns[:5]
    table = [[_header(name, variant) for name in columns]]
    table += [[_cells(line, variant)[name] for name in columns] for line in books]
    if variant.trailing_empty:
        table = [[*row, ""] for row in table]
    text = variant.end.join(_joined(row, variant) for row in table)
    if variant.blank_lines:
        text = text.replace(variant.end, variant.end * 2)
    path = folder / name
    path.write_bytes((text + (variant.end if variant.final_end else "")).encode(variant.encoding))
    return path


def _header(name: str, variant: Variant) -> str:
    return {"legal": name, "lower": name.lower(), "upper": name.upper()}[variant.header]


def _joined(row: list[str], variant: Variant) -> str:
    cells = [f'"{cell}"' for cell in row] if variant.quoted else row
    return variant.separator.join(cells)


def _cells(line: Line, variant: Variant) -> dict[str, str]:
    label = f'tuyau 12" {line.label}' if variant.stray_quote else line.label
    cells = {
        "JournalCode": line.journal,
        "JournalLib": JOURNALS[line.journal],
        "EcritureNum": line.number,
        "EcritureDate": line.day,
        "CompteNum": line.account,
        "CompteLib": "Compte",
        "CompAuxNum": line.client,
        "CompAuxLib": f"Société {line.client}" if line.client else "",
        "PieceRef": line.ref,
        "PieceDate": line.piece_day or line.day,
        "EcritureLib": label,
        "EcritureLet": line.letter,
        "DateLet": line.letter_day,
        "ValidDate": line.day,
        "Montantdevise": "",
        "Idevise": "",
        "DateRglt": "",
        "ModeRglt": "CH",
        **_amounts(line.cents, variant),
    }
    return {name: f"{cell:<12}" for name, cell in cells.items()} if variant.padded else cells


def _amounts(cents: int, variant: Variant) -> dict[str, str]:
    def text(value: int) -> str:
        sign = "-" if value < 0 else ""
        units = f"{abs(value) // 100:09d}" if variant.padded else f"{abs(value) // 100}"
        return f"{sign}{units}{variant.mark}{abs(value) % 100:02d}"

    # Some programs write every credit as a negative debit.
    sides = (cents, 0) if variant.negative_sides else (max(cents, 0), max(-cents, 0))
    credit, debit = {"letters": ("C", "D"), "signs": ("-1", "+1")}.get(variant.sides, ("C", "D"))
    return {
        "Debit": text(sides[0]),
        "Credit": text(sides[1]),
        "Montant": text(abs(cents)),
        "Sens": credit if cents < 0 else debit,
    }
