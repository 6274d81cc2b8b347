"""Insults: words that say it all, and words that do of a person (French)."""

from typing import Final

TERMS: Final = r"""
where QUALIFIED (?:(?:c est|est|quel|quelle|ce|cette|sale|vraie?|gros|grosse|vieille|vieux|espece de
       |bande de|comme (?:un|une|des)|sont|tas de|pire des|pauvre|petite?|espece d|bande d
       |tous des|sacree?|fieffe|gentil|parfaite?|veritable|devenue?|genre de|ces|traite de
       |traitee? d)(?: (?:{ONE}|{IS}))*)
= insult
connard/e conard/e
connasse/s conasse/s conne/s
connerie/s
couillon/s couillonne/s couille/s couillonnade/s
salaud/s salope/s salopard/e saloperie/s saligaud/s
enfoiré/e
enculé/e
bâtard/e
putain/s pute/s putassi/er
emmerd/er emmerdement/s emmerd/eur
merdeux merdeuse/s merdique/s merdouille démerd/er
chieur/s chieuse/s chiotte/s
pouffiasse/s poufiasse/s pouffe/s
pétasse/s
grognasse/s
garce/s
catin/s roulure/s
branl/eur branlette
bordélique/s
trouduc trouducul
enflure/s
fumier/s
raclure/s
niqu/er
foutriquet
fouteur
connaud couillu
bite/s teub zob
fuck fucking shit bullshit bitch motherfucker asshole loser/s
-
unless putain de merde de
= insult
abruti/e
crétin/e crétinerie
imbécile/s imbécilité imbécillité
débilos
attardé/e
gogol/s mongol/s mongolien/s gol triso
teubé/s boloss bolos bouffon/ne
tocard/e toquard/e
guignol/s charlot/s rigolo/s mariole/s clampin/s
branquignol/s branquignole/s
neuneu/s benêt/s nigaud/e niais/e nunuche/s
ahuri/e incapable godiche/s
ignare/s inculte/s analphabète/s illettré/e
andouille/s
péquenot/s péquenaud/e plouc/s bouseux beauf/s pignouf/s naze/s nase/s jobard/e kéké/s morveux
morveuse/s merdaillon/s
nabot/s puceau/x zonard/e
cassos kassos
-
unless terrain inculte|eau cruche|cruches? (?:en|de)|frappe
= insult
escroc/s
arnaqu/eur arnaqu/er
crapule/s crapuleux crapuleuse
fripouille/s canaille/s vaurien/s
magouill/eur magouille/s magouill/er
truand/s voyou/s racaille/s gredin/s scélérat/s
filou/s entourloup/eur embrouill/eur combinard/e
ment/eur
mytho/s mythomane/s affabulateur/s affabulatrice
trich/eur
fourbe/s fourberie perfide/s sournois/e fauxcul hypocrite/s tartuffe/s
malhonnête/s malhonnêteté
véreux véreuse/s roublard/e crevure/s
charlatan/s imposteur/s
baratin/eur bonimenteur/s enfumeur/s pipoteur/s
profit/eur sangsue/s crevard/e
manipulateur/s manipulatrice/s
-
unless anti triche|victime|signaux|un pervers|tentative d arnaque|antiarnaque
= insult
minable/s
feignant/e fainéant/e feignasse/s fainéantise flemmard/e gland/eur
radin/e pingre/s rapiat/s
psychopathe/s sociopathe/s cinglé/e siphonné/e barjo/s barjot/s foldingue/s
zinzin/s maboul/e déséquilibré/e
paranoïaque/s mégalomane/s mégalo/s narcissique/s caractériel/s
ivrogne/s ivrognesse poivrot/e soûlard/e soulard/e pochtron/s pochard/e alcoolo
clochard/e clodo/s
goujat/s malotru/s mufle/s rustre/s malpoli/e ordurier
harpie/s mégère/s mégere hystéro/s virago marâtre
mauviette/s couard/e trouillard/e poltron/ne
prétentieux prétentieuse/s arrogant/e imbu/e péteux snobinard/e
mesquin/e foireux
despote/s tyran/s tyrannique dictateur/s
raciste/s sexiste/s misogyne/s macho/s phallocrate/s homophobe/s xénophobe/s
obsédé/e satyre libidineux vicelard/e
abject/e méprisable/s
cassecouille cassecouilles
incompétent/e
grincheux acariâtre/s
-
unless tribunal|juge|juridiction|prix|tarif|delai|erreur|lamentable etat|salaire|odeur|etat
       |provision|boulon|tige|givre[se]? (?:sur|dans)|pneus?|joint
= insult
débile/s ordure/s dégueulasse/s répugnant/e salope
-
unless prix|tarifs?|delais?|erreurs?|questions?|idees?|menageres?|benne|bac|enlevement|collecte
       |poubelles?|ordure menagere|sacs?|procedure|odeur|etat|toilettes|sanitaires|chantier
       |notice
= insult
con cons merde merdes pd pds fdp ntm tg vtff btrd chier chiant/e chie nique cul culs cnl
- exact
unless con (?:calma|carne|el|la|gas)|pd[lf]|merde alors|cul (?:de sac|de poule|de bouteille)
       |tg \d|tribunal
= insult
lamentable/s pitoyable/s minable/s pathétique/s
ignoble/s immonde/s odieux odieuse dégueulasse/s répugnant/e infect/e détestable/s
grossi/er vulgaire/s
avare/s
infantile/s puéril/e
incompétent/e incapable/s
nul/s nulle/s nullité/s nullard/s
débile/s
bête/s idiot/e stupide/s sot/s sotte/s
moche/s laid/e
folle/s fou fous dingue/s malade/s taré/e barge/s givré/e timbré/e fêlé/e
illuminé/e demeuré/e minus dégonflé/e impuissant/e pervers/e empoté/e bêta
toqué/e
pourri/e ripou/x corrompu/e
lâche/s
tordu/e vicieux vicieuse/s
méchant/e
puant/e
insupportable/s imbuvable/s exécrable/s invivable/s
- person 7, exact
before (?:est|sont|etait|ete|es|un|une|qu|espece d|espece de|bande d|bande de|tous|c est une?
       |mec|type|gars|homme|femme|devenue?|parait|gerante?|patron(?:ne)?|quel|quelle|trop|tres
       |vraiment|aussi|vieux|vieille|sale|gros|grosse|pauvre|ce|cet|cette|petit)(?: (?:{IS}))*
unless soldes?|montants?|resultats?|ecarts?|tva|taux|balance|stocks?|effet|valeur|factures?
       |avoir|reste|nulle part|part|due?|facturee?|clause|contrat|bois|fruits?|legumes?|temps
       |lots?|palettes?|poutres?|planches?|parquet|articles?|marchandises?|cartons?|produits?
       |prix|tarifs?|malade depuis|arret|delais?|succes|rythme|question|panne|erreurs?
       |grosse? (?:commande|retard|client|chantier|probleme|compte|facture|oeuvre|montant|litige
       |lot|volume|depense|dossier)|qualite|emballage|pneus?|accord|cable|eau|peinture|portes?
       |murs?|travail|travaux|livraisons?|service|logiciel|pieces?|machine|nouvelle|en gros
       |lente?|(?:mauvaise?|mechante?) (?:adresse|reference|quantite|payeur|taille|numero
       |couleur|foi|compte|jour|temps|etat|produit|nouvelle|surprise|date|tva|client|iban|rib
       |service|facture|bon)|vendus? (?:a|le|en|par|avec|\d+)|inutile (?:de|d)|incapable (?:de
       |d)|frappe a|atteint (?:le|son|la|un|les)|limitee? (?:a|par|au)|bas|trop bas|tresorerie
       |societe|entreprise|secteur|marche|boulons?|vis|tuiles?|plaques?|volets?|portail|chassis
       |barres?|tole|odeur|service|colis|notice|idee|saisie|temps|surprise|en demeure|demeurent?
       |cercle|effets?|version|facades?|vitrine|poids|pneus?|impuissante?s? (?:face|devant)
       |(?:gros|grosse|grosses) \w+ion|lente?s? a
= insult
incapable/s
- exact
before {ONE}|d|les|sont des
unless incapables? (?:de|d)
= insult
incompétent/e incapable/s nullité/s nul/s nulle/s
- person 8, exact
before bande d|bande de|une vraie|un vrai|c est un|c est une|quel|quelle|{IS}
unless soldes?|montants?|facture|tribunal|juge|clause|tva|incapables? d|ecart|stock|resultat
       |juridiction|contrat|avoir
= insult
porc/s cochon/ne truie/s
vache/s veau/x bœuf dinde/s oie/s
vipère/s serpent/s
sorcière/s
chien/s chienne/s roquet clebs clébard
rat/s rapace/s vautour/s requin/s hyène/s
âne/s bourrique/s mule mulet
vermine/s cafard/s cloporte/s
bécasse/s pimbêche/s pintade/s morue/s poule/s grue/s thon/s baleine
limace/s larve/s mollusque/s légume
cornichon/s blaireau/x
singe/s macaque guenon gorille
parasite/s
boulet/s pitre/s clown/s comique/s gugusse/s zozo/s zigoto/s marlou zouave
tache/s buse cloche/s gourde/s courge patate poire bidon quiche truffe pomme bolet
déchet/s ordure/s rebut étron poubelle fumiste/s
peste plaie calamité teigne
bandit/s voleur/s voleuse/s brigand/s gangster/s
monstre/s
pigeon/s
glandu lavette cruche traînée lascar demeuré débris épave loque boudin laideron
- exact
before {QUALIFIED}
unless viande|elevage|lots?|charcut\w+|lait|kilos?|kg|palettes?|filet|abattoir|roti|cuir|traite
       |carcasses?|cotes?|conserves?|jambon|ferme|cirque|livr\w+|commande\w*|spectacle
       |menageres?|benne|bac|enlevement|collecte|plainte|police|assurance|alarme|camera|peinture
       |cave|boite|sac|tonnes?|signal|filtre|chien de garde|un chien (?:dans|mord)|attention au
       |grille|deguisement|jeux?|inventaire|pommes?|traitement|factur\w+|grutier|tache (?:sur
       |urgente|de|d|a|est|planifiee?)|une tache|cette tache|ces taches|en demeure|colle|fumee
       |enseigne|eclairage|bouteille|plan|recyclage|nucleaires?|chauffage|gaz|moulin|menage
= insult
pouf
- exact
before quelle|grosse|sale|vraie|espece de
"""
