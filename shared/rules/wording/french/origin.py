"""Where a person comes from (French)."""

from typing import Final

TERMS: Final = r"""
where NATIONS arabe/s|asiatique/s|chinois/e|japonais/e|vietnami/en|coré/en|indi/en|pakistanais/e
       |bangladais/e|tamoul/s|roumain/e|rumain/s|bulgare/s|moldave/s|hongrois/e|polonais/e
       |ukraini/en|russe/s|tchétchène/s|géorgi/en|arméni/en|turc/s|turque/s|kurde/s|portugais/e
       |italien/s|italienne/s|espagnol/e|grec/s|grecque/s|allemand/e|belge/s|anglais/e|suisse/s
       |albanais/e|serbe/s|kosovar/e|bosniaque/s|croate/s|yougo/s|yougoslave/s|maghrébin/e
       |marocain/e|algéri/en|tunisi/en|kabyle/s|berbère/s|libyen/s|égypti/en|libanais/e|syri/en
       |iraki/en|irani/en|israéli/en|afghan/e|africain/e|sénégalais/e|mali/en|ivoiri/en
       |camerounais/e|congolais/e|nigéri/en|guiné/en|comori/en|malgache/s|haïti/en|antillais/e
       |réunionnais/e|guadeloupéen/s|martiniquais/e|capverdien/s|corse/s|breton/ne|américain/e
       |mexicain/e|brésili/en|colombi/en|métis|métisse/s|métissé/e|slave/s|latino/s
where NO_THING (?!(?:{FIRMS})(?![^ ]))\w+|$
where A_PERSON une?|les|des|deux|trois|cet|ce|ces|encore une?|l|la|le|du|au|aux
where SOMEBODY (?:c est|ce sont|sont|est|etait|sera|serait|encore|comme|que|tous|toutes|avec
       |chez|aux?
       |pour|par|ces|ce|cet|cette|sales?|maudits?|putain d|bande d|bande de|equipe de|famille
       |tous ces|mi|moitie|typiquement|gerante?|patronn?e?|dirigeante?|comptable|couple|voisine?
       |associee?|chauffeurs?|ouvriers?|gars|mec|types?|femme|homme|mari|gens|vieux|vieille
       |jeune|secretaire|acheteu(?:r|se)|artisan|macon|pere|mere|directeur|directrice
       |proprietaire|employes?|salaries?|epouse|copine|macons|communaute|clan|mafia|en bonn?e?
       |en vrai|en vraie|en pur|quart|nous|repreneur|collegue|belle famille|origine|origines
       |nationalite|naissance|culture|sang|accent)(?: (?:une?|des|les|la|le|l|d|de|tres|tous
       |toutes|bien|aussi|vrai|bon|gros|grand|petit|vieux|sale|sales|typiquement|probablement
       |surement|moitie|a moitie|mi|d origine|origine|en fait))*
= origin
bougnoule/s bougnoul/s bicot/s arbi/s raton/s crouille/s
nègre/s négresse/s négro/s bamboula/s
youpin/e
chinetoque/s niakoué/s noiche/s
espingouin/s portos rital/s polack/s boche/s ricain/s
rebeu/s beurette/s beur renoi/s kebla/s babtou toubab
romano/s romanichel/s manouche/s gitan/e tzigane/s tsigane/s bohémien/s
métèque/s noiraud basané/e
bledard/s blédard/s
- name, exact
unless jazz|guitares?|cigarettes?|aire d accueil|cd|lecteurs?|pates|plats?|bonnets?|surimi
       |bride de|brides? (?:en|acier|inox|dn)|flasque|vannes?|macaronis?
= origin
rom/s
- exact
before un|une|des|les|ces|famille|de
unless cd|lecteurs?|memoire
= origin
étranger/s étrangère/s
- person 9, exact
before {SOMEBODY}|un|une|des|les|ces
after {NO_THING}
unless (?:a|de) l etranger|{FIRMS}|clientele|hotel|devises?
= origin
noir/e blanc/s blanche/s black/s
- person 9, name, exact
before {SOMEBODY}
unless {FIRMS}|couleurs?|peinture|toner|encre|mat|brillant|ral|cafe|lundi|mardi|travail|liste
       |ils sont noirs?|lot|fenetres?|portes?|volets?|carrelage|parquet|teintes?|modeles?
       |chocolat|chantier|quai|carte blanche|blanche?s? (?:et|ou)|pain|vins?|au noir|cheque
       |friday|tableau|fils?|cables?|gaine|sacs?|plaques?|tole|cadre|poudre|ecran|page|mur
= origin
{NATIONS} black/s noir/e blanc/s
- name, exact
before {SOMEBODY}
after {NO_THING}
unless (?:{FIRMS}) (?:\w+ ){0,2}(?:est|sont|etait|sera|reste)|speciali\w*|langue
- person 8, exact
before {A_PERSON}
after {NO_THING}
unless (?:anglais|allemand|espagnol|italien|chinois|russe|arabe|portugais) (?:technique|courant)
       |traduction|noire?s?|blancs?|en (?:anglais|allemand|espagnol|italien)|langue|notice
       |{FIRMS}
= origin
{NATIONS}
- exact
before les|des|ces|sales|tous les|aux|chez les|avec les|deux|trois|comme les|ces sales
after (?!\d)\w+|$
unless (?:produits|clients|fournisseurs|marches|sites|vins|sont) des|corses?|{FIRMS}
= origin
{NATIONS} black/s noir/e blanc/s
- exact
after (?:\w+ ){0,3}tou(?:s|tes) (?:les? memes?|pareils?)
- person 2, name, exact
after (?:de souche|d origine|sans papiers?|naturalise\w*|qui (?:parle|ne|comprend|refuse|croit
       |paie|se|nous|magouille)|et (?:ne|il|elle)|donc|alors|typique|pur jus|mefiance
       |jusqu au bout)
= origin
algérie maroc tunisie libye égypte maghreb
afrique sénégal mali cameroun congo guinée nigéria comores madagascar haïti ghana tchad bénin
togo
turquie liban syrie irak iran afghanistan pakistan inde bangladesh israël kurdistan
roumanie bulgarie pologne ukraine russie albanie kosovo serbie moldavie géorgie arménie
tchétchénie
portugal espagne italie grèce
chine vietnam japon corée asie
antilles guadeloupe martinique réunion corse
bled
- person 9, exact
before (?:vient|viennent|venue?s?|nee?s?|originaires?|arrivee?s?|arrive|debarquee?s?|debarque
       |sort|issue?s?|famille|retourne\w*|rentree?s?|rentre|immigree?s?|racines|grandi
       |repartie?s?|compatriotes?|cousins?|sorti|ressortissant|gens|mecs|parents)(?: (?:au|en|du
       |de|d|des|la|l|aux|tout droit|direct|directement|a))*
unless marchandises?|produits?|conteneurs?|pieces?|camion|livraison|vacances|conges|deplacement
       |salon|(?:rentre|retour) (?:de|d|du|en)
= origin
origine/s souche
- person 9, exact
before d|de|ses|leurs|son|une|aux|vu ses|leur|l
unless pieces?|produits?|fabrication|bois|viande|certificat|marchandises?|emballages?|machine
       |moteur|materiel|vins?|granit|marbre|carrelage|carton|panne|defaut|erreur|facture|litige
       |retard|pneus?|a l origine|fuite|commande|l origine (?:du|de)|etat d origine|constructeur
       |des fonds|virement
- exact
after (?:etrangeres?|maghrebine|africaine|arabe|turque|algerienne|marocaine|tunisienne|roumaine
       |portugaise|italienne|chinoise|asiatique|polonaise|juive|gitane|espagnole|ethnique|russe
       |indienne|libanaise|kabyle|malienne|senegalaise|douteuse|tzigane|sociale)
unless pieces?|produits?|fabrication|bois|viande|certificat|marchandises?|emballages?|machine
       |moteur|materiel|vins?|granit|marbre|carrelage
= origin
retourne/nt rentrer retourner retournent rentre renvoy/er
- exact
after (?:dans (?:son|leur)|au|chez) (?:pays|bled|lui|eux|elle)(?! (?:a|le|les|mardi))
near bled|pays|chez (?:eux|lui|elle)$
= origin
bled pays
- person 8, exact
before au|du|son|leur|le|dans son|dans leur|chez eux dans leur
near bled|(?:son|leur|au) pays
unless pays (?:de la loire|basque|d)|region
= origin
couleur race ethnie nationalité
- person 9, exact
before de|sa|gens de|homme de|femme de|leur|une autre
after (?:de (?:sa |leur )?peau|noire|blanche)|(?!identite)\w+
near peau|race|ethnie|nationalite|(?:gens|homme|femme|personne|type) de couleur
unless peinture|chien|ral|carte d identite|porte
= origin
peau
- exact
before couleur de|couleur de sa|de|la
near couleur de (?:sa )?peau|peau (?:noire|foncee|mate|basanee|sombre)
= origin
personne homme femme gens type
- exact
after de couleur
= origin
culture mentalité coutume/s moeurs
- person 9, exact
before sa|leur|leurs|ses|la|cette|dans sa|une autre
unless entreprise|agricole|champs?|hors sol|biologique|mais|ble|service|mairie|maison de la
       |direction de la|paiement
= origin
sans
- person 7
after papiers?(?! (?:entete|carbone))
unless camion|livraison|chauffeur (?:est )?arrive
= origin
accent
- person 9, exact
before son|leur|un|gros|fort|cet|petit|l|avec l|a un
unless mettre l|met l|mettent l|accent sur|aigu|grave|orthographe
= origin
gens voyageurs
- exact
after du voyage
unless aire d accueil|mairie
= origin
gens ceux
- exact
after (?:de (?:l est|la cite|cette race|cette communaute|ce peuple|la bas|sa race|leur espece)
       |comme (?:eux|ca|lui)|de (?:son|leur) (?:espece|genre|pays|coin))
= origin
communautarisme communautaire/s communauté
- person 9, exact
unless communaute (?:de communes|urbaine|d agglomeration|d agglo|europeenne|emmaus)|tva|mairie
       |achats?|intra ?communautaire|travaux
= origin
migrant/e immigré/e clandestin/e réfugié/e
- person 9
unless centre|foyer|association|mairie|accueil
= origin
{NATIONS} black/s noir/e blanc/s
- exact
before mentalite (?:de|d|des)|typiquement|typique d un|typique des
= origin
métis métisse/s
- exact
near peau|teint|cheveux|mate
unless tissus?|draps?|toiles?|torchons?|lin|linge|coton
"""
