"""Couples, homes and habits (French)."""

from typing import Final

TERMS: Final = r"""
where KIN femme|mari|epouse|epoux|copine|copain|compagne|compagnon|conjointe?|mec|meuf|ex|mere|pere
       |frere|soeur|fils|fille|enfants|gosses|parents|belle mere|beau pere|famille|belle famille
       |maitresse|amant|concubine?
= orientation
mari copain compagnon mec
- exact
before (?:il|lui|monsieur|patron|gerant|directeur|dirigeant|associe) (?:\w+ ){0,4}(?:avec son
       |et son|a un)
unless associe et son|elle|gerante|patronne|son mari lui
= orientation
femme copine compagne meuf
- exact
before (?:elle|madame|patronne|gerante|directrice|dirigeante|associee
       |secretaire) (?:\w+ ){0,4}(?:avec sa|et sa|a une)
unless femme de menage
= orientation
vit vivent habite habitent cohabite
- person 6, exact
after (?:\w+ )?(?:avec (?:une?|son|sa|ses|un autre|deux|leur)|en couple|seule?|maritalement
       |chez (?:sa|son|ses)|separes?|en concubinage|dans le peche|aux crochets
       |de l argent)(?: (?:\w+))?
unless a l etage|au dessus|boutique|associe de
= orientation
couple ménage mariage noces
- person 9, exact
before son|leur|un|en|le|vie de|crise de|faux|scenes? de|fin de|a trois|du|second|deuxieme
       |troisieme|vie|femme de|dispute de|querelles? de|probleme de|problemes de|difficultes de
       |soucis de|se remet en|mariage
unless serrage|produits?|femme de menage|societe de|couple de|liste de mariage|salon|salle|robe
       |traiteur|electromenager|commande|vaisselle|menage (?:de|du) (?:chantier|bureaux|local)
       |fin de chantier
= orientation
couple mariage ménage
- exact
before son|leur|le
after (?:bat de l aile|va mal|explose|est fini|part en|s effondre|se dechire|est en crise
       |prend l eau|tourne mal|est mort|n existe plus|est termine)
= orientation
élève élevé élever
- person 5, exact
after seule? |seule?
near enfants?|gosses?|gamins?|fils|fille|filles|seule? (?:ses|son|sa|trois|deux)
= orientation
fugué fugue fugueuse
- person 8, exact
= orientation
marier remarier remarié/e remarie fiancé/e pacsé/e recasé/e
- person 8, exact
= orientation
rupture séparation
- exact
after (?:avec (?:sa|son)|amoureuse|sentimentale|difficile|conjugale|de couple|houleuse)
unless stock|contrat|associe|commerciale|fournisseur
= orientation
mis mise jeté jetée foutu foutue viré virée
- person 8, exact
after (?:dehors|a la porte|a la rue)(?: (?:par|de chez))? (?:sa|son|elle|lui)|dehors par
= orientation
fréquente fréquentait drague draguait tourne flirte court saute baise baisait reluque mate
tripote pelote culbute
- person 6, exact
after (?:\w+ )?(?:une?|la|le|l|les|sa|son|avec|tout|ses|nos|autour de|apres|notre) ?(?:autre
       |jeune)? ?(?:femme|homme|secretaire|stagiaire|comptable|serveuse|voisine?|collegue
       |filles?|femmes|jupons?|associee?|employees?|salariees?|commerciale|vendeuses?|mec
       |maries?|mariee?|prostituees?|minettes?|ce qui bouge|clientes?|apprentie|nana|bars?
       |casinos?)
= orientation
coucherie/s libertin/e échangisme partouze/s
-
= orientation
coucher couche couché couchent
- person 7, exact
after (?:a droite|partout|dehors|avec|ensemble|dans (?:le lit|son bureau))
unless isolant|peinture|enduit|primaire|vernis|lasure|premiere|deuxieme|deux couches
= orientation
sort sortait sortent
- person 5, exact
after avec (?:une?|la|le|sa|son|l) (?:\w+ )?(?:secretaire|stagiaire|autre|collegue|voisine?
       |homme|femme|fille|mec|comptable|serveuse|assistante?|employee?|jeune|mariee?|associee?)
= orientation
trompe/nt trompait trompé trompée cocufie
- person 7, exact
after (?:avec|sa|son|depuis|par (?:sa|son)|ouvertement)
unless se trompe|s est trompe\w*|me trompe|nous trompe|reference|facture|quantite|erreur|taille
       |adresse
= orientation
fille fils enfant enfants gosse gosses bébé gamin
- person 8, exact
before sa|son|ses|un|une|leur|leurs|deux|trois|des
after (?:place?e?s? (?:en foyer|par)|d un (?:autre|premier)|d une autre|cachee?|adoptee?|naturel
       |hors mariage|en foyer|avec (?:une autre|sa maitresse|sa secretaire)|illegitime|de pere
       |qu il ne reconnait|fugue\w*|de(?:s)? (?:trois|deux|quatre) (?:peres|meres|lits))
= orientation
vie
- person 8, exact
after (?:privee|dissolue|de famille|de debauche|de patachon|de couple|sentimentale|intime
       |amoureuse|perso|personnelle|conjugale|sexuelle|de (?:celibataire|bohème))
unless privee de|duree|fin de vie
= orientation
problèmes soucis ennuis histoires drames drame problème souci histoire dispute/s conflit/s
brouille guerre
- person 9, exact
after (?:familia(?:l|le|ux|les)|conjuga(?:l|le|ux|les)|de couple|de famille|de coeur|perso\w*
       |prives?|intimes?|a la maison|avec (?:sa|son|ses) (?:{KIN})|de (?:cul|fesses|fric|menage)
       |amoureu\w+|sentimentau?x?|de divorce|d heritage)
unless personnel (?:de|du)|informatique
= orientation
pension garde
- exact
after (?:alimentaire|alternee|de (?:ses|leurs) enfants|exclusive|des gosses)
= orientation
célibataire/s veuf vieux
- exact
before {IS}|un|une|est|mere|pere
after endurci|inconsolable|garcon|fille|(?!deux|trois)\w+|$
near celibataire|vieux garcon|vieille fille|endurci|inconsolable
= orientation
vieille vieux
- exact
after (?:fille|garcon|coquin|cochon|cochonne|libidineux)
= orientation
mère père
- exact
after (?:celibataires?|isolee?|de famille monoparentale|porteuse)
= orientation
tinder meetic grindr onlyfans youporn
- exact
= orientation
démon crise
- exact
after (?:de midi|de la (?:quarantaine|cinquantaine))
= orientation
nu nue nus culotte slip string
- person 7, exact
before a moitie|tout|toute|en|vu|photos? de (?:lui|elle)
after (?!propriete|proprietaire)\w+|$
unless fil|nu (?:interieur|exterieur)|mur|cable|sac|commande
= orientation
sexe sexuel sexuelle sexuels sexuelles sexualité
- person 9, exact
unless prevention|formation
= orientation
boîtes bars bordels putes casino claques
- person 7, exact
before court les|fait les|traine dans les|claque tout au|flambe au|va aux|son argent au|fric au
       |va au|frequente les|pilier de|passe ses nuits (?:au|dans les|en)
= orientation
pilier/s
- exact
after (?:de )?(?:bars?|comptoirs?|bistrots?)
unless beton|maconnerie
= orientation
dettes
- exact
after (?:de jeux?|personnelles|de poker|de drogue)
= orientation
hommes garçons mecs femmes filles minettes
- person 6, exact
before (?:aime|prefere|attiree? par|branchee?|penchant pour|gout pour|homme a
       |coureur de)(?: (?:plutot|bien|trop|surtout))*(?: (?:les|plus les|que les
       |des))?(?: (?:jeunes|petites))?
unless prefere (?:les )?hommes de|mecs de chantier
= orientation
peroxydée nymphette michetonneuse michto allumeuse croqueuse
-
= crime
sursis ferme
- person 10, exact
before (?:mois|ans|an|annees?)(?: de prison)?(?: avec)?
unless sursis de paiement|ferme (?:le|a|pour|depuis|du)|paiement|delai
"""
