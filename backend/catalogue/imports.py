"""What importing a ledger file has to say: of the file and its lines, and of the import itself.

By code: the English sentence, then the French. In braces stand the facts; a count is told with the
first lines it is about after the sentence.
"""

from __future__ import annotations

from backend.catalogue import ledger_lines, reading

SENTENCES: dict[str, tuple[str, str]] = {
    **reading.SENTENCES,
    **ledger_lines.SENTENCES,
    "company-open": (
        "The file does not say which company it is of.",
        "Le fichier ne dit pas de quelle société il vient.",
    ),
    "company-unknown": (
        "The file is of a company “{stated}” that is not known: which one is it?",
        "Le fichier vient d’une société « {stated} » inconnue : laquelle est-ce ?",
    ),
    "closing-many": (
        (
            "The file would close {closed} of the {open} {open:item|items} of {company} that "
            "{open:is|are} open, more than {limit_pct} %: is it the whole ledger?"
        ),
        (
            "Le fichier solderait {closed} {closed:pièce|pièces} de {company} sur {open} "
            "{open:ouverte|ouvertes}, plus de {limit_pct} % : est-ce bien tout l’encours ?"
        ),
    ),
    "as-of-in-future": ("{as_of} is still to come.", "Le {as_of} est encore à venir."),
    "older-than-last": (
        "The file is as of {as_of}, older than the last one applied, as of {latest}.",
        "Le fichier est au {as_of}, plus ancien que le dernier appliqué, au {latest}.",
    ),
    "ledger-from-elsewhere": (
        (
            "{count} {count:item|items} of the company {company} {count:is|are} open from another "
            "kind of file: an accounting export would count {count:it|them} twice. If it is "
            "another company's, name that one (--company)."
        ),
        (
            "{count} {count:pièce|pièces} de la société {company} {count:est ouverte|sont "
            "ouvertes} d’après un autre type de fichier : un FEC {count:la|les} compterait deux "
            "fois. S’il est d’une autre société, nommez-la (--company)."
        ),
    ),
    "fec-whole-or-not": (
        "An accounting export (FEC) is taken whole or not at all: leave --skip-refused out.",
        "Un FEC est pris en entier ou pas du tout : sans --skip-refused.",
    ),
    "matches-of-fec": (
        "Only an accounting export (FEC) proposes matches: leave --accept-matches out.",
        "Seul un FEC propose des rapprochements : sans --accept-matches.",
    ),
    "too-long": (
        "A client code has at most {code_most} characters, a number {number_most}.",
        "Un code client a au plus {code_most} caractères, un numéro {number_most}.",
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
    "branch-unknown": ("There is no branch “{branch}”.", "Il n’y a pas d’agence « {branch} »."),
    "siren-malformed": (
        "“{siren}” is no SIREN (9 figures) or SIRET (14 figures).",
        "« {siren} » n’est ni un SIREN (9 chiffres) ni un SIRET (14 chiffres).",
    ),
    "language-unknown": (
        "“{language}” is not a language of ours (fr, en).",
        "« {language} » n’est pas une langue connue (fr, en).",
    ),
    "currency-unknown": ("“{currency}” is not a currency.", "« {currency} » n’est pas une devise."),
    "codes-differ-from-ours-by-zeros": (
        (
            "{count} new client {count:code differs|codes differ} from known ones only by "
            "leading zeros ({codes})."
        ),
        (
            "{count} {count:nouveau code client ne diffère|nouveaux codes clients ne diffèrent} de "
            "codes connus que par des "
            "zéros en tête ({codes})."
        ),
    ),
    "due-dates-estimated": (
        (
            "{count} {count:document has|documents have} no due date: it is estimated from the "
            "client's terms."
        ),
        (
            "{count} {count:pièce est|pièces sont} sans échéance : elle est estimée d’après les "
            "conditions du client."
        ),
    ),
    "closing-held": (
        "{count} {count:line is|lines are} left out, and could be of any item: nothing was closed.",
        (
            "{count} {count:ligne est laissée|lignes sont laissées} de côté et {count:pourrait|"
            "pourraient} être n’importe quelle pièce : "
            "rien n’a été soldé."
        ),
    ),
    "settled-better-here": (
        (
            "{count} {count:item is|items are} settled further here, by payments known, than the "
            "file says."
        ),
        (
            "{count} {count:pièce est davantage soldée|pièces sont davantage soldées} ici, par des "
            "règlements connus, que "
            "ne le dit le fichier."
        ),
    ),
    "company-made": ("The company {company} is new.", "La société {company} est nouvelle."),
    "opening-differs": (
        "Client {client} opens the year with {opening}, but closed the last one with {earlier}.",
        "Le client {client} ouvre l’exercice à {opening}, mais a clos le précédent à {earlier}.",
    ),
    "as-of-ignored": (
        "A client file holds what is so now: the day given ({as_of}) was left out.",
        "Un fichier de clients dit ce qui est : le jour donné ({as_of}) n’a pas servi.",
    ),
    "ledger-differs": (
        (
            "Account 411 stands at {file} {currency} in the file, and at {ours} {currency} here "
            "once it is loaded: {difference} {currency} apart."
        ),
        (
            "Le compte 411 est à {file} {currency} dans le fichier, et à {ours} {currency} ici une "
            "fois chargé : {difference} {currency} d’écart."
        ),
    ),
    "reappeared": (
        (
            "{count} {count:item|items} reappeared in the file: presumed settled, "
            "{count:it counts|they count} as open throughout ({numbers})."
        ),
        (
            "{count} {count:pièce réapparue|pièces réapparues} dans le fichier : "
            "{count:présumée soldée, elle compte|présumées soldées, elles comptent} comme ouverte"
            "{count:|s} depuis toujours ({numbers})."
        ),
    ),
    "settlement-gone": (
        (
            "What settled {count} {count:item|items} is no longer in the books: "
            "{count:it is|they are} owed again ({numbers})."
        ),
        (
            "Ce qui soldait {count} {count:pièce|pièces} n’est plus dans les comptes : "
            "{count:elle est due|elles sont dues} à nouveau ({numbers})."
        ),
    ),
    "too-much-memory": (
        "The file cannot be read within {limit_mb} MB of memory: this is no ledger.",
        "Le fichier ne se lit pas dans {limit_mb} Mo de mémoire : ce n’est pas un grand livre.",
    ),
    "more-refused": (
        "{count} more {count:line is|lines are} refused.",
        "{count} {count:autre ligne est refusée|autres lignes sont refusées}.",
    ),
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
    "options-unreadable": (
        "The options of the import cannot be read ({field}).",
        "Les options de l’import sont illisibles ({field}).",
    ),
    "option-unusable": (
        "An option of the import cannot be used.",
        "Une option de l’import ne convient pas.",
    ),
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
