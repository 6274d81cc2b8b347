"""Political opinions and trade unions (French)."""

from typing import Final

TERMS: Final = r"""
where PARTIES (?:(?:le|la|au|aux|les|l|du|des|chez les|pour|a|parti) )*(?:rn|fn|front|rassemblement
       |lfi|nupes|nfp|modem|renaissance|extreme|gauche|droite|macron|marine|melenchon|zemmour
       |bardella|le pen|pen|ps|lr|eelv|ecolo\w*|verts|communistes?|socialistes?|insoumis\w*|pcf
       |npa|reconquete|sarkozy|blanc|republicains|parti|hollande|sarko|trump|poutine)
= opinion
syndicaliste/s
cégétiste/s cédétiste/s
syndicalisme
-
unless agricole|chambre
= opinion
gauchiste/s gauchiasse/s gaucho/s
fasciste/s facho/s fascisant/e néonazi/s nazi/s nazillon/s
communiste/s stalinien/s maoïste/s bolchevique/s
frontiste/s lepéniste/s mariniste/s zemmouriste/s
macroniste/s macronien/s sarkozyste/s hollandiste/s chiraquien/s gaulliste/s
mélenchoniste/s insoumis
trotskiste/s trotskyste/s anarchiste/s anar/s
royaliste/s monarchiste/s
complotiste/s complotisme antivax conspirationniste/s platiste/s
souverainiste/s identitaire/s
zadiste/s blackbloc
islamogauchiste/s wokiste/s
féministe/s antisémite/s
frexiteur/s
anticapitaliste/s antifa/s antisystème
populiste/s
-
unless architecture|parti communiste|local|mairie|federation|noix|noix de coco|association|style
= opinion
socialiste/s écolo/s coco/s bobo/s électeur/s électrice/s militant/e encarté/e sympathisant/e
partisan/e écologiste/s nationaliste/s républicain/e centriste/s libéral libéraux trotsko réac/s
réactionnaire/s patriote/s europhobe/s indépendantiste/s
- person 8, exact
unless liste|lait|tapis|noix|fibres?|partisane? d une?|partisane? de (?:la|l|un|payer|regler)
       |huile|label|moteur|profession|medecin|infirmi\w+|garde|chauffage|produits?|chaudiere
       |exercice
= opinion
militant/e sympathisant/e électeur/s électrice/s adhérent/e encarté/e élu/e partisan/e
-
after (?:du|de|des|au|pour|a|chez|cgt|fo|cfdt) ?(?:le |la |l |les )?(?:rn|fn|lfi|ps|lr|gauche
       |droite|extreme|parti|front|pcf|verts|cgt|fo|cfdt|sud|communiste|socialiste|macron
       |zemmour|melenchon|marine|le pen|insoumise|syndicat)
= opinion
militant/e activiste/s
- exact
before {IS}|un|une|ancien|ex
unless association
= opinion
cgt cfdt cftc unsa fsu cnt
- exact
unless union locale|union departementale|factures?|protocole|courrier de la|prime|formation
       |accord|greve|blocage|livr\w+|commande
= opinion
cgt cfdt cftc fo sud unsa fsu
- person 7, exact
before (?:est|delegue\w*|encartee?|adherente?|chez|elu\w*|membre|milite|carte|rep\w*|permanente?
       |syndique\w*)(?: (?:a|de|la|le|chez|au|du|l))*
unless fo(?:rmation)? annuelle|plein sud|quai sud|secteur sud
= opinion
syndiqué/e
- person 9, first
= opinion
syndicat/s
- person 6
before au|a un|d un|membre du|membre d un|dans un|monte un|son|creer un|adherente? a un|actif au
       |le|adhere a un|carte d un
unless syndicat (?:mixte|de copro\w*|des copro\w*|intercommunal|d initiative|des eaux|agricole
       |departemental|d energie|professionnel|patronal)
= opinion
délégué/e représentant/e élu/e responsable/s leader/s permanent/e meneur/s
-
after syndica(?:l|le|ux)|cgt|fo|cfdt|sud|du personnel|rn|fn|lfi|ps|lr
= opinion
gréviste/s
- person 7
unless transport\w*|port
= opinion
vot/er voté/e vota
- exact
after {PARTIES}
unless conseil|budget|assemblee|copro\w*
= opinion
carte
- exact
after (?:au|du|de la|d un) (?:parti|rn|fn|ps|lr|pcf|cgt|cfdt|syndicat)
= opinion
milite/nt militait milité militer
- person 8, exact
after (?:a|au|chez|pour|dans|contre|avec|aux|depuis|activement)
unless milite (?:pour|en faveur) (?:un|d un) (?:rabais|report|delai)|tout milite
= opinion
extrême
-
after droite|gauche
unless entree|batiment|cote|porte|quai
= opinion
ultra
- exact
after droite|gauche|liberal\w*|gauchiste
= opinion
gauche droite
- person 7, exact
before (?:est|sont|tres|plutot|bien|homme|femme|gens|patron|mec|type|bobo|a) (?:tres )?de|a
       |ancree? a|franchement a|tres a|plutot a|penche a|convaincue? de
unless porte|quai|cote|battant|vantail|poignee|entree|batiment|accueil|couloir|portail|rue
       |tourner|bureau|magasin
= opinion
gilet/s
- person 7
after jaunes?
unless lot|epi|haute|visibilite|livr\w+|commande\w*|port\w+ obligatoire|barrages?|manifestation
       |blocages?|obligatoire
= opinion
franc francs
-
after macon|macons|maconne|maconnerie
= opinion
loge maçonnique
- person 7, exact
before dans une|d une|sa|loge
unless gardienn?e?|theatre
= opinion
opinion/s idée/s convictions étiquette engagement/s positions couleur sensibilité sympathies
discours bord penchants
-
after politiques?|d extreme|de gauche|de droite|politiciens?|royalistes|nationalistes
       |syndica(?:l|le|ux|les)
= opinion
politique politiquement
- person 8, exact
before fait de la|parle|parle que|engagee? en|active? en|obsedee? par la|branchee?
unless tarifaire|commerciale|prix|paiement|credit|de remise|achats?
= opinion
rn fn nupes insoumis insoumise/s lr pcf ps lfi eelv npa
- person 9, exact
before du|au|le|la|chez les|chez|pro|a|est|vote|pour le|anti|de
unless carte grise|route|kilometre|travaux|echangeur|sortie|rn \d+|p s|reference
= opinion
macron mélenchon zemmour bardella poutine trump
- person 8, exact
before pro|anti|soutient le|soutient la|soutient|adore|deteste|deblatere sur|fan de|supporter de
       |contre|crache sur|insulte|aime|deteste|pour|vote
unless loi|prime|primes?
= opinion
manif manifs manifestation/s
- person 7, exact
before a une|en|aux|des|a la|toutes les|dans les|va en|fait les|fait toutes les
unless route|bloqu\w*|livr\w+|retard\w*|sportive|commerciale|acces
= opinion
soutient soutien finance adhère adhérent adhérente cotise appelle milite penche
tendance proche sympathise
élu élue candidat candidate tête conseiller conseillère
- exact
after (?:a |au |pour |de |du |le |la |les |l |chez |avec |vers |voter |sur une |liste )*(?:rn|fn
       |front national
       |rassemblement|lfi|ps|lr|pcf|npa|eelv|verts|ecolos?|extreme (?:droite|gauche)|macron
       |marine|melenchon
       |zemmour|bardella|le pen|communistes?|socialistes?|reconquete|insoumis\w*|gauche|droite
       |ecologistes?
       |trump|poutine|palestine|cgt|cfdt|syndicat)
unless porte|portail|battant|vantail|poteau|cloture|syndicat (?:mixte|de copro\w*|des eaux)
"""
