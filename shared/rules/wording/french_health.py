"""Health, in French, as `fold` writes it."""

from __future__ import annotations

from typing import Final

from shared.rules.wording.french_words import INSTITUTION, IS, PERSON
from shared.rules.wording.terms import term

HEALTH: Final = (
    term(
        "health",
        "cancer~s cancereux cancereuse leucemie~s tumeur~s metastase~s chimio"
        " chimiotherapie~s radiotherapie mammectomie",
        name=True,
        unless=INSTITUTION,
    ),
    term(
        "health",
        "infarctus alzheimer parkinson anevrisme epilepsie epileptique~s asthmatique~s"
        " diabete~s diabetique~s seropositif~s seropositive~s sida hepatite~s cirrhose sclerose"
        " trisomie autisme autiste~s schizophrene~s schizophrenie anorexique~s anorexie"
        " boulimique~s"
        " depressif~s depressive~s antidepresseur~s anxiolytique~s somnifere~s neuroleptique~s"
        " hemiplegique paraplegique tetraplegique dyslexique~s insomniaque~s insomnies lumbago",
        name=True,
        unless=INSTITUTION,
    ),
    term("health", "vih avc ivg fiv tdah hiv", loose=False, unless=INSTITUTION),
    term(
        "health",
        f"hospitalise{'~e~s~es'} hospitalisation~s suicidaire~s alcoolo~s"
        " toxicomane~s toxico~s grossesse~s menopause~e burnout burnoute~e cocainomane cocaine"
        " heroine cannabis picole~nt picolait desintox desintoxication handicape~e~s~es"
        " alcoolise~e~s alcoolisme tabagisme psychiatre~s psychotherapie psychologue~s"
        " kinesitherapeute cancerologue cardiologue oncologue",
        unless=INSTITUTION,
    ),
    term("health", "alcoolique~s", unless="boissons?|produits?|rayon|solutions?|gels?|degre"),
    term("health", "suicide~s suicider", unless="prix"),
    term(
        "health",
        "malade~s souffrant~e~s convalescent~e~s convalescence grippe~e patraque",
        near=f"{PERSON}|arret|tombee?|client",
        unless="tresorerie|secteur|marche|plantes?|arbres?",
    ),
    term("health", "maladie~s", unless=f"caisse|assurance|plantes?|arbres?|{INSTITUTION}"),
    term(
        "health",
        "arret~s conge~s",
        after="maladies?|maternite|pathologique|longue maladie"
        "|parental|pour maladie|de travail|de maladie",
    ),
    term("health", "mi temps mitemps", after="temps therapeutique|partiel therapeutique"),
    term("health", "therapeutique~s", near="mi temps|temps partiel|mitemps"),
    term("health", "accident~s", after="de travail|du travail|cardiaque|vasculaire|cerebral"),
    term("health", "fausse", after="couche|couches"),
    term("health", "burn", after="out"),
    term(
        "health",
        "crise~s arret~s malaise~s probleme~s souci~s ennui~s greffe pontage insuffisance",
        after="cardiaques?|d angoisse|de nerfs?|de panique|epilepti\\w+|renale?|vagal"
        "|respiratoires?"
        "|au coeur|d epilepsie|de dos|de coeur|(?:de|psy\\w*|mentaux) ?(?:sante)?(?:"
        " mentale)?(?<=sante)"
        "|psychologiques?|psychiatriques?|d alcool|mentaux|d addiction",
    ),
    term(
        "health",
        "sante",
        before="etat de|raisons? de|souci de|soucis de|bilan de|sa|leur"
        "|probleme de|problemes de|ennuis de|pepins? de|ennui de|arret de|mauvaise",
        near=PERSON,
        unless="financiere|economique|entreprise|societe|boite|groupe",
    ),
    term("health", "sante", after="mentale|fragile|precaire|declinante", near=PERSON),
    term(
        "health",
        "enceinte~s",
        near=f"(?:{PERSON}) (?:\\w+ ){{0,4}}enceintes?|enceinte de (?:\\w+) mois",
        unless="dans l enceinte|l enceinte|acoustiques?|bluetooth|sono",
    ),
    term("health", "accouche~e accoucher accouchement fecondation", near=PERSON),
    term(
        "health",
        "depression~s deprime~e~s deprimer bipolaire~s migraine~s angoisse~s anxieux"
        " anxieuse anxiete fievre coma paralyse~e~s invalide~s invalidite aphasique demence"
        " senile~s"
        " boiteux surmenage surmene~e~s fracture~s entorse hernie~s covid dialyse perfusion"
        " chirurgie"
        " reeducation handicap~s pathologie~s phobie~s phobique tremblote perruque",
        near=PERSON,
        unless=f"{INSTITUTION}|disjoncteurs?|interrupteurs?|prises?|cables?|moteurs?"
        "|marche|prix|activite|production|atmospherique|carte|carreau|tresorerie|secteur|mur|sol"
        "|cloison|protocole|periode|dalle|tuyau|pret|pour handicapes?",
    ),
    term("health", "hernie", after="discale|inguinale"),
    term(
        "health",
        "opere~e~s~es operer operation~s",
        near=f"(?:{PERSON}) (?:\\w+ ){{0,4}}(?:fait|ete|fera"
        "|faire|va etre|doit etre) (?:\\w+ )?operer?e?|"
        "operation(?: \\w+){0,2} (?:coeur|genou|dos|hanche|prostate|cataracte|epaule|pied|yeux)"
        "|opere\\w* (?:du|de la|des|de l|d une?) (?:coeur|genou|dos|hanche|prostate|cataracte"
        "|epaule"
        "|pied|yeux|oeil|appendicite|hernie|tumeur|vesicule|main|bras)",
    ),
    term("health", "cure~s", after="de desintox\\w*|de sommeil|thermale", near=PERSON),
    term(
        "health",
        "traitement~s",
        after="lourd|medical|medicamenteux|hormonal|contre|psychiatrique"
        "|pour (?:sa|son|ses|dormir|le coeur|la)",
        near=PERSON,
        unless="surface|bois|facture|eaux?|toiture",
    ),
    term(
        "health",
        "medicament~s medoc~s",
        near="sous|prend|prenne?nt|shoote|traitement|il|elle",
        unless=INSTITUTION,
    ),
    term("health", "psy", near="voit|vu|suivie?|chez|consulte|son|sa|va|besoin"),
    term(
        "health",
        "boit boivent buvait ivre~s bourre~e~s saoul~e~s soul~e eméche",
        near=PERSON,
        unless="cafes?|the|eau|verre|cartons?|rayons?|chariot|papier|machine",
    ),
    term(
        "health",
        "alcool",
        before="sent l|sentait l|puait l|pue l|empeste l|sent encore l|d|tombee? dans l"
        "|penche pour l|avec l|dans l|a l",
        near="sent|sentait|pue|puait|probleme|problemes|haleine"
        "|tombee?|plonge|addict|accro|souci|soucis|dependant|odeur|empeste",
    ),
    term("health", "boisson", before="la|porte sur la|penche pour la", near="porte|penche|tombe"),
    term(
        "health",
        "drogue~e~s~es droguent camee? shoote~e~s defonce~e~s fume~nt addict accro~s addiction~s",
        near=f"se drogue\\w*|(?:{PERSON}) (?:\\w+ ){{0,4}}(?:drogue|came|shoote|defonce|addict"
        "|accro|addiction)\\w*|fument? (?:du|de la|des) (?:cannabis|shit|herbe|joints?|beuh)",
        unless="porte|cloison|mur|palette|carton",
    ),
    term(
        "health",
        "fauteuil sourd~e~s aveugle~s muet~te nain~e boite obese~s",
        loose=False,
        before=f"{IS}|en|dans un",
        near=PERSON,
        unless="bureau|salle|fauteuils|livre|en boite|la boite|sa boite|boite (?:aux|de|a)|fenetre",
    ),
    term(
        "health",
        "maigre~s maigri grossi amaigrie?",
        near=f"(?:{PERSON}) (?:\\w+ ){{0,3}}(?:amaigri|maigri|grossi)",
    ),
)
