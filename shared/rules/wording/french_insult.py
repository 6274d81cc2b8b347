"""Insults, in French."""

from __future__ import annotations

from typing import Final

from shared.rules.wording.french_words import IS, ONE, PERSON
from shared.rules.wording.terms import term

INSULT: Final = (
    term(
        "insult",
        "connard~s connarde~s conard~s connasse~s conasse~s conne~s connerie~s abruti~e~s~es"
        " cretin~e~s~es imbecile~s salaud~s salope~s salopard~s salauds enfoire~s enfoiree~s"
        " encule~s enculee~s batard~e~s~es putain pute~s emmerde~r~nt~ur~urs emmerdeuse~s"
        " emmerdement~s"
        " merdeux merdeuse merdique~s chieur~s chieuse~s pouffiasse~s poufiasse~s petasse~s"
        " grognasse~s garce~s tocard~e~s branleur~s branleuse~s branquignol~s branquignole~s"
        " escroc~s arnaqueur~s arnaqueuse~s crapule~s fripouille~s canaille~s magouilleur~s"
        " magouilleuse~s truand~s voyou~s menteur~s menteuse~s mytho~s mythomane~s tricheur~s"
        " tricheuse~s"
        " malhonnete~s filou~s guignol~s bouffon~s bouffonne~s charlot~s minable~s feignant~e~s"
        " feignasse~s fainéant faineant~e~s~es flemmard~e~s glandeur~s glandeuse~s debile~s"
        " attarde~s attardee~s gogol~s mongolien~s psychopathe~s sociopathe~s paranoiaque~s"
        " cinglee~s"
        " cingle~s siphonne~e ivrogne~s ivrognesse poivrot~e~s soulard~e~s pochtron~s"
        " racaille~s clochard~e~s clodo~s raclure~s couillon~s trouduc tartuffe~s"
        " hypocrite~s crevard~s radin~e~s pingre~s harpie~s megere~s facho~s bledard~s ordurier"
        " cassos lopette~s abrutie~s neuneu~s teubé debilos"
        " profiteur~s profiteuse~s beauf~s plouc~s bouseux rapiat~s"
        " narcissique~s manipulateur~s manipulatrice~s incompetente~s foireux mesquin~e"
        " goujat~s malotru~s rustre~s sournois~e bonimenteur~s baratineur~s",
    ),
    term(
        "insult",
        "con cons merde pd fdp ntm tg chier chiant~e~s chie niquer nique",
        loose=False,
        unless="con (?:calma|carne)|fait chier le|pd[lf]",
    ),
    term(
        "insult",
        "foutre fout foutent foutait moque",
        after="de nous|de notre gueule|de la gueule|de nos gueules|du monde|la gueule",
        loose=False,
    ),
    term(
        "insult",
        "gueule~s",
        before="notre|sa|ta|grande|la|leur|nos|sale",
        unless="tuyau|four|loup",
        loose=False,
    ),
    term(
        "insult",
        "voleur~s voleuse~s bandit~s",
        before=f"{ONE}|{IS}|de|les|d|comme",
        unless="plainte|police|assurance|alarme|camera",
    ),
    term(
        "insult",
        "idiot~e~s~es stupide~s",
        before=f"{ONE}|{IS}|l|les|d|homme|femme|type|mec",
        unless="erreur|question|detail|question idiote|panne",
    ),
    term("insult", "incapable~s", before=f"{ONE}|d|les", after="(?!de |d )\\w+|$"),
    term("insult", "incapables", before=f"{ONE}|d|les|sont"),
    term(
        "insult",
        "incapable",
        before="un|une|quel|quelle|cet|cette|vrai|vraie",
        unless="incapable (?:de|d) ",
    ),
    term(
        "insult",
        "incompetent~s~es",
        near=f"{PERSON}|bande|c est|un|une",
        unless="tribunal|juge|juridiction",
    ),
    term(
        "insult",
        "nul~s nulle~s nullite~s nullard~s",
        near=PERSON,
        before=f"(?:il|elle|ils|elles|c|patron|gerante?|comptable|chef|directeur|secretaire|type"
        f"|mec) (?:\\w+ )?"
        f"(?:est|sont)(?: (?:{IS}))?|est une?|est vraiment|d une|sont|bande de|est completement",
        unless="soldes?|montants?|resultats?|ecarts?|tva|taux|balance|stock|effet|valeur|facture"
        "|avoir|reste"
        "|nulle part|part|due?|facturee?|clause|contrat",
        loose=False,
    ),
    term(
        "insult",
        "pourri~s pourrie~s ripou~x vendu~s corrompu~e~s",
        before="un|une|des|ces|ce|tous|est|sont|vrai|ces|espece de|bande de|homme",
        near=f"{PERSON}|c est|bande|tous",
        unless="bois|fruits?|legumes?|temps|lot|palette|poutre|planches?|parquet|article|volige"
        "|stocks?|ete vendus?|marchandise|cartons?|produits?|temps",
        loose=False,
    ),
    term(
        "insult",
        "ordure~s",
        before=f"{ONE}",
        unless="menageres?|benne|bac|enlevement|collecte",
        loose=False,
    ),
    term(
        "insult",
        "fumier~s",
        before=f"{ONE}",
        unless="tas|epandage|tonnes?|plate forme|fosse",
        loose=False,
    ),
    term(
        "insult",
        "clown~s rigolo~s pitre~s boulet~s comique~s gugusse~s mariole~s zozo~s",
        before=f"{ONE}|vraiment un|de",
        unless="cirque|livraison|spectacle",
        loose=False,
    ),
    term(
        "insult",
        "fou folle fous folles dingue~s tare~e~s barjo~s zinzin malade",
        before=f"{IS}|{ONE}",
        near=PERSON,
        unless="prix|tarifs?|malade depuis|en malade|arret|delais?|succes|rythme",
        loose=False,
    ),
    term("insult", "malade~s", after="mental|mentale|mentaux"),
    term(
        "insult",
        "porc~s cochon~ne~s vache~s vipere~s sorciere~s chienne~s dinde~s rat~s sangsue~s rapace~s"
        " ane~s vermine cafard~s merdes becasse~s pimbeche~s pintade~s truie~s thon~s limace~s"
        " larve~s cornichon~s blaireau~x parasite~s vautour~s requin~s andouille~s enflure~s"
        " demeure~s tache~s",
        before=f"(?:(?:c est|est|quel|quelle|ce|cette|sale|vraie?|gros|grosse|vieille|vieux|un"
        f" vrai|une vraie"
        f"|espece de|bande de|comme un|comme une|de))(?: (?:{ONE}))?",
        near=f"{PERSON}|c est|quel|quelle|bande|espece|cette|ce|sale",
        unless="viande|elevage|lots?|charcut\\w+|lait|kilos?|kg|palette|filet|abattoir|roti|dealt"
        "|cuir"
        "|traite|carcasses?|cotes?|conserves?|peau de vache de|jambon|ferme",
        loose=False,
    ),
    term(
        "insult",
        "sale~s pauvre~s",
        after="types?|mecs?|cons?|gars|gosses?|bonhommes?|bonne femme"
        "|individu|caractere|crise|merde|femme|cloche|garce",
    ),
    term("insult", "espece", after="d \\w+|de (?!l |la )\\w+", unless="en espece|especes"),
    term("insult", "fils", after="de (?:pute|chien|garce|salope|putain)"),
    term(
        "insult",
        "grande grosse petite tete faux",
        after="gueule|nature molle|de noeud|de con|de mule"
        "|a claques|derche|jetons?|cul|culs|de turc|de nazi",
    ),
    term("insult", "bon bons", after="a rien"),
    term("insult", "moins", after="que rien|que riens"),
    term(
        "insult",
        "bete~s moche~s laid~e idiote",
        before="il est|elle est|ils sont|elle est trop|il est trop"
        "|est vraiment|vraiment|il est si|elle est si|gerant est|patron est|comptable est",
        unless="c est bete|erreur",
        loose=False,
    ),
    term("insult", "bete~s", after="comme ses pieds|a manger du foin|et mechante?", loose=False),
    term(
        "insult",
        "lache~s",
        before="un|c est un|quel|bande de|sont des",
        unless="boulon|vis|cable|joint",
        loose=False,
    ),
    term("insult", "casse cassent", after="les couilles|couilles|les pieds|les burnes"),
    term("insult", "trou", after="du cul|duc|de balle"),
    term(
        "insult",
        "va vont aille allez",
        after="(?:te|se|vous) faire (?:foutre|voir|voire|mettre|enculer)",
    ),
    term(
        "insult",
        "ment mentent mentait",
        after="comme (?:il|elle|ils|un)|sans arret|tout le temps|comme un"
        "|effrontement|en permanence|toujours",
    ),
    term("insult", "raciste~s macho~s misogyne~s pervers~e", near=f"{PERSON}|c est", loose=False),
    term(
        "insult",
        "vieille vieux",
        after="peau|bique|schnock|chnoque|bouc|debris|con|chouette|croulant",
    ),
)
