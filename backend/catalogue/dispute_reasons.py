"""Why clients dispute, in a sentence, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backend.settings import Language

REASONS: Final[Mapping[Language, Mapping[str, str]]] = {
    "fr": {
        "price": "prix",
        "discount": "remise",
        "vat": "TVA",
        "total": "total faux",
        "quantity": "quantité",
        "item": "article",
        "quality": "qualité",
        "delivery": "livraison",
        "order_reference": "N° de commande absent",
        "contract": "contrat",
        "duplicate": "doublon",
        "address": "adresse",
        "not_received": "facture non reçue",
        "documents": "pièces manquantes",
        "bank_details": "coordonnées bancaires",
        "other": "autre motif",
        "warranty": "garantie, SAV",
        "commercial_gesture": "geste commercial",
        "cash_trouble": "trésorerie",
        "insolvency": "procédure collective",
        "post": "courrier",
        "credit_note_awaited": "avoir attendu",
        "internal_error": "erreur interne",
    },
    "en": {
        "price": "price",
        "discount": "discount",
        "vat": "VAT",
        "total": "wrong total",
        "quantity": "quantity",
        "item": "item",
        "quality": "quality",
        "delivery": "delivery",
        "order_reference": "order number missing",
        "contract": "contract",
        "duplicate": "duplicate",
        "address": "address",
        "not_received": "invoice not received",
        "documents": "documents missing",
        "bank_details": "bank details",
        "other": "other reason",
        "warranty": "warranty, after-sales",
        "commercial_gesture": "commercial gesture",
        "cash_trouble": "cash trouble",
        "insolvency": "insolvency",
        "post": "post",
        "credit_note_awaited": "credit note awaited",
        "internal_error": "internal error",
    },
}
