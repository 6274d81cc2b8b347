"""The noes about disputes, in French."""

FRENCH = {
    "dispute-not-yours": "D’autres répondent de ce litige.",
    "dispute-not-so": "Le litige n’est pas dans un état qui le permet.",
    "nothing-left-to-dispute": "Il ne reste rien à contester sur cette facture.",
    "dispute-not-positive": "Le montant contesté est supérieur à zéro.",
    "disputed-too-much": "Il ne reste que {left:number} à contester.",
    "granted-out-of-bounds": "On accorde entre zéro et {claimed:number}.",
    "resolution-without-sense": (
        "On accorde quelque chose par un avoir ou un geste ; rien, quand tout est dû."
    ),
    "dispute-of-no-invoice": "Un litige porte sur une facture du client.",
    "owner-out-of-scope": "Seul quelqu’un qui voit ce client peut répondre.",
    "owner-needed": "Il faut une personne ou un service.",
    "entry-empty": "Une entrée comporte des mots ou un fichier.",
    "period-backwards": "La période finit avant de commencer.",
    "period-too-long": "Une période compte {days} jours au plus.",
    "said-too-long-ago": "La saisie date de plus de {days} jours.",
}
