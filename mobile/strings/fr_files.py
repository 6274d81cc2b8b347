"""French sentences about photos and papers."""

from typing import Final

from mobile.strings import catalogue_files as c
from mobile.strings.phrase import Phrase

FILES: Final = c.Files(
    add_photo="Photo",
    add_file="Fichier",
    remove="Retirer",
    waiting="en attente",
    sending="envoi en cours",
    sent="envoyé",
    held="joint",
    refusals={
        "too-large": "Ce fichier dépasse 15 Mo.",
        "empty": "Ce fichier est vide.",
        "gone": "Il attendait depuis plus d'un jour et n'est plus là : ajoutez-le à nouveau.",
        "too-many": "Vingt fichiers au plus avec une saisie.",
    },
    take_away="Télécharger",
    paper_way="Ce fichier s'ouvre une fois téléchargé.",
    kilobytes=Phrase("{n} Ko"),
    megabytes=Phrase("{n} Mo"),
)
