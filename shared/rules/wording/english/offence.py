"""Offenders, prison, violence (English)."""

from typing import Final

TERMS: Final = r"""
= crime
criminal/s criminally
convict/s convicted felon/s felony felonies
jailbird/s jailed imprisoned incarcerated
embezzler/s embezzl/ev embezzlement
mobster/s mafia mafioso mafiosi
burglar/s robber/s mugger/s shoplifter/s shoplifting pickpocket/s
rapist/s murderer/s killer/s paedophile/s pedophile/s paedo/s pedo/s nonce/s molester/s groomer
trafficker/s smuggler/s
fraudulently
launderer/s
arsonist/s
terrorist/s
kleptomaniac/s
parolee
stalker/s
abuser/s
forger/s counterfeiter/s
offender/s
extortionist/s blackmailer/s
-
unless alarm|criminal (?:damage|court|law|checks?|defence|lawyer)|bolts?|weed ?killer|fly killer
       |killer (?:deal|price|app|feature)
       |insect|pain killer|slug|robber bands?|repeat offender on
= crime
criminal
- exact
after (?:record|past|history|charges?|convictions?|family|gang|background|types?|mind|activity
       |activities|investigation|trial|and|who|he|she)
unless checks? (?:form|required)
= crime
criminal police prison previous spent
- exact
after records?|convictions?|past|history|background|sentence|term|offences?|time
unless previous (?:records?|history|time|term)|prison contract
= crime
prison jail inside gaol slammer nick clink bars porridge cell
- exact
near (?:went|been|sent|go|goes|going|did|does|doing|served|serving|serves|time|out|back|in|years
       |months|behind|end up|put|belongs|from|of|spent|straight|left|facing|threatened|to
       |months?) (?:\w+ ){0,3}(?:prison|jail|gaol|slammer|clink|nick|bars|porridge)|(?:time
       |years|months|stretch|spell|been|was|brother|husband|son) inside|prison (?:sentence|term
       |time)|jail (?:time|sentence|term)
unless deliver\w*|site|prison (?:service|works|contract|project|kitchen|refurb\w*)|wing|fitted
       |at \w+ prison|nick of time|in good nick|inside (?:the|our|of|out)|security bars
       |steel bars|grab bars|install\w*|invoice|governor|order|window
= crime
ex
- exact
after con|cons|convicts?|offenders?|prisoners?|inmates?|gangster|dealer
= crime
inmate prisoner/s
- person 5, exact
unless deliver\w*|canteen|service
= crime
known wanted
- exact
after (?:to|by|with) (?:the )?(?:local )?(?:police|authorities|courts|law|cops|fraud squad
       |gardai|sheriff)
unless to law
= crime
charged indicted prosecuted investigated tried sentenced accused suspected guilty convicted
acquitted
- person 8, exact
after (?:with|for|of|over|at|to|by the police|in court)
unless charged (?:with vat|for (?:delivery|carriage|the|a|\d)|at|to (?:the|our|my|his))|invoice
       |sentenced to pay|accused us|accuses us|suspected (?:leak|fault|damage)|late|tried (?:to
       |for)|investigated (?:the|our|by our)|carriage|tried at|delivery
= crime
arrested handcuffed handcuffs custody nicked busted remanded
- person 8, exact
unless fall|arrested decay|corrosion|safe custody|rust
= crime
police cops fraud squad bailiffs gardai
- person 9, exact
before trouble with the|run in with the|run ins with the|problems with the|raided by the|by the
       |hiding from the|wanted by the|from the|visited by the|on the run from the|arrested by
       |dealings with the|picked up by the|taken away by the
unless bailiffs|report\w*|returned|recovered
= crime
run
- person 5, exact
before on the
after (?:from (?:the )?(?:police|law|cops|justice)|for (?:fraud|theft))
= crime
trouble
- exact
after with the law|with the police
= crime
law
- exact
before wrong side of the|trouble with the|brush with the|foul of the|brushes with the
       |run in with the
= crime
drug/s
- exact
after dealers?|dealing|trafficking|runner|smuggling|gang|lord|offences?|money|ring|baron|bust
       |charges?|conviction|den|pusher
= crime
deals dealing dealer sells selling sold pushes
- exact
after (?:in )?(?:drugs|coke|weed|cocaine|heroin|crack|cannabis|hash|stolen|dope|counterfeit|guns
       |pills)
= crime
dealer
- person 5, exact
before a drug|is a|small time|local|drugs|coke|weed
unless car|authori[sz]ed|appointed|main|motor|scrap|timber|vehicle|official|volvo|dealership
       |exclusive|antiques?|metal
= crime
on
- person 7, exact
after (?:parole|probation|bail|remand|a tag|licence)(?! (?:period|number))
unless probation(?:ary)? period|software|supplied
= crime
ankle electronic
- person 8, exact
after tag|tags|bracelet|monitor
unless tag reader|labels?|scanner
= crime
drink drunk
- exact
after driving|driver|drive
= crime
banned disqualified
- exact
after from driving|driver
= crime
licence
- exact
before lost his|lost her|lost their|driving
after (?:for|to|after) (?:drink|drunk|speed|drug|dui)\w*
= crime
dui duis gbh abh asbo
- exact
= crime
smacks smacked kicked kicks punching shoved hitting slaps beats hits beat hit beating hitting
slaps punches punched slapped assaulted assaults attacked stabbed threatened hits strangled
batters battered
- person 6, exact
after (?:up )?(?:his|her|an?|one of (?:his|our)|our|the) (?:own |poor |ex |former )?(?:wife
       |kids?|children|husband|girlfriend|partner|ex|employee|driver|staff|neighbour|mother|son
       |apprentice|workers?|colleague|secretary|daughter|customer|policeman|waitress|family
       |missus|woman|girl|man|brother|rep|guy)
= crime
wife spouse child
- exact
after beater|beaters|beating|abuser|abuse|batterer
= crime
domestic
- exact
after violence|abuse|abuser|assault
= crime
violent abusive dangerous
- person 5, exact
before {IS}|an?|turned|with a
unless storm|load|goods|wiring|site|road|stairs?|machine|stack|language|cargo|materials?
       |substances|reaction
"""
