"""States of mind, addictions (English)."""

from typing import Final

TERMS: Final = r"""
= health
autism autistic asperger aspergers
schizophrenic/s schizophrenia schizo
bipolar
anorexic anorexia bulimic bulimia
antidepressant/s prozac xanax valium lithium
psychiatrist/s psychiatric psychologist/s psychotherapy psychotherapist
suicidal suicide suicides
senile senility
burnout
paranoia
psychotic psychosis
neurotic
hypochondriac
claustrophobic agoraphobic
adhd ptsd
- name
before {HAS}
unless transistors?|connector|signal|institute|trust|ward|charity
- name
unless transistors?|connector|batter\w+|{INSTITUTION}
= health
ocd add gad
- exact
before has|with|his|her|severe|suffers from
unless {INSTITUTION}
= health
depressed depression depressive
- person 8, first
unless market|sector|trade|economy|great depression|area|prices?|button|key|demand
= health
depression anxiety stress insomnia trauma grief
- person 9, exact
before suffers? from|suffering from|with|has|chronic|severe|clinical|his|her|post natal|battling
       |due to|from|off with|through|postnatal|of|s
unless market|great depression|test|metal|economic|load|loads
= health
anxious stressed traumatised
- person 4, exact
before {IS}|signed off|severely|chronically
unless anxious (?:to|that|about (?:the )?(?:delivery|payment|invoice|order|price|cash))
       |stressed that|stressed the
= health
nervous mental panic psychotic
- exact
after break ?downs?|health|illness|attacks?|problems?|issues?|case|hospital|wreck|disorder|state
       |episodes?|institution|ward|collapse|patient|exhaustion
unless panic (?:button|bar)|mental health (?:trust|charity|unit|centre|center)|order
= health
breakdown
- person 5, exact
before a|nervous|another|mental|complete|his|her|had a|having a
unless breakdown (?:of|by|per)|truck|van|lorry|machine|invoice|cost|vehicle|line|price|detailed
       |full|figures
= health
burn burned burnt burns
- person 8, exact, first
after outs?
unless motor|engine|house|building|fuse|bulb|cable|warehouse
= health
all right
- exact
before not|isn t|not quite|never
after there|in the head|upstairs
unless all there (?:in|on|yet|are)
= health
kill/v hang/v harm/v hurt cut shot
- exact
after himself|herself|themselves
= health
slit
- exact
after (?:his|her) wrists
= health
end ended take took taking ending
- exact
after (?:his|her|their) (?:own )?life
= health
overdose overdosed
- person 9, first
= health
losing lost lose loses
- exact
after (?:his|her|their) (?:mind|marbles|memory|sanity|marble|sight|eyesight|hearing)
= health
unhinged deranged unstable disturbed delusional paranoid insane
- person 5, exact
before {IS}|mentally|emotionally|psychologically|an?
unless prices?|pallets?|load|ground|stack|market|internet|network|software|door|gate
= health
therapy therapist counselling counseling counsellor shrink
- person 8, exact
unless shrink (?:wrap|film)|{INSTITUTION}
= health
sectioned
- person 3, exact
unless drawing
= health
head
- exact
before his|her|the|a|right in the|in the
after (?:case|doctor)|(?:is )?not right|(?:is )?in a bad place
unless head office|head of
= health
alcoholic/s alcoholism
drunkard/s
boozer/s boozing boozed boozy boozes
addict/s addicted addiction/s
junkie/s junky
cocaine heroin cannabis ecstasy amphetamine/s ketamine opium
crackhead/s cokehead/s pothead/s stoner/s druggie/s druggy smackhead/s methhead
hungover hangover/s
detox rehab
-
before {HAS}
unless crystal (?:glass|clear)|retail|gel
-
unless crystal|gel|beverages?|drinks trade|{INSTITUTION}
= health
drinks drinking drinker drunk drank booze boozed alcohol tipsy sloshed plastered sozzled
hammered wasted inebriated intoxicated bottle sauce piss liquor vodka whisky gin
- exact
near (?:{PERSON}|heavy|always|smell\w*|smelt|reek\w*|stank|stinks?|drink) (?:\w+ ){0,4}(?:drinks
       |drinking|drinker|drunk|booz\w+|alcohol|tipsy|sloshed|plastered|sozzled|hammered|wasted
       |inebriated|intoxicated|on the bottle|the bottle|vodka|whisky|gin)|heavy drinker
       |hits? the (?:bottle|booze|sauce)|drink problem|on the sauce
unless soft drinks|drinks (?:delivered|order|trade|machine|cabinet|supplier|wholesaler)|rubbing
       |casks?|drinking water|duty|bond|plastered (?:the|a|wall|ceiling)|bottles of|wall|ceiling
       |wasted (?:a|our|the|two|time|his|half|my)|hammered out|over a drink|bottle bank|excise
       |licen[cs]e|drinks (?:coffee|tea)|bottles|distiller\w*|dispenser|fountain
= health
drink
- exact
after problems?|too much|all day|habit|like a fish|on the job|heavily|issues?|at work
= health
drink drinking booze bottle
- person 6, exact
before turned to|took to|taken to|fond of|fond of a|fond of the|loves a|likes a|likes his
       |likes her|off the|back on the|worse for|the demon|problem with|partial to a
       |problems? with|too fond of|too fond of the|into the|a
unless bottle (?:bank|return)|for a drink|had a drink|problem with the bottle (?:caps?|line)
       |a bottle|a drink (?:with|at)|on a bottle
= health
drug/s
- exact
after addicts?|addiction|problems?|habit|users?|abuse|abuser|test|dependen\w*|fiend|related
       |rehab|den
unless policy
= health
drugs drug weed pot coke crack meth speed smack hash habit substances pills dope spliffs joints
gear
- person 9, exact
before on|on hard|takes|taking|does|doing|using|uses|smokes|smoking|snorts|snorting|hooked on
       |addicted to|always on|into|high on|off his head on|smoked|took|abuses|abusing|deals
       |problem with|a coke|drug|drugs|a drug|cocaine|stinks of|smells of|reeks of|smell of
       |shoots|pops|popping|smelling of
unless drugstore|pot of|weed ?killer|speed of|cracks? in|pipe|coke (?:fuel|oven)|on (?:coke
       |pot) lights|gear ?box|working on crack|machine|high gear
= health
weed joint spliff pot dope crack hash
- person 6, exact
before smokes|smoking|smoke|smoked|smell of|smells of|a|his
near smok\w*|smell\w*|rolls?
= health
stoned high wasted tripping zonked baked
- person 3, exact
before always|{IS}|gets|half
unless high (?:street|price|level|time|risk|limit|side|on the|value|demand|volume|quality)
       |is high$|are high|too high|goods|bread|costs?|prices?|bills?|invoices?|amounts?
       |baked goods|charges?|rates?|figures?
= health
gambl/ev gambler/s gambling betting bookies casino/s
- person 8, exact, first
unless casino (?:pays|paid|project|site|royale)|gamble on (?:the )?(?:delivery|price)
       |gambling (?:licence|commission)
"""
