"""What the shared rules and values say."""

FRENCH = {
    "amount-not-a-number": "Le montant n’est pas un nombre.",
    "amount-too-large": "Un montant ne peut pas dépasser 1 000 000 000 000 000.",
    "penalty-for-professionals-only": (
        "Les pénalités de retard ne sont dues que par des professionnels."
    ),
    "principal-negative": "Une pénalité porte sur une somme due.",
    "rate-negative": "Un taux de pénalité est un nombre à partir de 0.",
    "terms-unknown": ("Les conditions de paiement sont : net, fin de mois (A ou B) ou comptant."),
}
