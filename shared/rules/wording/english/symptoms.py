"""The body's health: symptoms, injuries, care (English)."""

from typing import Final

TERMS: Final = r"""
= health
painkillers steroids sedatives tranquillisers
-
before on|takes|hooked on|his
= health
heart liver kidney/s lung/s brain prostate thyroid back bladder bowel stomach spine skin hip
knee blood
- exact
after attacks?|surgery|condition|problems?|troubles?|failure|bypass|operation|disease|transplant
       |cancer|tumou?r|disorder|replacement|injury|pains?|complaint|infection|issues?|pressure
       |scare|damage|haemorrhage|removed|op
unless foundation|back (?:problem|issues?) with|hip roof|pressure (?:washer|valve)|charity
       |research
= health
back leg knee hip arm neck shoulder wrist ankle foot hand nose spine ribs toe collarbone pelvis
- person 8, exact
before (?:broke|broken|fractured|sprained|twisted|smashed|bad|dodgy|injured|hurt|put|did
       |dislocated|shattered|tore|his|her|lost)(?: (?:his|her|a|an|the|two|both))*(?: (?:bad
       |broken|dodgy|left|right|injured))*
near broke|broken|fractured|sprained|twisted|smashed|bad|dodgy|injured|dislocated|out|shattered
       |hurts?|tore|in plaster|in a cast
unless tables?|chairs?|back (?:in|on|at|to|from|by|with|order|after|next|tomorrow|monday)
       |backlog|crane|second ?hand|hand(?:s)? (?:over|on)|left hand|right hand|handed
       |broke(?:n)? (?:his|her|the) (?:word|promise)|bad debt|forklift|shelf|out of hand
= health
slipped
-
after discs?|disk
= health
bad dodgy
- person 6, exact
after back|hip|heart|knees?|leg|lungs?
unless back (?:order|door|office)
= health
health
- exact
after (?:problems?|issues?|troubles?|reasons?|scare|condition|grounds|is (?:failing|bad|poor
       |fragile|declining|not)|worries|concerns|has (?:got worse|deteriorated|worsened))
unless financial|company|firm|business|safety|balance sheet
- person 9
before his|her|their|ill|poor|failing|mental|bad|own
unless financial|company|firm|business|safety|mental health (?:trust|charity|unit)
= health
shingles
- person 3, exact
before has|had|got|caught|with
unless roof|cedar|bundles?|pallet|slates?
= health
disorder
- exact
before eating|mental|anxiety|personality|nervous|bipolar|blood|skin|sleep|stress|attention
       |compulsive
= health
eyesight sight hearing memory speech balance
- person 9, exact
near (?:eyesight|hearing|memory|sight|speech) (?:is|was|s|has) (?:\w+ )?(?:going|failing|gone
       |bad|poor|weak|impaired|worse)|(?:losing|lost|loses) (?:his|her|their) (?:eyesight|sight
       |hearing|memory|speech)|hard of hearing|hearing (?:aid|problem|loss)|partially sighted
       |poor eyesight
unless court hearing|computer|software|card|balance (?:sheet|due)
= health
hard
- exact
after of hearing
= health
walks walking gets
- person 4, exact
after (?:with|on|around with) (?:a |two )?(?:stick|sticks|cane|frame|limp|crutches|zimmer)
= health
removed amputated transplanted
- person 9, exact
before (?:breast|breasts|kidney|lung|prostate|womb|gallbladder|spleen|appendix|leg|foot|toe|cyst
       |growth|lump|mole|tumour|colon|stomach|testicle|finger|thyroid|tonsils)(?: (?:was|were
       |has been))?
= health
sleeping diet pain slimming fertility
- person 9, exact
after (?:pills|tablets|killers|drugs|treatment|medication|problems?|clinic)
= health
under
- person 8, exact
after the (?:influence|knife|weather|surgeon)
unless works? under the weather
= health
dying deathbed terminal
- person 6, exact
unless terminals?(?: \d| block|s)|card terminal|payment terminal|dying (?:trade|business|market
       |industry)|terminal (?:is|was|b|at|broken|fee)|dying to|port|airport|battery|bus
= health
weeks months days year
- exact
after (?:left )?to live
= health
premature
- person 9, exact
before were|was|baby|twins|born|a
near baby|twins|born|son|daughter|birth
unless payment|delivery|wear
= health
medical
- person 9, exact
after (?:conditions?|problems?|reasons|leave|treatment|history|appointments?|issues?|tests?
       |certificate|emergency|grounds|condition|check|procedure|complications?|absence)
= health
scan mri scans biopsy checkup
- person 6, exact
before a|an|brain|his|her|mri|hospital|for
unless scan (?:of (?:the|our)|the|copy)|e ?mail|bar ?code|pdf|note|scanned
= health
caught picked
- person 5, exact
after (?:up )?(?:something (?:nasty|bad|in)|a (?:bug|virus|cold|disease|chill|dose))
unless computer|laptop|server
= health
barren sterile
- person 3, exact
before is|s|are|was
unless gloves|room|ground
= health
lost
- exact
after (?:the|her|a|their) (?:baby|child|unborn|leg|arm|eye|finger|kidney)
unless child safety
= health
syndrome
- person 9, first
unless cash ?flow|business is|company is|market|sector|sick building
= health
bad dodgy
- exact
before out with an?|off with an?|has an?|with an?|his|her
after back(?! (?:order|door|office))
= health
pregnant pregnancy pregnancies
-
unless test|pause
= health
maternity paternity
-
after leave|cover|pay
= health
expecting
- exact
after (?:a )?(?:baby|child|twins|their|her (?:first|second|third)|(?:his|their) (?:first|second
       |third))
= health
baby
- exact
before having a|has a new|expecting a|had a|lost the|lost a|lost her|her
unless baby shop|clothes
= health
gave gives due
- exact
after birth|to give birth
= health
abortion
- person 9
= health
broken
- person 8, exact
after (?:leg|arm|hip|back|wrist|ankle|rib|ribs|collarbone|neck|foot|nose)
unless table|chair|crane|robot
= health
hernia sling crutches
- person 7, exact
unless crane|lifting
= health
doctor doctors gp physician specialist
- person 9, exact
near signed (?:him|her) off|ordered|told (?:him|her) to rest|seeing a|sees a|under the
       |appointment|says (?:he|she)|signed off|prescribed|advised|treating
unless practice|surgery (?:pays|paid)|ordered (?:\d+|a|two|three|the)
= health
signed
- person 8, exact
after off (?:sick|with|by|for|until|work|stressed|on|again|due)
unless signed off (?:by (?:the )?(?:architect|client|engineer|manager|site|director|surveyor
       |buyer|foreman|him|her|their)|for payment|on (?:the|site|our))
= health
terminally chronically seriously gravely critically mentally
- exact
after ill|sick|unwell|disabled|unstable|handicapped|deranged|disturbed|fragile|unfit|challenged
       |retarded
= health
unwell bedridden housebound
- person 9, first
= health
nursing
-
after a hangover|(?:his|her) (?:baby|wound|injury)
= health
attack/s
-
before heart|panic|asthma|anxiety|epileptic
"""
