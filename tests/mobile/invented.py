"""Clients and documents nobody has, to draw with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from shared.contract.clients import ClientFigures, ClientRow
from shared.contract.receivables import BucketName, Document

TODAY = date(2025, 11, 21)
EUR = "EUR"
HELD: dict[BucketName, Decimal] = {
    "not_due": Decimal("30570.00"),
    "1-30": Decimal("10240.00"),
    "31-60": Decimal("8400.00"),
    "61-90": Decimal(0),
    "91-120": Decimal(0),
    ">120": Decimal(0),
}
HELD_ALL: dict[BucketName, Decimal] = {
    "not_due": Decimal("1251157.30"),
    "1-30": Decimal("314200.00"),
    "31-60": Decimal("99860.40"),
    "61-90": Decimal("8412.80"),
    "91-120": Decimal("5325.00"),
    ">120": Decimal("3520.00"),
}
PEOPLE = [
    ("Menuiserie Vauclair", "Besançon", "48210.00", "18640.00", 47),
    ("Scierie du Haut-Clos", "Pontarlier", "92475.50", "41318.20", 134),
    ("Chauffage Mirovel et associés de la vallée", "Lons-le-Saunier", "1912904.30", "3480.00", 12),
    ("Ateliers Brévonne", "Vesoul", "27660.00", "9115.75", 68),
    ("Garage Pontelune", "Lons-le-Saunier", "6318.90", "0", 0),
    ("Charpentes Durelle", "Belfort", "38050.00", "5240.00", 31),
    ("Électricité Noblance", "Gray", "15782.40", "0", 0),
    ("Transports Rivelor", "Morteau", "21930.00", "1260.00", 8),
]


def nothing(*_: object) -> None:
    """A gallery does nothing."""


def client(place: int) -> ClientRow:
    name, town, owed, late, days = PEOPLE[place % len(PEOPLE)]
    others = [
        ClientFigures(
            currency="USD", outstanding=Decimal(12), overdue=Decimal(0), oldest_days_overdue=0
        )
    ]
    return ClientRow(
        id=UUID(int=place),
        code=f"C{place:05}",
        name=name,
        town=town,
        company="Société",
        branch="Est",
        currency=EUR,
        outstanding=Decimal(owed),
        overdue=Decimal(late),
        oldest_days_overdue=days,
        other_currencies=others if place == 5 else [],
    )


def document(place: int, due: date, amount: str, residual: str) -> Document:
    credit = Decimal(residual) < 0
    return Document(
        id=UUID(int=place),
        kind="credit_note" if credit else "invoice",
        number=f"F-24 {600 + place}",
        issued_on=date(2025, 8, 6),
        due_on=due,
        due_estimated=False,
        currency=EUR,
        amount=Decimal(amount),
        residual=Decimal(residual),
    )
