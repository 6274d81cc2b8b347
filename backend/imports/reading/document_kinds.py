"""What a ledger's own words and signs say a line is."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Final

from backend.imports.reading.rows import ItemKind

_WORDS: Final = {
    ItemKind.INVOICE: (
        "facture factures fac fact fa fc ft f invoice invoices inv in i rv dr ri 380 fv vente sale"
        " sales bill doit outinvoice"
    ),
    ItemKind.CREDIT_NOTE: (
        "avoir avoirs av avo a creditnote creditnotes creditmemo creditmemos cn cm crn dg 381"
        " notedecredit outrefund refund factureavoir facturedavoir notecredit"
    ),
    ItemKind.DEPOSIT: (
        "acompte acomptes ac deposit deposits prepayment downpayment advance avance dep 386"
        " factureacompte facturedacompte arrhes"
    ),
    ItemKind.PAYMENT: (
        "reglement reglements rgt regl reg rg paiement paiements pmt pay payment payments receipt"
        " receipts encaissement dz virement cheque vir chq cash"
    ),
    ItemKind.OPENING_ITEM: (
        "anouveau anouveaux an ran opening openingitem openingbalance report reportanouveau"
        " soldeinitial ouverture ob"
    ),
    ItemKind.ADJUSTMENT: (
        "od adjustment adjustments ajustement ajustements ecart ecarts ab sa journal journalentry"
        " regularisation operationdiverse operationsdiverses adj debitnote notededebit jv misc"
    ),
}
_KIND_OF: Final = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_OWN: Final = {kind.value.replace("_", ""): kind for kind in ItemKind}
_CREDIT_SIDES: Final = frozenset({"c", "cr", "credit", "h", "crediteur", "-1", "-"})
_DEBIT_SIDES: Final = frozenset({"d", "dr", "db", "debit", "s", "debiteur", "1", "+1", "+"})
_CREDITS: Final = frozenset({ItemKind.CREDIT_NOTE, ItemKind.DEPOSIT})


@lru_cache(maxsize=1_000)
def kind_of(word: str | None) -> ItemKind | None:
    """The kind a type column names; None where blank or a word we do not know."""
    if not word:
        return None
    squeezed = re.sub(r"[^a-z0-9]", "", _plain(word))
    return _OWN.get(squeezed) or _KIND_OF.get(squeezed)


@lru_cache(maxsize=1_000)
def is_credit_side(word: str | None) -> bool | None:
    """Whether a D/C column says credit; None where it says neither."""
    plain = _plain(word or "").strip(" .")
    return True if plain in _CREDIT_SIDES else False if plain in _DEBIT_SIDES else None


def settle_kind(kind: ItemKind | None, amount: Decimal) -> tuple[ItemKind, Decimal]:
    """The document's kind and its effect on what the client owes.

    A credit note or a deposit lowers it however its amount is signed; a payment on account in a
    list of open items is a deposit; without a type, below zero is a credit note.
    """
    if kind is ItemKind.PAYMENT:
        kind = ItemKind.DEPOSIT
    if kind in _CREDITS:
        return kind, -abs(amount)
    if kind in {None, ItemKind.INVOICE}:
        return (ItemKind.CREDIT_NOTE if amount < 0 else ItemKind.INVOICE), amount
    return kind or ItemKind.INVOICE, amount


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower().strip()
