"""Addictions: what somebody drinks, takes and plays (French)."""

from typing import Final

TERMS: Final = r"""
= health
alcoolique/s
-
unless boissons?|produits?|rayon|solutions?|gels?|degre|lotion|fermentation
= health
alcoolo/s alcoolisé/e alcoolisme alcolo/s
toxicomane/s toxicomanie toxico/s
cocaïnomane/s héroïnomane/s cocaïne héroïne coke crack
junkie/s
picol/er picoleur/s picoleuse/s
ivrognerie soûlerie beuverie/s
cuver
désintox désintoxication
tabagisme
ludopathe
-
before {HAS}
-
unless charbon|metallurg\w*|tonnes?|fonte|combustible|fours?|{INSTITUTION}
= health
boit boivent buvait boire bu boirait
- person 5, exact
unless cafes?|the|eau|verre d eau|cartons?|rayons?|chariot|papier|machine|tasse|jus|coup a
       |du petit lait|du lait|animaux|vaches|boire un verre|boire un coup|offert a|bois
= health
boit bu buvait boivent
- person 6, exact
after (?:trop|beaucoup|comme|des|encore|un (?:peu|coup)|du (?:matin|vin|pastis|rouge)|depuis
       |toute|tous|de l alcool|le matin|au (?:travail|bureau|boulot)|en cachette|pas mal)
= health
boire
- exact
before remise? a|mise? a|recommence a|continue a|arrete de|cesse de|recommence a|sans
       |probleme de
= health
ivre/s bourré/e saoul/e soûl/e éméché/e pompette torché/e
- person 6, exact, first
unless cartons?|agenda|planning|rayons?|facture bourree|bourree? d erreurs|bourree? de|torche
= health
soûler saouler saoule
- exact
before se|s est
= health
alcool
- exact
before sent l|sentait l|sentait fort l|puait l|pue l|empeste l|sent encore l|sent fort l|dans l
       |tombee? dans l|noie dans l|penche pour l|a l|probleme d|problemes d|abus d|haleine d
       |abuse de l|porte sur l|accro a l|dependante? a l|soucis? (?:d|avec l)|problemes? avec l
       |sous l emprise de l|addiction a l|haleine sent l|puer l|sentir l|odeur d|trop d
       |l emprise de l|cause de l
unless gel|vapeurs?|bidons?|colis|palette|cuve|rechaud|flacons?|entrepot|desinfect\w+
= health
bouteille boisson picole gnôle pastis pinard bibine goulot
- person 7, exact
before sur la|porte sur la|leve le coude et la|penche pour la|tape dans la|au|du|a la|dans la
       |tombe dans la|son|accro a la|de trop de
near penche\w*|porte|accro|tombe|trop|tape|biberon\w*|matin|alcool|noie
unless livr\w+|commande|casse
= health
coude
- exact
before leve le|levent le|lever le
= health
trou
- person 2, exact
after normand
near alcool
= health
verre coup gueule
- person 8, exact
before un|dans le nez|le|la
after dans le nez|de trop|de bois
= health
drogu/er droguée/s shooté/e défoncé/e stone cannabis beuh shit héro joints pétard/s fumette
ecstasy mdma kétamine amphétamine/s
- person 7, exact
unless portes?|cloison|mur|palettes?|cartons?|route|chaussee|voirie|feux? d artifice|emballage
       |etancheite|silicone|boutique|graines
= health
drogu/er drogue/s
- exact
before (?:{PERSON}) (?:\w+ )?se|se|s est|dans la|de la|a la|pour|l air|prend de la|sous
       |touche a la
unless lutte|prevention|test|ligue
= health
drogué/e camé/e came
- exact
before un|une|des|c est un|ce|cette|vrai|bande de|ancien|ex|est
unless porte|arbre
= health
fume/nt fumait fument
- person 6, exact
after (?:\w+ )?(?:(?:du|de la|des|trop de|son|ses|le) )?(?:cannabis|shit|herbe|joints?|beuh
       |petards?|crack|weed|hasch|hashish)
= health
accro/s addict/s dépendant/e addiction/s
- person 8, exact
after (?:a|aux|au) ?(?:la |l )?(?:drogues?|alcool|jeux?|coke|cocaine|medicaments?|came|casino
       |poker|paris|tabac|cannabis|bouteille|boisson|jeu|calmants?|somniferes|sexe|heroine
       |pilules?|courses|grattage)|(?:il|elle)
= health
addiction/s
-
unless prevention|{INSTITUTION}
= health
joue jouait joueur
-
after (?:son|tout son|l) argent|au casino|aux courses|compulsi\w*|au poker|pathologique|invetere
       |sa paye|sa paie|a la roulette
= health
cure/s
-
after de desintox\w*|de sommeil|d alcool|thermale
unless station|etablissement
= health
cure
- person 6, exact
before en|fait une|sort de|revient de|parti en|partie en|sa
unless jouvence|procure|chantier
"""
