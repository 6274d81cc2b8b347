"""Kinds of problems, and what any request may meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backend.settings import Language

TITLES: dict[int, dict[Language, str]] = {
    400: {"en": "Not understood", "fr": "Demande incompréhensible"},
    401: {"en": "Not signed in", "fr": "Non connecté"},
    403: {"en": "Not allowed", "fr": "Non autorisé"},
    404: {"en": "Not found", "fr": "Introuvable"},
    405: {"en": "Method not allowed", "fr": "Méthode non permise"},
    409: {"en": "Not possible now", "fr": "Impossible dans cet état"},
    413: {"en": "Too large", "fr": "Trop volumineux"},
    415: {"en": "Not JSON", "fr": "Format non pris en charge"},
    422: {"en": "Cannot be accepted", "fr": "Données refusées"},
    429: {"en": "Too many attempts", "fr": "Trop de tentatives"},
    500: {"en": "Server error", "fr": "Erreur du serveur"},
    503: {"en": "Not available", "fr": "Indisponible"},
}

FRENCH = {
    "bad-cursor": "Ce repère de page n’appartient pas à cette liste.",
    "bad-parameter": "Un paramètre de l’adresse ne convient pas.",
    "body-missing": "La demande doit porter un corps JSON.",
    "database-unavailable": "La base de données ne répond pas. Réessayez dans un instant.",
    "internal-error": (
        "Une erreur s’est produite sur le serveur. Donnez le numéro de la demande à "
        "l’administrateur."
    ),
    "malformed-json": "Le corps de la demande n’est pas du JSON valide.",
    "method-not-allowed": "Cette adresse n’accepte pas la méthode {method}.",
    "not-found": "Introuvable.",
    "not-json": "Le corps de la demande doit être de type application/json.",
    "payload-invalid": "Certains champs ne conviennent pas.",
    "request-refused": "La demande a été refusée.",
    "too-large": "La demande est trop volumineuse.",
    "try-again": "D’autres modifications étaient en cours. Réessayez.",
    "id-not-uuid7": "Un identifiant doit être un UUID de version 7.",
    "id-out-of-time": "L’identifiant est daté d’après l’an 9999.",
}

FIELD_SENTENCES: dict[str, tuple[str, str, str]] = {
    # pydantic's error type: our code, English, French
    "missing": ("missing", "This field is required.", "Ce champ est obligatoire."),
    "extra_forbidden": ("unknown-field", "No such field.", "Ce champ n’existe pas."),
    "string_too_long": (
        "too-long",
        "At most {max_length} characters.",
        "Au plus {max_length} caractères.",
    ),
    "string_too_short": (
        "too-short",
        "At least {min_length} characters.",
        "Au moins {min_length} caractères.",
    ),
    "too_long": ("too-long", "At most {max_length}.", "Au plus {max_length}."),
    "too_short": ("too-short", "At least {min_length}.", "Au moins {min_length}."),
    "string_pattern_mismatch": (
        "bad-format",
        "This is not written as it should be.",
        "Ce texte n’a pas la forme attendue.",
    ),
    "string_type": ("not-text", "Text is expected.", "Un texte est attendu."),
    "bool_type": ("not-boolean", "True or false is expected.", "Vrai ou faux est attendu."),
    "int_type": ("not-integer", "A whole number is expected.", "Un nombre entier est attendu."),
    "literal_error": (
        "not-a-choice",
        "One of {expected} is expected.",
        "Une de ces valeurs est attendue : {expected}.",
    ),
    "uuid_parsing": ("not-an-id", "An id is expected.", "Un identifiant est attendu."),
    "uuid_type": ("not-an-id", "An id is expected.", "Un identifiant est attendu."),
    "date_from_datetime_parsing": ("not-a-date", "A date is expected.", "Une date est attendue."),
    "date_parsing": ("not-a-date", "A date is expected.", "Une date est attendue."),
    "greater_than_equal": ("too-small", "At least {ge}.", "Au moins {ge}."),
    "less_than_equal": ("too-large", "At most {le}.", "Au plus {le}."),
    "value_error": (
        "bad-value",
        "This value cannot be read; an amount is text, as “12.50”.",
        "Cette valeur est illisible ; un montant est un texte, comme « 12.50 ».",
    ),
    "decimal_max_places": (
        "too-precise",
        "At most {decimal_places} decimals.",
        "Au plus {decimal_places} décimales.",
    ),
    "model_type": ("not-an-object", "An object is expected.", "Un objet est attendu."),
    "model_attributes_type": ("not-an-object", "An object is expected.", "Un objet est attendu."),
    "list_type": ("not-a-list", "A list is expected.", "Une liste est attendue."),
}
ANY_FIELD = ("invalid", "This value does not fit.", "Cette valeur ne convient pas.")


def field_sentence(kind: str, facts: dict[str, object], language: Language) -> tuple[str, str]:
    """Our code and the sentence for one of pydantic's error types."""
    code, english, french = FIELD_SENTENCES.get(kind, ANY_FIELD)
    return code, (french if language == "fr" else english).format_map(facts)
