"""What the `encours` command says: by code, the English sentence, then the French.

In the language of the deployment (`ENCOURS_LANGUAGE`) where it speaks of people and ledgers. What
it says of the machine (`database`, `check`, logs) is English, and so is `--help`, like the names of
the options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.catalogue import filled

if TYPE_CHECKING:
    from backend.settings import Language

SENTENCES: dict[str, tuple[str, str]] = {
    # Imports
    "line-refused": ("line {line}: {reason}", "ligne {line} : {reason}"),
    "warning": ("warning: {warning}", "attention : {warning}"),
    "nothing-applied": ("Nothing was applied.", "Rien n’a été appliqué."),
    "applied": (
        "Applied: {added} added, {changed} changed, {closed} closed.",
        (
            "Appliqué : {added} {added:ajout|ajouts}, {changed}"
            " {changed:modification|modifications}, {closed} {closed:soldée|soldées}."
        ),
    ),
    "would-apply": (
        "Would apply: {added} added, {changed} changed, {closed} closed.",
        (
            "Serait appliqué : {added} {added:ajout|ajouts}, {changed}"
            " {changed:modification|modifications}, {closed} {closed:soldée|soldées}."
        ),
    ),
    "control-total": (
        "Control total: {amount} {currency}",
        "Total de contrôle : {amount} {currency}",
    ),
    "control-total-of": (
        "Control total {account} {label}: {amount} {currency}",
        "Total de contrôle {account} {label} : {amount} {currency}",
    ),
    "control-total-apart": (
        "Control total {account} {label}: {amount} {currency} (no part of the outstanding)",
        "Total de contrôle {account} {label} : {amount} {currency} (hors encours)",
    ),
    "matches-shown": (
        (
            "{count} {count:match|matches} proposed, {amount} {currency}: only shown:"
            " --accept-matches applies them."
        ),
        (
            "{count} {count:rapprochement proposé|rapprochements proposés}, {amount} {currency} :"
            " seulement montrés ; --accept-matches les applique."
        ),
    ),
    "matches-applied": (
        "{count} {count:match|matches} proposed, {amount} {currency}: applied.",
        (
            "{count} {count:rapprochement proposé|rapprochements proposés}, {amount} {currency} :"
            " appliqués."
        ),
    ),
    "matches-would-be-applied": (
        "{count} {count:match|matches} proposed, {amount} {currency}: would be applied.",
        (
            "{count} {count:rapprochement proposé|rapprochements proposés}, {amount} {currency} :"
            " seraient appliqués."
        ),
    ),
    "match-by-reference": (
        "  {client}: {debit} of {debit_on} by {credit} of {credit_on}, {amount} (one reference)",
        "  {client} : {debit} du {debit_on} par {credit} du {credit_on}, {amount} (même référence)",
    ),
    "match-by-amount": (
        "  {client}: {debit} of {debit_on} by {credit} of {credit_on}, {amount} (one amount)",
        "  {client} : {debit} du {debit_on} par {credit} du {credit_on}, {amount} (même montant)",
    ),
    "and-more": ("  and {count} more", "  et {count} de plus"),
    "settle-with": (
        "{question} Settle it with {option}{choices}.",
        "{question} Tranchez avec {option}{choices}.",
    ),
    "undone": ("Undone: {kind} {file}.", "Annulé : {kind} {file}."),
    # Promises
    "day-closed": (
        "{day} is closed: {count} {count:judgement|judgements}.",
        "Le {day} est clos : {count} {count:jugement|jugements}.",
    ),
    "promises-unknown": (
        "{count} {count:promise stays|promises stay} open: no cash data from which to judge.",
        "{count} {count:promesse reste ouverte|promesses restent ouvertes} : trésorerie inconnue.",
    ),
    "plans-moved": (
        "{count} payment {count:plan has|plans have} moved on.",
        "{count} {count:échéancier a changé|échéanciers ont changé} d’état.",
    ),
    "source-active": ("waited for", "attendue"),
    "source-retired": ("waited for no more", "plus attendue"),
    "source-is": ("Cash source {name}: {state}.", "Source {name} : {state}."),
    # People
    "person-added": (
        "Added {name} <{email}>, {role}, who sees {scope}.",
        "Ajout de {name} <{email}>, {role}, qui voit {scope}.",
    ),
    "person-sees": ("{name} sees {scope}.", "{name} voit {scope}."),
    "person-is": ("{name} is {state}.", "{name} : {state}."),
    "disabled": ("disabled", "accès fermé"),
    "active": ("active", "accès ouvert"),
    "invited": ("invited", "invitation envoyée"),
    "every-client": ("every client", "tous les clients"),
    "own-portfolio": ("their own portfolio", "son portefeuille"),
    "no-client": ("no client", "aucun client"),
    "handed-over": (
        "{new} has taken over {clients} {clients:client|clients} from {old}.",
        "{new} a repris {clients} {clients:client|clients} de {old}.",
    ),
    "link-until": (
        "Their link, good once until {until}:",
        "Son lien, valable une fois jusqu’au {until} :",
    ),
    "link-mailed": ("It was mailed to {email}.", "Il a été envoyé à {email}."),
    "link-not-mailed": (
        "It could not be mailed. {problem}",
        "Il n’a pas pu être envoyé. {problem}",
    ),
    # The demo company
    "demo-preparing": (
        "Preparing the demo company…",
        "Préparation de la société de démonstration…",
    ),
    "demo-elsewhere": (
        (
            "The data folder {data} holds a ledger that is not the demo's: choose another with"
            " DATA= or --data."
        ),
        (
            "Le dossier {data} contient un registre qui n’est pas celui de la démonstration :"
            " choisissez-en un autre avec DATA= ou --data."
        ),
    ),
    "demo-sign-in-as": ("Sign in as:", "Identifiants :"),
    "demo-address": (
        "Encours: {url}/    API: {url}/api/docs    (Ctrl-C stops it)",
        "Encours : {url}/    API : {url}/api/docs    (Ctrl-C l’arrête)",
    ),
    "demo-scan": ("On a phone of this network, scan:", "Sur un téléphone de ce réseau, scannez :"),
    "demo-open": (
        "Whoever reaches this port can sign in as anybody above: made-up data only.",
        (
            "Qui atteint ce port peut se connecter sous chacun de ces noms : données inventées"
            " seulement."
        ),
    ),
}


def said(language: Language, code: str, **facts: object) -> str:
    """The sentence of that code; raises `KeyError` for one that is not here."""
    english, french = SENTENCES[code]
    return filled(french if language == "fr" else english, facts, language)
