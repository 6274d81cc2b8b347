"""Words of English that decide what the words beside them mean."""

from __future__ import annotations

from typing import Final

PERSONS: Final = frozenset(
    """
    he she they hes shes theyre whos
    him his her them himself herself mr mrs ms miss sir madam who somebody someone
    man men woman women guy guys bloke blokes chap chaps lad lady girl boy fella dude geezer
    wife husband spouse partner fiancee girlfriend boyfriend ex mother father mum mom dad parents
    brother sister son sons daughter daughters uncle aunt cousin cousins nephew niece inlaws
    family kid kids child children widow widower baby
    owner owners boss bosses director directors manager managers foreman supervisor ceo cfo md fd
    founder proprietor chairman president landlord landlady head
    accountant accountants bookkeeper secretary assistant buyer buyers receptionist storeman
    storekeeper clerk controller cashier driver drivers employee employees staff worker workers
    colleague neighbour neighbor trainee apprentice contact chef builder plumber electrician
    carpenter roofer painter baker butcher farmer waiter waitress salesman salesperson rep
    technician mechanic installer contractor shopkeeper hairdresser caretaker intern
    people person client customer individual folk folks everybody everyone
    """.split()  # noqa: SIM905 - a list of words is easier to read
)

IMPERSONAL: Final[frozenset[str]] = frozenset()

PERSON: Final = "|".join(sorted(PERSONS))

IS: Final = (
    "is|are|was|were|s|re|hes|shes|theyre|whos|thats|isnt|be|being|been|seems|looks|sounds|became|become|becoming|gone|going|got"
    "|gets|getting|feels|acts|acting|completely|totally|utterly|very|really|so|too|such|quite"
    "|rather|clearly|obviously|bit|pretty|absolutely|just|always|both|openly|plain|simply|still"
    "|not|mentally|frankly|half|must|fully|a|well|terribly|bloody|probably|apparently|now|also|as"
)

ONE: Final = (
    "an?|the|that|this|these|those|such|what|another|utter|total|complete|real|right|proper"
    "|stupid|old|lazy|fat|little|bloody|fucking|nasty|absolute|bunch of|pack of|bunch|silly"
    "|miserable|poor|lying|dirty|greedy|arrogant|big|filthy|pathetic|first class|typical|sneaky"
    "|ugly|damn|useless|bunch of|load of|gang of|like|slimy|sad|selfish|cheap|no"
)

HAS: Final = (
    r"(?:his|her|their|has|have|had|having|got|with|suffers?|suffering|suffered|from|caught|fighting"
    r"|battling|beat|diagnosed|for|after|of|needs|treated|getting|gets|undergoing|on|recovering|is"
    r"|was|s|are|m|become|being|an?|in|into|going through|through|chronic|severe|due to)"
    r"(?: \w+){0,2}"
)
"""Somebody has it; the next words are what."""

INSTITUTION: Final = (
    "hospitals?|clinic|pharmacy|institute|charity|foundation|association|laborator(?:y|ies)|lab"
    "|research|centre|center|nursing home|care home|trust|ward|nhs|department|ambulances?|roof"
    "|repairs?|building|renovation|council|museum|unit|grant|scheme|funds?|shop|invoices?|society"
    "|deliver(?:y|ed|ies)?|fundraiser|donation|awareness|campaign|ordered|order|supplies|ramp"
    "|products?|equipment|surgery door|screening|school"
)

FIRMS: Final = (
    "company|companies|firm|subsidiary|bank|supplier|group|customers|market|plant|site"
    "|carrier|vat|customs|country|language|restaurant|brand|machine|products?|parts?|currency"
    "|address|law|standard|invoices?|version|accounts?|parent|branch|friday|paint|list|box|toner|ink"
    "|cab|holiday|office|factory|importer|manufacturer|haulier|warehouse|depot|food|takeaway"
    "|cuisine|translation|number|plate|lorry|truck|bakery|deli|wine|oak|tiles?|ltd|gmbh|register"
)

PHRASES: Final = {
    "PERSON": PERSON,
    "IS": IS,
    "ONE": ONE,
    "HAS": HAS,
    "INSTITUTION": INSTITUTION,
    "FIRMS": FIRMS,
}
"""What the lexicons name in braces."""
