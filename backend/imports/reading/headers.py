"""The fields of each kind of file, what they are made of, and which it cannot do without."""

from typing import Final

from backend.imports.reading.item_headers import (
    BRANCH,
    CLIENT_CODE,
    CLIENT_NAME,
    COMPANY,
    CURRENCY,
    ITEMS,
    LABEL,
    TERMS,
)
from backend.imports.reading.rows import Kind

_PAYMENTS: Final = {
    "client_code": CLIENT_CODE,
    "client_name": CLIENT_NAME,
    "company_code": COMPANY,
    "branch_code": BRANCH,
    "document_number": (
        (
            "document_number|Facture réglée|Facture lettrée|Pièce réglée|Document réglé|Settles"
            "|Settled document|Settled invoice|Document settled|Applied to|Applies to"
            "|Invoice paid|Paid invoice|Facture payée"
        ),
        (
            "N° facture|Facture n°|Numéro de facture|Invoice number|Invoice no|Invoice ID"
            "|Réf facture|Référence facture|Invoice reference|N° de la facture|Facture|Invoice"
        ),
        "N° document|Document number|Document no|Doc no|Doc ID|Document",
    ),
    "number": (
        (
            "number|N° règlement|N° de règlement|Réf règlement|Référence règlement|N° paiement"
            "|N° de paiement|Réf paiement|Référence paiement|Référence du règlement"
            "|Payment number|Payment no|Payment ID|Payment reference|Payment ref|Receipt number"
            "|Receipt no|ID règlement|ID paiement|Pièce de règlement|Payment document"
            "|Référence du paiement"
        ),
        "Règlement|Paiement|Payment|Receipt",
        "N° pièce|Pièce|Référence|Reference|Numéro|N°|Transaction ID|PieceRef|ID",
    ),
    "paid_on": (
        (
            "paid_on|Date de règlement|Date règlement|Date de paiement|Date paiement|Payment date"
            "|Paid date|Date paid|Paid on|Date d'encaissement|Date encaissement|Receipt date"
            "|Date de réception|Received on|Date received|Date du règlement|Date du paiement"
            "|Settled date|Settlement date|Payé le|Réglé le|Encaissé le|Date of payment"
        ),
        "Date de valeur|Date valeur|Value date",
        (
            "Date|Date d'opération|Date opération|Booking date|Posting date|Date écriture"
            "|Transaction date|Date pièce|Document date"
        ),
    ),
    "amount": (
        (
            "amount|Montant affecté|Montant imputé|Montant lettré|Montant alloué|Allocated amount"
            "|Amount allocated|Applied amount|Amount applied|Allocated|Applied|Affecté|Imputé"
        ),
        (
            "Montant|Amount|Montant réglé|Montant payé|Amount paid|Paid amount|Settled amount"
            "|Montant encaissé|Encaissé|Amount received|Received amount|Value|Valeur|Somme|Crédit"
        ),
    ),
    "payment_total": (
        (
            "payment_total|Montant règlement|Montant du règlement|Total règlement|Payment amount"
            "|Montant total du règlement|Payment total|Total paiement|Montant paiement"
            "|Total payment|Montant du paiement|Total du règlement|Total du paiement"
            "|Receipt amount|Montant total|Total amount|Total"
        ),
    ),
    "currency": CURRENCY,
    "method": (
        (
            "method|Mode de règlement|Mode règlement|Mode de paiement|Mode paiement"
            "|Payment method|Method|Moyen de paiement|Type de règlement|Payment type|Payment mode"
            "|Type de paiement|Mode|Type"
        ),
    ),
    "label": LABEL,
}
_CLIENTS: Final = {
    "client_code": CLIENT_CODE,
    "client_name": CLIENT_NAME,
    "company_code": COMPANY,
    "branch_code": BRANCH,
    "siren": ("siren|N° SIREN|Numéro SIREN|SIREN number",),
    "siret": ("siret|N° SIRET|Numéro SIRET|SIRET number|Code SIRET",),
    "vat_number": (
        (
            "vat_number|N° TVA|TVA intracommunautaire|N° TVA intracommunautaire|TVA intra"
            "|N° TVA intra|VAT number|VAT no|VAT ID|VAT|Tax ID|N° de TVA"
            "|N° de TVA intracommunautaire|Identifiant TVA|VAT registration no"
            "|Code TVA intracommunautaire"
        ),
        "TVA",
    ),
    "address": (
        (
            "address|Adresse|Adresse 1|Rue|Street|Address line 1|Adresse de facturation|Voie"
            "|Billing address|Street address|Address 1"
        ),
    ),
    "postcode": ("postcode|Code postal|CP|Zip|Zip code|Postal code|Post code",),
    "town": ("town|Ville|City|Commune|Localité",),
    "country": ("country|Pays|Code pays|Country code",),
    "language": ("language|Langue|Lang|Code langue|Language code",),
    "currency": CURRENCY,
    "terms": TERMS,
    "profile": (
        (
            "profile|Profil|Catégorie|Category|Segment|Famille|Type client|Client type"
            "|Customer type|Customer group|Groupe client|Famille client|Catégorie client"
            "|Profil de relance"
        ),
    ),
    "rep": (
        (
            "rep|Commercial|Représentant|Vendeur|Salesperson|Sales rep|Sales representative"
            "|Representative|Code commercial|Code représentant|Account manager|VRP|Salesman"
            "|Responsable commercial|Attaché commercial|Chargé d'affaires|Nom commercial"
            "|E-mail commercial"
        ),
    ),
    "collector": (
        (
            "collector|Recouvreur|Chargé de recouvrement|Credit controller|Gestionnaire"
            "|Responsable recouvrement|Gestionnaire crédit|Chargé recouvrement|Collections"
        ),
    ),
    "email": ("email|E-mail|Mail|Courriel|Adresse mail|Adresse e-mail|Email address",),
    "phone": (
        (
            "phone|Téléphone|Tél|Phone number|Telephone|Téléphone 1|N° téléphone|N° de téléphone"
            "|Phone 1"
        ),
        "Mobile|Portable|Mobile phone",
    ),
}
FIELDS: Final = {
    Kind.OPEN_ITEMS: ITEMS,
    Kind.HISTORY: ITEMS,
    Kind.PAYMENTS: _PAYMENTS,
    Kind.CLIENTS: _CLIENTS,
}
"""The fields of each kind with the headers they go by, in the order they choose their column."""

AMOUNT_WAYS: Final = (("residual",), ("amount",), ("debit", "credit"))
REQUIRED: Final = {
    Kind.OPEN_ITEMS: ("client_code", "number", "issued_on"),
    Kind.HISTORY: ("client_code", "number", "issued_on", "settled_on"),
    Kind.PAYMENTS: ("client_code", "paid_on", "amount"),
    Kind.CLIENTS: ("client_code",),
}
DATE_FIELDS: Final = frozenset({"issued_on", "due_on", "settled_on", "paid_on"})
AMOUNT_FIELDS: Final = frozenset({"amount", "residual", "debit", "credit", "paid", "payment_total"})
CODE_FIELDS: Final = frozenset(
    {"client_code", "company_code", "branch_code", "number", "document_number"}
    | {"siren", "siret", "postcode", "phone"}
)
