"""States of mind, addictions (French)."""

from typing import Final

TERMS: Final = r"""
= health
dépress/if
bipolaire/s bipolarité
schizophrène/s schizophrénie schizo
autiste/s autisme autistique/s asperger
anorexique/s anorexie boulimique/s boulimie
anxiolytique/s antidépresseur/s somnifère/s neuroleptique/s
xanax prozac lexomil valium lithium temesta
burnout burnouté/e
suicidaire/s
démence sénile/s sénilité gâteux gâteuse
hypocondriaque/s claustrophobe agoraphobe
psychotique/s névrosé/e psychose/s hystérique/s
surmenage surmené/e
psychiatre/s psychiatrique/s psychologue/s psychothérapie/s psychothérapeute/s
- name
before {HAS}
- name
unless batteries?|codage|transistors?|{INSTITUTION}
= health
psychiatrie hp psychiatrique asile
- person 7, exact
before en|l hopital|service de|en hopital|a l|clinique
unless factur\w*|livr\w+|commande|chantier|marche
= health
tdah toc tsa tspt hpi
- exact
unless {INSTITUTION}
= health
dépression/s deprim/er déprime déprimé/e
-
before {HAS}
unless marche|prix|tropicale|atmospherique|pompe|ventilation|secteur
= health
dépression/s déprime déprimé/e
- person 9, first
unless marche|prix|activite|atmospherique|tropicale|secteur|ventilation|pompe|economique
       |pression|tresorerie
= health
dépression
-
after nerveuse|post partum|severe|profonde|chronique
unless marche|economique
= health
angoisse/s angoissé/e anxieux anxieuse anxiété phobie/s phobique/s stress paranoïa parano/s
tourmenté/e
- person 5, exact
unless marche|delais?|chantier|materiaux|essai|test de|sous stress
= health
crise/s attaque/s
-
after d angoisse|de panique|de nerfs|de paranoia|de larmes|suicidaires?|d hysterie|de delire
= health
burn
-
after outs?
= health
craqué craque craquage
- person 5, exact
before a|complet|nerveusement|completement|il|elle|va
unless dalle|mur|joint|poutre|enduit|bois
= health
suicide/s suicid/er
-
unless prix|tarifs?|commercial|tarifaire
= health
suicide
-
before tentative de|tente de se|au|parle de|pense au|son
= health
mettre
- exact
after fin a ses jours
= health
idées envies pensées
-
after noires|suicidaires
= health
tête
- exact
before perd la|perd un peu la|perdu la|toute sa|derange de la|pas bien dans sa|mal dans sa
       |malade dans sa|pas net dans sa|fragile de la|ne va pas bien dans sa
unless perd la tete de
= health
mémoire boule boussole pédales
- person 8, exact
before perd la|perdu la|perd les|perd de la|perte de|trous? de|pertes de
unless carte|automate|ordinateur|disque
= health
bout
- exact
after du rouleau|de nerfs|de force
unless cable|papier
= health
nerveusement psychologiquement mentalement moralement
-
after fragiles?|instables?|atteinte?s?|malades?|derange\w*|epuise\w*|a bout|faible|detruite?
       |diminue\w*|au plus mal|limite|perturbe\w*
= health
fragile/s instable/s dérangé/e perturbé/e
- exact
after psychologiquement|mentalement|psychiquement|nerveusement|moralement|de la tete
= health
dérangé/e désaxé/e détraqué/e
- person 5, exact
before {IS}|un|une
unless client|compteur|horloge|reveil
= health
psy psys
- exact
near voit|vu|suivie?|chez|consulte|son|sa|va|besoin|un|problemes?
= health
moral
- person 6, exact
before pas le|perdu le|mauvais|baisse de
after du tout|depuis|a zero
"""
