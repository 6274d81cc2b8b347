"""Payment plans, in French."""

from __future__ import annotations

from mobile.strings import catalogue_plans as c
from mobile.strings.phrase import Phrase, Plural

PLANS = c.Plans(
    action="Proposer un échéancier",
    title="Proposer un échéancier",
    save="Proposer l'échéancier",
    total="Montant à étaler",
    parts="En combien de fois ?",
    times=Phrase("{n} fois"),
    parts_other="Autre",
    parts_typed="Nombre d'échéances",
    rhythm="Tous les combien ?",
    rhythms={
        "weekly": "Chaque semaine",
        "fortnightly": "Tous les 15 jours",
        "monthly": "Chaque mois",
    },
    first="Première échéance",
    preview="Ce qui sera proposé",
    preview_way="Choisissez le jour de la première échéance.",
    troubles={
        "nothing-ticked": "Cochez au moins une facture.",
        "parts-malformed": "Écrivez un nombre de 2 à 60.",
        "parts-too-many": "Le montant est trop petit pour autant d'échéances.",
        "no-day": "Choisissez le jour de la première échéance.",
        "day-malformed": "Écrivez le jour ainsi : 15/12/2026.",
        "too-long": "C'est trop long.",
    },
    sent=Plural(
        "Échéancier proposé : {amount} en {n} échéance",
        "Échéancier proposé : {amount} en {n} échéances",
    ),
    to_review="À revoir",
    not_sent="Pas envoyé",
    kept="Ce que vous avez saisi est gardé ici.",
    taken_already="C'est déjà enregistré tel qu'envoyé la première fois. Si vous réessayez, ce sera"
    " fait une seconde fois.",
    paid=Phrase("{paid} sur {parts} payées"),
    missed=Plural("{n} manquée", "{n} manquées"),
    proposed_by=Phrase("Proposé par {who}, le {day}"),
    accepted_by=Phrase("Accord noté par {who}, le {day}"),
    note=Phrase("« {note} »"),
    accept="Accord du client",
    accept_title="Accord du client",
    accept_way=Phrase(
        "Les échéances deviennent des promesses, pour {amount} en tout. Un accord se prouve : dites"
        " comment, ou joignez le document signé."
    ),
    accept_save="Enregistrer l'accord",
    accepted="Accord enregistré",
    proof="Comment l'accord a été donné",
    withdraw="Retirer",
    withdraw_title="Retirer l'échéancier",
    cancel="Annuler",
    cancel_title="Annuler l'échéancier",
    cancel_way=Phrase(
        "Ses échéances à venir ne seront plus attendues, et {amount} redeviennent dus comme avant."
        " Il reste dans l'historique, avec votre motif."
    ),
    why="Motif",
    cancelled="Échéancier arrêté",
    missing={
        "proof": "Dites comment l'accord a été donné, ou joignez le document.",
        "why": "Dites pourquoi.",
        "too-long": "C'est trop long.",
        "failed-file": "Retirez le fichier refusé, ou réessayez.",
    },
)
