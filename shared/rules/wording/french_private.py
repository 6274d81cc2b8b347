"""Origin, private life and what the courts judge, in French."""

from __future__ import annotations

from typing import Final

from shared.rules.wording.french_words import FIRMS, IS, PERSON
from shared.rules.wording.terms import term

ORIGIN_NAMES: Final = (
    "arabe~s black~s chinois~e~es roumain~e~s~es polonais~e~es turc~s turque~s portugais~e~es"
    " marocain~e~s~es algerien~s algerienne~s tunisien~s tunisienne~s malien~s malienne~s"
    " senegalais~e~es pakistanais~e~es bulgare~s albanais~e~es russe~s africain~e~s~es"
    " maghrebin~e~s~es antillais~e~es indien~s indienne~s italien~s italienne~s espagnol~e~s~es"
    " allemand~e~s~es ivoirien~s ivoirienne~s congolais~e~es camerounais~e~es kurde~s syrien~s"
    " afghan~e~s asiatique~s libanais~e~es serbe~s kosovar~s corse~s vietnamien~s tchetchene~s"
    " metis metisse~s etranger~s etrangere~s immigre~e~s~es tamoul~s japonais~e"
)

ORIGIN: Final = (
    term(
        "origin",
        "bougnoule~s bougnoul~s bicot~s negre~s negresse~s youpin~s youpine~s chinetoque~s"
        " niakoue~s bamboula~s espingouin~s rebeu~s beurette~s romano~s romanichel~s manouche~s"
        " gitan~e~s~es tzigane~s tsigane~s rital~s polack~s renoi~s metèque meteque~s noiraud",
        name=True,
        unless="jazz|guitares?|cigarettes?|aire d accueil",
    ),
    term(
        "origin",
        "rom~s boche~s raton~s",
        before="un|une|des|les|ces|famille",
        loose=False,
        unless="cd|lecteurs?",
    ),
    term(
        "origin",
        "noir~s noire~s",
        before="c est une?|c est des|ce sont des|il est|elle est|ils sont|encore une?"
        "|sale|gerante?|patron|un grand|famille|sont|sont des|un jeune|une bande de",
        loose=False,
        name=True,
        unless="couleurs?|peinture|toner|encre|marche|mat|brillant|ral|cafe|lundi|mardi|travail"
        "|liste"
        "|ils sont noirs?|lot",
    ),
    term(
        "origin",
        ORIGIN_NAMES,
        before="c est (?:une?|des)|ce sont (?:des|les)|(?:il|elle) (?:est|doit etre|serait)"
        "|ils sont|elles sont|sont des|encore (?:une?|des|ces)|sale|sales|ces|gerante?|patronn?e?"
        "|dirigeante?"
        "|gerant est|patron est|dirigeant est|famille|comptable|gerante est|comme tous les|tous"
        " les|bande d|bande de"
        "|avec les|avec ces|un vieux|est une?|chez les|typiquement|en bonne?|un grand|en vrai",
        unless=FIRMS,
        loose=False,
        name=True,
    ),
    term(
        "origin",
        ORIGIN_NAMES,
        after="(?:\\w+ ){0,3}tou(?:s|tes) les? memes?",
        loose=False,
        name=True,
    ),
    term(
        "origin",
        "origine~s",
        after="(?:etrangere|maghrebine|africaine|arabe|turque|algerienne|marocaine"
        "|tunisienne|roumaine|portugaise|italienne|chinoise|asiatique|polonaise|juive|gitane"
        "|espagnole"
        "|ethnique|russe|indienne|libanaise|kabyle|malienne|senegalaise)",
        near=f"{PERSON}|client",
        unless="pieces?|produits?|fabrication|bois|viande|certificat|marchandises?|emballages?"
        "|machine",
    ),
    term("origin", "retourne rentrer retourner", after="(?:dans son|dans leur|au) (?:pays|bled)"),
    term(
        "origin",
        "couleur race ethnie",
        before="de|sa|gens de|homme de|femme de|sa|leur",
        near=PERSON,
        after="(?:de peau|noire|blanche)",
        loose=False,
    ),
    term("origin", "sans", after="papiers", near=PERSON),
)

