"""Offenders, prison, violence (French)."""

from typing import Final

TERMS: Final = r"""
where PRISON (?:fait|fera|feront|va|vont|alle|allee|sorti|sortie|sort|sortir|ete|est|etait|mis|mise
       |finir|finira|passe|risque|ans de|mois de|envoye|envoyee|retourne|aller|dort|purge|deja
       |an de|peine|ans|mois|direct|bientot|derriere|frere|mari|fils|patron|gerant
       |merite) (?:\w+ ){0,4}(?:prison|taule|tole|zonzon|cabane|barreaux|trou|placard|ombre
       |violon)|prison (?:ferme|avec sursis|pour)
= crime
taulard/e
délinquant/e délinquance
dealer/s dealeur/s dealeuse
trafiquant/e narco/s narcotrafiquant/s
mafieux mafieuse/s mafia mafioso
malfrat/s malfaiteur/s gangster/s bandit/s loubard/s
braqu/eur cambriol/eur pickpocket/s
proxénète/s maquereau
pédophile/s pédocriminel/s viol/eur
assassin/s meurtri/er tueur/s
fraud/eur
recel/eur
faussaire/s contrefacteur/s
terroriste/s
pyromane/s
récidiviste/s multirécidiviste/s
bagnard/s
harcel/eur
prédateur/s
-
unless assurance|alarme|anti|insecte|tueur de|maquereaux? (?:frais|kg)|kg|filets?|nuisibles?
       |attentat
= crime
incarcéré/e incarcération
écroué/e
emprisonné/e emprisonnement
-
unless livr\w+|chantier
= crime
criminel/s criminelle/s recéleur/s recel blanchiment blanchi/e blanchir blanchit
- person 9, exact, first
unless formation|obligation|procedure|declaration|lutte|incendie|dispositif|tracfin
       |questionnaire|bois|murs?|facade|linge|conformite|volets|plafonds?|chaux
= crime
blanchi blanchit blanchissait blanchiment blanchir
- exact
after (?:de |d |du |de l |l |son )?(?:argent|fric|pognon|sale|especes)
unless lutte|declaration|obligation|dispositif|formation|questionnaire|conformite
= crime
argent
- exact
after sale
= crime
casier/s
-
after judiciaire|charge|long
= crime
casier
- person 5, exact
before (?:a|avait|aurait|un) (?:\w+ )?un|son|du|le
unless serrure|cles?|numero|rangement|vestiaire|bouteilles|n \d+|livr\w+|casse
= crime
prison taule tôle zonzon cabane barreaux trou placard ombre violon
- exact
near {PRISON}
unless livr\w+|chantier|lot|administration|marche|pos[ea]\w*|tole (?:acier|galva|inox|laquee
       |ondulee|pliee)|fenetres?|echelle|jardin|cuisine|centre penit\w*|factur\w*|perc\w+
       |dans le mur|commande
= crime
ancien ancienne ex
- exact
after detenue?s?|taulards?|prisonniers?|bagnards?|voyous?|braqueurs?|dealers?|condamnee?
       |delinquante?
= crime
détenu/e prisonni/er
- person 5, exact
unless titres?|parts?|capital|creances?|atelier|livr\w+|par (?:un|une|la|sa)|administration
       |penitentiaire|\d+ pour
= crime
garde/s
-
after a vue
= crime
mis mise mises
- exact
after en examen|en cause (?:dans|pour)
= crime
examen
- exact
before mise? en
= crime
connu/e
-
after (?:de|des|par) (?:la |les |services de )?(?:police|justice|gendarmerie|gendarmes|services
       |tribunaux|flics|keufs|douanes)
unless assurance
= crime
condamné/e condamnation/s condamner
-
near (?:{PERSON}) (?:\w+ ){0,5}condamn\w+|condamn\w+ (?:penale?s?|au penal|en correctionnelle
       |pour (?:fraude|escroquerie|vol|violences?|abus|faux|coups|recel|banqueroute|travail
       |trafic|agression|harcelement|conduite|detournement|viol|corruption))|(?:plusieurs|deja
       |antecedents|anciennes?|deux|trois|sa) condamn\w+
unless portes?|acces|issue|fenetre|societe (?:\w+ )?(?:a ete )?condamn\w+|entree
       |condamnee? a (?:nous )?(?:payer|regler|verser|rembourser)|ordonnance|injonction|depens
       |tribunal de commerce|par la medecine|astreinte|prud ?hom\w*
= crime
repris
- exact
after de justice
= crime
bracelet
- exact
after electronique
unless montres?|livr\w+|bijou\w*
= crime
violence/s violent/e
- exact
after conjugales?|sur (?:sa|son|ses)|familiales?|domestiques?|physiques?|avec (?:sa|son)
unless choc|orage
= crime
violent/e brutal/e dangereux dangereuse
- person 4, exact
before {IS}|un|une|homme|type|mec|quelqu un de|reputee?|individu
unless choc|orage|vent|produits?|chantier|machine|matieres?|quai|escalier|rue|virage
= crime
bat frappe cogne tape tabasse tabassé battu battait frappé cognait frappait
- exact
after (?:sa|ses|son|leurs?|les|un|une|sur (?:sa|son|ses)) (?:ex |propre |pauvre )?(?:femme
       |enfants?|mari|fils|fille|compagne|gosses|copine|employes?|salaries?|ouvriers?|chien|mere
       |voisin|collegue|conjointe?|gamins?|apprentis?|epouse|stagiaire|secretaire|serveu\w+)
= crime
agress/er agresseur/s tabass/er harcel/er harcèlement menac/er
- exact
after (?:sexuell?e?\w*|physiquement|(?:sa|son|ses|une?|la|le|notre|un de) (?:\w+ )?(?:femme
       |employee?s?|salariee?s?|secretaire|collegue|stagiaire|chauffeur|livreur|voisine?
       |serveuse|apprentie?|ex|client|vendeuse|commercial|comptable|ouvrier|fournisseur)
       |moral\w*|avec un|de mort|au couteau)
unless colle|produit|menace de (?:ne|resilier|changer)|victime
= crime
agression/s viol/s meurtre/s assassinat attouchement/s coups
- person 10, exact
near pour|accuse\w*|condamn\w*|sexuelle|commis\w*|auteur|coupable|soupconn\w*|jugee?|passee?
       |plainte|histoire|affaire|blessures
unless victime|coups? de (?:fil|main|telephone|frein|belier)|secret|chauffeur agresse
= crime
violé tué poignardé assassiné violée séquestré
- person 6, exact
before a|aurait|avait|ont
unless contrat|regle|clause|marge|secret|accord
= crime
fiché/e fiche
- exact
after s|par la police|a la banque de france pour|au (?:stic|taj|grand banditisme)|chez les flics
       |s pour
unless fiche s (?:\d|il)|fiche par
= crime
fiché/e
- person 5, exact
before est|sont|etait
unless banque de france
= crime
détention
- exact
after provisoire|preventive|d arme\w*|de stup\w*
= crime
ivresse
- exact
before etat d|d|en
near conduite|permis|arrete|retrait|conduisait|volant|controle\w*|gerante?|patron|il|elle
= crime
permis
- person 9, exact
after (?:\w+ )?(?:retire|suspendu|annule|supprime)
unless construire|demolir|amenager
= crime
retrait suspension annulation
- person 9, exact
after de permis
= crime
voleur/s voleuse/s kleptomane/s
-
before {ONE}|{IS}|de|les|d|comme
unless plainte|police|assurance|alarme|camera|antivol|anti
= crime
vol/s
- person 10, exact
before (?:pour|accusee? de|coupable de|condamnee?s? pour|soupconnee? de|auteur du|auteur de
       |arretee? pour|vire pour|viree? pour|plainte pour|coupables? d un|commis (?:un|des
       |plusieurs)|licenciee? pour|spec\w* du|habituee? du)
unless paris|avion|aeroport|escale|compagnie|victime|reserve|retarde
= crime
vole/nt volait voler volé piqué pique/nt barboté chourave tapé chouré dérobé subtilisé fauché
chipé
- person 7, exact
after (?:dans (?:la|les) (?:caisse|stocks?|poches?|magasins?|rayons?)|(?:de l|l) argent
       |du (?:materiel|fric|pognon|cuivre|gasoil|stock|liquide|carburant|bois|gazole)
       |des (?:outils|palettes|pieces|clients|marchandises|cheques|fournitures)|nos|notre
       |son (?:patron|employeur|associe|frere|ancien|fournisseur|pere)|ses (?:clients
       |fournisseurs|associes|employes|salaries|parents|ouvriers)|sa (?:boite|mere|societe
       |famille)|la (?:caisse|recette)|tout|chez|aux? (?:clients|entrepots?)|comme|(?:deux|trois
       |quatre|\d+)|les|sur les|le|un|une|le stock|regulierement|sans)
unless victimes?|plainte|assurances?|entre (?:paris|lyon)|avion|aeroport|s est fait|inconnus
       |fait vole\w*|drone|(?:a|ont|ete|fut) ete vole\w*|cles? volees|nuit|sinistre|un vol
       |declare|cambriol\w*
"""
