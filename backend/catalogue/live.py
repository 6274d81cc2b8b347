"""What the history and the live events say."""

FRENCH = {
    "fact-not-found": "Ce fait n’existe pas dans l’historique.",
    "no-head-of-history": (
        "Ce n’est pas une tête d’historique : une position, « : » et 64 chiffres hexadécimaux."
    ),
    "too-many-streams": (
        "Trop d’écrans sont ouverts sur ce serveur. Réessayez dans quelques instants."
    ),
}