ORIENTATION: Final = (
    term(
        "orientation",
        "homosexuel~s homosexuelle~s homosexualite lesbienne~s gouine~s pede~s pederaste~s"
        " tapette~s tantouze~s tarlouze~s travelo~s transsexuel~s transsexuelle~s bisexuel~s"
        " bisexuelle~s"
        " transgenre~s tafiole~s fiotte~s enculeur~s pedale~s",
        unless="velo|frein|embrayage|poubelle|souris|a pedale",
    ),
    term(
        "orientation",
        "homo~s gay~s bi trans",
        before=f"{IS}|(?:{PERSON})|couple|un|une|des|ouvertement|bar",
        near=PERSON,
        loose=False,
        name=True,
        unless="gay lussac|biface",
    ),
    term(
        "orientation",
        "couche~nt couchait",
        after="avec",
        near=PERSON,
        unless="isolant|peinture|enduit|primaire",
    ),
    term(
        "orientation",
        "trompe~nt trompait",
        after="(?:sa|son) (?:femme|mari|copine|compagne?|epouse|conjoint)",
    ),
    term(
        "orientation",
        "maitresse~s amant~s",
        before="sa|son|une|un|ses|la",
        near=PERSON,
        unless="poutre|ecole|maitresse d|piece maitresse",
        loose=False,
    ),
    term("orientation", "vie orientation moeurs", after="sexuelles?|intime|legeres"),
    term("orientation", "infidele~s cocu~e~s adultere~s", near=PERSON, loose=False),
)

CRIME: Final = (
    term(
        "crime",
        "taulard~e~s taule incarcere~e~s~es ecroue~e~s delinquant~e~s delinquance dealer~s deale~nt"
        " trafiquant~e~s mafieux mafia malfrat~s gangster~s braqueur~s cambrioleur~s proxenete~s"
        " pedophile~s violeur~s assassin~s meurtrier~s narcotrafiquant~s",
        unless="assurance|alarme",
    ),
    term(
        "crime",
        "criminel~s criminelle~s fraudeur~s fraudeuse~s blanchiment receleur~s",
        near=PERSON,
        unless="formation|obligation|procedure|declaration|lutte|incendie",
    ),
    term("crime", "casier~s", after="judiciaire|charge|long"),
    term(
        "crime",
        "casier",
        before="(?:a|avait|aurait) (?:\\w+ )?un|son|du",
        near=PERSON,
        unless="serrure|cle|numero|rangement|vestiaire|bouteilles|n \\d+",
    ),
    term(
        "crime",
        "prison taule tole zonzon cabane",
        near="(?:fait|fera|feront|va|vont|alle|allee|sorti|sortie|sort|sortir"
        "|ete|est|etait|mis|mise|finir|passe|risque|ans de|mois de|envoye|retourne|aller|dort"
        "|purge) (?:\\w+ ){0,3}(?:prison|taule"
        "|tole|zonzon)|(?:prison) (?:ferme|avec sursis)",
        loose=False,
        unless="livr\\w+|chantier|lot|administration|marche|pos\\w+|tole (?:acier|galva|inox"
        "|laquee|ondulee|pliee)",
    ),
    term(
        "crime",
        "ancien~ne ex",
        after="detenue?s?|taulards?|prisonniers?|bagnards?|voyous?|braqueurs?|dealers?",
    ),
    term("crime", "garde~s", after="a vue"),
    term("crime", "mis mise mises", after="en examen|en cause"),
    term(
        "crime",
        "connu~e~s~es",
        after="(?:de|des) (?:la |services de )?(?:police|justice|gendarmerie|services|tribunaux"
        "|flics)",
    ),
    term(
        "crime",
        "condamne~e~s~es condamnation~s",
        near=f"(?:{PERSON}) (?:\\w+ ){{0,4}}condamn\\w+|condamn\\w+ (?:penale?"
        "|au penal|pour (?:fraude|escroquerie|vol|violences?|abus|faux|coups|recel|banqueroute"
        "|travail))",
        unless="portes?|acces|issue|fenetre|societe (?:\\w+ )?(?:a ete )?condamn\\w+|condamnee? a"
        " (?:nous )?(?:payer|regler|verser)"
        "|ordonnance|injonction",
    ),
    term("crime", "repris", after="de justice"),
    term("crime", "bracelet", after="electronique", near=PERSON),
    term("crime", "violence~s", after="conjugales?|sur sa|familiales?"),
    term(
        "crime",
        "bat frappe cogne tape",
        after="(?:sa|ses|son) (?:femme|enfants?|mari|fils|compagne|gosses)",
    ),
    term("crime", "fiche~e", after="s|par la police|au (?:stic|taj|grand banditisme)", loose=False),
    term("crime", "detention", after="provisoire|preventive", loose=False),
    term(
        "crime",
        "ivresse",
        before="etat d|d",
        near="conduite|permis|arrete|vol|retrait|conduisait|volant",
    ),
    term(
        "crime",
        "permis",
        after="(?:retire|suspendu|annule|supprime)",
        near=PERSON,
        unless="construire|demolir|amenager",
    ),
)
