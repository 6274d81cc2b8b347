"""Insults, in English."""

from __future__ import annotations

from typing import Final

from shared.rules.wording.english_words import IS, ONE, PERSON
from shared.rules.wording.terms import term

INSULT: Final = (
    term(
        "insult",
        "asshole~s arsehole~s bastard~s bitch~es bitchy wanker~s twat~s cunt~s dickhead~s"
        " knobhead~s"
        " bellend~s tosser~s motherfucker~s fucker~s fuck~s fucked fucking fuckwit~s scumbag~s"
        " scum slimeball~s"
        " sleazebag~s douchebag~s douche moron~s moronic imbecile~s cretin~s dimwit~s halfwit~s"
        " nitwit~s"
        " dumbass~es jackass~es idiot~s idiotic crook~s swindler~s conman conmen fraudster~s"
        " scammer~s"
        " liar~s thief thieves cheat~s slag~s slut~s whore~s bullshit bullshitter~s shithead~s"
        " shitty shit piss"
        " pissed arse~s drunkard~s wino~s lunatic~s psycho~s nutter~s nutcase~s weirdo~s"
        " pervert~s creep~s creepy"
        " lowlife~s deadbeat~s bloodsucker~s freeloader~s scrounger~s cheapskate~s tightwad~s"
        " skinflint"
        " hypocrite~s retard~s retarded spastic~s imbecil coward~s cowardly loser~s blockhead~s"
        " numpty"
        " muppet~s prat~s pillock~s plonker~s wuss dishonest charlatan~s racist~s sexist~s"
        " bigot~s bully arrogant"
        " obnoxious despicable incompetent~s pathetic manipulative twit~s git~s ",
        unless="cheat sheet",
    ),
    term(
        "insult",
        "prick~s dick~s cock knob tool jerk~s clown~s joker~s rat~s snake~s pig~s cow~s witch~es"
        " hag~s"
        " weasel~s worm~s vermin parasite~s leech~es vulture~s shark~s donkey~s ass animal~s"
        " bandit~s"
        " gangster~s cowboy~s peasant~s pest fool~s buffoon~s sod bugger~s brat~s shyster~s"
        " chancer~s rogue~s"
        " rascal~s trash garbage slob~s slouch sleaze nobody imbeciles bum~s tramp~s hypocrites"
        " disgrace waster~s",
        before=f"(?:(?:he|she|it|they|that|owner|boss|man|woman|manager|buyer|director|accountant"
        f"|secretary|guy) (?:is|s|are|re|was)"
        f"|(?:is|are|was|were|re|s)|what|bunch of|pack of|this|these|such|like|that|another|utter"
        f"|total)(?: (?:{ONE}|{IS}))*",
        near=f"{PERSON}|bunch|pack|what|that|these|this|another",
        loose=False,
        unless="lots?|kg|farm|meat|butcher|pork|cattle|market|tool is|this tool|that tool|animal"
        " feed|fun fair|circus",
    ),
    term(
        "insult",
        "stupid dumb thick dense crazy mad bonkers nuts mental useless worthless hopeless lazy"
        " fat ugly"
        " clueless brainless gormless spineless nasty vile disgusting filthy evil slimy sleazy"
        " greedy stingy"
        " insane unhinged rotten bent corrupt",
        before=f"(?:{IS}|{ONE}|{PERSON}|as)",
        loose=False,
        near=f"{PERSON}|bunch|nobody|what|this",
        unless="prices?|error|mistake|terminals?|walls?|glass|tim(?:e|ing)|file|parts?|useless"
        " (?:part|item|invoice)|wood"
        "|fence|pipe|nuts and bolts|rail|frame|panel|question|delay|item|vegetables|fruit|product"
        "|weather|traffic|rounding",
    ),
    term("insult", "stupid", after="man|woman|guy|girl|cow|people|idiots?|bloke"),
    term("insult", "nasty", after="piece of work|man|woman|piece"),
    term(
        "insult",
        "pathological compulsive born bloody",
        after="liars?|fools?|idiots?|cheats?|man|woman|people",
    ),
    term("insult", "con", after="m[ae]n|artists?"),
    term("insult", "son", after="of a (?:bitch|gun|whore)"),
    term(
        "insult", "piece", after="of (?:shit|work|crap|trash)", unless="piece of work (?:done|to)"
    ),
    term("insult", "waste", after="of (?:space|oxygen|skin)"),
    term("insult", "good", after="for nothing"),
    term("insult", "two", after="faced"),
    term(
        "insult",
        "lies lied lying",
        after="(?:as he breathes|through (?:his|her|their) teeth|all the time|constantly|again"
        " and again)",
    ),
    term("insult", "full", after="of (?:shit|crap|himself|herself)"),
    term("insult", "dumb thick daft", after="as (?:a|two)"),
    term("insult", "screw", after="(?:him|her|them|you)(?! up| in)"),
    term(
        "insult",
        "crap",
        before="talks|full of|utter|load of|such|a|piece of",
        near=PERSON,
        loose=False,
    ),
    term("insult", "takes take", after="us for (?:fools|idiots|mugs)"),
    term("insult", "taking takes", after="the (?:piss|mick)"),
)
