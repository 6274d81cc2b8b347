"""What the shared rules and values say."""

FRENCH = {
    "amount-not-a-number": "Le montant n’est pas un nombre.",
    "amount-too-fine": "Le montant {amount} a plus de décimales que sa devise.",
    "unknown-currency": "{currency} n’est pas une devise.",
    "rate-unknown": "Le taux d’intérêt de cette période n’est pas connu.",
    "terms-too-long": "Un délai de paiement va de 0 à {limit} jours.",
    "amount-too-large": "Un montant ne peut pas dépasser 1 000 000 000 000 000.",
    "penalty-for-professionals-only": (
        "Les pénalités de retard ne sont dues que par des professionnels."
    ),
    "principal-negative": "Une pénalité porte sur une somme due.",
    "rate-negative": "Un taux de pénalité est un nombre à partir de 0.",
    "terms-unknown": ("Les conditions de paiement sont : net, fin de mois (A ou B) ou comptant."),
}
