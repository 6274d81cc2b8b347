"""Words of French that decide what the words beside them mean."""

from __future__ import annotations

from typing import Final

PERSON: Final = (
    "il|elle|ils|elles|lui|eux|on|monsieur|madame|mr|m|mme|mlle|mec|meuf|type|gars|dame|homme|femme"
    "|mari|epouse?|compagn(?:e|on)|pere|mere|maman|papa|frere|soeur|fils|fille|gendre|neveu"
    "|cousine?"
    "|famille|gerante?s?|patron(?:ne)?s?|boss|dirigeante?s?|direct(?:eur|rice)s?|dg|pdg|daf|dafs"
    "|comptables?|secretaires?|assistante?s?|associee?s?|acheteu(?:r|se)s?|cheffe?s?|responsables?"
    "|magasini(?:er|ere)s?|salariee?s?|ouvriers?|employee?s?|vendeu(?:r|se)s?|stagiaires?"
    "|chauffeurs?"
    "|conducteurs?|voisine?s?|collegues?|interlocut(?:eur|rice)s?|apprentie?s?|proprietaires?"
    "|proprio"
    "|artisane?s?|plombiers?|restaurateurs?|boulang(?:er|ere)s?|standardiste|receptionniste"
)

IS: Final = (
    "est|sont|etait|etaient|serait|seraient|soit|parait|devenue?|devient|reste|toujours|tres|trop"
    "|completement|totalement|vraiment|un peu|pas mal|assez|plutot|bien|sacrement|carrement|hyper"
    "|super"
)

ONE: Final = (
    "une?|des|ces|ce|cet|cette|quel|quelle|quels|quelles|vraie?s?|gros|grosse|sale|sales|petite?s?"
    "|espece d|espece de|bande de|bande d|pauvre|pauvres|vieux|vieille|sacree?|parfaite?|encore"
    "|ancien|ex"
)

INSTITUTION: Final = (
    "hopita(?:l|ux)|hospitalier|clinique|pharmacie|institut|ligue|fondation|association|cabinet|chu"
    "|chs|laboratoire|labo|centre|ehpad|maison|mutuelle|ambulances?|service|chantier|travaux"
    "|toiture"
    "|toit|renovation|refection|batiment|mairie|marche|lot|administration|musee|aide|pge|fonds"
    "|research|charity|hospital"
)

FIRMS: Final = (
    "societes?|entreprises?|filiales?|banques?|fournisseurs?|groupes?|clients?|usines?|sites?"
    "|marches?"
    "|transporteurs?|tva|douane|pays|langue|restaurants?|marques?|machines?|produits?|pieces?"
    "|devises?"
    "|adresses?|siret|droit|loi|normes?|factures?|versions?|comptes?|iban|maison mere|emirats"
    "|gomme|vins?"
)
