"""What the organisation's module says."""

FRENCH = {
    "company-taken": "Il existe déjà une société {code}.",
    "no-such-company": "Il n’y a pas de société {code}.",
    "unknown-company": "Cette société n’existe pas.",
    "branch-taken": "La société a déjà une agence {code}.",
    "no-such-branch": "Cette agence n’existe pas : {names}.",
    "branch-ambiguous": "Plusieurs sociétés ont une agence {code} : écrivez SOCIÉTÉ/{code}.",
}
