"""Families and habits (English)."""

from typing import Final

TERMS: Final = r"""
= orientation
home personal private family
- person 8, exact
before his|her|their|has|having|with|to|messy|chaotic|of
after (?:problems at home|life|troubles?|problems?|crisis|drama|dramas|mess|circumstances
       |situation|breakdown|rows?|feud)
unless shelf|battery|end of life|personal reasons|home delivery
= orientation
trouble problems
- exact
before marriage|relationship|couple|having|girlfriend|wife|family|marital|love
after at home
= orientation
rocks
- exact
before on the
near marriage|relationship|couple|they
= orientation
bed beds bedded bedding
- person 7, exact
before he|she|share a|shares a|in|found in|who|caught in|no longer share a|same|to|boss|director
       |manager|owner
near share a|shares a|in bed with|same bed|beds (?:every|his|her|the|all|any)|bedded
       |caught in bed|to bed with
unless factory|room|linen|flower|truck|bedding (?:range|plants|order)|rose
= orientation
women men girls hookers
- person 8, exact
before money on|cash on|fortune on|all on|chases|chasing|after|runs after|weakness for|likes his
       |other|sees|younger|seeing|leers at|hits on|harasses|spends it on|young|loose|married
= orientation
widowed widower widow
- exact
near already|another|new (?:man|woman)|lonely|recently widowed|just widowed
= orientation
different several three two
- exact
after (?:different )?(?:mothers|fathers|women|wives|marriages|baby mothers|ex wives)
near kids|children|from|by|with|pays
unless doors|toilets
= orientation
ran runs running
- person 5, exact
after away (?:from home|with)
= orientation
ex exes
- person 6, exact
before his|her|with his|with her|the
after (?:wife|husband|girlfriend|boyfriend|partner|is|has|wants|took|takes|over|left
       |got)?(?: \w+)?
unless ex (?:works|vat|stock|tax)|business partner
= orientation
sleeping sleep slept sleeps
- exact
after together|around|with
unless sleeping together
= orientation
partners are they
- exact
after sleeping together
= orientation
partners colleagues two
- exact
after (?:\w+ )?(?:sleep|slept|sleeping|in bed|lovers)
= orientation
lonely
- person 6
= orientation
virgin impotent frigid
- person 5, exact
unless olive|virgin (?:media|trains|oil|money|atlantic|wood|paper|pulp|plastic)
= orientation
tinder grindr onlyfans pornhub
-
= orientation
midlife
- exact
after crisis
= orientation
naked nude topless underwear knickers
- person 8, exact
= orientation
kinky perverted sexy horny
- person 8
= orientation
sexual sexually sexuality
-
unless harassment policy|health clinic
= orientation
pregnant
- person 9, exact
before got his|got her|got the|made his
= orientation
widower widow
- exact
before a lonely|lonely|merry
= orientation
boozy
- exact
after lunches?|nights?|parties
= orientation
strip clubs club
- exact
before at|in|to|a|the|frequents
after clubs?|strip
near strip clubs?
= orientation
debts
- person 9, exact
before gambling|personal|poker|drug|casino
= orientation
loan
- exact
after sharks?
= orientation
straight
- person 3, exact
before not|{IS} not|isn t
after $
"""
