"""How ledgers name their columns, in French and English and as accounting packages export them.

Written as people write them; `columns.py` compares them without accents, case, punctuation and
small words. Each field has ranks: a header of an earlier rank is preferred without asking, two of
the same rank are a question.
"""

from typing import Final

Ranks = tuple[str, ...]
"""One string a rank, its headers parted by `|`."""

CLIENT_CODE: Final[Ranks] = (
    (
        "client_code|Code client|N° client|Client no|Client number|Client code|Client ID"
        "|ID client|Réf client|Customer ID|Customer code|Customer number|Customer ref|Code tiers"
        "|N° tiers|Compte tiers|Compte client|N° compte client|Compte auxiliaire"
        "|N° compte auxiliaire|Code auxiliaire|CompAuxNum|Customer account"
        "|Customer account number|Debtor number|Debtor code|Debtor ID|Debtor account|Payer ID"
        "|Payer number|Payer|Sold-to|Sold-to party|Kunnr|Partner ref|Partner ID|Code du client"
        "|Code compte tiers|Account code|Matricule client|Code débiteur|N° débiteur|Card code"
    ),
    (
        "Client|Customer|Tiers|Debtor|Débiteur|Auxiliaire|Partner|Partenaire|Identifiant client"
        "|Invoice partner display name|Partner/Name|Contact name"
    ),
    "Compte|Account|Account number|N° compte|CompteNum|Numéro de compte|Account ID",
    "Code|Identifiant|ID|Matricule",
)
CLIENT_NAME: Final[Ranks] = (
    (
        "client_name|Nom client|Nom du client|Client name|Customer name|Name customer"
        "|Raison sociale|Raison sociale client|Nom tiers|Nom du tiers|Intitulé tiers"
        "|Intitulé client|Libellé tiers|Libellé client|Désignation client|Debtor name"
        "|Partner name|Account name|CompAuxLib|Dénomination|Dénomination sociale|Legal name"
        "|Name 1|Nom compte tiers|Nom débiteur|Intitulé du compte|Intitulé compte|Libellé compte"
        "|CompteLib|Customer full name|Card name"
    ),
    (
        "Contact name|Invoice partner display name|Client|Customer|Tiers|Debtor|Débiteur|Partner"
        "|Partenaire|Nom|Name|Intitulé|Nom complet"
    ),
    "Company name|Société|Company|Entreprise",
)
COMPANY: Final[Ranks] = (
    (
        "company_code|Code société|Company code|Business code|Bukrs|Code entité|Legal entity"
        "|Entité juridique|Code dossier|Our company"
    ),
    "Société|Company|Entité|Entity|Dossier|Filiale|Company ID",
)
BRANCH: Final[Ranks] = (
    (
        "branch_code|Code agence|Branch code|Code établissement|Code site|Code dépôt|Branch ID"
        "|Code magasin|Site code"
    ),
    (
        "Agence|Branch|Établissement|Site|Dépôt|Agency|Office|Magasin|Point de vente|Sales office"
        "|Vkbur|Succursale"
    ),
)
_NUMBER: Final[Ranks] = (
    (
        "number|N° facture|Facture n°|Numéro de facture|Invoice number|Invoice no|Invoice ID"
        "|N° pièce|Pièce n°|Numéro de pièce|N° document|Document n°|Document number|Document no"
        "|Doc no|Doc ID|Document ID|Doc num|Numéro de document|Belnr|Bill number|Voucher number"
        "|Transaction number|N° pièce comptable|N° de la facture|Invoice reference|Réf facture"
        "|Référence facture|Réf document|Référence pièce|Réf pièce|PieceRef|Document reference"
        "|Invoice/Bill number|Transaction ID|Accounting document|Billing document"
    ),
    "Facture|Invoice|Pièce|Document|Bill|Voucher|Belege|Pièce comptable",
    "Numéro|N°|Number|Référence|Reference|Ref",
    "ID|Move|Name",
)
_ISSUED: Final[Ranks] = (
    (
        "issued_on|Date facture|Date de facture|Date de la facture|Invoice date|Invoice/Bill date"
        "|Date invoice|Date d'émission|Date émission|Issue date|Issued on|Date issued"
        "|Date de facturation|Date facturation|Bill date|Billing date|Émise le|Facturé le"
        "|Date of issue|Invoice dt"
    ),
    (
        "Date document|Date du document|Document date|Doc date|Date pièce|Date de pièce|PieceDate"
        "|Bldat|Date doc"
    ),
    (
        "Posting date|Date écriture|Date d'écriture|EcritureDate|Date comptable|Budat|Entry date"
        "|Date de comptabilisation|Accounting date|Transaction date|Date opération|Booking date"
    ),
    "Date|Émission|Jour|Document create date|Create date|Date création|Date de création",
)
_DUE: Final[Ranks] = (
    (
        "due_on|Date échéance|Date d'échéance|Échéance|Due date|Date due|Due on|Due in date"
        "|Due dt|Net due date|Maturity date|Date maturity|Invoice date due|Payment due date"
        "|Échéance le|Date limite de paiement|Date limite paiement|Date limite de règlement"
        "|Date d'exigibilité|À payer le|À payer avant|À régler le|Date échéance facture"
        "|EcheanceDate|DateEch|Net due|Pay by|Payable on"
    ),
    "Due|Maturity|Exigible le|Éch",
)
_AMOUNT: Final[Ranks] = (
    (
        "amount|Montant TTC|Montant facture|Montant de la facture|Montant facture TTC"
        "|Invoice amount|Total TTC|TTC|Gross amount|Document amount|Montant document"
        "|Montant pièce|Montant initial|Montant d'origine|Original amount|Invoice total"
        "|Amount total|Total amount|Total facture|Amount incl. VAT|Amount including VAT"
        "|Total incl. VAT|Montant total|Montant total TTC|Invoice value|Total invoice amount"
        "|Net amount due|Original invoice amount"
    ),
    (
        "Montant|Amount|Total|Total signed|Total in currency|Total in currency signed|Valeur"
        "|Value|Converted|Amount in document currency|Wrbtr|Mt TTC|Amount in local currency|Dmbtr"
        "|Amount in doc. curr.|Total open amount|Somme|Sum"
    ),
    "Amount in currency|Amount in transaction currency|Montant en devise|Montant devise",
)
_RESIDUAL: Final[Ranks] = (
    (
        "residual|Reste dû|Reste à payer|Reste à régler|Reste|Restant dû|Montant restant"
        "|Montant restant dû|Solde dû|Solde ouvert|Montant dû|Montant ouvert|Open amount"
        "|Outstanding|Outstanding amount|Amount outstanding|Amount due|Amount due signed"
        "|Balance due|Remaining amount|Amount remaining|Open balance|Amount residual"
        "|Residual amount|Encours|Encours TTC|Unpaid amount|Amount unpaid|Montant impayé|Impayé"
        "|Non réglé|Montant non réglé|Remaining|Due amount|Current balance|Montant à payer"
        "|Solde restant|Solde restant dû|Solde facture|Open value|Amount open|Remaining balance"
    ),
    "Solde|Balance|Net à payer|Solde TTC",
)
_DEBIT: Final[Ranks] = ("debit|Débit|Montant débit|Debit amount|Montant au débit|Solde débiteur",)
_CREDIT: Final[Ranks] = (
    "credit|Crédit|Montant crédit|Credit amount|Montant au crédit|Solde créditeur",
)
_PAID: Final[Ranks] = (
    (
        "paid|Déjà réglé|Montant réglé|Réglé|Montant payé|Payé|Amount paid|Paid amount|Paid"
        "|Déjà payé|Acompte versé|Total réglé|Encaissé|Montant encaissé"
    ),
)
_SIDE: Final[Ranks] = (
    "side|Sens|D/C|DC|Débit/Crédit|Debit/Credit|Debit/Credit indicator|Shkzg|Dr/Cr",
)
_KIND: Final[Ranks] = (
    (
        "kind|Type de pièce|Type pièce|Type de document|Type document|Document type|Doc type"
        "|Type doc|Type de facture|Type facture|Invoice type|Nature pièce|Nature de pièce"
        "|Transaction type|Blart|Type d'écriture|Move type|Nature du document"
    ),
    "Type|Nature|Kind",
)
CURRENCY: Final[Ranks] = (
    (
        "currency|Devise|Code devise|Currency|Currency code|Invoice currency|Document currency"
        "|Waers|Devise facture|Devise document|Monnaie|Local currency|Ccy|Curr|Currency ID|Idevise"
        "|Devise de facturation"
    ),
)
TERMS: Final[Ranks] = (
    (
        "terms|Conditions de paiement|Condition de paiement|Conditions de règlement|Terms"
        "|Condition de règlement|Payment terms|Payment term|Customer payment terms"
        "|Cust payment terms|Modalités|Modalités de règlement|Délai de paiement"
        "|Délai de règlement|Zterm|Terms of payment|Code condition|Code règlement"
        "|Modalité de paiement"
    ),
)
LABEL: Final[Ranks] = (
    "label|Libellé|Libellé écriture|EcritureLib|Label|Description|Désignation|Objet|Item text",
    "Texte|Text|Memo|Commentaire|Comment|Narration|Détail|Remarque|Notes",
)
_SETTLED: Final[Ranks] = (
    (
        "settled_on|Date de règlement|Date règlement|Date de paiement|Date paiement|Settled date"
        "|Settlement date|Settled on|Paid date|Payment date|Date paid|Paid on|Clear date"
        "|Clearing date|Augdt|Réglée le|Réglé le|Payée le|Payé le|Date d'encaissement"
        "|Date encaissement|Closed date|Close date|Date solde|Soldée le|Cleared date|Cleared on"
        "|Date closed|Date of payment"
    ),
    "Date de lettrage|Date lettrage|DateLet|Date rglt|DateRglt",
)
_DISPUTED: Final[Ranks] = ("disputed|Litige|En litige|Disputed|Dispute|Contesté|Contested",)

ITEMS: Final = {
    "client_code": CLIENT_CODE,
    "client_name": CLIENT_NAME,
    "company_code": COMPANY,
    "branch_code": BRANCH,
    "number": _NUMBER,
    "issued_on": _ISSUED,
    "due_on": _DUE,
    "amount": _AMOUNT,
    "residual": _RESIDUAL,
    "debit": _DEBIT,
    "credit": _CREDIT,
    "paid": _PAID,
    "side": _SIDE,
    "kind": _KIND,
    "currency": CURRENCY,
    "terms": TERMS,
    "label": LABEL,
    "settled_on": _SETTLED,
    "disputed": _DISPUTED,
}
