"""The sentences of a statement of account, which the client reads. They inform; they never dun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from backend.settings import Language


@dataclass(frozen=True, slots=True)
class StatementWords:
    """`{date}`, `{amount}` and so on stand for what is filled in."""

    as_of: str
    known_on: str
    client_code: str
    siren: str
    vat_number: str
    still_open: str
    not_applied: str
    balance: str
    of_which_overdue: str
    late: str
    ageing: str
    estimated: str
    page: str
    carried_on: str
    one_currency: str
    nothing_owed: str
    in_balance: str
    in_your_favour: str
    not_yet_due: str
    covered: str
    partly_covered: str
    overdue: str


STATEMENT_WORDS: Final[dict[Language, StatementWords]] = {
    "fr": StatementWords(
        as_of="Situation au {date}",
        known_on=(
            "D’après les écritures enregistrées au {date} ; "
            "un règlement récent peut ne pas encore y figurer."
        ),
        client_code="Code client",
        siren="SIREN",
        vat_number="TVA",
        still_open="Factures ouvertes",
        not_applied="Avoirs et règlements à imputer",
        balance="Solde",
        of_which_overdue="Dont échu",
        late="Retard",
        ageing="Ancienneté de l’échéance",
        estimated="* Échéance calculée d’après les conditions de paiement.",
        page="Page {page} sur {pages}",
        carried_on="Relevé de compte, suite",
        one_currency="Compte en {currency}",
        nothing_owed=(
            "Votre compte est à jour : rien n’est dû à cette date. "
            "Nous vous remercions de votre confiance."
        ),
        in_balance=(
            "Vos factures et vos avoirs ou règlements se compensent : rien n’est dû à cette date."
        ),
        in_your_favour="Le solde est en votre faveur de {amount}. Vous n’avez rien à régler.",
        not_yet_due="Le solde est de {amount} ; rien n’est échu à cette date.",
        covered=(
            "Le solde est de {amount}. Vos avoirs et règlements à imputer, {unapplied}, "
            "couvrent ce qui est échu."
        ),
        partly_covered=(
            "Le solde est de {amount}. {overdue} sont échus, et {unapplied} d’avoirs et de "
            "règlements viendront en déduction."
        ),
        overdue=(
            "Le solde est de {amount}, dont {overdue} échus. "
            "Merci de nous dire si une pièce appelle une remarque de votre part."
        ),
    ),
    "en": StatementWords(
        as_of="As of {date}",
        known_on=(
            "From the entries recorded up to {date}; a recent payment may not be among them yet."
        ),
        client_code="Client code",
        siren="SIREN",
        vat_number="VAT",
        still_open="Open invoices",
        not_applied="Credits and payments to apply",
        balance="Balance",
        of_which_overdue="Of which overdue",
        late="Late",
        ageing="Days past due",
        estimated="* Due date worked out from the payment terms.",
        page="Page {page} of {pages}",
        carried_on="Statement of account, continued",
        one_currency="Account in {currency}",
        nothing_owed=(
            "Your account is up to date: nothing is owed at this date. Thank you for your business."
        ),
        in_balance=(
            "Your invoices and your credits or payments cancel out: nothing is owed at this date."
        ),
        in_your_favour="The balance is {amount} in your favour. There is nothing to pay.",
        not_yet_due="The balance is {amount}; nothing is overdue at this date.",
        covered=(
            "The balance is {amount}. Your credits and payments to apply, {unapplied}, "
            "cover what is overdue."
        ),
        partly_covered=(
            "The balance is {amount}. {overdue} is overdue, from which {unapplied} of credits "
            "and payments is still to be deducted."
        ),
        overdue=(
            "The balance is {amount}, of which {overdue} is overdue. "
            "Please tell us if anything here does not look right to you."
        ),
    ),
}
