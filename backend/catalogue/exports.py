"""The words of the files that leave Encours: lists, the aged balance, statements of account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from backend.settings import Language


@dataclass(frozen=True, slots=True)
class Words:
    """Column headings and titles, one language. Figures and dates are `shared.formats`' matter."""

    client_list: str
    aged_balance: str
    statement: str
    code: str
    client: str
    town: str
    company: str
    branch: str
    rep: str
    collector: str
    currency: str
    outstanding: str
    unapplied: str
    overdue: str
    days_overdue: str
    last_visit: str
    documents: str
    clients: str
    total: str
    kind: str
    number: str
    issued: str
    due: str
    label: str
    amount: str
    residual: str
    buckets: tuple[str, ...]
    kinds: dict[str, str]
    nothing_open: str


KINDS_FR: Final = {
    "invoice": "Facture",
    "credit_note": "Avoir",
    "deposit": "Acompte",
    "opening_item": "À-nouveau",
    "adjustment": "Écriture diverse",
    "payment": "Règlement",
    "refund": "Remboursement",
}
KINDS_EN: Final = {
    "invoice": "Invoice",
    "credit_note": "Credit note",
    "deposit": "Deposit",
    "opening_item": "Opening item",
    "adjustment": "Adjustment",
    "payment": "Payment",
    "refund": "Refund",
}

WORDS: Final[dict[Language, Words]] = {
    "fr": Words(
        client_list="Clients",
        aged_balance="Balance âgée",
        statement="Relevé de compte",
        code="Code",
        client="Client",
        town="Ville",
        company="Société",
        branch="Agence",
        rep="Commercial",
        collector="Recouvrement",
        currency="Devise",
        outstanding="Encours",
        unapplied="À imputer",
        overdue="Échu",
        days_overdue="Jours de retard",
        last_visit="Dernière visite",
        documents="Pièces",
        clients="Clients",
        total="Total",
        kind="Nature",
        number="Pièce",
        issued="Date",
        due="Échéance",
        label="Libellé",
        amount="Montant",
        residual="Reste dû",
        buckets=(
            *("Non échu", "1 à 30 jours", "31 à 60 jours"),
            *("61 à 90 jours", "91 à 120 jours", "Plus de 120 jours"),
        ),
        kinds=KINDS_FR,
        nothing_open="Rien n’est ouvert.",
    ),
    "en": Words(
        client_list="Clients",
        aged_balance="Aged balance",
        statement="Statement of account",
        code="Code",
        client="Client",
        town="Town",
        company="Company",
        branch="Branch",
        rep="Rep",
        collector="Collector",
        currency="Currency",
        outstanding="Outstanding",
        unapplied="Unapplied",
        overdue="Overdue",
        days_overdue="Days overdue",
        last_visit="Last visit",
        documents="Documents",
        clients="Clients",
        total="Total",
        kind="Kind",
        number="Number",
        issued="Date",
        due="Due",
        label="Description",
        amount="Amount",
        residual="Still due",
        buckets=(
            *("Not due", "1 to 30 days", "31 to 60 days"),
            *("61 to 90 days", "91 to 120 days", "Over 120 days"),
        ),
        kinds=KINDS_EN,
        nothing_open="Nothing is open.",
    ),
}
