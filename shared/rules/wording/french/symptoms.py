"""The body's health: symptoms, injuries, care (French)."""

from typing import Final

TERMS: Final = r"""
= health
attend attendait
-
after (?:un|son|leur) (?:enfant|bebe|premier|deuxieme|troisieme|heureux)|des (?:jumeaux
       |jumelles)
= health
pma fiv menopause ménopausée ménopause règles
- exact
before {HAS}
unless regles (?:de|du)|des regles|ses regles de
= health
stérile/s
- person 5
unless gants?|compresses?|emballages?|bloc|milieu|produits?|debat|discussion
= health
fièvre tremblote toux vertige/s palpitation/s nausée/s vomi/s vomit évanoui/e fracture/s
entorse/s hernie/s luxation béquille/s prothèse/s boitille boîte plâtré/e migraine/s insomnie/s
insomniaque/s perruque/s rechute/s
- person 7, exact
unless prix|carte|carreaux?|mur|sol|dalle|tuyau|boites? (?:aux|de|a|mail|vocale)|(?:en|la|sa|une
       |cette|notre|leur|par|de|dans|des) boites?|commande\w*|livr\w+|numerique|sociale|stocks?
       |dentaire|plaques?|placo|plafonds?|cloisons?|murs?|sacs?|{INSTITUTION}
= health
boîte
- exact
before il|elle|patron|gerant|gerante
after (?!aux|de|a)\w+|$
= health
hernie
-
after discale|inguinale|hiatale
= health
migraine/s entorse/s hernie/s rechute/s infection/s
-
before {HAS}
unless logiciel|informatique|virus
= health
cassé fracturé foulé brisé pété déplacé
- exact
after (?:la|le|une?|son|sa|deux) (?:jambe|bras|poignet|cheville|col|pied|main|dos|hanche
       |vertebres?|cote|cotes|epaule|genou|doigt|clavicule|bassin|femur)
= health
jambe bras poignet cheville pied hanche genou épaule
- person 7, exact
after (?:cassee?|fracturee?|platree?|foulee?|dans le platre|en vrac|amputee?)
unless tables?|chaises?|grue|robot
= health
opéré/e opérer
- person 7, exact
after (?:\w+ )?(?:du|de la|des|de l|de|d une?|a|au|en urgence|hier|lundi|mardi|mercredi|jeudi
       |vendredi|demain|la semaine)
unless operer (?:un|le|la|une) (?:virement|paiement|machine|changement)|modification
       |regularisation
= health
opéré/e
- exact
before fait|ete|va etre|doit etre|sera|etre|se faire|s est fait|doit se faire|va se faire
       |vient d etre
unless virement|paiement|changement|regularisation|prelevement|machine
= health
opération intervention chirurgie
- person 8
near operation(?: \w+){0,2} (?:coeur|genou|dos|hanche|prostate|cataracte|epaule|pied|yeux|ventre
       |cerveau)|chirurgicale|(?:son|sa|grosse|lourde|suite a une|apres son|d une) (?:operation
       |chirurgie)|subir une|subi une
unless bancaire|financiere|comptable|commerciale|virement|promotion|maintenance|technicien
       |chantier|depannage|fibres?|immobiliere|promotionnelle
= health
traitement/s
- person 8
after lourd|medical|medicamenteux|hormonal|psychiatrique|experimental|contre (?:le|la|son|sa|l)
       |pour (?:sa|son|ses|dormir|le coeur|la|maigrir|le cancer)
unless surface|bois|facture|eaux?|toiture|mousse|rouille|humidite|termites
= health
traitement
- person 8
before sous|suit un|suit son
unless facture|dossier|demande|surface|bois
= health
médicament/s médoc/s cachet/s comprimé/s pilule/s ordonnance/s
- person 8, exact
near sous|prend|prenne?nt|shoote\w*|gave\w*|bourre\w*|avale|traitement|sans ses|ses|trop de
       |fortes?|dormir|coeur|oublie
unless air comprime|pharma\w*|injonction|juge|cachet de la poste|cachet commercial|tampon
       |cachet de l entreprise|son cachet|{INSTITUTION}
= health
hôpital hosto hopital urgences clinique
- person 7, exact
before a l|est a l|(?:il|elle|gerante?|patron(?:ne)?|mari|femme|pere|mere|fils|fille|associee?
       |comptable) (?:\w+ ){0,4}(?:a l|de l|d|aux|en|a la)
near est a l|etait a l|entree? a l|sort de l|sortie? de l|reste a l|ete admise?|retour de l
       |hospitalis\w+|transportee?|emmenee?|admise?|finie?|depuis|est aux|conduite?|partie? a l
       |partie? aux|passee? aux|passe par les
unless factur\w*|livr\w+|chantier|comptable de l|commande|marche|bon|paiement de l
       |services? achats?|acheteur|intervention|pos[ea]\w*|chez l|rendez vous|rdv|technicien
       |reception\w*|echeance|urgences? (?:client|chantier)
= health
soins
-
after intensifs|palliatifs|psychiatriques
unless {INSTITUTION}
-
before en|dans une unite de
after intensifs|palliatifs
= health
réa
- person 7, exact
before en
= health
coma
- exact
before le|un|dans le|en|etat de
= health
perdu perd perdre
- person 7, exact
after (?:son|le|un|leur|l|la|une|l usage) (?:bebe|enfant qu|vue|ouie|oeil|jambe|doigts?|memoire
       |audition|oreille|rein|parole|bras|odorat|sommeil|appetit|main|usage d)
= health
mal
- exact
after (?:voyant|entendant)e?s?
= health
canne déambulateur béquille/s attelle minerve corset sonde appareil pansement plâtre fauteuil
sonotone
- person 8, exact
before avec une|avec sa|avec un|dans le|a une|porte une|porte un|sur des|des|avec des|un|une
near marche|boite|porte|deplace|jambe|bras|dans le platre|en bequilles|auditif
unless pomme|sucre|peche|appareil (?:photo|de)|commande|livr\w+|fauteuils|en marche
= health
pendu pendre suicidé noyé tué
- exact
before s est|se|etre|voulu se|tente de se|retrouve
= health
veines
- exact
before ouvert les|ouvrir les|tailler les|taille les
= health
hyperactif hyperactive dyspraxie trachéotomie
- person 9
= health
examens analyses bilan irm scanner
- person 9, exact
after (?:medica(?:l|ux)|sanguin|de sante|complementaires a l hopital|du cerveau|cardiaque)
= health
curatelle tutelle
- person 10, exact
before sous|mise? sous|demande de|placee? sous
unless tutelle (?:de la|du|administrative|de l)
= health
phase
- person 8
after terminale
= health
fauteuil
- person 7
after roulant
unless rampe|largeur|livr\w+|commande\w*|acces|largeur|factur\w+|modele|pieces?|loca\w+|norme
       |pmr
= health
sourd/e aveugle/s muet muette obèse/s paralysé/e amaigri/e
- person 6, name, exact
unless fenetre|facades?|murs?|chantier|production|port|site|livraison|activite|intemperies|greve
       |panneau|trous?|pieds?|fait le sourd|fait la sourde|fraise|ecrou
= health
maigri grossi vieilli
- person 5, exact
before a|ont|avait|bien|encore|beaucoup|vachement|trop|tellement|enormement
unless commande|facture|equipe|stock
= health
fatigué/e épuisé/e affaibli/e diminué/e usé/e
- person 5, exact
after (?:nerveusement|moralement|physiquement|psychologiquement|par (?:la|sa|son|les) (?:maladie
       |traitement|chimio|grossesse|divorce))
= health
fauteuil béquilles
- person 6, exact
before en|avec des|sur des
after (?:roulant|depuis|jusqu)|$
= health
mal
- person 6, exact
before va|vont|allait|tres|vraiment|plutot|fait|toujours
after en point|fichu|au (?:dos|coeur|genou|ventre|crane)
= health
va allait
- exact
before il|elle|gerante?|patron(?:ne)?|mari|femme|ne|comptable
after (?:vraiment |toujours )?(?:tres )?(?:pas bien|mal)(?= (?:depuis|en ce|moralement|psycho\w+
       |physiquement|du tout|il|elle)|$)
unless mal finir|affaires?|entreprise|societe|boite|projet|chantier|tresorerie
= health
condamné/e
-
after par la medecine|par les medecins|par sa maladie
= health
médecin toubib docteur
- person 9
before son|leur|voit un|chez le|le
near arret\w*|interdi\w*|prescri\w*|consult\w*|diagnosti\w*|ordonn\w*|repos|rendez vous chez
       |voit|conseille|suivi
unless cabinet|controle|docteur en|facture|medecin du travail (?:a|conteste)
= health
diagnostiqu/er
- person 8
unless panne|moteur|machine|technicien|fuite
"""
