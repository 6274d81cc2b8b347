"""Origin, private life and what the courts judge, in English."""

from __future__ import annotations

from typing import Final

from shared.rules.wording.english_words import FIRMS, IS, PERSON
from shared.rules.wording.terms import term

PEOPLES: Final = (
    "arab~s black blacks asian~s chinese romanian~s polish pole~s turk~s turkish portuguese"
    " moroccan~s algerian~s"
    " tunisian~s pakistani~s indian~s bulgarian~s albanian~s russian~s african~s nigerian~s"
    " italian~s spanish"
    " spaniard~s german~s french greek~s jamaican~s kurd~s kurdish syrian~s afghan~s irish"
    " scottish welsh mexican~s"
    " foreigner~s immigrant~s somali~s bangladeshi~s ukrainian~s lithuanian~s lebanese iranian~s"
    " iraqi~s egyptian~s"
    " vietnamese japanese korean~s traveller~s brown mixed"
)

ORIGIN: Final = (
    term(
        "origin",
        "gypsy gypsies gipsy gypos pikey~s paki~s nigger~s wog~s chink~s coon~s kike~s wop~s"
        " kraut~s spic~s"
        " frog~s dago~s towelhead~s raghead~s darkie~s negro~s polack~s illegals",
        loose=True,
        unless="frog (?:tape|pump)",
    ),
    term(
        "origin",
        PEOPLES,
        before="(?:he|she|they|who|owner|boss|manager|director|buyer|accountant|guy|man|family"
        "|driver) (?:is|s|are|re|was|must be"
        "|looks)(?: (?:an?|all|some|another|half|part|originally|of))?|another|these|those"
        "|bloody|typical|dirty|him being|a bunch of"
        "|(?:is|s|are|re) (?:an?|some)|all the|you know the|like all|fucking|being",
        unless=FIRMS,
        loose=False,
        name=False,
    ),
    term(
        "origin",
        PEOPLES,
        after="(?:\\w+ ){0,3}all the same|(?:guy|man|woman|bloke|lady|family|owner|boss"
        "|people)(?! s)",
        loose=False,
        name=True,
        unless=FIRMS,
    ),
    term(
        "origin",
        "descent origin heritage blood",
        before="african|arab|asian|indian|jewish|foreign|turkish|pakistani|ethnic|romanian"
        "|polish|gypsy|chinese|mixed|moroccan|algerian",
        near=PERSON,
        unless="goods|certificate|material",
    ),
    term(
        "origin",
        "go went back",
        after="(?:back )?to (?:his|her|their|where) (?:own )?(?:country|he came|she came|they"
        " came|they belong)",
    ),
    term(
        "origin",
        "skin race ethnicity",
        before="his|her|their|dark|black|brown|of",
        near=PERSON,
        loose=False,
    ),
)

ORIENTATION: Final = (
    term(
        "orientation",
        "homosexual~s homosexuality lesbian~s faggot~s fag~s dyke~s tranny poofter~s poof~s"
        " queer~s transsexual~s transgender bisexual~s pansy sodomite",
        name=True,
    ),
    term(
        "orientation",
        "gay~s homo~s bi trans",
        before=f"{IS}|an?|(?:{PERSON})|those|openly|out as|both",
        near=PERSON,
        loose=False,
        name=True,
    ),
    term(
        "orientation",
        "sleeps sleeping slept",
        after="with (?:his|her|the|him|everyone|everybody|half)",
    ),
    term("orientation", "sex sexual love", after="life|orientation|affair|preference"),
    term("orientation", "affair", before="an|having an|had an", after="with"),
    term("orientation", "cheats cheating cheated", after="on (?:his|her)"),
    term("orientation", "mistress lover", before="his|her|a|the", near=PERSON, loose=False),
)

CRIME: Final = (
    term(
        "crime",
        "criminal~s convict~s convicted felon~s jailbird~s jailed imprisoned embezzler~s"
        " embezzled embezzlement"
        " mobster~s mafia burglar~s rapist~s murderer~s paedophile~s pedophile~s trafficker~s"
        " parolee felony",
        unless="alarm|criminal (?:damage|court)",
    ),
    term("crime", "criminal police prison", after="records?|conviction|past|history|background"),
    term(
        "crime",
        "prison jail inside gaol",
        near="(?:went|been|sent|go|goes|going|did|does|doing|served|serving|time|out|back|in"
        "|years|months)"
        " (?:\\w+ ){0,3}(?:prison|jail|gaol)|done time",
        loose=False,
        unless="deliver\\w*|site|prison (?:service|works|contract)|inside|wing|fitted|at \\w+"
        " prison",
    ),
    term("crime", "ex", after="con|cons|convict|offender|prisoner|inmate"),
    term("crime", "known", after="to (?:the )?(?:police|authorities|courts|law)"),
    term("crime", "charged", after="with", near=PERSON, unless="charged with vat|invoice"),
    term("crime", "arrested", near=PERSON),
    term("crime", "drug", after="dealers?|dealing|trafficking|dealer"),
    term("crime", "deals dealing dealer", after="(?:in )?(?:drugs|coke|weed)", loose=False),
    term(
        "crime",
        "on",
        after="(?:parole|probation|bail|remand)",
        near=PERSON,
        unless="probation period",
    ),
    term(
        "crime", "ankle electronic", after="tag|bracelet|monitor", near=PERSON, unless="tag reader"
    ),
    term("crime", "drink drunk", after="driving|driver"),
    term(
        "crime",
        "beats hits beat",
        after="(?:his|her) (?:wife|kids|children|husband|girlfriend|partner)",
    ),
    term("crime", "domestic", after="violence|abuse"),
    term(
        "crime",
        "did done does",
        after="time",
        near="time (?:for|in|inside)",
        loose=False,
        unless="in time|on time|overtime",
    ),
    term(
        "crime",
        "fraud theft assault",
        before="convicted of|guilty of|found guilty of|(?:sentenced|arrested|prison|jail"
        "|investigated) for|for",
        near=f"(?:{PERSON}).*(?:convicted|guilty|sentenced|arrested|prison|jail|investigated)",
    ),
    term("crime", "sex", after="offender|offence|register"),
)
