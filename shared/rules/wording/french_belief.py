"""Religion, opinions and trade unions, in French."""

from __future__ import annotations

from typing import Final

from shared.rules.wording.french_words import INSTITUTION, IS, PERSON
from shared.rules.wording.terms import AGREEING, term

RELIGION: Final = (
    term(
        "religion",
        f"musulman{AGREEING} islamiste~s islamisme salafiste~s boudhiste~s bouddhiste~s"
        " hindouiste~s athee~s agnostique~s jehovah mormon~s evangeliste~s pentecotiste~s"
        " integriste~s bigot~e~s~es mecreant~e~s ramadan shabbat sabbat shabat chabbat kippa~s"
        " kippah"
        " hijab niqab burqa djellaba tchador yom sikh~s scientologue~s scientologie bondieuserie~s"
        " cathos anticlerical",
        name=True,
    ),
    term(
        "religion",
        "hindou~e~s islam careme pratiquant~e~s aid aid el confesse communie rabbin imam",
        near=PERSON,
        unless=INSTITUTION,
        name=True,
        loose=False,
    ),
    term(
        "religion",
        "juif~s juive~s feuj~s catho catholique~s chretien~s chretienne~s protestant~e~s"
        " orthodoxe~s evangelique~s anglican~e~s adventiste~s maronite~s copte~s chiite~s sunnite~s"
        " israelite~s",
        name=True,
        near=f"{PERSON}|c est|ce sont|pratiquante?|tres|client|encore",
        unless=f"ecole|lycee|college|secours|paroisse|diocese|cimetiere|{INSTITUTION}",
    ),
    term(
        "religion",
        "catholique~s chretien~s protestant~e~s juif~s juive~s",
        after="pratiquante?s?|convaincue?s?|integristes?|fervente?s?",
    ),
    term(
        "religion",
        "religieux religieuse~s croyant~e~s pieux pieuse",
        before=f"{IS}|est tres|un|une|fanatique",
        near=PERSON,
        unless="edifice|fete|croyant (?:avoir|que|bien|etre|payer|pouvoir)|patrimoine",
    ),
    term(
        "religion",
        "croyance~s conviction~s foi",
        after="religieuses?|catholiques?|musulmanes?|juives?|chretiennes?|en dieu",
    ),
    term(
        "religion", "motif~s fete~s raison~s interdit~s pratique~s", after="religieuses?|religieux"
    ),
    term(
        "religion",
        "voilee~s",
        near=f"(?:{PERSON}|est|sont) (?:\\w+ )?voilees?",
        unless="portes?|roues?|panneaux?|vantail|vantaux|chassis|fenetres?|lames?|planches?|pieces?"
        "|toles?|plaques?|jantes?|disques?|livraison|livrees?|tables?|etageres?|palettes?",
    ),
    term(
        "religion",
        "voile foulard",
        before="porte le|porte un|porte son|met le|mis le|son|avec un",
        near=PERSON,
        unless="bateau|voilier|toile|carton|livraison|vends?|vent",
    ),
    term("religion", "foulard", after="islamique"),
    term(
        "religion",
        "mosquee~s synagogue~s messe~s temple culte eglise~s",
        before="a la|a l|au|de la|de l|du",
        near="va|vont|part|partent|allee?s?|aller|vers|sort|revient|est"
        "|etait|frequente|tous les dimanches|chaque dimanche|toujours fourree?",
        unless=f"livr\\w+|pos\\w+|factur\\w+|{INSTITUTION}|reunion de chantier",
    ),
    term(
        "religion",
        "messe mosquee synagogue",
        before="frequente la|va a la|vont a la|apres la|avant la",
    ),
    term("religion", "priere~s", near="fait|font|faire|tapis|heures?|pendant", unless="priere de"),
    term(
        "religion",
        "prie~nt",
        before="il|elle|ils|elles|on|patron|gerant|qui|et|comptable",
        unless="prie (?:d|de|nous)|prie bien",
    ),
    term(
        "religion",
        "jeune~nt",
        before="il|ils|qui",
        after="(?!homme|fille|femme|dirigeant|gerant)\\w+",
        loose=False,
        near="ramadan|jusqu|careme|il jeune|ils jeunent",
    ),
    term("religion", "secte~s", before="une|sa|d une|dans une|la"),
    term("religion", "converti~e~s", after="a l islam|au judaisme|au catholicisme|a une"),
    term("religion", "halal casher cacher kasher", near="mange|mangent|manger", loose=False),
    term("religion", "temoin~s", after="de jehov\\w+"),
    term(
        "religion",
        "dieu allah",
        near=PERSON,
        before="croit en|en|prie|craint|remet a|grace a",
        name=False,
        loose=False,
    ),
)

OPINION: Final = (
    term(
        "opinion",
        "syndicaliste~s cegetiste~s gauchiste~s gaucho~s fasciste~s communiste~s"
        " frontiste~s lepeniste~s macroniste~s melenchoniste~s trotskiste~s anarchiste~s"
        " stalinien~s"
        " royaliste~s complotiste~s antivax zemmouriste~s sarkozyste~s souverainiste~s"
        " zadiste~s",
        unless="architecture",
    ),
    term(
        "opinion",
        "socialiste~s ecolo~s coco~s electeur~s electrice~s militant~e~s~es encarte~e"
        " sympathisant~e~s"
        " partisan~e~s ecologiste~s nationaliste~s",
        near=f"{PERSON}|du|parti|client|politique",
        unless="liste|noix|lait|partisans? d un|huile|label|moteur",
        loose=False,
    ),
    term(
        "opinion",
        "cgt cfdt cftc unsa lfi fsu",
        loose=False,
        unless="protocole|courrier de la|prime|formation",
    ),
    term("opinion", "syndique~e~s~es", near=PERSON),
    term("opinion", "delegue~e~s", after="syndica(?:l|le|ux)|cgt|fo|cfdt|sud|du personnel"),
    term(
        "opinion",
        "vote~nt votait voter votee? votera",
        after="(?:pour )?(?:a )?(?:(?:le|la|au|aux|les|l) )?(?:rn|fn|front|lfi"
        "|extreme|gauche|droite|macron|marine|melenchon|zemmour|bardella|le pen|pen|ps|lr"
        "|ecolo\\w*|verts"
        "|communiste|socialiste|insoumis\\w*|pcf)",
        loose=False,
    ),
    term("opinion", "extreme", after="droite|gauche", unless="entree|batiment|cote|porte"),
    term(
        "opinion",
        "gauche droite",
        before="(?:est|sont|tres|plutot|bien|homme|femme|gens|patron|mec|type) (?:tres )?de",
        near=PERSON,
        loose=False,
        unless="porte|quai|cote|battant|vantail|poignee",
    ),
    term(
        "opinion",
        "gilet~s",
        after="jaunes?",
        near=f"{PERSON}",
        unless="lot|epi|haute|visibilite|livr\\w+|commande\\w*|port\\w+ obligatoire",
    ),
    term("opinion", "franc francs", after="macon|macons|maconne"),
    term(
        "opinion",
        "opinion~s idee~s convictions etiquette",
        after="politiques?|d extreme|de gauche|de droite",
    ),
    term(
        "opinion",
        "rn fn nupes insoumis insoumise~s lr pcf",
        before="(?:du|au|le|la|chez les|chez|pro)",
        near=PERSON,
        unless="carte grise|route|kilometre|travaux|echangeur|sortie",
        loose=False,
    ),
    term("opinion", "greviste~s", near=PERSON),
)
