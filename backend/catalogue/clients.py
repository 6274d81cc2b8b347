"""The noes about clients, their contacts and what they owe, in French."""

FRENCH = {
    "merge-into-itself": "Un client ne se fusionne pas avec lui-même.",
    "already-merged": "Le client {code} est déjà fusionné.",
    "merge-target-merged": "Le client {into} est lui-même fusionné.",
    "merge-holds-others": (
        "D’autres clients sont fusionnés dans {code} : annulez d’abord ces fusions."
    ),
    "merge-across-companies": "Les deux clients sont de sociétés différentes.",
    "merge-across-currencies": "Les deux clients ont des devises différentes.",
    "merge-across-debtors": "Les deux clients ont des numéros SIREN différents.",
    "not-merged": "Le client {code} n’est pas fusionné.",
    "merge-allocations-cross": ("{count} lettrages lient les deux clients : défaites-les d’abord."),
    "branch-of-another-company": "La société du client n’a pas cette agence.",
    "no-such-person": "Cette personne n’est pas des nôtres.",
    "cannot-be-empty": "{field} est nécessaire.",
    "same-person": "Un portefeuille se transmet à quelqu’un d’autre.",
    "allocation-across-clients": "Ce qui solde une pièce est du même client.",
    "allocation-across-currencies": "Ce qui solde une pièce est dans la même devise.",
    "amount-not-positive": "Le montant à lettrer est supérieur à zéro.",
    "settled-too-much": "Il ne reste que {left:money} à solder.",
    "applied-too-much": "Il ne reste que {left:money} à affecter.",
}
