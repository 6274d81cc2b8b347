"""French sentences about what was entered on a device."""

from typing import Final

from mobile.strings import catalogue_entries as c
from mobile.strings.phrase import Phrase, Plural

ENTRIES: Final = c.Entries(
    title="Saisies",
    waiting=Plural("{n} saisie en attente", "{n} saisies en attente"),
    review=Plural("{n} saisie à revoir", "{n} saisies à revoir"),
    none="Tout est parti",
    none_way="Ce que vous saisissez sans réseau attend ici, et part tout seul.",
    nothing_kept="Rien n'est gardé ici",
    nothing_kept_way="Cette fenêtre envoie chaque saisie tout de suite."
    " Installez l'application pour saisir sans réseau.",
    elsewhere="Ouvertes dans une autre fenêtre",
    elsewhere_way="Une autre fenêtre de cet appareil tient les saisies."
    " Fermez-la pour les voir ici.",
    failed="Les saisies de cet appareil ne s'ouvrent pas",
    kept="Enregistré sur cet appareil – part dès que le réseau revient",
    kept_again="La saisie repart",
    pending="À envoyer",
    mark=Phrase("{what} · {state}"),
    standings={
        "saved": "Enregistré",
        "sending": "Envoi",
        "sent": "Envoyé",
        "held": "Retenu",
        "review": "À revoir",
    },
    kinds={
        "post-comment": "Commentaire",
        "edit-comment": "Commentaire modifié",
        "take-promise": "Promesse",
        "reschedule-promise": "Promesse reportée",
        "withdraw-promise": "Retrait d'une promesse",
        "propose-plan": "Échéancier proposé",
        "accept-plan": "Accord sur un échéancier",
        "cancel-plan": "Fin d'un échéancier",
        "open-dispute": "Litige",
        "add-dispute-entry": "Réponse à un litige",
        "assign-dispute": "Litige confié",
        "resolve-dispute": "Décision sur un litige",
        "close-dispute": "Clôture d'un litige",
        "reopen-dispute": "Réouverture d'un litige",
        "plan-visit": "Visite prévue",
        "move-visit": "Visite déplacée",
        "remove-visit": "Visite retirée",
        "report-visit": "Compte rendu de visite",
        "add-contact": "Nouveau contact",
    },
    unknown_kind="Saisie",
    client_unknown="Client hors de votre périmètre",
    said_at=Phrase("Saisi {when}"),
    by=Phrase("Dit par {who}"),
    for_day=Phrase("pour le {day}"),
    of_invoices=Plural("{n} facture", "{n} factures"),
    instalments=Plural("{n} échéance", "{n} échéances"),
    on_the=Phrase("le {day}"),
    files=Plural("{n} fichier", "{n} fichiers"),
    held_why="Attend que la saisie à revoir dont elle dépend soit réglée.",
    reasons={
        "file-lost": "Cet appareil a perdu un fichier de cette saisie."
        " Modifiez-la ou abandonnez-la.",
        "unknown-kind": "Cette version de l'application ne sait pas envoyer cette saisie."
        " Mettez-la à jour.",
    },
    modify="Modifier",
    again="Renvoyer",
    discard="Abandonner",
    discard_title="Abandonner cette saisie ?",
    discard_ask="Elle n'est pas partie, et n'existe que sur cet appareil. Personne ne pourra la"
    " retrouver.",
    discard_yes="Abandonner la saisie",
    discard_keep="La garder",
    send_now="Envoyer maintenant",
    discarded="Saisie abandonnée",
    leave_title="Se déconnecter ?",
    leave_ask=Plural(
        "{n} saisie n'est pas partie. Elle reste sur cet appareil, verrouillée, jusqu'à ce que vous"
        " vous reconnectiez.",
        "{n} saisies ne sont pas parties. Elles restent sur cet appareil, verrouillées, jusqu'à ce"
        " que vous vous reconnectiez.",
    ),
    leave_first="Envoyer d'abord",
    leave_anyway="Se déconnecter quand même",
)
REFUSALS: Final = c.Refusals(
    not_kept="Cet appareil n'a pas pu l'enregistrer : sa mémoire est pleine ou refusée.",
    full="Trop de saisies et de photos attendent déjà sur cet appareil (200 Mo)."
    " Envoyez-les d'abord.",
    file_too_large=Phrase("{name} dépasse 15 Mo."),
    too_many_files=Plural(
        "{n} fichier au plus avec une saisie.", "{n} fichiers au plus avec une saisie."
    ),
    already_entered="C'est déjà enregistré sur cet appareil tel que saisi la première fois.",
    may_have_arrived="Cette saisie est en route, et peut-être déjà arrivée."
    " Elle ne se change plus avant que le serveur ait répondu.",
    somebody_else="Quelqu'un d'autre est connecté sur cet appareil.",
)
