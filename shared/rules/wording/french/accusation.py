"""Accusations: taking, cheating, dealing; business law is left alone (French)."""

from typing import Final

TERMS: Final = r"""
where VICTIM victimes?|plainte deposee|assurance|assureurs?|sinistre|alarmes?|cambriolage (?:de|dans
       |du)|constat|anti|lutte|prevention|formation|declare|tentative de fraude
       |fraude au (?:president|rib|faux|virement|fournisseur)|phishing|hameconnage|usurpation
       |alerte|gendarmerie prevenue|depot de plainte|porte plainte|rib frauduleux|faux rib|nuit
       |entrepot|serrures?|inconnus
= crime
vole volé volés volent entubé carotté arnaqué enfumé escroqué roulé filouté floué
- exact
before (?:nous|vous|l|m|les|me|te) ?(?:a|ont|avait|aurait)?(?: (?:bien|deja|encore|tous))?|(?:il
       |elle|ils|elles|on) (?:nous |les |la )?(?:a |ont )?(?:tous |deja )?
unless victime|plainte|assurance|camion vole|nous a (?:ete|roule)|vehicule|avion|materiel vole
       |s est fait|ont ete
= crime
détourn/er détournement/s détourné
- exact
after (?:\w+ )?(?:de l |l |de |d |des |les |la |du |plusieurs |\d+ )?(?:argent|fonds|sommes?
       |caisse|fric|cheques?|recettes?|biens?|actifs?|stocks?|marchandises?|virements?|materiel
       |clients?|tva|subventions?|milliers|euros|mineure?s?|k)
unless circulation|trafic|route|eaux?|itineraire
= crime
détourn/er
- person 6, exact
before il|elle|patron|gerant|gerante|comptable|patronne|a|aurait
unless conversation|sujet|camion|route|circulation|livr\w+|trafic|regard|attention
= crime
abus
- exact
after de (?:biens|confiance|faiblesse|bien social)|sexuels?
= crime
extorsion extorqu/er racket racketteur/s rackett/er chantage bakchich corruption corrompre
- person 9, exact, first
unless fichier|donnees|sapin|formation|charte|politique|anti
= crime
pots pot
- exact
after de vins?
unless livr\w+
= crime
dessous enveloppe/s
- person 7, exact
before touche des|prend des|verse des|glisse des|recoit des|accepte des|donne des|distribue des
       |touche un|avec des
unless courrier|factur\w*|papeterie
= crime
fraud/er fraudé
- person 9, exact
unless {VICTIM}
= crime
fraude/s escroquerie/s banqueroute contrefaçon tromperie
- exact
before (?:pour|accusee? de|coupable de|soupconnee? de|condamnee?s? pour|specialiste de la
       |auteur d une|roi de la|champion de la|spec\w* de l|dans une|dans la|affaire de|affaire d
       |coupable d|soupconnee? d|accusee? d|poursuivie? pour|juge pour|monte une|histoire de
       |enquete pour|interdit de gerer pour|mouille dans|plonge dans|trempe dans)(?: (?:la|une|l
       |d|des))?
unless fraude au (?:president|rib|virement)|victimes? d|assurance
= crime
fraude/s évasion escroquerie/s
- person 9, exact
after fiscales?|aux? (?:aides?|chomage|tva|allocations?|assurances?|caf|urssaf|subventions?)
       |a (?:la|l) (?:tva|urssaf|assurance|caf|impot|insurance|chomage|secu)|sociale|en bande
       |aux|sur (?:la|les)
unless controle|lutte|formation
= crime
triche/nt trichait trafique/nt trafiqué maquille/nt maquillé falsifie/nt falsifié bidonne
bidonné truque truqué truquait falsifier
- person 8, exact
unless site|materiel|appareil|maquille (?:la|pour)|vente
= crime
faux fausses fausse
- person 9, exact
after (?:papiers|factures|cheques?|bilans?|documents|et usage|devis|attestations?|billets?
       |monnaie|kbis|bulletins|identite|signatures?)
near fait|fabrique|emet|etabli|presente|fourni|produi\w*|imit\w*|faux et usage|utilise|paye
       |spec\w*|edite|donne|signe
unless par erreur|fausse facture recue|plainte
= crime
travail black
- person 10, exact
before fait du|fait travailler au|paie au|paye au|bosse au|travaille au|au|des gens au
       |employes au|ouvriers au|du
after (?:au )?(?:noir|dissimule|clandestin)|$
unless friday|formation|charge|couleur
= crime
noir black
- exact
before travaille au|bosse au|paie au|paye au|payes au|paient au|employes au|ouvriers au
       |travail au|salaries au|declare pas|gens au|chantiers? au|emploie (?:\w+ )?au|vend au
= crime
trafic/s trafiqu/er traficote
- exact
after (?:de |d |des |en )(?!route|chantier|donnees|camions?|voies?)\w+|avec|louche|quelque chose
       |dans
unless dense|bouchons?|circulation|retard|perturbe|aerien|internet|mesure|heure de pointe|voirie
       |ralenti|site
= crime
deal/er dealait revend revendait vend vendait
- exact
after (?:\w+ )?(?:(?:de|du|de la|des) )?(?:drogues?|coke|cocaine|shit|came|cannabis|herbe|dope
       |beuh|heroine|crack|stups?|stupefiants|armes|contrefacons?|vole\w*)
= crime
deale/nt dealer
- exact
before il|elle|ils|qui|patron|gerant|fils|frere
= crime
stups stupéfiants drogue
- person 10, exact
near trafic|affaire|reseau|plonge|trempe|histoire|tombee?|brigade|vend\w*|arrete\w*
unless test|formation|prevention
= crime
casses braquage/s cambriolage/s hold
- person 8, exact
near a fait|commis|participe|auteur|pour|specialiste|implique\w*|arrete\w*|plusieurs
unless {VICTIM}|subi|apres le|suite au
= crime
arrêté/e interpellé/e embarqué/e menotté/e coffré/e
- person 6, exact
after par (?:la |les )?(?:police|gendarmes|gendarmerie|flics|stups|keufs|condes|douane)
       |(?:\w+ )?(?:pour|en) (?:vol|fraude|trafic|violences?|ivresse|conduite|escroquerie|recel
       |detention|possession|etat|exces|meurtre|viol|coups|drogue|agression|blanchiment)|et mis
       |menottes
= crime
interpellé/e menotté/e menottes perquisition/s perquisitionné/e
- person 9, exact
= crime
police gendarmes flics stups gendarmerie justice brigade fisc
- person 12, exact
before (?:ennuis|problemes?|demeles|histoires|soucis|embrouilles|affaires|dossiers?
       |ardoise)(?: \w+)? (?:avec|a) (?:la|les|le)|recherchee? par (?:la|les)
       |surveillee? par (?:la|les)|surveille par (?:la|les)|dans le collimateur de la|fuit la
       |en cavale de la|connait bien la|embarquee? par (?:la|les)|descente de|visite des
       |poursuivie? par (?:la|les)
unless assurance
= crime
cavale
- exact
before en
= crime
justice
- exact
before demeles? avec la|problemes? avec la|ennuis avec la|fuit la
= crime
antécédents passé passif
- exact
after (?:judiciaires?|penal|penaux|criminels?|de (?:delinquant|taulard|voyou)|douteux|charge
       |trouble)
= crime
correctionnelle assises correctionnel pénal
- person 9, exact
before en|aux|aux|au|tribunal|passe en|jugee? en|proces en|proces au|devant le tribunal
= crime
soupçonné/e accusé/e suspecté/e inculpé/e poursuivi/e coupable/s
- person 8, exact
after (?:de|d|pour) (?!retard|non|impaye|reception|livr|paiement|defaut)\w+
unless accuse (?:de )?reception|accuse un retard|accuse notre|tribunal de commerce|nous accuse
= crime
accuse accusent soupçonne
- person 8, exact
after (?:de |d |aussi |\w+ )?(?:vol|fraude|harcelement|viol|escroquerie|detourn\w*|abus)
= crime
inculpé/e inculpation
- exact
= crime
louche/s pas
- person 6, exact
before est|affaires|sont|un type|c est|business|mec|(?:est|sont|c est)(?: \w+)?
after nette?s?|clairs?|clean|tres (?:net|claire?|catholique)|catholique
unless photo|image|facture|plan|adresse|instructions
= crime
affaires business combines combine magouilles histoires trafics
- person 9, exact
after (?:louches?|pas (?:nettes?|claires?|clean)|douteu\w+|illegales?|sales?|glauques?|tordues?)
= crime
permis
- person 8, exact
before sans|plus de|roule sans|conduit sans|conduire sans|perdu son|plus son
unless construire|demolir|amenager|cariste|feu|travaux
= crime
couteau flingue fusil arme armes pistolet
- person 9, exact
before un|une|son|des|les|avec un|sorti un|port d|detention d
near menac\w+|sorti|sort|port d arme|trafic|illegal\w*|braque\w*|planque\w*|detention
unless pistolet a|armurerie|beton|cuisine|cutter
= crime
milieu pègre banditisme gang
- person 10, exact
before dans le|du|lien avec la|liens avec la|liens avec le|la|grand|dans un|d un
near pegre|banditisme|gang|gens du milieu|liens avec le milieu|du milieu$
unless milieu (?:de|du)
"""
