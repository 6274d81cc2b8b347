"""The noes about threads, in French, and how a thread tells what happened, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backend.settings import Language

FRENCH = {
    "not-your-comment": "Seul son auteur modifie un commentaire.",
    "edit-too-late": (
        "Un commentaire se modifie pendant {minutes} minutes. Écrivez-en un nouveau."
    ),
    "wording-not-factual": (
        "Ceci dit d’une personne ce qui n’est pas un fait de commerce. Dites ce qui s’est passé,"
        " ou pourquoi cela doit rester ainsi."
    ),
    "no-such-comment": "Ce commentaire n’est pas de ce client.",
    "not-mentionable": "Seules les personnes qui voient ce client peuvent être citées ici.",
}

# By kind, and by kind and state: the kind alone is told where nobody knows the state any more.
EVENTS: Final[Mapping[str, Mapping[Language, str]]] = {
    "promise-taken": {
        "fr": "Promesse de {amount} pour le {day}",
        "en": "Promise of {amount} for {day}",
    },
    "promise-rescheduled": {
        "fr": "Promesse reportée : {amount} pour le {day}",
        "en": "Promise put off: {amount} for {day}",
    },
    "promise-withdrawn": {
        "fr": "Promesse de {amount} retirée",
        "en": "Promise of {amount} withdrawn",
    },
    "promise-judged": {"fr": "Promesse jugée", "en": "Promise judged"},
    "promise-judged open": {
        "fr": "Promesse de {amount} de nouveau ouverte",
        "en": "Promise of {amount} open again",
    },
    "promise-judged kept": {"fr": "Promesse tenue : {amount}", "en": "Promise kept: {amount}"},
    "promise-judged partly_kept": {
        "fr": "Promesse de {amount} tenue en partie",
        "en": "Promise of {amount} partly kept",
    },
    "promise-judged broken": {
        "fr": "Promesse de {amount} non tenue",
        "en": "Promise of {amount} broken",
    },
    "promise-judged kept_late": {
        "fr": "Promesse de {amount} tenue en retard",
        "en": "Promise of {amount} kept late",
    },
    "plan-proposed": {"fr": "Échéancier proposé{about}", "en": "Payment plan proposed{about}"},
    "plan-accepted": {"fr": "Échéancier accepté{about}", "en": "Payment plan accepted{about}"},
    "plan-active": {"fr": "Échéancier en cours{about}", "en": "Payment plan under way{about}"},
    "plan-completed": {"fr": "Échéancier soldé{about}", "en": "Payment plan completed{about}"},
    "plan-broken": {"fr": "Échéancier non tenu{about}", "en": "Payment plan broken{about}"},
    "plan-cancelled": {"fr": "Échéancier annulé{about}", "en": "Payment plan cancelled{about}"},
    "dispute-opened": {"fr": "Litige ouvert{about}", "en": "Dispute opened{about}"},
    "dispute-assigned": {
        "fr": "Litige confié{given}{about}",
        "en": "Dispute given{given}{about}",
    },
    "dispute-answered": {"fr": "Réponse au litige{about}", "en": "Dispute answered{about}"},
    "dispute-commented": {"fr": "Échange sur le litige{about}", "en": "Said of the dispute{about}"},
    "dispute-resolved": {"fr": "Litige tranché", "en": "Dispute decided"},
    "dispute-resolved accepted": {
        "fr": "Litige accepté{about}",
        "en": "Dispute accepted{about}",
    },
    "dispute-resolved partly_accepted": {
        "fr": "Litige accepté en partie{about}",
        "en": "Dispute partly accepted{about}",
    },
    "dispute-resolved rejected": {
        "fr": "Litige rejeté{about}",
        "en": "Dispute rejected{about}",
    },
    "dispute-closed": {"fr": "Litige clos{about}", "en": "Dispute closed{about}"},
    "dispute-reopened": {"fr": "Litige rouvert{about}", "en": "Dispute reopened{about}"},
    "visit-reported": {"fr": "Visite faite", "en": "Visited"},
    "visit-reported satisfied": {
        "fr": "Visite faite : client satisfait",
        "en": "Visited: the client is satisfied",
    },
    "visit-reported annoyed": {
        "fr": "Visite faite : client mécontent",
        "en": "Visited: the client is annoyed",
    },
    "visit-reported avoiding": {
        "fr": "Visite faite : le client se dérobe",
        "en": "Visited: the client avoids us",
    },
    "document-settled": {"fr": "Règlement imputé{about}", "en": "Payment applied{about}"},
    "settlement-released": {
        "fr": "Règlement détaché{about}",
        "en": "Payment taken off{about}",
    },
    "ledger-imported": {
        "fr": (
            "Comptes chargés : {added} {added:pièce ajoutée|pièces ajoutées},"
            " {changed} {changed:modifiée|modifiées}, {closed} {closed:soldée|soldées}"
        ),
        "en": "Ledger loaded: {added} added, {changed} changed, {closed} settled",
    },
    "import-undone": {"fr": "Chargement annulé", "en": "Load undone"},
    "client-merged": {
        "fr": "Client {code} fusionné dans {into}",
        "en": "Client {code} merged into {into}",
    },
    "client-unmerged": {"fr": "Client {code} séparé", "en": "Client {code} stands alone again"},
    "client-assigned": {"fr": "Client confié : {to}", "en": "Client assigned: {to}"},
}

ASSIGNED: Final[Mapping[Language, Mapping[str, str]]] = {
    "fr": {"branch": "agence", "rep": "commercial", "collector": "recouvrement"},
    "en": {"branch": "branch", "rep": "sales rep", "collector": "collector"},
}
NOBODY: Final[Mapping[Language, str]] = {"fr": "personne", "en": "nobody"}
ABOUT: Final[Mapping[Language, str]] = {"fr": " : {parts}", "en": ": {parts}"}
GIVEN: Final[Mapping[Language, str]] = {"fr": " à {name}", "en": " to {name}"}
