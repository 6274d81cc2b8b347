"""What reading a ledger file finds in the file as a whole, and what it asks.

By code: the English sentence, then the French. In braces stand the facts; a count is told with the
first lines it is about after the sentence.
"""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "file-not-found": ("There is no file {file}.", "Le fichier {file} n’existe pas."),
    "not-a-file": ("{file} is not a file.", "{file} n’est pas un fichier."),
    "empty-file": ("{file} is empty.", "{file} est vide."),
    "nothing-in-file": ("The file holds no line to read.", "Le fichier ne contient aucune ligne."),
    "file-too-large": ("{file} is larger than {limit_gb} GB.", "{file} dépasse {limit_gb} Go."),
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
        (
            "Les classeurs à l’ancien format (.xls) sont lus jusqu’à {limit_mb} Mo : "
            "enregistrez-le en XLSX."
        ),
    ),
    "unknown-sheet": (
        "The workbook has no sheet “{sheet}”; it has {sheets}.",
        "Le classeur n’a pas de feuille « {sheet} » ; il contient {sheets}.",
    ),
    "other-sheets-unread": (
        "Only the sheet “{sheet}” was read, not {others}.",
        "Seule la feuille « {sheet} » a été lue, pas {others}.",
    ),
    "field-too-long": (
        "A field is longer than {limit} characters: this is no table of text.",
        "Un champ dépasse {limit} caractères : ce n’est pas un tableau de texte.",
    ),
    "bad-fec-date": (
        "“{header}”: “{text}” is not a date as 20240131 (AAAAMMJJ).",
        "« {header} » : « {text} » n’est pas une date AAAAMMJJ.",
    ),
    "unusable-datelet": (
        (
            "{count} lettering {count:date|dates} (DateLet) cannot be read and {count:was|were} "
            "left out (as “{text}”)."
        ),
        (
            "{count} {count:date de lettrage (DateLet) est illisible et a été laissée|dates de "
            "lettrage (DateLet) sont illisibles et ont été laissées} de côté (comme « {text} »)."
        ),
    ),
    "unusable-piecedate": (
        (
            "{count} document {count:date|dates} (PieceDate) cannot be read: the entry's was taken "
            "(as “{text}”)."
        ),
        (
            "{count} {count:date de pièce (PieceDate) est illisible|dates de pièce (PieceDate) "
            "sont illisibles} : celle de l’écriture a été prise (comme « {text} »)."
        ),
    ),
    "unusable-validdate": (
        "{count} validation {count:date|dates} (ValidDate) cannot be read (as “{text}”).",
        (
            "{count} {count:date|dates} de validation (ValidDate) {count:est illisible|sont "
            "illisibles} (comme « {text} »)."
        ),
    ),
    "unreadable-siren": (
        (
            "{count} SIREN {count:is|are} not nine figures and {count:was|were} left out "
            "(as “{text}”)."
        ),
        (
            "{count} SIREN {count:n’a pas neuf chiffres et a été laissé|n’ont pas neuf chiffres et "
            "ont été laissés} de côté (comme « {text} »)."
        ),
    ),
    "unreadable-siret": (
        (
            "{count} SIRET {count:is|are} not fourteen figures and {count:was|were} left out "
            "(as “{text}”)."
        ),
        (
            "{count} SIRET {count:n’a pas quatorze chiffres et a été laissé|n’ont pas quatorze "
            "chiffres et ont été laissés} de côté (comme « {text} »)."
        ),
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
    "two-columns-for-one-field": (
        "Which column holds {field}: {headers}?",
        "Quelle colonne contient {field} : {headers} ?",
    ),
    "ambiguous-dates": (
        (
            "Every date of “{header}” can be read in two ways, as “{example}”: which "
            "comes first, day or month?"
        ),
        (
            "Toutes les dates de « {header} » se lisent de deux façons, comme « "
            "{example} » : le jour ou le mois vient-il d’abord ?"
        ),
    ),
    "ambiguous-amounts": (
        (
            "Every amount of “{header}” can be read in two ways, as “{example}”: is the "
            "decimal mark a comma or a point?"
        ),
        (
            "Tous les montants de « {header} » se lisent de deux façons, comme « "
            "{example} » : la marque décimale est-elle une virgule ou un point ?"
        ),
    ),
    "element-too-long": (
        "The workbook holds an element of more than {limit_mb} MB: this is no table.",
        "Le classeur contient un élément de plus de {limit_mb} Mo : ce n’est pas un tableau.",
    ),
    "fec-name-disagrees": (
        "The name {name} says another year than the entries, from {first} to {last}.",
        "Le nom {name} annonce un autre exercice que les écritures, du {first} au {last}.",
    ),
}
