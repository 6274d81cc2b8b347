"""What reading and applying a ledger file has to say, by code, in both languages.

In braces, the facts. A count is told with the lines it is about after it.
"""

from __future__ import annotations

# code: (English, French)
SENTENCES: dict[str, tuple[str, str]] = {
    # The file as a whole
    "file-not-found": ("There is no file {file}.", "Le fichier {file} n’existe pas."),
    "not-a-file": ("{file} is not a file.", "{file} n’est pas un fichier."),
    "empty-file": ("{file} is empty.", "{file} est vide."),
    "nothing-in-file": ("The file holds no line to read.", "Le fichier ne contient aucune ligne."),
    "file-too-large": (
        "{file} is larger than {limit_gb} GB.",
        "{file} dépasse {limit_gb} Go.",
    ),
    "binary-file": (
        "The file is neither text nor a workbook.",
        "Le fichier n’est ni du texte ni un classeur.",
    ),
    "html-in-disguise": (
        "{file} is a web page: save it as CSV or XLSX.",
        "{file} est une page web : enregistrez-la en CSV ou XLSX.",
    ),
    "not-a-ledger-format": (
        "{file} is a {format} file: CSV and XLSX are read.",
        "{file} est un fichier {format} : les formats lus sont CSV et XLSX.",
    ),
    "not-a-workbook": (
        "{file} is not a workbook that can be read.",
        "{file} n’est pas un classeur lisible.",
    ),
    "damaged-workbook": ("The workbook is damaged ({file}).", "Le classeur est abîmé ({file})."),
    "workbook-locked": (
        "{file} is protected by a password.",
        "{file} est protégé par un mot de passe.",
    ),
    "workbook-too-large": (
        "The workbook unpacks to more than {limit_gb} GB.",
        "Le classeur décompressé dépasse {limit_gb} Go.",
    ),
    "old-workbook-too-large": (
        "Workbooks of the old format (.xls) are read up to {limit_mb} MB: save it as XLSX.",
        "Les classeurs à l’ancien format (.xls) sont lus jusqu’à {limit_mb} Mo : "
        "enregistrez-le en XLSX.",
    ),
    "unknown-sheet": (
        "The workbook has no sheet “{sheet}”; it has {sheets}.",
        "Le classeur n’a pas de feuille « {sheet} » ; il contient {sheets}.",
    ),
    "other-sheets-unread": (
        "Only the sheet “{sheet}” was read, not {others}.",
        "Seule la feuille « {sheet} » a été lue, pas {others}.",
    ),
    "bad-fec-date": (
        "“{header}”: “{text}” is no date written AAAAMMJJ.",
        "« {header} » : « {text} » n’est pas une date au format AAAAMMJJ.",
    ),
    "unusable-datelet": (
        "{count} lines have a DateLet that is no date (as “{text}”): lettered, but undated.",
        "{count} lignes ont un DateLet qui n’est pas une date (« {text} ») : lettrées sans date.",
    ),
    "unusable-piecedate": (
        "{count} lines have a PieceDate that is no date (as “{text}”): EcritureDate counts.",
        "{count} lignes ont un PieceDate qui n’est pas une date (« {text} ») : "
        "la date d’écriture est prise.",
    ),
    "unusable-validdate": (
        "{count} lines have a ValidDate that is no date (as “{text}”).",
        "{count} lignes ont un ValidDate qui n’est pas une date (« {text} »).",
    ),
    "unreadable-siren": (
        "{count} SIREN numbers have not nine figures (as “{text}”) and were left out.",
        "{count} numéros SIREN n’ont pas neuf chiffres (« {text} ») et sont laissés de côté.",
    ),
    "unreadable-siret": (
        "{count} SIRET numbers have not fourteen figures (as “{text}”) and were left out.",
        "{count} numéros SIRET n’ont pas quatorze chiffres (« {text} ») et sont laissés de côté.",
    ),
    "missing-column": (
        "No column for {field} (as “{expected}”) among: {headers}.",
        "Aucune colonne pour {field} (par exemple « {expected} ») parmi : {headers}.",
    ),
    "missing-fec-column": (
        "The column {column} is missing; the file has {headers}.",
        "La colonne {column} manque ; le fichier contient {headers}.",
    ),
    "unknown-field": (
        "“{field}” is no field that can be mapped; there are {fields}.",
        "« {field} » n’est pas un champ connu ; les champs sont {fields}.",
    ),
    "unknown-header": (
        "The file has no column “{header}”; it has {headers}.",
        "Le fichier n’a pas de colonne « {header} » ; il contient {headers}.",
    ),
    "unknown-date-order": (
        "“{text}” is no order of dates: {choices}.",
        "« {text} » n’est pas un ordre de date : {choices}.",
    ),
    "unknown-decimal": (
        "“{text}” is no decimal mark: {choices}.",
        "« {text} » n’est pas une marque décimale : {choices}.",
    ),
    # Questions
    "two-columns-for-one-field": (
        "Which column holds {field}: {headers}?",
        "Quelle colonne contient {field} : {headers} ?",
    ),
    "ambiguous-dates": (
        "Every date of “{header}” can be read in two ways, as “{example}”: "
        "which comes first, day or month?",
        "Toutes les dates de « {header} » se lisent de deux façons, comme « {example} » : "
        "le jour ou le mois vient-il d’abord ?",
    ),
    "ambiguous-amounts": (
        "Every amount of “{header}” can be read in two ways, as “{example}”: "
        "is the decimal mark a comma or a point?",
        "Tous les montants de « {header} » se lisent de deux façons, comme « {example} » : "
        "la marque décimale est-elle une virgule ou un point ?",
    ),
    "company-open": (
        "The file does not say which company it is of.",
        "Le fichier ne dit pas de quelle société il vient.",
    ),
    "company-unknown": (
        "The file is of a company “{stated}” that is not known: which one is it?",
        "Le fichier vient d’une société « {stated} » inconnue : laquelle est-ce ?",
    ),
    "closing-many": (
        "The file would close {closed} of the {open} open items of {company}, more than "
        "{limit_pct} %: is it the whole ledger?",
        "Le fichier solderait {closed} des {open} pièces ouvertes de {company}, plus de "
        "{limit_pct} % : est-ce bien tout l’encours ?",
    ),
    # Refusals of the whole file
    "as-of-in-future": ("{as_of} is still to come.", "Le {as_of} est encore à venir."),
    "older-than-last": (
        "The file is as of {as_of}, older than the last one applied, as of {latest}.",
        "Le fichier est au {as_of}, plus ancien que le dernier appliqué, au {latest}.",
    ),
    "ledger-from-elsewhere": (
        "{count} items of the company {company} are open from another kind of file: an accounting "
        "export would count them twice. If it is another company's, name that one (--company).",
        "{count} pièces de la société {company} sont ouvertes d’après un autre type de fichier : "
        "un FEC les compterait deux fois. S’il est d’une autre société, nommez-la (--company).",
    ),
    "fec-whole-or-not": (
        "An accounting export (FEC) is taken whole or not at all: leave --skip-refused out.",
        "Un FEC est pris en entier ou pas du tout : sans --skip-refused.",
    ),
    # Refused lines
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
    "too-long": (
        "“{header}” is longer than can be kept.",
        "« {header} » est plus long que ce qui peut être gardé.",
    ),
    "unbalanced-entry": (
        "Entry {number} of journal {journal} ({date}) does not balance: {difference} off, "
        "lines {lines}.",
        "L’écriture {number} du journal {journal} ({date}) n’est pas équilibrée : écart de "
        "{difference}, lignes {lines}.",
    ),
    "document-unknown": (
        "Client {client} has no document {number}.",
        "Le client {client} n’a pas de pièce {number}.",
    ),
    "payment-both-ways": (
        "Of payment {number}, some parts come in and some go out.",
        "Le règlement {number} mêle encaissements et remboursements.",
    ),
    "payment-less-than-parts": (
        "The parts of payment {number} add up to more than its total.",
        "Les parts du règlement {number} dépassent son total.",
    ),
    "rep-unknown": (
        "Nobody here is called “{name}” (rep).",
        "Personne ne s’appelle « {name} » (commercial).",
    ),
    "rep-ambiguous": (
        "Several people are called “{name}” (rep): give the e-mail.",
        "Plusieurs personnes s’appellent « {name} » (commercial) : donnez l’adresse.",
    ),
    "collector-unknown": (
        "Nobody here is called “{name}” (collector).",
        "Personne ne s’appelle « {name} » (recouvrement).",
    ),
    "collector-ambiguous": (
        "Several people are called “{name}” (collector): give the e-mail.",
        "Plusieurs personnes s’appellent « {name} » (recouvrement) : donnez l’adresse.",
    ),
    "branch-unknown": (
        "There is no branch “{branch}”.",
        "Il n’y a pas d’agence « {branch} ».",
    ),
    "siren-malformed": (
        "“{siren}” is no SIREN (9 figures) or SIRET (14 figures).",
        "« {siren} » n’est ni un SIREN (9 chiffres) ni un SIRET (14 chiffres).",
    ),
    "language-unknown": (
        "“{language}” is not a language of ours (fr, en).",
        "« {language} » n’est pas une langue connue (fr, en).",
    ),
    "currency-unknown": (
        "“{currency}” is not a currency.",
        "« {currency} » n’est pas une devise.",
    ),
    "bad-fec-date": (
        "“{header}”: “{text}” is not a date as 20240131 (AAAAMMJJ).",
        "« {header} » : « {text} » n’est pas une date AAAAMMJJ.",
    ),
    # Warnings
    "unreadable-siren": (
        "{count} SIREN are not nine figures and were left out (as “{text}”).",
        "{count} SIREN n’ont pas neuf chiffres et ont été laissés de côté (comme « {text} »).",
    ),
    "unreadable-siret": (
        "{count} SIRET are not fourteen figures and were left out (as “{text}”).",
        "{count} SIRET n’ont pas quatorze chiffres et ont été laissés de côté "
        "(comme « {text} »).",
    ),
    "unusable-datelet": (
        "{count} lettering dates (DateLet) cannot be read and were left out (as “{text}”).",
        "{count} dates de lettrage (DateLet) sont illisibles et ont été laissées de côté "
        "(comme « {text} »).",
    ),
    "unusable-piecedate": (
        "{count} document dates (PieceDate) cannot be read: the entry's was taken (as “{text}”).",
        "{count} dates de pièce (PieceDate) sont illisibles : celle de l’écriture a été prise "
        "(comme « {text} »).",
    ),
    "unusable-validdate": (
        "{count} validation dates (ValidDate) cannot be read (as “{text}”).",
        "{count} dates de validation (ValidDate) sont illisibles (comme « {text} »).",
    ),
    "codes-differ-by-zeros": (
        "{count} groups of client codes differ only by leading zeros ({codes}): they are kept "
        "apart.",
        "{count} groupes de codes clients ne diffèrent que par des zéros en tête ({codes}) : "
        "ils restent distincts.",
    ),
    "codes-differ-from-ours-by-zeros": (
        "{count} new client codes differ from known ones only by leading zeros ({codes}).",
        "{count} nouveaux codes clients ne diffèrent de codes connus que par des zéros en tête "
        "({codes}).",
    ),
    "several-names-for-a-code": (
        "{count} client codes have several names ({code}: “{name}”, “{other}”).",
        "{count} codes clients ont plusieurs noms ({code} : « {name} », « {other} »).",
    ),
    "amounts-rounded": (
        "{count} amounts have more decimals than {currency} has and were rounded (as {text}).",
        "{count} montants ont plus de décimales que {currency} et ont été arrondis "
        "(comme {text}).",
    ),
    "due-before-issue": (
        "{count} documents are due before they were issued.",
        "{count} pièces ont une échéance antérieure à leur date.",
    ),
    "paid-before-issue": (
        "{count} documents were settled before they were issued.",
        "{count} pièces ont été réglées avant leur date.",
    ),
    "settled-before-issue": (
        "{count} documents were settled before they were issued.",
        "{count} pièces ont été réglées avant leur date.",
    ),
    "due-dates-estimated": (
        "{count} documents have no due date: it is estimated from the client's terms.",
        "{count} pièces sont sans échéance : elle est estimée d’après les conditions du client.",
    ),
    "unknown-document-type": (
        "{count} lines are of a type that is not known (as “{text}”).",
        "{count} lignes sont d’un type inconnu (comme « {text} »).",
    ),
    "payments-read-as-deposits": (
        "{count} payments stand among the open items: they are kept as deposits.",
        "{count} règlements figurent parmi les pièces ouvertes : ils sont gardés comme acomptes.",
    ),
    "residual-above-amount": (
        "{count} documents owe more than their amount; what is owed was kept "
        "(as {residual} for {amount}).",
        "{count} pièces doivent plus que leur montant ; le reste dû a été gardé "
        "(comme {residual} pour {amount}).",
    ),
    "settled-lines-skipped": (
        "{count} lines are settled already and were left out.",
        "{count} lignes déjà soldées ont été laissées de côté.",
    ),
    "nothing-due-skipped": (
        "{count} lines of zero were left out.",
        "{count} lignes à zéro ont été laissées de côté.",
    ),
    "total-lines-skipped": (
        "{count} lines of totals were left out (as “{text}”).",
        "{count} lignes de totaux ont été laissées de côté (comme « {text} »).",
    ),
    "settled-better-here": (
        "{count} items are settled further here, by payments known, than the file says.",
        "{count} pièces sont davantage soldées ici, par des règlements connus, que ne le dit "
        "le fichier.",
    ),
    "company-made": (
        "The company {company} is new.",
        "La société {company} est nouvelle.",
    ),
    "opening-differs": (
        "Client {client} opens the year with {opening}, but closed the last one with {earlier}.",
        "Le client {client} ouvre l’exercice à {opening}, mais a clos le précédent à {earlier}.",
    ),
    "fec-name-disagrees": (
        "The name {name} says another year than the entries, from {first} to {last}.",
        "Le nom {name} annonce un autre exercice que les écritures, du {first} au {last}.",
    ),
    "more-refused": (
        "{count} more lines are refused.",
        "{count} autres lignes sont refusées.",
    ),
    # Runs
    "worker-lost": (
        "The import stopped before its end; nothing of it was applied.",
        "L’import s’est arrêté avant la fin ; rien n’a été appliqué.",
    ),
    "import-failed": (
        "The import failed; nothing of it was applied. The server's log says why.",
        "L’import a échoué ; rien n’a été appliqué. Le journal du serveur dit pourquoi.",
    ),
    "disk-full": (
        "The disk is full; nothing was applied.",
        "Le disque est plein ; rien n’a été appliqué.",
    ),
    "import-state": (
        "The import is {state}: this cannot be done now.",
        "L’import est à l’état {state} : ce n’est pas possible maintenant.",
    ),
    "nothing-to-undo": ("No import has been applied.", "Aucun import n’a été appliqué."),
    "not-the-last-import": (
        "Only the last applied import can be undone.",
        "Seul le dernier import appliqué peut être annulé.",
    ),
    "import-built-on": (
        "The import cannot be undone: {things} were built on it since.",
        "L’import ne peut pas être annulé : il a servi depuis ({things}).",
    ),
    "import-needs-everything": (
        "Importing needs a scope of every client.",
        "Importer demande de voir tous les clients.",
    ),
    "preset-unknown": (
        "There is no preset “{name}” for {kind}.",
        "Il n’y a pas de modèle « {name} » pour {kind}.",
    ),
    "upload-missing": ("No file was sent.", "Aucun fichier n’a été envoyé."),
    "upload-too-large": (
        "Files up to {limit_mb} MB are taken.",
        "Les fichiers sont acceptés jusqu’à {limit_mb} Mo.",
    ),
    "import-kind-unknown": (
        "“{kind}” is no kind of import.",
        "« {kind} » n’est pas un type d’import.",
    ),
}

ENGLISH = {code: english for code, (english, _) in SENTENCES.items()}
FRENCH = {code: french for code, (_, french) in SENTENCES.items()}
