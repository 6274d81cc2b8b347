"""Religion, opinions and trade unions, in English."""

from __future__ import annotations

from typing import Final

from shared.rules.wording.english_words import INSTITUTION, IS, ONE, PERSON
from shared.rules.wording.terms import term

RELIGION: Final = (
    term(
        "religion",
        "muslim~s moslem~s islamist~s buddhist~s budhist~s hindu~s sikh~s atheist~s agnostic~s"
        " jehovah~s jehovahs mormon~s evangelical~s scientologist~s ramadan sabbath shabbat"
        " kippah kippa yarmulke"
        " hijab niqab burqa burka turban papist~s infidel~s heathen~s headscarf headscarves",
        name=True,
        unless="association|centre|council|society|school|charity",
    ),
    term(
        "religion",
        "jew~s jewish catholic~s protestant~s orthodox quaker~s methodist~s baptist~s anglican~s"
        " adventist~s christians",
        name=True,
        loose=True,
        near=f"{PERSON}|devout|practising|strict|family|client|another|typical",
        unless=f"school|church|diocese|parish|cemetery|college|unorthodox|{INSTITUTION}",
    ),
    term(
        "religion",
        "christian~s",
        before="again|devout|a|very|strict|practising|are",
        loose=False,
        unless="school|church",
    ),
    term(
        "religion",
        "religious pious godly churchgoer~s believer",
        before=f"{IS}|a",
        near=PERSON,
        unless="building|school|order",
    ),
    term("religion", "devout zealot~s", near=PERSON),
    term(
        "religion",
        "religion faith",
        before="his|her|their|of",
        near=PERSON,
        unless="good faith|bad faith",
    ),
    term(
        "religion", "god allah lord", before="in|to|thanks|fears|praise", near=PERSON, loose=False
    ),
    term(
        "religion",
        "mosque synagogue church mass temple chapel",
        before="to|to the|to a|at|from|after|in|his|her",
        near="goes|go|went|going|every|always|attends?|after|sunday|sundays|friday|fridays|busy",
        unless=f"deliver\\w*|fit\\w*|invoice|site|{INSTITUTION}|install\\w*|meeting",
        loose=False,
    ),
    term(
        "religion", "prays prayer~s praying pray", near=PERSON, unless="prayer (?:book|hall|room)"
    ),
    term("religion", "fasting fasts", near=PERSON, loose=False),
    term("religion", "lent", before="for|during|observes", loose=False, near="gives up|observes"),
    term("religion", "veil", before="wears (?:a|the)|wearing (?:a|the)|in a", loose=False),
    term(
        "religion", "cult sect", before="a|some|his|her|joined (?:a|some)", near=PERSON, loose=False
    ),
    term("religion", "converted", after="to (?:islam|judaism|catholicism|christianity)"),
    term("religion", "halal kosher", before="eats|eat|only", near=PERSON, loose=False),
)

OPINION: Final = (
    term(
        "opinion",
        "unionist~s unionised communist~s fascist~s marxist~s leftist~s lefty lefties"
        " trotskyist~s anarchist~s"
        " brexiteer~s remainer~s nationalist~s extremist~s antivaxxer~s shopsteward trumpist~s",
        name=True,
    ),
    term(
        "opinion",
        "tory tories socialist~s republican~s democrat~s corbynista nazi~s activist~s"
        " conservative~s",
        before=f"{IS}|{ONE}|(?:{PERSON})|votes|staunch|lifelong",
        near=PERSON,
        loose=False,
        unless="estimate|figure|forecast|approach",
    ),
    term(
        "opinion",
        "union",
        after="(?:rep|reps|man|member|leader|activist|steward|official|organiser|delegate|people"
        "|troublemaker)",
    ),
    term(
        "opinion",
        "union",
        before="in the|joined the|joined a|member of (?:the|a)|active in the|the",
        near=PERSON,
        unless="european|western|credit|union street|customs union",
    ),
    term("opinion", "shop", after="steward|stewards"),
    term(
        "opinion",
        "vote~s voted voting voter",
        after="(?:for )?(?:the )?(?:labour|tory|tories|conservative|green|greens|lib|libdem|ukip"
        "|reform|trump"
        "|brexit|leave|remain|left|right|far|republican|democrat|snp|bnp|le pen|communist)",
    ),
    term(
        "opinion",
        "left right far hard",
        after="(?:wing|winger|wingers|left|right)(?! (?:door|leaf|side|hand|panel))",
        near=PERSON,
        unless="doors?|hinge|panel|side|building|entrance|handed",
        loose=False,
    ),
    term("opinion", "political", after="views?|opinions?|beliefs?|ideas"),
    term(
        "opinion",
        "party",
        before="labour|conservative|communist|green|reform|republican|socialist",
        near=PERSON,
    ),
    term(
        "opinion",
        "freemason~s mason",
        before="a|an|is|fellow",
        near=PERSON,
        loose=False,
        unless="stone|master|brick",
    ),
    term("opinion", "conspiracy", after="theorist|theorists|nut|nuts"),
)
