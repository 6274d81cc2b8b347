"""Words of French that decide what the words beside them mean."""

from __future__ import annotations

from typing import Final

PERSONS: Final = frozenset(
    """
    il elle ils elles lui eux on celui celle quelqu
    monsieur madame mademoiselle mr m mme mlle messieurs
    mec mecs meuf meufs type types gars dame dames homme hommes femme femmes fille filles bonhomme
    individu personne personnage gens gamin gosse gosses enfant enfants jeune vieux vieille
    mari epoux epouse compagne compagnon conjoint conjointe copain copine ami amie amis ex
    pere mere maman papa parents frere freres soeur soeurs fils neveu niece oncle tante cousin
    cousine cousins gendre beaufrere grandpere famille veuve veuf heritier
    gerant gerante gerants patron patronne patrons boss chef cheffe chefs dirigeant dirigeante
    dirigeants directeur directrice directeurs dg pdg daf drh president presidente fondateur
    fondatrice proprietaire proprietaires proprio associe associee associes responsable
    responsables repreneur tenancier maire adjoint adjointe
    comptable comptables secretaire secretaires assistante assistant acheteur acheteuse acheteurs
    caissier caissiere standardiste receptionniste hotesse stagiaire apprenti apprentie alternant
    magasinier magasiniere salarie salariee salaries employe employee employes ouvrier ouvriers
    vendeur vendeuse vendeurs commercial commerciale technicien technicienne chauffeur chauffeurs
    livreur conducteur contremaitre interlocuteur interlocutrice collegue collegues voisin voisine
    artisan artisans plombier macon couvreur electricien peintre menuisier restaurateur
    restauratrice boulanger boulangere boucher cuisinier garagiste coiffeuse agriculteur eleveur
    aubergiste hotelier interimaire bailleur juriste
    client cliente
    """.split()  # noqa: SIM905 - a list of words is easier to read
)

IMPERSONAL: Final = frozenset(
    """
    faut fallait faudra manque manquait y reste restait s pleut semble suffit convient
    """.split()  # noqa: SIM905 - a list of words is easier to read
)
"""After "il" or "on": nobody is meant."""

PERSON: Final = "|".join(sorted(PERSONS))

IS: Final = (
    "est|sont|etait|etaient|serait|seraient|soit|parait|semble|devenue?s?|devient|reste|toujours"
    "|tres|trop|completement|totalement|vraiment|un peu|pas mal|assez|plutot|bien|sacrement"
    "|carrement|hyper|super|si|aussi|tellement|franchement|clairement|encore|ete|un brin|limite"
)

ONE: Final = (
    "une?|des|ces|ce|cet|cette|quel|quelle|quels|quelles|vraie?s?|gros|grosse|sale|sales|petite?s?"
    "|espece d|espece de|bande de|bande d|pauvre|pauvres|vieux|vieille|sacree?|parfaite?|encore"
    "|ancien|ex|veritable|fieffee?|immonde|gentil|tous des|toutes des|l|mon|notre"
)

HAS: Final = (
    rf"(?:{PERSON}|c|j|qui|et) (?:\w+ ){{0,2}}(?:a|ait|aurait|avait|ont|aura|fait|fera|souffre"
    r"|souffrait|atteinte?|suit|suivait|lutte|soigne|traitee?|combat|pour|prend|sous|cause|avec|est|etait|serait|sont"
    r"|developpe|sort|guerit|remise?|victime|reste|revient|en|son|sa|ses|leur)(?: \w+){0,3}"
)
"""Somebody has it; the next words are what."""

INSTITUTION: Final = (
    "hopita(?:l|ux)|hospitali(?:er|ere|eres|ers)|clinique|pharmacie|institut|ligue|fondation"
    "|association|cabinet|chu|chs|chr|laboratoire|labo|centre|ehpad"
    "|maison de (?:retraite|sante|convalescence|repos)"
    "|mutuelle|ambulances?|service|chantier|travaux|toiture|toit|renovation|refection|batiment"
    "|mairie|marche|lot|administration|musee|aide|pge|fonds|recherche|journee|campagne|don|dons"
    "|colloque|congres|commande\\w*|livr\\w+|factur\\w+|depistage|unite|pole|urssaf|magasin"
    "|research|charity|hospital|shop|salle|salles|rampe|acces|norme|normes|materiel|rayon|boutique"
)

FIRMS: Final = (
    "societes?|entreprises?|filiales?|banques?|fournisseurs?|groupes?|clients?|usines?|sites?"
    "|marches?|transporteurs?|tva|douane|pays|langue|restaurants?|marques?|machines?|produits?"
    "|pieces?|devises?|adresses?|siret|droit|loi|normes?|factures?|versions?|comptes?|iban"
    "|maison mere|emirats|gomme|vins?|camions?|entrepot|agence|depot|plateforme|port|fabricant"
    "|constructeur|concurrents?|importateur|cuisine|traiteur|virement|carte|numero|plaque|traduction"
)

PHRASES: Final = {
    "PERSON": PERSON,
    "IS": IS,
    "ONE": ONE,
    "HAS": HAS,
    "INSTITUTION": INSTITUTION,
    "FIRMS": FIRMS,
}
"""What the lexicons name in braces."""
