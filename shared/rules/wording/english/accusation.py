"""Accusations: taking, cheating, dealing; business law is left alone (English)."""

from typing import Final

TERMS: Final = r"""
where TAKEN (?:from (?:us|me|his|her|the|their|customers|suppliers|clients|everyone|work|site)
       |(?:the |our |his |her |company |all the |some |two |three |petty |\d+ |a )*(?:money|cash
       |stock|tools|goods|materials?|petrol|diesel|till|funds|copper|parts|cheques?|pallets?
       |fuel|wages|vat|thousands|lead|cable|deposit|pension|inheritance|car|cars|taxes|laptop
       |equipment)|everything|anything|regularly|things|like|whatever|left right)
where VICTIM victims?|police report|reported|insur\w*|alarms?|anti|prevention|training
       |fraud (?:alert
       |warning|check|department|team|prevention|screening)|phishing|attempted|attempt|hacked
       |hackers?|impersonat\w*|spoof\w*|scam e ?mail|identity theft|burgled|was stolen
       |were stolen|stolen from|stolen (?:van|truck|lorry|goods|pallets?|vehicle|materials?
       |tools|card|cheque)|overnight|crime (?:number|reference)|break in|suspected cheque fraud
       |site theft|theft (?:of|from|on)
= crime
rape raped murder murdered manslaughter molested groomed stabbing
- person 9, exact
unless oil ?seed|rape seed|rapeseed
= crime
did done does doing served
- exact
after (?:some |\w+ (?:years|months) |hard )?time(?! (?:and|work|a|sheets?))|(?:\w+ )?(?:years
       |months) (?:for|inside|in)
near time (?:for|in|inside)|did time|done time|served time|hard time|(?:years|months) (?:for
       |inside|in (?:prison|jail))
unless in time|on time|overtime|time for (?:the|a|us|lunch)|time in (?:the|lieu)
= crime
fraud theft assault robbery burglary arson bribery perjury forgery laundering extortion
blackmail corruption battery smuggling trafficking embezzlement harassment tax possession
stalking
- person 10
before (?:convicted|guilty|accused|suspected|suspicion|charges|count|charge|history|capable
       |conviction|stink|whiff|victims of his) of|(?:sentenced|arrested|prison|jail|investigated
       |done|wanted|prosecuted|charged|charges|sacked|convicted|time|inside|jailed|custody
       |caught|banned|tried|fired|years|months|bail|conviction|record|nicked|convictions
       |dismissed) (?:for|with|over)|committed|commits|committing|involved in|mixed up in|into
       |up to|commit(?: (?:the|a|some|tax|vat|insurance|benefit|aggravated|sexual|armed|serious
       |money|widespread))*
unless {VICTIM}|tax (?:return|invoice|adviser|office|rate|code|point|year|certificate|bill
       |refund|credit)|batteries|battery (?:pack|charger|unit)|for tax|of tax|with tax
       |data corruption|and tax|his tax|her tax|file corruption
= crime
tax vat benefit benefits insurance welfare mortgage credit
- person 10, exact
after (?:dodger|dodging|evasion|evader|fraud|fiddle|cheat|scam|avoider|dodge|fraudster)
unless reverse charge|victim
= crime
money
- exact
after launder\w*|mule
unless checks?|regulations?|compliance|questionnaire|anti
= crime
launder/v laundering
- person 6, exact
after (?:money|cash|drug|his|her|the|dirty|it|through)
unless linen|sheets|towels|anti
= crime
dirty
- exact
after money|cash|dealings
= crime
steal/v stole stolen stealing thieving thieves nicks pinches pinched pilfer/v swipes pocketed
pockets pocketing siphon/v siphoned skims skimming skimmed diverted diverts fiddles fiddling
fiddled
- person 6, exact
after (?:off |from )?{TAKEN}|the books|his expenses|the till|(?:for|his|her|off) \w+
unless {VICTIM}|deep pockets|diverted (?:the|to|our|via) (?:truck|lorry|delivery|road|traffic)
       |siphoned off (?:the )?(?:water|liquid)
= crime
steals stealing stole thieving
- person 3, exact
unless {VICTIM}|steals? the show|stole the show
= crime
rob/s robs robbed robbing conned cons scammed scams swindled defrauds defrauded defrauding
defraud ripped rips cheated cheats diddled fleeced fleeces duped bilked stitched stiffed
- person 6, exact
after (?:off |up )?(?:us|his|her|our|their|everyone|everybody|the|people|suppliers|customers|me
       |half|a|all|several|other|many|old|investors|banks?|clients|creditors|him|blind)
unless {VICTIM}|been (?:robbed|scammed|conned|defrauded|cheated)|was (?:robbed|scammed|conned
       |defrauded)|got (?:robbed|scammed)|packag\w*|ripped (?:the|a) (?:bag|box|packaging|cover
       |carpet|film|tarpaulin|wrapping)|stitched (?:up )?the|pros and cons|were (?:robbed
       |scammed)
= crime
bribe/s bribed bribing bribery backhander/s kickback/s extort/v blackmail/v racketeering racket
- person 9, exact, first
unless policy|training|anti|tennis|noise|such a racket
= crime
fraud
- person 5, exact
before a|complete|total|an absolute|old|is a|such a
after (?!alert|warning|attempt|check|case|risk|team|department|report)\w+|$
unless {VICTIM}
= crime
fakes faked forge forged forges falsified falsifies cooked cooks doctored doctors backdates forging
faking falsifying cooking fiddled
- person 7, exact, first
after (?:the |his |her |our |their |an? |some |several |all |\w+ s |clients )*(?:invoices?
       |books|accounts|signatures?|cheques?|documents?|papers|certificates?|figures|receipts
       |expenses|records|numbers|delivery|paperwork|injury|insurance|claims?)
= crime
fake counterfeit bogus
- person 8, exact
before issues|writes|made|makes|sells|uses|presents?|presented|with|passing|selling|runs|issued
       |used|using|through|printing|prints|deals in
after (?:invoices?|goods|documents|cheques?|ids?|papers|passport|money|notes|accounts|company
       |receipts)
unless received a fake|victim
= crime
evades evading evaded dodges dodging dodged
- person 8, exact
after (?:his |her |the |some |all )*(?:tax|taxes|vat|duty|customs|police|the law|justice|arrest)
= crime
table books
- person 9, exact
before under the|off the
near (?:pays?|paid|workers?|cash|work|wages|sells|employs|staff|money)
= crime
form
- person 4, exact
before has|got|have|had
after for (?!the|our|a|an|it|this)\w+
= crime
scam/s racket fiddle ponzi
- person 8, exact
before a|his|her|runs|running|some|the|pulls|into|this|insurance|old|on the|pyramid
near runs?|running|ran|behind|pulls|pulling|his|her|ponzi|pyramid|on the fiddle
unless {VICTIM}|scam e ?mail|victim|received
= crime
police cops
- exact
after (?:have |had |has )?(?:raided|searched|arrested|are after|came for|took him|took her
       |investigat\w+|questioned|stopped him|stopped her|want him|picked him)
= crime
knife gun weapon pistol shotgun
- person 8, exact
before pulled a|pulls a|with a|carries a|carrying a|drew a|a|owns a|waved a
near pulled|carr\w+|drew|waved|threaten\w*|illegal|keeps|stab\w*|convict\w*
unless spray|nail|caulk\w*|glue|staple|kitchen|palette|set|heat|paint|order\w*|grease
= crime
court
- person 8, exact
before up in|up before the|been in|dragged to|in|to|appeared in
after (?:for|over|on) (?:\w+ )?(?:assault|theft|fraud|drug\w*|drink\w*|drunk\w*|violence|abuse
       |beating|stealing|dealing|battery|rape|harass\w*|tax|gbh|burglary|speeding|charges)
= crime
cash
- exact
before pays (?:his|her|the) (?:workers|staff|men|people|lads)|pays everyone|workers paid
after in hand
= crime
illegal
- person 9, exact
after (?:workers?|immigrants?|labour|dealings?|business|trade|gambling|weapons?|substances|arms)
= crime
gang mob underworld cartel crime
- person 10, exact
before in a|the local|a|the|with the|organi[sz]ed|criminal|local|member of a|to the|drug|into
       |linked to|ties to the|life of|involved in|petty|turned to|of|serious
unless gang (?:box|plate|switch|socket)|crime (?:number|reference|report|scene)|workgang|price
       |gang of (?:fitters|workers|labourers)|two gang|double gang|gang mower
= crime
suspended custodial prison jail
- exact
after sentences?
= crime
community
- person 9, exact
before doing|got|did|hours|hours of|sentenced to
after service|order
= crime
sex
- exact
after offenders?|offence|register|crimes?|abuse|assault|traffic\w*|trade
= crime
stolen
- person 8, exact
before sells|handles|handling|receiving|fences|buys|bought|of|dealing in|into|deals in|selling
after goods|property|cars?|stuff|gear|tools
"""
