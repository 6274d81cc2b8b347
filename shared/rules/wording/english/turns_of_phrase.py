"""Insults that take several words (English)."""

from typing import Final

TERMS: Final = r"""
= insult
stupid dumb dirty filthy greedy lying lazy fat ugly thick old silly rotten nasty horrible
ignorant arrogant bloody damn
- exact
after (?:\w+ )?(?:man|woman|guy|girl|cow|people|idiots?|bloke|fool|pigs?|bastards?|sod|git
       |bugger|bag|hag|bat|buffoon|oaf|fools|liars?|lot|dog|rat|snake|piece of work|witch|toad
       |creature|swine|slob|goat|fart|crook|cheat|prick|lump|coward|thief|thieves)(?! s)
unless old (?:man|woman|people|dog|lot|bag|guy|bloke|girl)|dirty (?:lot|bag)|lazy susan
       |thick (?:bag|lot)
= insult
nasty sad sorry miserable
-
after piece of work|excuse for|little man|old man|sod
= insult
poor sorry
- exact
after excuse for (?:a|an) \w+
near man|human|manager|boss|director|businessman|accountant|person|owner
= insult
pathological compulsive born habitual serial proven notorious known
-
after liars?|fools?|idiots?|cheats?|thief|thieves|crooks?|gambler|fraudster|con
= insult
con
- exact
after m[ae]n|artists?|merchants?|job|woman
= insult
rip
- exact
after off (?:merchants?|artists?)|us off
= insult
crappy crap
- person 9, exact
before talks|full of|utter|load of|such|a|piece of|is|of|total|talking|pile of
= insult
son daughter
- exact
after of a (?:bitch|gun|whore|pig)
= insult
piece load pile heap bag sack
- exact
after of (?:shit|crap|trash|filth|garbage|scum|dirt|shite)|of work(?! (?:done|to|on|for|is))
unless (?:this|that|the|excellent|good|fine|lovely) piece of work
= insult
waste
- exact
after of (?:space|oxygen|skin|air|breath|a man)
unless pallet|shelf|layout
= insult
good
- exact
after for nothing|for nothings
= insult
two
- exact
after faced|short planks|brain cells|bit crook
= insult
lies lied lying lie
- person 7, exact
after (?:as (?:he|she|they) breathes?|through (?:his|her|their)|all the time|constantly|again
       |about (?:everything|the|his|her|having|being|it)|to (?:us|me|everyone|everybody|my|our)
       |every|like|non ?stop|without|whenever|whenever|straight|habitually|bastards?|toad|sod
       |cow|git|scum|cheat|is all|blatantly|his way|her way)
unless lies (?:with|in)|land|liability
= insult
lies
- person 9, exact
before full of|nothing but|pack of|tells|all|telling|told us|more|string of|his|her|web of|of
unless fault lies|problem lies|lies with
= insult
full
- exact
after of (?:shit|crap|himself|herself|themselves|hot air|bull|it)
unless full of it(?:ems|s)
= insult
dumb thick daft mad useless bent slow crooked stupid dim
- exact
after as (?:a|an|two|they come|pig|shit|mince|hatter|the|nine|nails)
= insult
screw sod stuff
- exact
after (?:him|her|them|you|the lot of them)(?! (?:up|in|into))
= insult
takes take taking mistakes treats
- exact
after us (?:all )?(?:for|like) (?:fools|idiots|mugs|a mug|morons|suckers|dirt|rubbish|an idiot
       |shit|a bunch|dogs)
= insult
taking takes take
- exact
after the (?:piss|mick|mickey)|us for a ride
= insult
brain brains bulb sandwich marbles lights sense
- person 9, exact
before no|half a|of a|without a|lacks a|pea|not the brightest|brightest|short of a|two
       |hasn t got a|has no|hasn t a|got no|not a|the brains?
unless socket|lamp|made no sense|no sense to
= insult
brightest sharpest
- exact
before not the|isn t the|hardly the|the
= insult
picnic
- exact
before short of a
= insult
rot hell go
- exact
after in hell|to hell|screw|away and
= insult
hell
- exact
before rot in|go to|burn in|fucking|bloody
= insult
stinks smells
- person 4, exact
after (?:of|like|to|and|$)
unless drain|room|van|fridge|unit|damp|product|paint|burn\w*|gas|goods|smells? of (?:gas|damp
       |paint|burning|solvent)|meat
= insult
slimy greasy sneaky sly shifty conniving scheming
- person 7, exact
unless floor|surface|pipe|drain|engine|goods
= insult
stuck big know smart
- person 7, exact
after up (?:cow|snob|bitch|git|so and so|madam|woman|man)|headed|it all|arse|arsed|ass|alec
= insult
walking
- exact
after (?:disaster|joke|catastrophe|nightmare)
= insult
snob/s snobbish snobby diva hothead/s smartarse blowhard/s killjoy/s stuckup bossy moody grumpy
bitter miserable vindictive jealous spiteful
- person 6, exact
before {IS}|an?|{ONE}|and
unless almonds?|lemons?|oranges?|weather|ale|chocolate
= insult
pain
- exact
after in the (?:arse|ass|neck|backside|butt)
= insult
deserve deserves deserved
- person 6, exact
after (?:a (?:slap|kick|beating|punch|smack)|to rot|everything)
"""
