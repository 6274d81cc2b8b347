"""What reading a ledger file finds in its lines.

By code: the English sentence, then the French, as in `reading`.
"""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "blank-value": ("“{header}” is blank.", "« {header} » est vide."),
    "too-many-fields": (
        "The line has more fields than the header ({found} for {expected}).",
        "La ligne a plus de champs que l’en-tête ({found} pour {expected}).",
    ),
    "too-few-fields": (
        "The line has fewer fields than the header ({found} for {expected}).",
        "La ligne a moins de champs que l’en-tête ({found} pour {expected}).",
    ),
    "unreadable-amount": (
        "“{header}”: “{text}” is no amount.",
        "« {header} » : « {text} » n’est pas un montant.",
    ),
    "unreadable-date": (
        "“{header}”: “{text}” is no date.",
        "« {header} » : « {text} » n’est pas une date.",
    ),
    "unknown-side": (
        "“{header}”: “{text}” is neither debit nor credit.",
        "« {header} » : « {text} » n’est ni débit ni crédit.",
    ),
    "code-in-scientific-notation": (
        "“{header}”: “{text}” has lost its last figures in a spreadsheet.",
        "« {header} » : « {text} » a perdu ses derniers chiffres dans un tableur.",
    ),
    "unknown-currency": ("“{text}” is not a currency.", "« {text} » n’est pas une devise."),
    "amount-too-large": ("The amount {text} is too large.", "Le montant {text} est trop grand."),
    "amount-not-a-number": ("{text} is not a number.", "{text} n’est pas un nombre."),
    "unbalanced-entry": (
        (
            "Entry {number} of journal {journal} ({date}) does not balance: {difference} "
            "off, lines {lines}."
        ),
        (
            "L’écriture {number} du journal {journal} ({date}) n’est pas équilibrée : "
            "écart de {difference}, lignes {lines}."
        ),
    ),
    "codes-differ-by-zeros": (
        (
            "{count} {count:group|groups} of client codes {count:differs|differ} only by leading "
            "zeros ({codes}): they are kept apart."
        ),
        (
            "{count} {count:groupe de codes clients ne diffère|groupes de codes clients ne "
            "diffèrent} que par des zéros en tête ({codes}) : les codes restent distincts."
        ),
    ),
    "several-names-for-a-code": (
        "{count} client {count:code has|codes have} several names ({code}: “{name}”, “{other}”).",
        (
            "{count} {count:code client a|codes clients ont} plusieurs noms "
            "({code} : « {name} », « {other} »)."
        ),
    ),
    "amounts-rounded": (
        (
            "{count} {count:amount too fine for its currency was|amounts too fine for their "
            "currency were} rounded (as {text} {currency})."
        ),
        (
            "{count} {count:montant trop fin pour sa devise a été arrondi|montants trop fins pour "
            "leur devise ont été arrondis} (comme {text} {currency})."
        ),
    ),
    "due-before-issue": (
        "{count} {count:document is due before it was|documents are due before they were} issued.",
        "{count} {count:pièce a|pièces ont} une échéance antérieure à la date d’émission.",
    ),
    "unknown-document-type": (
        "{count} {count:line is|lines are} of a type that is not known (as “{text}”).",
        "{count} {count:ligne est|lignes sont} d’un type inconnu (comme « {text} »).",
    ),
    "payments-read-as-deposits": (
        (
            "{count} {count:payment stands|payments stand} among the open items: {count:it is kept "
            "as a deposit|they are kept as deposits}."
        ),
        (
            "{count} {count:règlement figure|règlements figurent} parmi les pièces ouvertes : "
            "{count:il est gardé comme acompte|ils sont gardés comme acomptes}."
        ),
    ),
    "residual-above-amount": (
        (
            "{count} {count:document owes more than its|documents owe more than their} amount; "
            "what is owed was kept (as "
            "{residual} for {amount})."
        ),
        (
            "{count} {count:pièce doit plus que son|pièces doivent plus que leur} montant ; "
            "le reste dû a été gardé "
            "(comme {residual} pour {amount})."
        ),
    ),
    "settled-lines-skipped": (
        (
            "{count} {count:line is settled already and was|lines are settled already and were} "
            "left out."
        ),
        (
            "{count} {count:ligne déjà soldée a été laissée|lignes déjà soldées ont été laissées} "
            "de côté."
        ),
    ),
    "nothing-due-skipped": (
        "{count} {count:line of zero was|lines of zero were} left out.",
        "{count} {count:ligne à zéro a été laissée|lignes à zéro ont été laissées} de côté.",
    ),
    "total-lines-skipped": (
        "{count} {count:line of totals was|lines of totals were} left out (as “{text}”).",
        (
            "{count} {count:ligne de totaux a été laissée|lignes de totaux ont été laissées} de "
            "côté (comme « {text} »)."
        ),
    ),
}
