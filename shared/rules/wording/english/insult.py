"""Insults: words that say it all, and words that do of a person (English)."""

from typing import Final

TERMS: Final = r"""
= insult
asshole/s arsehole/s arse/s arsewipe
bastard/s
bitch/es bitchy
wanker/s wank tosser/s
twat/s cunt/s
dickhead/s dickwad knobhead/s bellend/s cockwomble
motherfucker/s fuck/s fucker/s fucked fucking fuckin fuckwit/s fuckface effing
scumbag/s scum slimeball/s sleazebag/s douchebag/s douche dirtbag/s shitbag/s ratbag/s toerag/s
shithead/s shitty shit/s shite shitshow bullshit bullshitter/s
bollocks bollock/s bugger arsed cockup wankstain tosspot/s knobber/s fannybaffler bint
slag/s slut/s whore/s skank/s slapper/s
piss pissed pisshead/s
wtf stfu sob pos
- name
unless slag (?:heap|wool|cement)|bastard (?:file|size)|piss(?:oir)?|furnace|blast|po s|sob story
       |cock ?up|pos (?:terminal|system|machine|device)|pos
= insult
moron/s moronic
imbecile/s imbecilic
cretin/s
idiot/s idiotic idiocy
dimwit/s halfwit/s nitwit/s numbskull/s numskull/s bonehead/s blockhead/s airhead/s
knucklehead/s
dunce/s dumbo dummy dullard/s simpleton/s ignoramus birdbrain
dumbass/es jackass/es dipshit/s
dolt/s dope/s dork/s
retard/s retarded spastic/s spaz mong
twerp/s nincompoop/s ninny dipstick/s doofus schmuck/s putz dingbat/s wazzock/s meathead/s
fatso/s lardass
jobsworth/s gasbag/s windbag/s drongo/s dosser/s bludger/s thicko/s
numpty numpties muppet/s prat/s pillock/s plonker/s twit/s git/s wally wuss berk/s div divvy
buffoon/s
clueless brainless gormless witless
incompetent/s
ignorant illiterate
- name
unless fire retard\w*|crash test|dummy (?:run|unit|plug|load|data)|dumb (?:waiter|terminal)
       |idiot proof
       |dope test|dummy account|illiterate reader|div \d|silicone|question|mistake
= insult
crook/s crooked
swindler/s swindl/ev
conman conmen fraudster/s scammer/s trickster/s grifter/s hustler/s rotter/s wretch/es shyster/s
chancer/s spiv/s
liar/s lier/s
thief thieves
cheat/s cheater/s
charlatan/s impostor/s
hypocrite/s hypocritical
weasel/s
deadbeat/s freeloader/s scrounger/s sponger/s moocher/s leech/es bloodsucker/s parasite/s
rogue/s scoundrel/s rascal/s villain/s
dishonest deceitful devious untrustworthy
sleazy sleazeball
manipulative manipulator/s
backstabber/s backstabbing
- name
unless cheat sheet|crooked (?:shelf|frame|door|fence|pipe|panel|post|picture|line|sign)
       |rogue (?:wave|invoice|line|entry)|stolen|theft|victim|theft report|is crooked
       |leech field
= insult
lowlife/s scruff
drunkard/s wino/s
lunatic/s psycho/s psychopath/s sociopath/s nutter/s nutcase/s nutjob/s weirdo/s freak/s
fruitcake
headcase maniac/s madman madwoman crackpot/s
pervert/s perv/s creep/s creepy pervy
cheapskate/s tightwad/s skinflint/s miser/s tightarse stingy
coward/s cowardly spineless gutless
loser/s layabout/s slacker/s shirker/s skiver/s waster/s slob/s
racist/s sexist/s misogynist/s bigot/s bigoted homophobic chauvinist/s
bully bullies arrogant obnoxious pompous despicable pathetic insufferable
hag/s shrew harpy
hooligan/s thug/s yob/s chav/s
peasant/s redneck/s hillbilly bumpkin/s
narcissist/s narcissistic megalomaniac/s egomaniac
jerk/s prick/s
loathsome repulsive vile scummy odious contemptible
loudmouth/s bigmouth
tyrant/s dictator/s
- name
unless freak (?:weather|wave|storm|accident)|jerk (?:chicken|sauce|seasoning)|thug ?life
       |miser\w+ weather|creep (?:test|strain|resistance)|weather|pump jerk
= insult
dick/s cock knob/s tool bugger/s sod/s
clown/s joker/s muppet swine
rat/s snake/s pig/s cow/s worm/s vermin parasite/s leech/es vulture/s shark/s donkey/s ass mule
animal/s weasel/s toad/s dog/s cockroach/es sheep monkey/s ape/s baboon/s gorilla goat
bandit/s gangster/s cowboy/s pirate/s robber/s
witch/es dragon battleaxe
pest fool/s brat/s
trash garbage slouch sleaze nobody bum/s tramp/s disgrace filth dirt rubbish waster
vegetable dinosaur nutjob cabbage
psycho mug/s sucker/s suckers
monster/s devil/s
princess
plank/s brick
- person 9, exact
before (?:(?:he|she|it|they|that|owner|boss|man|woman|manager|buyer|director|accountant
       |secretary|guy|client|bloke|foreman) (?:is|s|are|re|was)|(?:is|are|was|were|be|re|s)|what
       |bunch of|pack of|this|these|such|like|that|another|utter|total|of|absolute|complete|you
       |old|real|right|stubborn|stupid|lazy|fat|dirty|us for|greedy|slimy|treat us like|lying
       |sneaky|bloody|little)(?: (?:{ONE}|{IS}))*
unless lots?|kg|farm|meat|butcher|pork|cattle|market|tool is|this tool|that tool|animal|feed
       |fun fair|circus|stopcock|pet|dog (?:is|in|food)|guard dog|kennels?|vegetables?|grit
       |pirate (?:copy|ship)|rubbish (?:skip|bin|was|left|on|in|removal|collection)|skip|bin
       |site|mugs? (?:delivered|order|with)|of (?:mugs?|dirt|rubbish|sheep|trash|dogs?)|cement
       |pest control|rat trap|brick (?:wall|work)|like a brick|costume|planks? of|shelf|dirt
= insult
clown/s joker/s muppet/s cow/s rat/s snake/s pig/s witch vulture/s parasite/s vermin donkey/s
cowboy/s gangster/s bandit/s fool/s brat/s slob/s monkey/s
- exact
before bunch of|pack of|gang of|what an?|utter|total|that|those|these|such an?
       |bunch of (?:bloody|fucking|useless|lazy)|real|bloody
unless animals?|feed|farm|meat|kg|lots?|circus|trap|toys?|costume|hat
= insult
stupid dumb thick dense daft dim slow
crazy mad bonkers nuts mental barmy insane crackers bananas unhinged deranged cuckoo
useless worthless hopeless incompetent pathetic clueless
lazy idle workshy
fat ugly smelly filthy obese hideous
nasty vile disgusting evil vicious horrid horrible cruel
slimy sleazy sly shifty shady dodgy cunning
greedy stingy tight mean
rotten bent corrupt crooked
rude ignorant arrogant obnoxious pompous vain selfish childish
ruthless unscrupulous dishonest
senile
- person 7, exact
before (?:{IS}|{ONE}|{PERSON}|as|and|of|how|how bloody|s|too|that)
unless prices?|errors?|mistakes?|terminals?|walls?|glass|tim(?:e|ing)|files?|parts?|wood|fence
       |pipe|nuts and bolts|bolts|rail|frame|panel|question|delays?|items?|vegetables|fruit
       |products?|weather|traffic|rounding|pay(?:er|ing|ment|ments)?s?|tight (?:schedule
       |deadline|budget|margins?|on cash|fit|space|cash)|cash ?flow|margins?|slow (?:payer|month
       |season|business|week|to|in|at)|is slow|are slow|mean (?:that|to|we|the|it|by)
       |dense (?:foam|board|traffic|concrete)|thick (?:glass|wall|planks|board|file
       |as a brick wall)|goods|material|smelly (?:drain|pipe|goods)|drains?|horrible (?:weather
       |week|noise|month)|bent (?:rail|pipe|frame|bar|post|shelf|leg)|rail|shelf|rude awakening
       |idle (?:machine|plant|lines?)|is idle|link|website|hinges?|cost|costs
       |corrupt(?:ed)? (?:file|data|pdf|disk)|pdf|data|legs?|mm|cm|dodgy (?:signal|connection
       |cable|line|wiring|boiler|part)|budget|screw|nasty (?:surprise|scratch|smell|crack)
       |mean time|schedule|vain|mad rush|mental (?:note|health)|offer|shady (?:side|spot)
       |dim (?:light|lamp|bulb)|lights?|for nuts
"""
