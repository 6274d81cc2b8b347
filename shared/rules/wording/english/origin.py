"""Where a person comes from (English)."""

from typing import Final

TERMS: Final = r"""
where NATIONS arab/s|arabic|asian/s|chinese|japanese|vietnamese|korean/s|indian/s|pakistani/s
       |bangladeshi/s|sri|thai/s|filipino/s|romanian/s|bulgarian/s|moldovan/s|hungarian/s
       |slovak/s|czech/s|polish|pole/s|ukrainian/s|russian/s|lithuanian/s|latvian/s|estonian/s
       |chechen/s|georgian/s|armenian/s|turk/s|turkish|kurd/s|kurdish|portuguese|italian/s
       |spanish|spaniard/s|greek/s|german/s|french|belgian/s|dutch|swedish|albanian/s|serb/s
       |serbian/s|kosovan/s|bosnian/s|croatian/s|moroccan/s|algerian/s|tunisian/s|libyan/s
       |egyptian/s|lebanese|syrian/s|iraqi/s|iranian/s|israeli/s|afghan/s|saudi/s|yemeni/s
       |african/s|nigerian/s|ghanaian/s|somali/s|kenyan/s|senegalese|eritrean/s|ethiopian/s
       |congolese|zimbabwean/s|jamaican/s|haitian/s|cuban/s|caribbean|irish|scottish|welsh
       |english|american/s|mexican/s|brazilian/s|colombian/s|tinker/s|irish/man|english/man
       |french/man|dutch/man|scots/man|welsh/man|china/man|latino/s|hispanic/s|slavic
where NO_THING (?!(?:{FIRMS}|friday|and (?:white|decker)|subsidiar\w*|distributor|partners?
       |customers?
       |clients?|origin of|type|edition|translations?|translated|manual|text|e?mail|courts?
       |rules?|tax|holidays?|goods|suppliers?|carriers?|banks?|plants?|sites?|markets?
       |restaurants?|steel|timber|marble|doors?|windows?|drains?|polish(?:er|ing)?|oak|made
       |built|invoice|standards?|spec\w*|plug|cheese|wines?|beers?|style|team|side|end|head|arm
       |entity|operations?|offices?|branches|warehouses?|haulage|hauliers?|language|speaking
       |regulations?|contract|prices?|tiles?|consortium|investors?|owned|registered|based|parent
       |mother)(?![^ ]))\w+|$
where SOMEBODY (?:is|s|are|re|hes|shes|theyre|was|were|being|looks|sounds|like|trust|all|another
       |these|those|bloody|typical|dirty|fucking|damn|lazy|than|with|with|for|as|know|how|from|about|what|because
       |the usual|of|deal with|family|he|she|they|such|by|to|half|some|lot|bunch|and|only|never
       |just)(?: (?:an?|the|all|some|another|half|part|originally|of|typical|probably|just|one
       |only|these|those|a bunch|bloody|dirty|two|very|quite|so|too|proper|lazy|old|young
       |first generation|second|generation|pure|full|from|ethnic|ethnically|racially|obviously
       |clearly|also))*
= origin
gypsy gypsies gipsy gypos gyppo/s pikey/s
paki/s nigger/s nigga/s wog/s chink/s coon/s kike/s wop/s kraut/s spic/s dago/s gook/s yid/s
towelhead/s raghead/s darkie/s darky negro/s polack/s
illegals wetback/s redskin/s halfcaste gringo/s
- exact
unless frog (?:tape|pump)|gypsy (?:creams?|moth)|chink in|chinks? (?:of|in)|racc?oon
= origin
frog/s
- person 4, exact
before bloody|these|those|typical|french|the
unless tape|pump|pond
= origin
black/s white/s brown mixed coloured colored foreign
- person 6, exact
before {SOMEBODY}
after {NO_THING}
unless {FIRMS}|colou?rs?|doors?|windows?|cabinets?|boards?|bricks?|walls?|model|covers?|units?
       |goods|tea|coffee|mixed (?:pallet|load|lot|use|up|in|feelings)|white (?:goods|van)|carpet
       |foreign (?:payment|exchange|currency|transfer|body|matter|trade)|brown (?:paper
       |envelope)|rugs?|black (?:ice|spot|list|and white)|cheque|in the black|toner|cartridges?
       |lead|pipe|cables?|wires?|and black|or black|or white|gloss|matt|paper|ware|coated
       |hinges?|switch(?:es)?|sockets?|screens?|frames?|seats?|finish|order(?:ed)?|deliver\w*
       |sealant
= origin
black white brown coloured colored
- exact
after (?:guy|man|men|woman|women|bloke|lady|chap|girl|boy|fella|lad|dude|people|folks?|kid|family
       |couple|immigrants?)(?! s)
unless men s|women s|white van
= origin
mixed
- exact
after race
= origin
{NATIONS}
- person 9, exact
before {SOMEBODY}
after {NO_THING}
unless (?:company|companies|firm|supplier|bank|group|plant|site|carrier|subsidiary|brand
       |restaurant|machine|products?|parts?|address|version|parent|branch|factory|tiles?|steel
       |wine|client|customer|entity|documents?|manual|contract|invoice
       |translation) (?:\w+ ){0,2}(?:is|are|was|were) |in (?:english|french|german|spanish
       |italian|polish)|speaks|english (?:copy|version)|to polish|polish(?:ed|ing)? (?:the|and
       |off)|french (?:drain|doors?|polish)|indian summer|dutch (?:courage|auction)|thai (?:food
       |restaurant)|kitchen
- exact
before (?:he|she|they|owner|boss|manager|director|buyer|accountant|wife|husband|secretary|family
       |clerk|partner|foreman|guy|driver|mr \w+|mrs \w+) (?:is|s|are|re|was|were)(?: (?:an?|all
       |half|originally|from))*
after {NO_THING}
unless in the black|speaking|dressed|in black|after|speaks
= origin
irish/man english/man french/man dutch/man scots/man welsh/man china/man
-
unless arms|pub
= origin
arabs asians indians pakistanis bangladeshis romanians bulgarians moldovans poles ukrainians
russians lithuanians latvians chechens turks kurds italians spaniards greeks albanians serbs
bosnians moroccans algerians tunisians libyans egyptians syrians iraqis iranians israelis
afghans saudis africans nigerians ghanaians somalis kenyans eritreans jamaicans haitians
mexicans colombians foreigners immigrants migrants refugees blacks latinos hispanics
-
unless poles? (?:and|with|for|delivered)|tent|scaffold\w*|fence|flag|telegraph|steel|charity
       |centre|jerusalem|magnetic|ski|wooden|metal|m poles|turks head|migrants? (?:centre|help)
= origin
{NATIONS}
- exact
after (?:\w+ ){0,3}all the same|(?:\w+ )?(?:guy|man|men|woman|bloke|lady|family|families|chap
       |girl|blood|immigrants?|crooks?|descent|background|heritage|accent|temper\w*|mentality
       |gang|lot|bastards?|thieves|mafia|clan|scroungers?|types?|cowboys|parents|mother|wife
       |husband|boss|owners?|managers?|directors?|foreman|driver|accountant|bookkeeper|builders?
       |workers|workmen|labourers?|landlord|chef|community|roots|stock|couple|brothers?|buyer
       |secretary|cleaner|neighbour|plumber|shopkeeper|lads?|fella|folk|ways|habits?|culture
       |people)(?! s)
unless in (?:polish|english|french)|white man van|black lead|foreign owned|stock (?:of|is)
       |white stock|black stock|brown stock|parent company
= origin
{NATIONS}
- exact
before typical|typically
after always|never|only|all|he|she|they|you|and|but|just|again|if|when|$
= origin
africa algeria morocco tunisia egypt libya nigeria ghana somalia kenya senegal congo ethiopia
eritrea
zimbabwe
turkey lebanon syria iraq iran afghanistan pakistan india bangladesh israel kurdistan
romania bulgaria poland ukraine russia albania kosovo serbia lithuania latvia hungary moldova
portugal spain italy greece
china vietnam japan korea philippines thailand
jamaica haiti cuba mexico brazil colombia
- person 9, exact
before (?:comes?|came|hails?|originally|moved(?: here)?|is|s|re|are|was|straight|over|fresh
       |arrived|born|raised|grew up|roots|family|relatives|cousins?|people|parents|immigrated|in
       |emigrated|back home|refugee|refugees|bloke|guy|man|woman|lad) (?:(?:all|over|here
       |straight) )*(?:from|in|to)(?: (?:some|rural|north|west|east|south|darkest|deepest
       |village))*
near (?:he|she|they|family|owner|boss|manager|director|parents|relatives|cousins?|guy|man|woman
       |bloke|accountant|people|wife|husband|who|driver|mother|father|somewhere|buyer|mr|mrs
       |partner|lad) (?:\w+ ){0,4}(?:from|in|to)
unless goods|parts?|shipments?|containers?|deliver\w*|holiday|trip|business trip|flight|visit
       |meeting|factory|plant|trade fair|shipped|imported|order|until|back on|stand
= origin
descent origin/s heritage blood roots extraction ethnicity nationality
- person 9, exact
before african|arab|asian|indian|jewish|foreign|turkish|pakistani|ethnic|romanian|polish|gypsy
       |chinese|mixed|moroccan|algerian|his|her|their|irish|russian|nigerian|\w+(?:ian|ish|ese
       |can)
unless goods|certificate|material|timber|meat|blood (?:test|pressure|bank)|pipe
       |country of origin|steel|vehicle|cable|fault|leak|error
= origin
go went goes sent send fuck piss clear
- person 10, exact
after (?:off |back |straight |him |her |them )*(?:back )?(?:to |home to |home)(?:his|her|their
       |where) ?(?:own )?(?:country|he came|she came|they came|they belong|home country
       |he belongs|she belongs|village|jungle)
unless goods|parts?|shipment
= origin
boat
- exact
before off the
unless goods|unload\w*|crane
= origin
country village people kind culture community customs
- person 9, exact
before (?:his|her|their|that|those|these)(?: (?:own|home|native|whole))?|own
near his country|their country|her country|home country|native country|(?:his|her
       |their) (?:own )?(?:people|kind|culture|community)|those people|these people|his village
       |their customs
unless customs (?:form|duty|clearance|declaration)|community (?:centre|hall|school)
       |customs agent|hired|company culture|those people (?:at|in|from) (?:accounts|head)
       |payment culture
= origin
skin race
- person 8, exact
before his|her|their|dark|black|brown|of|colour of his|colour of her|dark skinned
unless race (?:against|to)|of race
= origin
skinned
- exact
before dark|brown|black|light|olive
= origin
accent
- person 9, exact
before foreign|thick|heavy|strong|funny|his|her|with an|an|that|\w+(?:an|ish|ese)
unless wall|lighting|colou?r|table|chair
= origin
illegal undocumented
- exact
after (?:immigrants?|aliens?|migrants?|workers?|labou?r)
= origin
papers
- person 6, exact
before without|no|has no
unless shipping|delivery|customs
= origin
foreigner/s immigrant/s migrant/s refugee/s traveller/s
- person 9, exact
unless centre|charity|cheques?|hotel
= origin
foreigner/s
-
= origin
travellers
- exact
before the|those|these|family of|from the|are|bunch of
unless cheques?|hotel|rest
"""
