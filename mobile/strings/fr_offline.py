"""French sentences about what a device keeps, and about being without a network."""

from typing import Final

from mobile.strings import catalogue_offline as c
from mobile.strings.phrase import Phrase, Plural

OFFLINE: Final = c.Offline(
    elsewhere="Ouvert dans une autre fenêtre",
    first=Plural(
        "Premier chargement : {n} client",
        "Premier chargement : {n} clients",
        none="Premier chargement...",
    ),
    newer_release="Une version plus récente de l'application a écrit les saisies de cet appareil :"
    " mettez-la à jour.",
    unreadable="Les saisies de cet appareil sont illisibles. Elles sont laissées telles quelles.",
    not_yours="Les saisies de cet appareil sont à quelqu'un d'autre. Elles sont laissées telles"
    " quelles.",
    nothing_yet="Vos clients ne sont pas encore sur cet appareil : le premier chargement demande"
    " le réseau.",
    older="Le reste du fil demande le réseau.",
    conversation="Ce qui a été dit de ce litige demande le réseau.",
    settlements="Les règlements de cette pièce demandent le réseau.",
    brief_partly="Sans les mentions : elles demandent le réseau.",
    day_of=Phrase(
        "Votre journée du {day}, telle qu'elle a été lue. Celle d'aujourd'hui demande le réseau."
    ),
    day_needs="Votre journée demande le réseau. Vos clients sont là sans lui.",
    title="Données hors ligne",
    clients="Clients",
    size="Taille",
    megabytes=Phrase("{n} Mo"),
    read_at="Dernière lecture",
    never="Jamais",
    refresh="Actualiser",
    erase="Effacer de cet appareil",
    erase_ask="Vos clients ne seront plus là sans réseau. Vos saisies restent.",
    erase_yes="Effacer",
    erased="Effacées : rien n'est gardé de vos clients avant que vous n'actualisiez.",
    for_good="Gardées tant que vous ne les effacez pas.",
    not_for_good="L'appareil peut les effacer s'il manque de place.",
    encrypted="Chiffrées sur cet appareil.",
    not_encrypted="Non chiffrées par l'application : qui ouvre cet appareil peut les lire.",
)
