"""The noes about promises and payment plans, in French."""

FRENCH = {
    "promise-of-nothing": "Une promesse porte sur un montant supérieur à zéro.",
    "promise-too-much": "Il n’est dû que {owed:money} sur ce que vise la promesse.",
    "promise-in-the-past": (
        "Une promesse est pour le {said_on:date} ou plus tard : elle a été donnée ce jour-là."
    ),
    "promise-too-far": "Une promesse est pour le {latest_on:date} au plus tard.",
    "promise-not-owed": "Rien n’est dû sur ce que vise la promesse.",
    "promise-one-currency": "Une promesse est dans une seule devise.",
    "promise-of-no-invoice": "Une promesse vise des factures de ce client.",
    "promise-not-open": "La promesse n’est plus en cours : elle reste comme elle est.",
    "promise-rescheduled-too-often": "La promesse a déjà été trop souvent reportée ({count}).",
    "promise-of-a-plan": "La promesse est une échéance : annulez l’échéancier.",
    "no-such-contact": "Ce contact n’est pas un contact du client.",
    "said-too-long-ago": "La saisie date de plus de {days} jours.",
    "day-not-over": "Le {day} est encore à venir.",
    "cash-source-unclear": (
        "{count} sources s’appellent « {name} » : voir `encours cash-source list`."
    ),
    "plan-instalments": "Un échéancier compte de {least} à {most} échéances.",
    "plan-order": "Chaque échéance vient après la précédente.",
    "plan-not-whole": ("Les échéances font {total:money}, mais {covered:money} sont dus."),
    "plan-covered": "Un échéancier en cours couvre déjà {numbers}.",
    "plan-proof-missing": "Dites comment l’accord du client se prouve, ou joignez le document.",
    "plan-state": "L’échéancier n’en est plus là : il reste comme il est.",
}
