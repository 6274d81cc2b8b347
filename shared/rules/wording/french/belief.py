"""Religion: faiths, practices, feasts as explanation (French)."""

from typing import Final

TERMS: Final = r"""
where BUILDING livr\w+|pos[ea]\w*|factur\w+|reunion de chantier|toit\w*|peint\w*|{INSTITUTION}
       |portail
       |chauffage|electricite|devis|chaudiere|maconnerie|situation|lot
where TRADE commandes?|ventes?|stocks?|rayon|promo\w*|livr\w+|catalogue|saison|marchandises?
       |affluence
       |gamme|horaires? du magasin|pic
= religion
musulman/e
islamiste/s islamisme islamique
salafiste/s wahhabite/s
bouddhiste/s
hindouiste/s
athée/s agnostique/s
jéhovah
mormon/e
évangéliste/s pentecôtiste/s
intégriste/s fondamentaliste/s
bigot/e bigoterie
mécréant/e impie/s
sikh/s
scientologue/s scientologie
hassidique/s loubavitch
raélien/s
cathos
bondieuserie/s
anticlérical
grenouille/s
djihadiste/s jihadiste/s
- name
unless benitiers? de|association|centre|ecole|cimetiere|carre|cultuel\w*|fonds|mosquee
= religion
ramadan
shabbat sabbat shabat chabbat shabbath
kippour
kippa/s kippah
hijab niqab burqa djellaba tchador burkini abaya
pèlerinage/s
hajj
barbu/s
- name
unless {TRADE}
= religion
ramadan shabbat sabbat kippour aïd carême pâque ramadam
- person 9, exact
before (?:fait|font|faire|fete|fetent|pour|pendant|cause|suit|observe|respecte
       |pratique)(?: (?:le|la|l|du|de|leur|son|cause|fete))*
unless {TRADE}|conges? (?:de|pour) paques
= religion
aïd aid carême roch yom hanoucca hanouka divali diwali mouloud noël
- exact
before fete|fetent|pour l|cause de l|cause du|a l|du|le|fete de l|fait le|pendant le
near il|elle|ils|elles|gerante?|patron(?:ne)?|client|absente?s?|ferme
unless {TRADE}|noel|aid (?:and|to|package)
= religion
jeûne/nt jeuner jeûnait
- exact
before il|elle|ils|qui|patron|gerant|gerante|comptable|client|elles|fait le|font le|cause du
       |pendant le|rompre le|rupture du
after (?!homme|fille|femme|dirigeante?|gerante?|patron|client|chef|comptable|mere|apprentie?
       |stagiaire|couple)\w+|$
= religion
juif/s juive/s feuj/s judaïsme
catho catholique/s catholicisme
chrétien/s chrétienne/s christianisme
protestant/e protestantisme
orthodoxe/s
évangélique/s
anglican/e adventiste/s maronite/s copte/s luthérien/s
chiite/s sunnite/s alaouite/s
israélite/s
baptiste/s
- person 9, name
unless ecole|lycee|college|secours|paroisse|diocese|cimetiere|{INSTITUTION}
- name
before c est une?|ce sont des|tres|client|encore une?|famille|des|un|une|un vrai|{IS}
unless ecole|lycee|college|secours|paroisse|diocese|cimetiere|temple|{INSTITUTION}
- name, first
before client
after pratiquante?s?|convaincue?s?|integristes?|ferventes?|tres|pur|non|donc
= religion
hindou/e islam coran torah talmud bible évangile/s
- person 8, name, exact
unless imprim\w+|papier|edition|{INSTITUTION}
= religion
islam coran bible torah
- person 9, exact
before l|converti a l|le|la
unless imprim\w+|edition|papier
= religion
pratiquant/e
- exact
before {IS}|non|peu|musulmane?s?|juifs?|juive|catholiques?|chretiens?|pas|c est un|un
unless sport|des prix|tarifs?|remise|marges?
= religion
religieux religieuse/s croyant/e pieux pieuse/s dévot/e fervent/e
- person 6
before {IS}|un|une|fanatique|il y a|des|{PERSON}
unless edifice|croyant (?:avoir|que|bien|etre|payer|pouvoir)|patrimoine|batiment|communaute
       |etablissement|soigneusement|pieux (?:battus|fores|beton|de)|partisan
= religion
croyance/s conviction/s foi obligation/s motif/s fête/s raison/s interdit/s pratique/s
préférence/s appartenance confession fanatique/s office
-
after religi\w+|catholiques?|musulmanes?|juives?|chretiennes?|en dieu|israelite|islamiques?
       |hebraiques?|protestante?|bouddhistes?
= religion
religion
- person 9
before sa|leur|la|de|cause de|a cause de|au nom de sa
-
before sa|leur|quelle|de meme
= religion
voilée/s enturbanné/e
- person 4, first
unless portes?|roues?|panneaux?|vantail|vantaux|chassis|fenetres?|lames?|planches?|pieces?
       |toles?|plaques?|jantes?|disques?|livraison|livrees?|tables?|etageres?|palettes?|menaces?
       |cadres?|volets?|poutres?
= religion
voile foulard turban soutane djellaba
- person 8, exact
before porte le|porte un|porte son|met le|mis le|son|avec un|avec son|en|sous son|portait le
       |porte une|retire son|garde son|mettre le
unless bateau|voilier|toile|carton|livraison|vends?|vent
= religion
foulard
-
after islamique
= religion
mosquée/s synagogue/s messe/s temple culte église/s paroisse vêpres
- person 9, exact
before a la|a l|au|de la|de l|du|sa|son|toutes les|chaque|apres la|avant la|pour la|frequente la
       |frequente une|frequente l|rate la|rate jamais la|jamais la
near va|vont|part|partent|allee?s?|aller|vers|sort|revient|est|sont|etait|frequente|dimanches?
       |fourree?|rencontree?|croisee?|vendredis?|matins|jamais|occupee?|pendant
unless {BUILDING}
= religion
messe/s prière/s
-
near fait|font|faire|tapis|heures?|pendant|va|part|apres|avant|dimanche|cinq|interrompt|cause|sa
       |ses|leur|vendredi|rate|sort|pause
unless priere d|basse|{BUILDING}
= religion
prie/nt prier priait
- exact
before il|elle|ils|elles|patronne|gerante|patron|gerant|qui|et|comptable|va|pour|parti|partie
       |en train de|toujours a
unless prie (?:d|de|nous|instamment)|prier (?:d|de|le client|nous)
= religion
secte/s
-
before une|sa|d une|dans une|la|leur|de|genre de|espece de
= religion
converti/e convert/ir
- exact
after (?:a l islam|au judaisme|au catholicisme|au bouddhisme|au christianisme|a une|chez les
       |recemment|a la religion|depuis)
unless devise|fichier|euros
= religion
halal casher cacher kasher
- person 6, exact
near mange|mangent|manger|mangeons|restaurant pour|deje\w+|repas avec|uniquement
unless boucherie|traiteur|viande|produits?|gamme|certifi\w+
= religion
porc alcool
- person 8, exact
before pas de|pas d|jamais de|refuse de manger du|mange pas de|boit pas d
near religion|islam|mange|boit
unless viande|lots?|commande|livr\w+|rayon
= religion
témoin/s
-
after de jehov\w+
= religion
bouffe bouffeur mangeur grenouille
-
after (?:du|de) (?:cure|curaille|benitier)
= religion
dieu allah seigneur jésus vierge prophète
- person 8, exact
before croit en|trouve|rencontre|retrouve|en|prie|craint|remet a|grace a|parle de|du nom de
       |nom de|parler de|inspiree? par|invoque|jure sur|remercie|la main de|volonte de|jure par
       |croit qu
= religion
imam rabbin curé pasteur prêtre
- person 8, exact
before est|aussi|son|l|le|avec son|comme|devenu|avec l|chez le|consulte son|ancien|un
       |demande a son
near mosquee|consulte|demande|avis|aussi|ecoute|frere|pere|conseil|ancien|son
unless presbytere|{INSTITUTION}|clinique pasteur|rue
= religion
signe croix chapelet crucifix
- person 6, exact
before fait le|porte une|porte la|egrene son|grosse|son|un
near croix (?:au|autour du)|chapelet|crucifix|signe de croix
= religion
enfant grenouille
- person 3
after de choeur|de benitier
"""
