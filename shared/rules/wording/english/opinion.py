"""Political opinions and trade unions (English)."""

from typing import Final

TERMS: Final = r"""
where PARTIES (?:for |the |a |him |his |lib )*(?:labour|tory|tories|conservatives?|greens?|lib
       |libdems?|dems?|ukip|reform|trump|brexit|leave|remain|left|right|far|republicans?
       |democrats?|snp|bnp|le pen|communists?|farage|socialists?|starmer|corbyn|biden|national
       |sinn|dup|nationalists?|liberals?)
= opinion
communist/s commie/s marxist/s trotskyist/s trot/s stalinist/s leninist/s
fascist/s nazi/s neonazi/s
leftist/s lefty lefties leftie libtard/s
anarchist/s
brexiteer/s remainer/s remoaner/s
nationalist/s supremacist/s
extremist/s
antivaxxer/s antivax
thatcherite/s corbynista/s blairite/s trumpist/s trumper maga
populist/s
monarchist/s
ukip bnp
feminist/s antisemite/s antisemitic
- name
unless trot along
= opinion
unionist/s unionised unionized shopsteward/s
- name
= opinion
tory tories socialist/s republican/s democrat/s activist/s conservative/s liberal/s libdem/s
campaigner/s radical/s royalist/s green/s agitator/s
- exact, first
before {IS}|{ONE}|(?:{PERSON})|votes|staunch|lifelong|die hard|hardline|hard line|committed
       |left wing|political|hardline|hard line|anti|fanatical|diehard|convinced|well known
       |registered|hardcore|raging|typical|rabid|union|card carrying
unless estimates?|figures?|forecast|approach|paint|light|box|doors?|green (?:energy|tariff)
       |is green|are green|colou?r|view of|liberal (?:with|terms|discount)|radical change
= opinion
union trade
- exact
after (?:union )?(?:rep|reps|representative|man|member|members|membership|leader|activist
       |steward|stewards|official|organiser|organizer|delegate|people|troublemaker|agitator|card
       |meetings?|work|business|duties|militant|convenor|supporter|firebrand|type|boss|bloke|guy
       |thug|lot|mouthpiece|dues|rabble)
unless congress|credit union|trade (?:people|members?|man|work|business|card|meetings?|supporter
       |guy)
= opinion
trade
- exact
after unionists?|unions?
unless agreement
= opinion
union unions
- person 9, exact
before in the|in a|joined the|joined a|member of (?:the|a)|active in the|the|a|big in the|his
       |her|belongs to a|belongs to the|trade|unite|teamsters|in with the|start a|setting up a
       |form a|to a|organi[sz]ing a|for the
unless european|western|credit|union street|customs union|farmers|rugby|students|pipe
= opinion
unite gmb unison rmt tuc teamsters
- person 7, exact
before in|joined|member of|rep for|with|for|a|of|steward for|official for|active in
= opinion
shop
- exact
after stewards?
= opinion
striker/s picket picketing
- person 6, exact
unless plate|fence
= opinion
vote/s voted voting voter voters
- exact
after {PARTIES}
= opinion
voter/s supporter/s backer member donor follower candidate councillor canvasses campaigns
campaigned campaigning canvassing stands stood
- exact
before {ONE}|(?:{PERSON})|trump|labour|tory|reform|ukip|brexit|green|party|he|conservative|is
       |was|also
near trump|labour|tory|reform|ukip|brexit|green party|communist|republican|democrat|farage
       |conservative|snp|socialist|far (?:right|left)|national front|sinn fein|bnp|political
       |lib dems?|liberal
unless labour (?:costs?|charges?)
= opinion
left right far hard alt
- exact
after (?:wing|winger|wingers|left|right|winged)(?! (?:door|leaf|side|hand|panel|of))
unless doors?|hinge|panel|side|building|entrance|handed|corner|bank|far right (?:of|bay|hand)
       |shelf|photo|picture|turn|yard|junction|wing (?:mirror|nuts?)|drawer|door
= opinion
political
- person 9, exact
after views?|opinions?|beliefs?|ideas|rants?|leanings?|activist|activism|extremist|convictions
       |posters?|nonsense|sympath\w*|agitator|rubbish|party
= opinion
politics
- person 9, exact
before his|her|their|about|talks|talking|talk|into|in|on about|obsessed with|of|local|right wing
       |left wing|whose|about the
unless office politics|internal politics
= opinion
party
- person 10, exact
before labour|conservative|communist|green|reform|republican|socialist|tory|workers|democratic
       |brexit|political|far right|nationalist|liberal
= opinion
labour
- person 8, exact
before staunch|lifelong|die hard|old|strong|for|votes|voted|new|diehard|a
unless costs?|charges?|rates?|hours?|invoice|charge|for labour|parts|materials|hourly
= opinion
trump brexit farage corbyn putin starmer
- person 9, exact
before pro|anti|supporter of|supports?|supporting|votes? for|adores?|follows?|campaigns? for
       |loves?|hates?|fan of|rants about|for|backs|banging on about|about|going on about
       |worships|mad on|admires
unless customs|delays?|paperwork|rules|duties|tariffs?
= opinion
brexit trump tory labour union political
- person 8, exact, first
after (?:fanatics?|supporters?|nuts?|nutters?|lovers?|fans?|voters?|activists?|extremists?
       |campaigners?|maniacs?|zealots?|types?|diehards?|cult|sympathi[sz]ers?|backers?)
= opinion
pen
- exact
before supports? le|backs le|for le|likes le|loves le|fan of le|admires le|pro le
= opinion
freemason/s mason masonic
- person 8, exact
before {IS}|{ONE}|a|an|is|fellow|the|s
unless stone|master|brick|bricklayer|masonry
= opinion
conspiracy
-
after theorists?|theories|nuts?|nutter
= opinion
flat
-
after earthers?
= opinion
protest/s protester/s rally rallies march demo/s demonstrations
- person 8, exact
before to|at|on|anti war|government|anti \w+|attends|joins|organises|political|his|climate
       |brexit|goes on|union|far right
unless under protest|in protest|deliver\w*|road|site|payment|march \d+|\d+ march|in march
       |(?:until|by|end of|to|on) (?:\w+ )?march|demo (?:unit|model|day|site|machine)
= opinion
supports supporting backs backing donates donated campaigns canvasses
member stood ran leans leaning
leanings funds joined chairs
- exact
after (?:to |for |of |in |as an? |towards? )*(?:the |a |local )*(?:labour|tory|tories
       |conservatives?
       |greens?|green party|libdems?|lib dems?|ukip|reform(?: uk)?|trump|brexit|republicans?
       |democrats?|snp|bnp|communists?|socialists?|far (?:left|right)|left|right|liberals?
       |national front|sinn fein|farage|corbyn|starmer|momentum|independence|black lives)
unless (?:labour|reform) (?:costs?|charges?)|to the (?:left|right)|left hand|right hand
       |leans (?:to the )?(?:left|right) (?:by|when)
       |fence|post|shelf|wall|frame
= opinion
left right
- exact, person 8
after leaning
unless fence|post|shelf|wall|frame
= opinion
pro anti
- person 8, exact
after (?:union|brexit|palestine|palestinian|israel|russia|russian|putin|trump|europe|european|eu
       |abortion
       |immigration|immigrant|vax|vaccine|government|semitic|capitalist|gun|life|choice|royal)
unless anti (?:slip|rust|virus)
= opinion
picket
- exact
after lines?
"""
